using JmaActors.Proofs;
using JmaActors.Storage.Views;
using JmaActors.Tests.Storage.Journal;

namespace JmaActors.Tests.Storage.Proofs;

/// <summary>Certificates found by person and session; each database runs all of it.</summary>
public abstract class CertificateListContract : IAsyncLifetime
{
    static readonly DateTimeOffset Noon = new(2026, 11, 24, 3, 0, 0, TimeSpan.Zero);

    StoreUnderTest subject = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Task<StoreUnderTest> Open();

    public async ValueTask InitializeAsync()
    {
        subject = await Open();
        await subject.EnsureSchema([.. CertificateViews.All, JmaActors.Members.MemberViews.Merged]);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await subject.DisposeAsync();
    }

    [Fact]
    public async Task A_persons_certificates_come_newest_first_as_written_and_nobody_elses()
    {
        var revoked = Row("C", 1, "B.1", 3) with { Revoked = Noon.AddDays(5), Revision = 2 };
        await subject.Put(CertificateViews.Certificates, Row("A", 1, "A.1", 1), Row("B", 1, "A.1", 2), revoked, Row("D", 2, "A.1", 4));
        var index = new SqlCertificateIndex(subject.Views);

        Assert.Equal([revoked, Row("B", 1, "A.1", 2), Row("A", 1, "A.1", 1)], await index.OfMember(1, null, 10, Ct));
        Assert.Equal(["B", "A"], (await index.OfMember(1, "A.1", 10, Ct)).Select(r => r.Code));
        Assert.Equal(["C"], (await index.OfMember(1, null, 1, Ct)).Select(r => r.Code));
        Assert.Empty(await index.OfMember(3, null, 10, Ct));
    }

    static CertificateRow Row(string code, long member, string session, int day) =>
        new(code, member, session, "研修会", new DateOnly(2026, 11, 23), "26", 0, "basis", Noon.AddDays(day), null);
}

/// <summary>The certificates on SQLite.</summary>
public sealed class SqliteCertificateListTests : CertificateListContract
{
    protected override Task<StoreUnderTest> Open() => SqliteUnderTest.Open();
}

/// <summary>The certificates on PostgreSQL.</summary>
public sealed class PostgresCertificateListTests : CertificateListContract
{
    protected override Task<StoreUnderTest> Open() => PostgresUnderTest.Open();
}
