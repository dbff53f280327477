using JmaActors.Applications;
using JmaActors.Associations;
using JmaActors.Bank;
using JmaActors.Credits;
using JmaActors.Directory;
using JmaActors.Disputes;
using JmaActors.Evaluations;
using JmaActors.Members;
using JmaActors.Merges;
using JmaActors.Offices;
using JmaActors.Policies;
using JmaActors.Storage.Views;
using JmaActors.Tests.Storage.Directory;
using JmaActors.Tests.Storage.Journal;
using JmaActors.Training;
using Microsoft.Extensions.DependencyInjection;

namespace JmaActors.Tests.Storage.Offices;

/// <summary>What waits in an office is counted as many as the list it leads to has lines, whatever is on record; each database runs all of it.</summary>
public abstract class OfficeWorkContract : IAsyncLifetime
{
    const int Size = 7;

    static readonly string[] Offices = ["JMA", "26", "13", "26-001", "26-U01", "01-001"];
    static readonly DateOnly Today = new(Population.Year, 11, 26);
    static readonly DateTimeOffset Now = new(Population.Year, 11, 26, 3, 0, 0, TimeSpan.Zero);

    StoreUnderTest subject = null!;
    ServiceProvider services = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Task<StoreUnderTest> Open();

    public async ValueTask InitializeAsync()
    {
        subject = await Open();
        await subject.EnsureSchema([.. MemberViews.All, .. CreditViews.All, .. AssociationViews.All, .. TrainingViews.All, .. MergeViews.All, .. DisputeViews.All, .. EvaluationViews.All, .. ApplicationViews.All, .. BankViews.All]);
        services = new ServiceCollection().AddSingleton(subject.Views).AddOfficeWorks().BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await services.DisposeAsync();
        await subject.DisposeAsync();
    }

    [Fact]
    public async Task Each_count_of_each_office_is_the_length_of_the_list_it_leads_to()
    {
        var random = new Random(20261126);
        await Fill(random);
        var (training, disputes, merges, search) = (new SqlTrainingIndex(subject.Views), new SqlDisputeIndex(subject.Views), new SqlMergeIndex(subject.Views), new SqlMemberSearch(subject.Views));
        var counted = 0;
        foreach (var office in Offices.Select(code => new AssociationId(code)))
        {
            var scope = new ProgramScope(false, office, office);
            Task<int> Programs(ProgramQuery query) => Length(async after => await training.Programs(query with { After = after, Size = Size }, scope, Ct), p => p.Programs.Count, p => p.Next);
            counted += await Same(office, OfficeWorkNames.Approvals, await Programs(new ProgramQuery(null, null, null, WaitsFor: office, Soonest: true, Waiting: true)));
            counted += await Same(office, OfficeWorkNames.Rolls, await Programs(new ProgramQuery(office, null, null, Stage: ProgramStage.Closed)));
            counted += await Same(office, OfficeWorkNames.Returned, await Programs(new ProgramQuery(office, null, null, Stage: ProgramStage.Returned)));
            counted += await Same(office, OfficeWorkNames.Ready, await Programs(new ProgramQuery(office, null, null, Stage: ProgramStage.Approved)));
            counted += await Same(office, OfficeWorkNames.Disputes, await Length(async after => await disputes.Cases(new DisputeQuery(null, office, false, after, Size), Ct), p => p.Cases.Count, p => p.Next));
            counted += await Same(office, OfficeWorkNames.BankLines, await Length(async after => await new SqlBankIndex(subject.Views).Lines(office, BankLineStatus.Waiting, after ?? "", Size, Ct), p => p.Count, p => p.Count == Size ? p[^1].After : null));
            counted += await Same(office, OfficeWorkNames.Applications, await Length(async after => await new SqlApplicationIndex(subject.Views).Applications(new ApplicationQuery(null, office, ApplicationStage.Waits, null, after, Size), Ct), p => p.Applications.Count, p => p.Next));
            var turn = office.Layer == AssociationLayer.National ? new EvaluationQuery(null, null, null, EvaluationWaits.Centre, null, Size) : new EvaluationQuery(null, office.Code, null, EvaluationWaits.Prefecture, null, Size);
            counted += await Same(office, OfficeWorkNames.Evaluations, await Length(async after => await new SqlEvaluationIndex(subject.Views).List(turn with { After = after }, Ct), p => p.Lines.Count, p => p.Next));
            counted += await Same(office, OfficeWorkNames.Duplicates, await Length(async after => await merges.Inbox(MergeStatus.Proposed, after, Size, office, Ct), p => p.Pairs.Count, p => p.Next));
            counted += await Same(office, OfficeWorkNames.Reports, await Length(async cursor => await search.Page(Waiting(office), SearchOrders.Read("kana")!, cursor, Size, Ct), p => p.Members.Count, p => p.Next));
        }

        Assert.True(counted > 150, $"{counted} lines in all prove little.");
    }

    [Fact]
    public async Task What_is_past_its_day_is_late_and_more_than_anybody_reads_is_not_counted_out()
    {
        var office = new AssociationId("26-001");
        await subject.Put(DisputeViews.Disputes, [.. Enumerable.Range(0, OfficeLimits.CountedMost + 5).Select(i => Case($"c{i}", office.Code, Today.AddDays(i < 3 ? -1 : 0)))]);
        Assert.Equal((OfficeLimits.CountedMost, true), (await Count(office, OfficeWorkNames.Disputes)) is var many ? (many.Count, many.More) : default);

        var other = new AssociationId("26-002");
        await subject.Put(DisputeViews.Disputes, [.. Enumerable.Range(0, 5).Select(i => Case($"d{i}", other.Code, Today.AddDays(i < 3 ? -1 - i : 0)))]);
        Assert.Equal(new WorkWaiting(5, false, 3), await Count(other, OfficeWorkNames.Disputes));
        Assert.Equal(default, await Count(new AssociationId("47-001"), OfficeWorkNames.Disputes));
    }

    async Task<int> Same(AssociationId office, string name, int listed)
    {
        var counted = await Count(office, name);
        Assert.True(counted is { More: false } && counted.Count == listed, $"{name} of {office}: {counted.Count} counted, {listed} listed.");
        return listed;
    }

    Task<WorkWaiting> Count(AssociationId office, string name) => services.GetServices<IOfficeWork>().Single(w => w.Name == name).Count(office, Today, Ct);

    static async Task<int> Length<TPage>(Func<string?, Task<TPage>> ask, Func<TPage, int> lines, Func<TPage, string?> next)
    {
        var (length, after) = (0, (string?)null);
        do
        {
            var page = await ask(after);
            length += lines(page);
            after = next(page);
        }
        while (after is not null);
        return length;
    }

    static Search Waiting(AssociationId office)
    {
        var moment = new SearchMoment(Today, SearchBook.Book);
        var (sought, fault) = FilterRules.Read(new MemberFilter("", [new FilterTerm("reports", "waiting")]), moment, Caller.Office(office));
        return new Search(sought ?? throw new InvalidOperationException(fault!.Detail), SearchScope.Of(Caller.Office(office)), moment);
    }

    async Task Fill(Random random)
    {
        var population = Population.Of(random.Next(), 120);
        await subject.Put(MemberViews.Members, [.. population.Members]);
        await subject.Put(MemberViews.People, [.. population.People.Values]);
        await subject.Put(CreditViews.Reports, [.. population.Reports]);
        string One() => Offices[random.Next(Offices.Length)];
        await subject.Put(TrainingViews.Programs, [.. Enumerable.Range(0, 150).Select(i =>
        {
            var (stage, asked) = (random.Next(9), random.Next(2) == 0 ? $"|{One()}|{One()}|" : "");
            return new ProgramRow(
                $"P{i}", $"P{i}.1", One(), "題", "会場", Now.AddHours(random.Next(-900, 900)), Now.AddHours(950), stage switch { (int)ProgramStage.Open => 1, (int)ProgramStage.Closed => 2, (int)ProgramStage.Confirmed => 3, _ => 0 }, 1,
                Stage: stage, Published: random.Next(2) == 0, WaitsFor: random.Next(2) == 0 ? asked : "", Approvers: asked);
        })]);
        await subject.Put(DisputeViews.Disputes, [.. Enumerable.Range(0, 80).Select(i => Case($"c{i}", One(), Today.AddDays(random.Next(-9, 9))) with { Closed = random.Next(3) == 0 })]);
        await subject.Put(BankViews.Lines, [.. Enumerable.Range(0, 90).Select(i => new BankLineRow($"{i}", "0158-100-1-0012345", $"{i}", One(), random.Next(1, 5), Today, 1_000, 0, null, false, "", ""))]);
        var applied = Enumerable.Range(0, 80).Select(i => (Id: $"{Population.First + i}.a", Office: One(), Other: One(), Waits: random.Next(2) == 0, Closed: random.Next(4) == 0)).ToList();
        await subject.Put(ApplicationViews.Applications, [.. applied.Select((a, i) => new ApplicationViewRow(a.Id, Population.First + i, 1, a.Closed ? 6 : 2, a.Closed, false, a.Waits ? a.Office : a.Other, Today, Now.AddMinutes(i), Today.AddDays(random.Next(-9, 9)), null, 1))]);
        await subject.Put(ApplicationViews.Offices, [.. applied.SelectMany(a => new[] { a.Office, a.Other }.Distinct().Select(o => new ApplicationOfficeRow(a.Id, o, o == (a.Waits ? a.Office : a.Other), a.Closed, 1)))]);
        await subject.Put(EvaluationViews.Evaluations, [.. Enumerable.Range(0, 60).Select(i => new EvaluationRow(
            $"W{i}.a", $"W{i}", "病院", "26-001", One(), 4, 5, random.Next(7), "", "", random.Next(2) == 0, Now.AddMinutes(i), Now, Today.AddDays(random.Next(-9, 9)), null, null, 1))]);
        await subject.Put(MergeViews.Pairs, [.. Enumerable.Range(0, 100).Select(i =>
        {
            var (low, high) = (Population.First + random.Next(60), Population.First + 60 + random.Next(60));
            return new PairRow($"{low}-{high}", low, high, random.Next(2) == 0 ? (int)MergeStatus.Proposed : random.Next(5), 1, null, Now, Now.AddMinutes(-i), 1);
        }).DistinctBy(p => p.Pair)]);
    }

    static DisputeViewRow Case(string id, string office, DateOnly due) => new(id, Population.First, office, 0, "k", 0, false, Now, due, 1);
}
