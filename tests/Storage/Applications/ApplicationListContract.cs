using JmaActors.Applications;
using JmaActors.Members;
using JmaActors.Storage.Views;
using JmaActors.Tests.Storage.Journal;

namespace JmaActors.Tests.Storage.Applications;

/// <summary>Applications over the views; each database runs all of it.</summary>
public abstract class ApplicationListContract : IAsyncLifetime
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Today = new(2026, 11, 23);
    static readonly AssociationId Local = AssociationId.Local(26, 1), Kyoto = AssociationId.Prefecture(26);

    StoreUnderTest subject = null!;
    SqlApplicationIndex index = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Task<StoreUnderTest> Open();

    public async ValueTask InitializeAsync()
    {
        subject = await Open();
        await subject.EnsureSchema([.. ApplicationViews.All, .. MemberViews.All]);
        index = new(subject.Views);
        await subject.Put(
            ApplicationViews.Applications,
            Row(1, ApplicationStatus.Waiting, Local, ApplicationKind.Join, due: -1, remind: 0), Row(2, ApplicationStatus.Waiting, Kyoto, ApplicationKind.Join, due: 3, remind: 4), Row(3, ApplicationStatus.Draft, null, ApplicationKind.Leave),
            Row(4, ApplicationStatus.Done, null, ApplicationKind.Transfer), Row(5, ApplicationStatus.Approved, null, ApplicationKind.Cover), Row(6, ApplicationStatus.Returned, null, ApplicationKind.Join));
        await subject.Put(
            ApplicationViews.Offices,
            [.. new[] { 1, 2, 4, 5, 6 }.SelectMany(n => new[] { Local, Kyoto }.Select(o => new ApplicationOfficeRow(Id(n), o.Code, (n, o) == (1, Local) || (n, o) == (2, Kyoto), n == 4, 1)))]);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await subject.DisposeAsync();
    }

    static string Id(int n) => $"{1_000_000_000 + n % 3}.a{n}";

    static ApplicationViewRow Row(int n, ApplicationStatus status, AssociationId? waits, ApplicationKind kind, int? due = null, int? remind = null) => new(
        Id(n), 1_000_000_000 + n % 3, (int)kind, (int)status, status == ApplicationStatus.Done, status == ApplicationStatus.Approved, waits?.Code ?? "", Today.AddDays(n), Now.AddMinutes(n), due is { } d ? Today.AddDays(d) : null,
        remind is { } r ? Today.AddDays(r) : null, 1);

    async Task<string> Of(MemberId? member, AssociationId? office, ApplicationStage stage, ApplicationKind? kind = null)
    {
        List<int> seen = [];
        string? after = null;
        do
        {
            var page = await index.Applications(new ApplicationQuery(member, office, stage, kind, after, 1), Ct);
            seen.AddRange(page.Applications.Select(a => a.Id[^1] - '0'));
            after = page.Next;
        }
        while (after is not null);
        return string.Join(' ', seen);
    }

    [Fact]
    public async Task They_are_found_by_office_turn_person_and_kind_in_pages()
    {
        Assert.Equal("1", await Of(null, Local, ApplicationStage.Waits));
        Assert.Equal("2", await Of(null, Kyoto, ApplicationStage.Waits));
        Assert.Equal("1 2 5 6", await Of(null, Kyoto, ApplicationStage.Flight));
        Assert.Equal("1 2 6", await Of(null, Kyoto, ApplicationStage.Flight, ApplicationKind.Join));
        Assert.Equal("4", await Of(null, Local, ApplicationStage.Closed));
        Assert.Equal("", await Of(null, AssociationId.Local(26, 2), ApplicationStage.Flight));
        // Her own drafts are hers, and nobody else's.
        Assert.Equal("3 6", await Of(new MemberId(1_000_000_000), null, ApplicationStage.Waits));
        Assert.Equal("1 2 5 6", await Of(null, null, ApplicationStage.Flight));
        Assert.Equal("1 2", await Of(null, null, ApplicationStage.Waits));
        var line = (await index.Applications(new ApplicationQuery(null, Local, ApplicationStage.Waits, null, null, 5), Ct)).Applications[0];
        Assert.Equal((ApplicationKind.Join, ApplicationStatus.Waiting, Local, Today.AddDays(1), Now.AddMinutes(1), Today.AddDays(-1)), (line.Kind, line.Status, line.Waits!.Value, line.From, line.At, line.Due!.Value));
    }

    [Fact]
    public async Task What_is_in_flight_is_counted_by_kind_what_is_left_is_found_and_who_is_late()
    {
        Assert.Equal([new ApplicationFlight(ApplicationKind.Join, 3, 1, 1), new ApplicationFlight(ApplicationKind.Cover, 1, 0, 0)], await index.Flight(Local, Today, Ct));
        Assert.Equal([Id(5)], await index.Pending("", 10, Ct));
        Assert.Empty(await index.Pending(Id(5), 10, Ct));
        Assert.Equal([Id(1)], await index.Late(Today, "", 10, Ct));
        Assert.Equal(2, (await index.Late(Today.AddDays(4), "", 10, Ct)).Count);
    }
}

/// <summary>Applications on SQLite.</summary>
public sealed class SqliteApplicationListTests : ApplicationListContract
{
    protected override Task<StoreUnderTest> Open() => SqliteUnderTest.Open();
}

/// <summary>Applications on PostgreSQL.</summary>
public sealed class PostgresApplicationListTests : ApplicationListContract
{
    protected override Task<StoreUnderTest> Open() => PostgresUnderTest.Open();
}
