using JmaActors.Applications;
using JmaActors.Credits;
using JmaActors.Evaluations;
using JmaActors.Storage.Views;
using JmaActors.Tests.Storage.Journal;
using JmaActors.WorkHours;

namespace JmaActors.Tests.Storage.Evaluations;

/// <summary>Applications and designations over the views; each database runs all of it.</summary>
public abstract class EvaluationListContract : IAsyncLifetime
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Today = new(2026, 11, 23);

    StoreUnderTest subject = null!;
    SqlEvaluationIndex index = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Task<StoreUnderTest> Open();

    public async ValueTask InitializeAsync()
    {
        subject = await Open();
        await subject.EnsureSchema([.. EvaluationViews.All, .. CreditViews.All, .. ApplicationViews.All]);
        index = new(subject.Views);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await subject.DisposeAsync();
    }

    static EvaluationRow Row(int n, string workplace, string prefecture, EvaluationWaits waits, bool told = false, string doctor = "", string labour = "") => new(
        $"{workplace}.{n}", workplace, $"病院{n}", $"{prefecture}-001", prefecture, 1 << (int)WorkLevel.B | 1 << (int)WorkLevel.C2, (int)EvaluationStage.InReview, (int)waits, doctor, labour, told, Now.AddMinutes(n), Now, Today.AddMonths(4),
        null, n == 1 ? Today : null, 3);

    [Fact]
    public async Task Applications_are_found_by_workplace_prefecture_surveyor_and_turn_in_pages()
    {
        await subject.Put(
            EvaluationViews.Evaluations, Row(1, "W1", "26", EvaluationWaits.Hospital), Row(2, "W2", "26", EvaluationWaits.Prefecture, told: true), Row(3, "W3", "27", EvaluationWaits.Prefecture, told: true),
            Row(4, "W1", "26", EvaluationWaits.BothSurveyors, doctor: "d", labour: "l"), Row(5, "W4", "26", EvaluationWaits.Labour, doctor: "x", labour: "d"));

        async Task<IEnumerable<string>> Of(EvaluationQuery query)
        {
            List<string> seen = [];
            string? after = null;
            do
            {
                var page = await index.List(query with { After = after, Size = 2 }, Ct);
                seen.AddRange(page.Lines.Select(l => l.Id));
                after = page.Next;
            }
            while (after is not null);
            return seen;
        }

        var all = new EvaluationQuery(null, null, null, null, null, 2);
        Assert.Equal(["W1.1", "W2.2", "W3.3", "W1.4", "W4.5"], await Of(all));
        Assert.Equal(["W1.1", "W1.4"], await Of(all with { Workplace = new WorkplaceId("W1") }));
        Assert.Equal(["W2.2"], await Of(all with { Prefecture = "26" }));
        Assert.Equal(["W1.4", "W4.5"], await Of(all with { Surveyor = "d" }));
        Assert.Equal(["W2.2", "W3.3"], await Of(all with { Waits = EvaluationWaits.Prefecture }));
        var line = (await index.List(all with { Workplace = new WorkplaceId("W1") }, Ct)).Lines[0];
        Assert.Equal([WorkLevel.B, WorkLevel.C2], line.Levels);
        Assert.Equal((Today.AddMonths(4), Today, null), (line.Target, line.ReviewDue, line.NextBy));
    }

    [Fact]
    public async Task Designations_that_hold_are_listed_by_level()
    {
        static DesignatedRow Row(string workplace, WorkLevel level, string prefecture, DateOnly? to, DateOnly? from = null) => new(workplace, (int)level, workplace, prefecture, from ?? Today.AddYears(-1), to, "1", $"{workplace}.a", 1);
        await subject.Put(
            EvaluationViews.Designated, Row("W2", WorkLevel.B, "26", Today), Row("W1", WorkLevel.C1, "26", null), Row("W3", WorkLevel.B, "27", Today.AddDays(-1)), Row("W1", WorkLevel.B, "27", Today.AddYears(2), Today), Row("W4", WorkLevel.B, "26", null, Today.AddDays(1)));

        var first = await index.Designated(null, null, Today, null, 2, Ct);
        var second = await index.Designated(null, null, Today, first.Next, 2, Ct);
        Assert.Equal(["W1", "W2", "W1"], first.Lines.Concat(second.Lines).Select(l => l.Workplace.Code));
        Assert.Null(second.Next);
        Assert.Equal(["W2"], (await index.Designated(WorkLevel.B, "26", Today, null, 10, Ct)).Lines.Select(l => l.Workplace.Code));
    }

    [Fact]
    public async Task A_document_an_application_names_is_in_use_and_another_ones_is_not()
    {
        var (one, other) = (EvidenceHolders.Of(new WorkplaceId("W1")), EvidenceHolders.Of(new WorkplaceId("W2")));
        Assert.True(EvidenceHolders.IsInstitution(one) && EvidenceHolders.IsInstitution(other) && one != other);
        await subject.Put(EvaluationViews.Documents, new InstitutionDocumentRow(one.Number, new string('a', 64), 1));
        EvidenceHolding Held(MemberId holder, char digit) => new(holder, new string(digit, 64), EvidenceKind.Pdf, 10, Now, false);

        var attached = await new EvidenceUses(subject.Views).Attached([Held(one, 'a'), Held(one, 'b'), Held(other, 'a'), Held(new MemberId(1_000_000_001), 'a')], Ct);

        Assert.Equal([one], attached.Select(h => h.Member));

        // So is one that an application of hers to the associations names.
        var (member, letter) = (new MemberId(1_000_000_001), new string('a', 64));
        await subject.Put(ApplicationViews.Documents, new ApplicationDocumentRow(member.Number, letter, $"{member}.a", 1));
        Assert.Equal([member], (await new EvidenceUses(subject.Views).Attached([Held(member, 'a'), Held(member, 'b')], Ct)).Select(h => h.Member));
    }
}

/// <summary>Applications on SQLite.</summary>
public sealed class SqliteEvaluationListTests : EvaluationListContract
{
    protected override Task<StoreUnderTest> Open() => SqliteUnderTest.Open();
}

/// <summary>Applications on PostgreSQL.</summary>
public sealed class PostgresEvaluationListTests : EvaluationListContract
{
    protected override Task<StoreUnderTest> Open() => PostgresUnderTest.Open();
}
