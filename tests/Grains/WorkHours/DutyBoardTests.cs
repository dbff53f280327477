using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using JmaActors.Live;
using JmaActors.Members;
using JmaActors.Merges;
using JmaActors.Tests.Grains.Associations;
using JmaActors.Tests.Grains.Members;
using JmaActors.WorkHours;

namespace JmaActors.Tests.Grains.WorkHours;

/// <summary>The duty board of a workplace and the board of its region, on real actors and the real journal.</summary>
public sealed class DutyBoardTests(SharedHouse shared)
{
    static readonly TimeSpan Within = TimeSpan.FromSeconds(20);
    static int places;

    readonly IGrainFactory grains = shared.House.Grains;

    static CancellationToken Ct => ActorHouse.Ct;

    static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(9));

    static DateOnly Agreement => new(Today.Year - 1, Today.Month, 1);

    IWorkHoursGrain Hours(MemberId id) => grains.GetGrain<IWorkHoursGrain>(id.Number);

    async Task<(WorkplaceId Id, IWorkplaceGrain Grain)> Workplace(AssociationId association)
    {
        var id = new WorkplaceId($"WB-{Interlocked.Increment(ref places)}");
        var grain = grains.GetGrain<IWorkplaceGrain>(id.Code);
        Assert.True((await grain.Describe(new DescribeWorkplace("1", "試験病院", association, false, Caller.System), Ct)).Accepted);
        Assert.True((await grain.SetAgreement(new SetAgreement("2", Agreement, false, null, 0, Caller.System), Ct)).Accepted);
        Assert.True((await grain.Designate(new DesignateLevel("3", WorkLevel.B, Agreement, null, Caller.System), Ct)).Accepted);
        Assert.True((await grain.SetDepartment(new SetDepartment("4", "外科", true, Caller.System), Ct)).Accepted);
        return (id, grain);
    }

    async Task<MemberId> Physician(WorkplaceId at, IWorkplaceGrain workplace, string name = "当番 太郎")
    {
        var me = People.Someone();
        Assert.True((await grains.GetGrain<IMemberGrain>(me.Number).Register(People.Registration(person: People.Person(name: name)), Ct)).Accepted);
        Assert.True((await workplace.Assign(new AssignPhysician($"a{me}", me, "外科", WorkLevel.B, Agreement, null, false, Caller.System), Ct)).Accepted);
        await Eventually.Be("the terms of the employment", () => Hours(me).Line(at, Ct), l => l is not null, Ct);
        return me;
    }

    /// <summary>Figures follow a clock-in a moment later; here when the test says so.</summary>
    async Task Follow()
    {
        while (shared.House.Service<LateHours>().Waiting > 0) await shared.House.Service<LateHoursWork>().Next(Ct);
    }

    [Fact]
    public async Task Who_watches_sees_a_clock_in_come_as_a_line_and_the_figures_with_it()
    {
        var (id, workplace) = await Workplace(AssociationId.Local(42, 1));
        var me = await Physician(id, workplace);
        var screen = await Screen.Watch(shared, id);
        Assert.Equal(("当番 太郎", "外科", 0), (screen.Now.People[me.ToString()].Name, screen.Now.People[me.ToString()].Department, screen.Now.Totals.OnDuty));

        await Hours(me).ClockIn(new ClockIn("in", id, HoursKind.NightDuty, Caller.System, TimeProvider.System.GetUtcNow().AddHours(-2)), Ct);
        var on = await screen.Becomes(p => p.Totals.OnDuty == 1);
        Assert.Equal((HoursKind.NightDuty, 1), (on.People[me.ToString()].Line.OnKind, on.Totals.Nights));

        await Hours(me).ClockOut(new ClockOut("out", id, Caller.System), Ct);
        await screen.Becomes(p => p.Totals.OnDuty == 0);
        await Follow();
        var off = (await screen.Becomes(p => p.People[me.ToString()].Line.RestUntil is not null)).People[me.ToString()].Line;
        Assert.Equal(120, (off.LastOut!.Value - (await Hours(me).Find("in", Caller.System, Ct))!.From).TotalMinutes, 1d);
        Assert.True(off.RestUntil >= off.LastOut.Value.AddHours(9));

        // Somebody who joins comes with the workplace's own word.
        var joined = await Physician(id, workplace, "後から 花子");
        Assert.Equal("後から 花子", (await screen.Becomes(p => p.People.TryGetValue(joined.ToString(), out var there) && there.Name.Length > 0)).People[joined.ToString()].Name);
    }

    [Fact]
    public async Task After_many_clock_ins_at_once_every_line_is_what_a_recount_finds()
    {
        var (id, workplace) = await Workplace(AssociationId.Local(42, 2));
        var physicians = new List<MemberId>();
        for (var i = 0; i < 24; i++) physicians.Add(await Physician(id, workplace));
        var screen = await Screen.Watch(shared, id);

        var now = TimeProvider.System.GetUtcNow();
        await Parallel.ForEachAsync(physicians.SelectMany((p, i) => Enumerable.Range(0, 6).Select(n => (p, i, n))).GroupBy(x => x.p), Ct, async (mine, ct) =>
        {
            foreach (var (p, i, n) in mine)
            {
                var at = now.AddHours(-30 + n * 4);
                await Hours(p).ClockIn(new ClockIn($"in{n}", id, HoursKind.Scheduled, Caller.System, at), ct);
                // Some stay.
                if (n < 5 || i % 3 > 0) await Hours(p).ClockOut(new ClockOut($"out{n}", id, Caller.System, at.AddMinutes(90 + i)), ct);
            }
        });

        await Follow();
        await screen.Becomes(p => p.Totals.OnDuty == 8 && p.People.Values.All(x => x.Line.Version >= 12));
        // That a threshold was crossed is an event of its own, after the figures: rows and board go on for a moment.
        var list = await Eventually.Be(
            "the board as the rows are", () => grains.GetGrain<IDutyListGrain>(0).Duty(id, null, WorkHoursLimits.Page, Caller.System, Ct),
            l => l.Lines.Count == physicians.Count && l.Lines.All(line => screen.Now.People[line.Member.ToString()].Line == line), Ct);
        var drawn = screen.Now;
        // The rows are what the ledgers say at that moment.
        foreach (var line in list.Lines.Take(5))
        {
            var view = await Hours(line.Member).Read(line.AsOf, Caller.System, Ct);
            Assert.Equal((view.Months[0].Minutes, view.Months[0].Expected, view.Employments[0].Total), (line.Month, line.MonthExpected, line.Total));
        }
        Assert.Equal(DutyRules.Totals([.. list.Lines], shared.House.Service<JmaActors.Policies.PolicyBook>().Work(Today)), drawn.Totals);
    }

    [Fact]
    public async Task Who_is_merged_into_another_leaves_the_board_and_the_other_comes()
    {
        var (id, workplace) = await Workplace(AssociationId.Local(42, 4));
        var (goes, stays) = (await Physician(id, workplace), People.Someone());
        Assert.True((await grains.GetGrain<IMemberGrain>(stays.Number).Register(People.Registration(), Ct)).Accepted);
        var screen = await Screen.Watch(shared, id);
        Assert.Equal([goes.ToString()], screen.Now.People.Keys);
        var pair = grains.GetGrain<IMergeGrain>(MergePair.Of(goes, stays).Key);

        Assert.True((await pair.Decide(new DecideMerge(stays, MergeFields.None, "同一人", Caller.System), Ct)).Accepted);
        await screen.Becomes(p => p.People.ContainsKey(stays.ToString()) && !p.People.ContainsKey(goes.ToString()));

        Assert.True((await pair.Undo(new UndoMerge("別人", Caller.System), Ct)).Accepted);
        await screen.Becomes(p => p.People.ContainsKey(goes.ToString()) && !p.People.ContainsKey(stays.ToString()));
    }

    [Fact]
    public async Task An_employer_the_physician_told_of_has_no_line()
    {
        var (id, _) = await Workplace(AssociationId.Local(42, 3));
        var me = People.Someone();
        Assert.True((await Hours(me).ReportEmployment(new ReportEmployment("r", id, Agreement, Caller.Member(me)), Ct)).Accepted);

        Assert.Null(await Hours(me).Line(id, Ct));
        Assert.Empty((await grains.GetGrain<IDutyListGrain>(0).Duty(id, null, 10, Caller.System, Ct)).Lines);
    }

    [Fact]
    public async Task A_region_counts_each_person_once_and_leaves_small_numbers_out()
    {
        var region = AssociationId.Prefecture(43);
        var ((one, first), (_, second)) = (await Workplace(AssociationId.Local(43, 1)), await Workplace(AssociationId.Local(43, 2)));
        var physicians = new List<MemberId>();
        for (var i = 0; i < 11; i++) physicians.Add(await Physician(one, first));
        Assert.True((await second.Assign(new AssignPhysician("side", physicians[0], "外科", WorkLevel.A, Agreement, null, false, Caller.System), Ct)).Accepted);

        var figures = await Eventually.Be("the second employment", () => grains.GetGrain<IHoursBoardGrain>(region.Code).Figures(Ct), f => f.Total.Physicians == 11 && f.Units.Values.All(u => u.Figures.Physicians is null), Ct);
        Assert.Equal((2, 10), (figures.Institutions, figures.Least));
        Assert.Equal((2, 0), (figures.Designated[WorkLevel.B], figures.Designated[WorkLevel.A]));
        Assert.Equal((11, 0), (figures.Levels[WorkLevel.B].Physicians, figures.Levels[WorkLevel.A].Physicians));
        Assert.NotEmpty(figures.Trend);
    }

    /// <summary>A screen before which a workplace's board is open.</summary>
    sealed class Screen : IBoardObserver
    {
        readonly Lock gate = new();
        readonly List<(Func<DutyPicture, bool> When, TaskCompletionSource<DutyPicture> Then)> waiting = [];
        readonly ConcurrentQueue<BoardChange> early = new();
        JsonNode? node;

        public DutyPicture Now { get; private set; } = null!;

        public static async Task<Screen> Watch(SharedHouse shared, WorkplaceId id)
        {
            var screen = new Screen();
            var answer = await shared.House.Grains.GetGrain<IDutyBoardGrain>(id.Code).Watch(shared.House.Cluster.Client.CreateObjectReference<IBoardObserver>(screen), null, Ct);
            screen.Begin(answer.Picture!);
            GC.KeepAlive(screen);
            return screen;
        }

        void Begin(BoardPicture picture)
        {
            lock (gate)
            {
                node = JsonNode.Parse(picture.Json);
                Now = Read();
                foreach (var change in early.Where(c => c.From.N >= picture.Version.N)) Apply(change);
            }
        }

        public Task<DutyPicture> Becomes(Func<DutyPicture, bool> when)
        {
            lock (gate)
            {
                if (when(Now)) return Task.FromResult(Now);
                var then = new TaskCompletionSource<DutyPicture>(TaskCreationOptions.RunContinuationsAsynchronously);
                waiting.Add((when, then));
                return then.Task.WaitAsync(Within, Ct);
            }
        }

        public Task Changed(BoardChange change)
        {
            lock (gate)
            {
                if (node is null) early.Enqueue(change);
                else Apply(change);
            }
            return Task.CompletedTask;
        }

        void Apply(BoardChange change)
        {
            node = Merge(node, JsonNode.Parse(change.Patch));
            Now = Read();
            foreach (var (when, then) in waiting)
            {
                if (when(Now)) then.TrySetResult(Now);
            }
        }

        DutyPicture Read() => node.Deserialize<DutyPicture>(BoardJson.Options)!;

        static JsonNode? Merge(JsonNode? onto, JsonNode? patch)
        {
            if (patch is not JsonObject changes) return patch?.DeepClone();
            var target = onto as JsonObject ?? [];
            foreach (var (key, value) in changes)
            {
                if (value is null) target.Remove(key);
                else target[key] = Merge(target[key]?.DeepClone(), value);
            }
            return target;
        }
    }
}
