using System.Text;
using System.Text.Json;
using JmaActors.Accounts;
using JmaActors.Credits;
using JmaActors.Directory;
using JmaActors.Journal;
using JmaActors.Members;
using JmaActors.Passes;
using JmaActors.Tests.Grains.Associations;
using JmaActors.Tests.Grains.Members;
using JmaActors.Works;
using Microsoft.Extensions.DependencyInjection;

namespace JmaActors.Tests.Grains.Works;

/// <summary>Long work on the real journal, with chunks so small that it takes many steps.</summary>
public sealed class WorkTests : IAsyncLifetime
{
    const int Locals = 9, Others = 4;
    static readonly AssociationId Kyoto = new("26-003");
    static readonly Caller Office = Caller.Office(Kyoto);
    static readonly Caller Colleague = Office with { Subject = "office:somebody-else" };

    readonly StallingSearch.Settings stall = new();
    readonly List<MemberId> people = [];
    ActorHouse house = null!;

    static CancellationToken Ct => ActorHouse.Ct;

    IWorkGrain Work(string key, Caller? caller = null) => house.Grains.GetGrain<IWorkGrain>(WorkIds.Of(caller ?? Office, key));

    public async ValueTask InitializeAsync()
    {
        house = await ActorHouse.Open(Small);
        for (var i = 0; i < Locals + Others; i++)
        {
            var id = People.Someone();
            var membership = new Membership(i < Locals ? Kyoto : new AssociationId("26-004"), MembershipLayers.Local, null);
            var person = People.Person() with { Name = i == 0 ? "𠮷田 =1+1" : $"見本 {i}", Kana = $"ミホン {(char)('ア' + i)}" };
            Assert.True((await house.Grains.GetGrain<IMemberGrain>(id.Number).Register(People.Registration() with { Person = person, Membership = membership }, Ct)).Accepted);
            if (i < Locals) people.Add(id);
        }
    }

    void Small(IServiceCollection services)
    {
        services.AddSingleton(new WorkLimits { Chunk = 2, Batch = 1, AtOnce = 1, Running = 3, Look = TimeSpan.FromMilliseconds(50) });
        StallingSearch.Add(services, stall);
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    static StartWork Export(string key, Caller? caller = null, params string[] columns) => new(
        key, WorkKind.Export, MemberFilter.All, "kana", null, columns.Length == 0 ? ["member", "name"] : columns, ExportFormat.ShiftJis, "", caller ?? Office);

    static StartWork Revoke(string key, IReadOnlyList<MemberId>? chosen = null) => new(key, WorkKind.RevokePasses, MemberFilter.All, "kana", chosen, [], ExportFormat.Csv, "紛失のおそれ", Office);

    async Task<WorkProgress> Ended(string key, Caller? caller = null) => (await Eventually.Be(
        $"work {key} to end", () => Work(key, caller).Progress(caller ?? Office, Ct), p => p?.Stage is WorkStage.Done or WorkStage.Cancelled, Ct))!;

    async Task<List<string[]>> Rows(string key, WorkProgress progress)
    {
        List<string[]> rows = [];
        for (var chunk = 0; chunk < progress.Chunks; chunk++) rows.AddRange(JsonSerializer.Deserialize<List<string[]>>((await Work(key).Rows(chunk, Office, Ct))!.Value.Value)!);
        return rows;
    }

    [Fact]
    public async Task An_export_is_exactly_what_the_office_sees_in_order_and_names_what_Shift_JIS_cannot_carry()
    {
        Assert.True((await Work("e1").Start(Export("e1"), Ct)).Accepted);
        var done = await Ended("e1");

        Assert.Equal((WorkStage.Done, Locals, 1), (done.Stage, done.Found, done.LostRows));
        Assert.Equal(["𠮷"], done.Lost);
        var rows = await Rows("e1", done);
        Assert.Equal(people.Select(p => p.ToString()), rows.Select(r => r[0]));
        Assert.Equal("𠮷田 =1+1", rows[0][1]);
        Assert.True((await Work("e1").Start(Export("e1"), Ct)).Repeat);
    }

    [Fact]
    public async Task What_belongs_to_one_subject_in_one_function_does_not_exist_for_anybody_else()
    {
        await Work("e2").Start(Export("e2"), Ct);
        await Ended("e2");

        foreach (var other in new[] { Colleague, Caller.Office(AssociationId.Jma), new Caller("operator", CallerRole.Operator, "*"), Office with { Role = CallerRole.Host } })
        {
            Assert.Null(await Work("e2").Progress(other, Ct));
            Assert.Null(await Work("e2").Rows(0, other, Ct));
            Assert.Null(await Work("e2").Cancel(other, Ct));
            Assert.Equal("bad-key", (await Work("e2").Start(Export("e2", other), Ct)).Refusal?.Reason);
        }
        var lists = house.Grains.GetGrain<IWorkListGrain>(0);
        Assert.Equal([WorkIds.Of(Office, "e2")], (await lists.Mine(Office, Ct)).Select(w => w.Id));
        Assert.Empty(await lists.Mine(Colleague, Ct));
    }

    [Fact]
    public async Task A_deed_is_done_to_everybody_once_and_to_nobody_outside_the_scope()
    {
        await Work("r1").Start(Revoke("r1"), Ct);
        var done = await Ended("r1");

        Assert.Equal((Locals, Locals, 0, 0), (done.Found, done.Changed, done.Unchanged, done.Failed));
        foreach (var id in people) Assert.Equal(1, (await house.Grains.GetGrain<IPassGrain>(id.Number).Read(Caller.System, Ct)).Generation);
    }

    [Fact]
    public async Task Only_those_chosen_are_meant_and_those_outside_the_scope_are_passed_over()
    {
        await Work("r2").Start(Revoke("r2", [people[2], people[5], People.Someone()]), Ct);

        Assert.Equal((2, 2), (await Ended("r2") is var done ? (done.Found, done.Changed) : default));
    }

    [Fact]
    public async Task Who_has_nothing_to_show_fails_with_a_reason_and_the_others_get_their_transcript()
    {
        await house.Grains.GetGrain<ICreditLedgerGrain>(people[0].Number).Accrue(
            new AccrueCredit("k", CreditMethod.Lecture, new CurriculumCode(1), Units.Of(1m), new DateOnly(2025, 5, 1), "研修", true, Caller.System), Ct);
        await Work("t1").Start(new StartWork("t1", WorkKind.Transcripts, MemberFilter.All, "kana", null, [], ExportFormat.Csv, "一斉発行", Office), Ct);
        var done = await Ended("t1");

        Assert.Equal((1, Locals - 1), (done.Changed, done.Failed));
        Assert.All(done.Failures, f => Assert.Equal("nothing-posted", f.Reason));
        var found = await house.Grains.GetGrain<IMemberSearchGrain>(0).Find(new MemberFind(new MemberFilter("", [new FilterTerm("certificate", "transcript")])), Office, Ct);
        Assert.Equal([people[0]], found.Value!.Members.Select(m => m.Id));
    }

    [Theory]
    [InlineData(WorkKind.Export)]
    [InlineData(WorkKind.RevokePasses)]
    public async Task Killed_in_the_middle_it_goes_on_where_it_was_and_does_nothing_twice(WorkKind kind)
    {
        stall.After(kind == WorkKind.Export ? 2 : Locals / 2 + 5);
        var key = $"k-{kind}";
        await Work(key).Start(kind == WorkKind.Export ? Export(key) : Revoke(key), Ct);
        await stall.Reached.WaitAsync(TimeSpan.FromSeconds(30), Ct);
        var before = (await Work(key).Progress(Office, Ct))!;
        Assert.InRange(kind == WorkKind.Export ? before.Found : before.Done, 1, Locals - 1);
        await house.Kill();
        stall.Never();
        var (killed, folder) = (house, house.Folder);
        house = await ActorHouse.Open(Small, folder);

        // As the sweep of the new process does.
        Assert.Contains(WorkIds.Of(Office, key), await house.Service<IWorkIndex>().Due(DateTimeOffset.UtcNow, 10, Ct));
        await Work(key).Wake(Ct);
        var done = await Ended(key);

        Assert.Equal(Locals, done.Found);
        if (kind == WorkKind.Export) Assert.Equal(people.Select(p => p.ToString()), (await Rows(key, done)).Select(r => r[0]));
        else foreach (var id in people) Assert.Equal(1, (await house.Grains.GetGrain<IPassGrain>(id.Number).Read(Caller.System, Ct)).Generation);
        Assert.Equal(Locals, kind == WorkKind.Export ? done.Found : done.Changed + done.Unchanged);
        await killed.Cluster.DisposeAsync();
    }

    [Fact]
    public async Task Stopped_it_stays_as_it_is_and_hands_out_nothing()
    {
        stall.After(2);
        await Work("s1").Start(Export("s1"), Ct);
        await stall.Reached.WaitAsync(TimeSpan.FromSeconds(30), Ct);

        Assert.Equal(WorkStage.Cancelled, (await Work("s1").Cancel(Office, Ct))!.Value!.Stage);
        stall.Never();

        Assert.Equal(WorkStage.Cancelled, (await Ended("s1")).Stage);
        Assert.Null(await Work("s1").Rows(0, Office, Ct));
        // What names people is gone at once, not when it would have expired.
        await NothingKept("s1");
    }

    [Fact]
    public async Task A_person_who_is_erased_is_in_no_export_made_before_nor_in_one_under_way()
    {
        var id = people[0];
        var all = new Caller("operator", CallerRole.Operator, "*");
        await Work("d1", all).Start(Export("d1", all), Ct);
        Assert.Equal(WorkStage.Done, (await Ended("d1", all)).Stage);
        Assert.NotNull(await Work("d1", all).Rows(0, all, Ct));
        await Work("d3").Start(Revoke("d3"), Ct);
        await Ended("d3");
        stall.After(2);
        await Work("d2", all).Start(Export("d2", all), Ct);
        await stall.Reached.WaitAsync(TimeSpan.FromSeconds(30), Ct);

        await house.Service<ErasureSteps>().Do(id, true, all, Ct);
        stall.Never();

        foreach (var key in new[] { "d1", "d2" })
        {
            Assert.Equal(WorkStage.Expired, (await Work(key, all).Progress(all, Ct))!.Stage);
            Assert.Null(await Work(key, all).Rows(0, all, Ct));
            await NothingKept(key, all);
        }
        await NothingKept("d3");
        Assert.Equal(WorkStage.Done, (await Work("d3").Progress(Office, Ct))!.Stage);
        Assert.Empty(await house.Service<IWorkIndex>().Kept("", 10, Ct));
    }

    [Fact]
    public async Task It_ends_with_the_function_it_was_begun_in_and_does_nothing_further()
    {
        var (account, function) = (Guid.CreateVersion7().ToString("N"), new DateOnly(2020, 4, 1));
        var actor = house.Grains.GetGrain<IAccountGrain>(account);
        Assert.True((await actor.Grant(new GrantFunction("f1", CallerRole.Office, Kyoto.Code, OfficeDuties.All, function, null, "test", Caller.System), Ct)).Accepted);
        var clerk = Office with { Subject = AccountSubject.Of(account) };
        // Gathered whole, and done to some.
        stall.After(Locals / 2 + 5);
        await Work("f1", clerk).Start(Revoke("f1") with { Caller = clerk }, Ct);
        await stall.Reached.WaitAsync(TimeSpan.FromSeconds(30), Ct);

        Assert.True((await actor.Withdraw(new WithdrawFunction("f1", "left the office", Caller.System), Ct)).Accepted);
        stall.Never();
        var ended = await Eventually.Be("the work to fail", () => Work("f1", clerk).Progress(clerk, Ct), p => p?.Stage == WorkStage.Failed, Ct);

        Assert.InRange(ended!.Done, 1, Locals - 1);
        await NothingKept("f1", clerk);
    }

    [Fact]
    public async Task A_filter_that_cannot_be_read_any_more_means_nobody_and_ends_the_work()
    {
        var gathering = house.Service<WorkGathering>();
        var started = new WorkStarted(WorkKind.RevokePasses, [], ExportFormat.Csv, "紛失のおそれ", null, Office, DateTimeOffset.UtcNow.AddDays(7));
        Task<WorkGathered?> Next(string term, string sort) =>
            gathering.Next(started, DateTimeOffset.UtcNow, new WorkRequest(new MemberFilter("", [new FilterTerm(term, "c")]), sort, null), 0, null, 10, Ct);

        Assert.NotNull(await Next("category", "kana"));
        Assert.Null(await Next("of-a-newer-node", "kana"));
        Assert.Null(await Next("category", "of-a-newer-node"));
        Assert.Equal(new WorkEnded(WorkStage.Failed), WorkDecider.Fail(new WorkState { Started = started, Stage = WorkStage.Gathering }, true, default)[0]);
    }

    [Fact]
    public async Task A_list_in_an_order_that_moves_is_gathered_in_one_that_stands_still()
    {
        Assert.True((await Work("m1").Start(Export("m1") with { Sort = "-changed" }, Ct)).Accepted);
        var done = await Ended("m1");

        Assert.Equal(people.Select(p => p.ToString()), (await Rows("m1", done)).Select(r => r[0]));
    }

    async Task NothingKept(string key, Caller? caller = null)
    {
        var id = WorkIds.Of(caller ?? Office, key);
        for (var n = WorkViews.Request; n < 2; n++) Assert.Null(await house.Service<IWorkIndex>().Chunk(id, n, Ct));
    }

    [Fact]
    public async Task No_name_and_nothing_sought_stands_in_the_journal()
    {
        await Work("p1").Start(Export("p1") with { Filter = new MemberFilter("見本", []) }, Ct);
        await Ended("p1");

        var history = await house.Service<IJournal>().Read($"work/{WorkIds.Of(Office, "p1")}", 0, Ct);
        Assert.True(history.Events.Count > 3);
        Assert.All(history.Events, e => Assert.DoesNotMatch("見本|ミホン|吉田|𠮷", Encoding.UTF8.GetString(e.Body)));
    }

    [Fact]
    public async Task What_cannot_be_begun_is_refused_with_a_reason()
    {
        async Task<string?> Reason(StartWork command) => (await Work(command.Key).Start(command, Ct)).Refusal?.Reason;

        Assert.Equal("bad-column", await Reason(Export("x1", null, "colour")));
        Assert.Equal("bad-column", await Reason(Export("x2", null, "name", "name")));
        Assert.Equal("bad-key", await Reason(Export("no spaces")));
        Assert.Equal("bad-filter", await Reason(Export("x3") with { Filter = new MemberFilter("", [new FilterTerm("colour", "red")]) }));
        Assert.Equal("bad-filter", await Reason(Export("x4") with { Sort = "colour" }));
        Assert.Equal("no-reason", await Reason(Revoke("x5") with { Reason = " " }));
        Assert.Equal("reason-too-long", await Reason(Revoke("x6") with { Reason = new string('あ', 501) }));
        Assert.Equal("too-many-chosen", await Reason(Revoke("x7", [])));
        stall.After(0);
        for (var i = 0; i < 3; i++) Assert.Null(await Reason(Export($"y{i}")));
        Assert.Equal("too-many-works", await Reason(Export("y3")));
        stall.Never();
    }
}
