using JmaActors.Members;
using JmaActors.Rosters;
using JmaActors.Tests.Grains.Associations;
using JmaActors.Tests.Grains.Members;
using JmaActors.WorkHours;
using Orleans.Concurrency;

namespace JmaActors.Tests.Grains.Rosters;

/// <summary>Attendance of a workplace: of its own physicians, by the ledgers' own rules, each line once.</summary>
public sealed class AttendanceImportTests(SharedHouse shared)
{
    static int places, imports;

    readonly IGrainFactory grains = shared.House.Grains;

    static CancellationToken Ct => ActorHouse.Ct;

    static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(9));

    static DateTimeOffset At(int daysAgo, int hour) => new DateTimeOffset(Today.AddDays(-daysAgo).ToDateTime(new TimeOnly(0)), TimeSpan.FromHours(9)).AddHours(hour);

    async Task<(WorkplaceId Id, IWorkplaceGrain Grain)> Workplace()
    {
        var id = new WorkplaceId($"WA-{Interlocked.Increment(ref places)}");
        var grain = grains.GetGrain<IWorkplaceGrain>(id.Code);
        await grain.Describe(new DescribeWorkplace("1", "試験病院", new AssociationId("26-007"), false, Caller.System), Ct);
        await grain.SetAgreement(new SetAgreement("2", new DateOnly(Today.Year - 1, 4, 1), false, null, 0, Caller.System), Ct);
        return (id, grain);
    }

    async Task<MemberId> Physician(IWorkplaceGrain workplace, string number = "")
    {
        var me = People.Someone();
        Assert.True((await workplace.Assign(new AssignPhysician($"a{me}", me, "", WorkLevel.A, new DateOnly(Today.Year - 1, 4, 1), null, false, Caller.System), Ct)).Accepted);
        if (number.Length > 0) Assert.True((await workplace.NumberEmployee(new NumberEmployee($"n{me}", me, number, Caller.System), Ct)).Accepted);
        await Eventually.Be("the employment", async () => (await Hours(me).Employers(Ct)).Count, c => c > 0, Ct);
        return me;
    }

    IWorkHoursGrain Hours(MemberId id) => grains.GetGrain<IWorkHoursGrain>(id.Number);

    static AttendanceRow Row(
        int line, MemberId? member = null, string employee = "", RegistryNumber? registry = null, int daysAgo = 3, int from = 9, int to = 18, bool rest = false, HoursKind kind = HoursKind.Scheduled) =>
        new(line, member, registry, employee, kind, WorkMarks.None, At(daysAgo, from), At(daysAgo, to), rest ? At(daysAgo, 12) : null, rest ? At(daysAgo, 13) : null, "", "");

    async Task<(int Created, int Unchanged, int Skipped, string Failed)> Both(WorkplaceId place, params AttendanceRow[] rows)
    {
        var by = Caller.System;
        var import = grains.GetGrain<IRosterImportGrain>(ImportKeys.Of(place, $"t{Interlocked.Increment(ref imports)}"));
        var start = new StartImport("kintai.csv", null, false, by, ImportKind.Attendance);
        var chunk = new ImportChunk(0, true, ImportKind.Attendance, false, [], [], [], by, rows);
        Assert.True((await import.TryStart(start, Ct)).Accepted);
        var tried = (await import.Take(chunk.AsImmutable(), Ct)).Value!.Trial!;
        await import.TryFinish(by, Ct);
        await import.Start(start, Ct);
        var did = (await import.Take((chunk with { DryRun = false }).AsImmutable(), Ct)).Value!;
        Assert.Equal((tried.Created, tried.Unchanged, tried.Skipped, tried.Failed), (did.Created, did.Unchanged, did.Skipped, did.Failed));
        Assert.Equal(tried.Errors, did.Errors);
        return (did.Created, did.Unchanged, did.Skipped, string.Join(' ', did.Errors.Select(e => $"{e.Line}:{e.Column}:{e.Reason}")));
    }

    async Task<IReadOnlyList<WorkEntry>> Entries(MemberId id) => (await Hours(id).Entries(Today.AddDays(-400), Today, null, Caller.System, Ct)).Entries;

    [Fact]
    public async Task A_line_is_recorded_once_whatever_file_it_stands_in_and_another_end_is_no_second_record()
    {
        var (place, workplace) = await Workplace();
        var me = await Physician(workplace, "E-1");

        Assert.Equal((1, 0, 0, ""), await Both(place, Row(1, me, rest: true)));
        Assert.Equal((0, 1, 0, ""), await Both(place, Row(7, employee: "E-1", rest: true)));
        Assert.Equal((0, 0, 0, "1:end:attendance-differs"), await Both(place, Row(1, me, to: 19)));
        Assert.Equal((1, 0, 1, ""), await Both(place, Row(1, me, daysAgo: 200), Row(2, me) with { From = null, To = null }));

        var entries = await Entries(me);
        Assert.Equal([HoursKind.Scheduled, HoursKind.Scheduled, HoursKind.Break], entries.Select(e => e.Kind));
        Assert.All(entries, e => Assert.Equal((WorkSource.Import, true), (e.Source, e.Reason.StartsWith($"w.{place}.", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Of_nobody_the_workplace_does_not_employ_anything_is_told_or_recorded()
    {
        var (place, workplace) = await Workplace();
        var ((_, elsewhere), registry) = (await Workplace(), People.Registry());
        var (me, other) = (await Physician(workplace, "E-1"), await Physician(elsewhere, "E-2"));
        var stranger = People.Someone();
        Assert.True((await grains.GetGrain<IMemberGrain>(stranger.Number).Register(People.Registration(registry, People.Card(), null), Ct)).Accepted);
        await Hours(stranger).ReportEmployment(new ReportEmployment("r", place, new DateOnly(Today.Year - 1, 4, 1), Caller.System), Ct);

        var became = await Both(
            place, Row(1, other), Row(2, employee: "E-2"), Row(3, registry: registry), Row(4, People.Someone()), Row(5, registry: People.Registry()), Row(6, me, "E-9"), Row(7), Row(8, me, "E-1", daysAgo: 4));

        Assert.Equal(
            (1, 0, 0, "1:employee:not-employed 2:employee:not-employed 3:employee:not-employed 4:employee:not-employed 5:employee:not-employed 6:employee:not-employed 7:employee:no-employee"), became);
        Assert.Empty(await Entries(other));
        Assert.Empty(await Entries(stranger));
    }

    [Fact]
    public async Task Of_a_line_the_ledger_refuses_nothing_is_recorded_and_the_others_are()
    {
        var (place, workplace) = await Workplace();
        var me = await Physician(workplace);

        Assert.Equal((1, 0, 0, "1:end:record-too-long 3:start:in-the-future"), await Both(place, Row(1, me, daysAgo: 9, to: 100, rest: true), Row(2, me), Row(3, me, daysAgo: -3)));

        Assert.Equal([HoursKind.Scheduled], (await Entries(me)).Select(e => e.Kind));
    }

    [Fact]
    public async Task A_number_is_one_physicians_and_how_files_are_read_is_kept()
    {
        var (_, workplace) = await Workplace();
        var (one, other) = (await Physician(workplace, "Ｅ－１"), await Physician(workplace));
        Task<Answer<PhysicianLine>> Give(MemberId id, string number, string key) => workplace.NumberEmployee(new NumberEmployee(key, id, number, Caller.System), Ct);

        Assert.Equal("number-taken", (await Give(other, "E-1", "k1")).Refusal!.Reason);
        Assert.Equal("unknown-physician", (await Give(People.Someone(), "E-3", "k2")).Refusal!.Reason);
        Assert.Equal("E-2", (await Give(one, "E-2", "k3")).Value!.Employee);
        Assert.Equal("E-1", (await Give(other, " E-1 ", "k4")).Value!.Employee);
        Assert.Equal([one, other], [.. (await workplace.FindEmployees(["E-2", "E-1", "E-9"], [], Ct)).Numbers.Values.Order()]);

        Assert.Null(await workplace.AttendanceMapping(Caller.System, Ct));
        var mapping = new AttendanceMapping(new Dictionary<string, string> { ["個人コード"] = "employee" }, new Dictionary<string, string> { ["救急A"] = "nightDuty" });
        Assert.True((await workplace.KeepAttendanceMapping(new KeepAttendanceMapping("m", mapping, Caller.System), Ct)).Accepted);
        var kept = (await workplace.AttendanceMapping(Caller.System, Ct))!;
        Assert.Equal(("employee", "nightDuty"), (kept.Columns["個人コード"], kept.Kinds["救急A"]));
        Assert.Equal("bad-mapping", (await workplace.KeepAttendanceMapping(new KeepAttendanceMapping("m2", mapping with { Kinds = new Dictionary<string, string> { [""] = "x" } }, Caller.System), Ct)).Refusal!.Reason);
    }

    [Fact]
    public async Task Attendance_is_imported_under_a_key_of_its_workplace_only() => Assert.Equal(
        "bad-key", (await grains.GetGrain<IRosterImportGrain>("26.attendance").Start(new StartImport("f.csv", null, false, Caller.System, ImportKind.Attendance), Ct)).Refusal!.Reason);
}
