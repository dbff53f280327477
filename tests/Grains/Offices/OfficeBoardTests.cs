using System.Text.Json;
using JmaActors.Credits;
using JmaActors.Disputes;
using JmaActors.Live;
using JmaActors.Members;
using JmaActors.Offices;
using JmaActors.Tests.Grains.Associations;
using JmaActors.Tests.Grains.Members;
using JmaActors.Time;
using JmaActors.Training;

namespace JmaActors.Tests.Grains.Offices;

/// <summary>What waits in an office is told to whoever watches when it changes, and found by whoever comes later.</summary>
public class OfficeBoardTests(SharedHouse shared)
{
    static readonly TimeSpan Within = TimeSpan.FromSeconds(20);

    readonly IGrainFactory grains = shared.House.Grains;

    static CancellationToken Ct => ActorHouse.Ct;

    IOfficeBoardGrain Board(AssociationId office) => grains.GetGrain<IOfficeBoardGrain>(office.Code);

    ICreditLedgerGrain Credits(MemberId id) => grains.GetGrain<ICreditLedgerGrain>(id.Number);

    async Task<int> Count(AssociationId office, string name) => (await Board(office).Waiting(Ct)).Waiting[name].Count;

    Task<int> Becomes(AssociationId office, string name, int count) => Eventually.Be($"{count} of {name} in {office}", () => Count(office, name), c => c == count, Ct);

    async Task<MemberId> Member(AssociationId local, MembershipLayers layers = MembershipLayers.All)
    {
        var id = People.Someone();
        Assert.True((await grains.GetGrain<IMemberGrain>(id.Number).Register(People.Registration(membership: new(local, layers, layers == MembershipLayers.All ? MemberCategory.A1 : null)), Ct)).Accepted);
        return id;
    }

    async Task Report(MemberId id, string key, bool post = false) => Assert.True((await Credits(id).Accrue(
        new AccrueCredit(key, CreditMethod.Paper, new CurriculumCode(20), Units.Of(1m), new DateOnly(2026, 5, 1), "Paper", post, Caller.Office(AssociationId.Jma)), Ct)).Accepted);

    Task<Answer<CreditEntry>> Settle(MemberId id, string key, bool post) => Credits(id).Settle(new SettleCredit(key, post, post ? "" : "書類が違います", Caller.Office(AssociationId.Jma)), Ct);

    [Fact]
    public async Task Whoever_watches_is_told_of_a_report_that_comes_and_of_its_being_decided()
    {
        var office = AssociationId.Local(44, 1);
        var member = await Member(office);
        var watcher = new Watcher();
        var reference = shared.House.Cluster.Client.CreateObjectReference<IBoardObserver>(watcher);
        var before = await Board(office).Watch(reference, null, Ct);
        Assert.Equal(0, JsonSerializer.Deserialize<OfficePicture>(before.Picture!.Json, BoardJson.Options)!.Waiting[OfficeWorkNames.Reports].Count);

        await Report(member, "paper-1");
        await watcher.Reports(1);
        // One more of the same person is one person still; the board tells that something moved.
        await Report(member, "paper-2");
        await Report(member, "posted", post: true);
        await Settle(member, "paper-1", post: true);
        Assert.Equal(1, await Becomes(office, OfficeWorkNames.Reports, 1));
        await Settle(member, "paper-2", post: false);
        await watcher.Reports(0);
    }

    [Fact]
    public async Task Whoever_comes_later_finds_what_changed_while_nobody_watched()
    {
        var office = AssociationId.Local(44, 2);
        var member = await Member(office);
        Assert.Equal(0, await Count(office, OfficeWorkNames.Disputes));
        var dispute = grains.GetGrain<IDisputeGrain>(new DisputeId(member, "a").Text);
        Assert.True((await dispute.Open(new OpenDispute(DisputeSubject.Report, "k", "違います", office, Caller.Member(member)), Ct)).Accepted);
        Assert.True((await dispute.Say(new SayDispute("1", "調べます", true, Caller.Office(office)), Ct)).Accepted);

        var reference = shared.House.Cluster.Client.CreateObjectReference<IBoardObserver>(new Watcher());
        var picture = JsonSerializer.Deserialize<OfficePicture>((await Board(office).Watch(reference, null, Ct)).Picture!.Json, BoardJson.Options)!;
        Assert.Equal(1, picture.Waiting[OfficeWorkNames.Disputes].Count);

        await dispute.Withdraw(Caller.Member(member), Ct);
        Assert.Equal(0, await Becomes(office, OfficeWorkNames.Disputes, 0));
    }

    [Fact]
    public async Task A_layer_counts_its_own_members_only_and_what_a_merged_record_reported_waits_with_the_other()
    {
        var (local, prefecture) = (AssociationId.Local(45, 3), AssociationId.Prefecture(45));
        var (alone, both, other) = (await Member(local, MembershipLayers.Local), await Member(local), await Member(local));
        await Report(alone, "a");
        await Report(both, "b");
        Assert.Equal((2, 1), (await Becomes(local, OfficeWorkNames.Reports, 2), await Becomes(prefecture, OfficeWorkNames.Reports, 1)));

        var pair = JmaActors.Merges.MergePair.Of(both, other);
        await grains.GetGrain<JmaActors.Merges.IMergeGrain>(pair.Key).Decide(new JmaActors.Merges.DecideMerge(other, JmaActors.Merges.MergeFields.None, "同一人", Caller.Office(local)), Ct);
        await Settle(alone, "a", post: true);
        Assert.Equal(1, await Becomes(local, OfficeWorkNames.Reports, 1));
        await Settle(both, "b", post: true);
        Assert.Equal(0, await Becomes(local, OfficeWorkNames.Reports, 0));
        Assert.Equal(0, await Becomes(prefecture, OfficeWorkNames.Reports, 0));
    }

    [Fact]
    public async Task A_program_waits_with_its_approver_then_with_its_host_and_then_with_nobody()
    {
        var host = AssociationId.Local(44, 4);
        var start = Tokyo.At(new DateOnly(2027, 2, 10), new TimeOnly(13, 0));
        var program = grains.GetGrain<ITrainingProgramGrain>("P44-OFFICE-1");
        Talk[] talks = [new(1, start, start.AddHours(1), "高血圧", "見本 一郎", new CurriculumCode(74))];
        Assert.True((await program.Create(new CreateProgram(host, "研修会", "会館", true, start.AddHours(-1), start.AddHours(2), talks, Caller.System), Ct)).Accepted);
        var applied = (await program.Apply(Caller.System, Ct)).Value!;
        var approver = Assert.Single(applied.Approvals!).Approver;
        Assert.Equal(1, await Becomes(approver, OfficeWorkNames.Approvals, 1));

        await program.Decide(new DecideProgram(CreditScheme.Cme, ApprovalDecision.Approve, "", applied.Content, Caller.Office(approver)), Ct);
        Assert.Equal(0, await Becomes(approver, OfficeWorkNames.Approvals, 0));
        Assert.Equal(1, await Becomes(host, OfficeWorkNames.Ready, 1));
        await program.Publish(Caller.System, Ct);
        Assert.Equal(0, await Becomes(host, OfficeWorkNames.Ready, 0));
    }

    sealed class Watcher : IBoardObserver
    {
        readonly System.Collections.Concurrent.ConcurrentDictionary<int, TaskCompletionSource> seen = new();

        public Task Reports(int count) => Of(count).Task.WaitAsync(Within, Ct);

        public Task Changed(BoardChange change)
        {
            using var patch = JsonDocument.Parse(change.Patch);
            if (patch.RootElement.TryGetProperty("waiting", out var waiting) && waiting.TryGetProperty(OfficeWorkNames.Reports, out var reports) && reports.TryGetProperty("count", out var count)) Of(count.GetInt32()).TrySetResult();
            return Task.CompletedTask;
        }

        TaskCompletionSource Of(int count) => seen.GetOrAdd(count, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
    }
}
