using System.Globalization;
using JmaActors.Demonstration;
using JmaActors.Directory;
using JmaActors.Time;
using JmaActors.WorkHours;

namespace JmaActors.Composition;

/// <summary>
/// Loads workplaces, rosters and records of the demonstration through the same commands everybody uses: a start that was cut short goes on where it stopped, a later one
/// changes nothing.
/// </summary>
public sealed class DemonstrationHours(IGrainFactory grains, SiloSettings settings, TimeProvider time)
{
    /// <summary>Physicians in all, and of how many members one of them is.</summary>
    const int Physicians = 100, MembersEach = 20;

    /// <summary>Physicians under way at once.</summary>
    const int AtOnce = 16;

    /// <summary>How often it is asked whether a workplace's word has reached a physician's ledger, and for how long.</summary>
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20), Patience = TimeSpan.FromSeconds(20);

    public async Task Run(CancellationToken ct)
    {
        // The last thing that is done.
        var done = await Workplace(DemonstrationWorkplace.SideJobs).Read(Caller.System, ct);
        if (settings.Population < MembersEach || done?.Departments.Count > 0) return;
        var now = time.GetUtcNow();
        foreach (var at in DemonstrationWorkplace.All) await Place(at, Tokyo.DateOf(now), ct);
        var people = new Dictionary<AssociationId, Queue<MemberId>>();
        foreach (var at in DemonstrationWorkplace.All)
        {
            var physicians = await Take(people, at, ct);
            await Parallel.ForEachAsync(physicians.Index(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (p, token) => await Physician(at, p.Index, p.Item, now, token));
        }
        await SideJobs(now, ct);
        Taken(await Workplace(DemonstrationWorkplace.SideJobs).SetDepartment(new SetDepartment("demo-last", DemonstrationWorkplace.SideJobs.Departments[0].Name, true, Caller.System), ct));
    }

    async Task Place(DemonstrationWorkplace at, DateOnly today, CancellationToken ct)
    {
        var (workplace, from) = (Workplace(at), DemonstrationWorkplace.Agreement(today));
        Taken(await workplace.Describe(new DescribeWorkplace("demo", at.Name, at.Association, false, Caller.System), ct));
        foreach (var level in at.Levels) Taken(await workplace.Designate(new DesignateLevel($"demo-{level}", level, from.AddYears(-1), null, Caller.System), ct));
        if (at.PermittedPost.Length > 0)
            Taken(await workplace.Permit(new PermitDuty("demo-permit", "", at.PermittedPost, DemonstrationWorkplace.PermittedBand.Begins, DemonstrationWorkplace.PermittedBand.Ends, from.AddYears(-1), null, Caller.System), ct));
        if (at != DemonstrationWorkplace.SideJobs)
        {
            foreach (var (name, _) in at.Departments) Taken(await workplace.SetDepartment(new SetDepartment($"demo-{name}", name, true, Caller.System), ct));
        }
        Taken(await workplace.SetAgreement(new SetAgreement("demo-agreement", from, false, DayOfWeek.Sunday, 0, Caller.System), ct));
    }

    /// <summary>Members of the prefecture, in the order its office sees them, nobody twice.</summary>
    async Task<IReadOnlyList<MemberId>> Take(Dictionary<AssociationId, Queue<MemberId>> people, DemonstrationWorkplace at, CancellationToken ct)
    {
        var prefecture = at.Association.Parent!.Value;
        if (!people.TryGetValue(prefecture, out var queue))
        {
            var page = await grains.GetGrain<IDirectoryGrain>(0).Members(new MemberQuery("", null, null, null, null, DirectoryLimits.Page), Caller.Office(prefecture), ct);
            people.Add(prefecture, queue = new Queue<MemberId>(page.Members.Select(m => m.Id)));
        }
        var taken = new List<MemberId>();
        while (taken.Count < at.Physicians(Math.Min(Physicians, settings.Population / MembersEach)) && queue.TryDequeue(out var next)) taken.Add(next);
        return taken;
    }

    async Task Physician(DemonstrationWorkplace at, int place, MemberId member, DateTimeOffset now, CancellationToken ct)
    {
        var (duty, from) = (new DemonstrationDuty(at, place, member, now, DemonstrationSeeder.Seed), DemonstrationWorkplace.Agreement(Tokyo.DateOf(now)));
        var department = at == DemonstrationWorkplace.SideJobs ? "" : duty.Post.Department;
        Taken(await Workplace(at).Assign(new AssignPhysician($"demo-{member}", member, department, duty.Post.Level, from, null, false, Caller.System), ct));
        foreach (var roster in duty.Rosters()) Taken(await Workplace(at).PlanRoster(roster with { Key = $"{roster.Key}-{member}" }, ct));
        await Known(member, at.Id, ct);
        var hours = grains.GetGrain<IWorkHoursGrain>(member.Number);
        foreach (var batch in duty.Records().Chunk(WorkHoursLimits.Batch))
        {
            foreach (var answer in await hours.RecordBatch(batch, ct)) Taken(answer);
        }
        // Of those who are heavy all but one were seen in time.
        if (duty is { Habit: DutyHabit.Heavy, Missed: false }) Taken(await hours.RecordHealthMeasure(new RecordHealthMeasure("demo-interview", HealthMeasureKind.Interview, duty.SeenAt, Caller.System), ct));
        if (duty.Running() is { } running) await hours.ClockIn(running, ct);
    }

    /// <summary>Two of the first workplace also work elsewhere: one at a clinic that uses this system, one where nobody does.</summary>
    async Task SideJobs(DateTimeOffset now, CancellationToken ct)
    {
        var physicians = await Workplace(DemonstrationWorkplace.First).Physicians(null, Caller.System, ct);
        var (today, side) = (Tokyo.DateOf(now), DemonstrationWorkplace.SideJobs.Id);
        if (physicians.Count < 2) return;
        var (one, other) = (physicians[0].Member, physicians[1].Member);
        Taken(await Workplace(DemonstrationWorkplace.SideJobs).Assign(new AssignPhysician($"demo-{one}", one, "", WorkLevel.A, DemonstrationWorkplace.Agreement(today), null, false, Caller.System), ct));
        await Known(one, side, ct);
        var elsewhere = new WorkplaceId("S26-900");
        await grains.GetGrain<IWorkHoursGrain>(other.Number).ReportEmployment(new ReportEmployment("demo-side", elsewhere, DemonstrationWorkplace.Agreement(today), Caller.Member(other)), ct);
        foreach (var day in Enumerable.Range(1, 35).Select(n => today.AddDays(-n)).Where(d => d.DayOfWeek == DayOfWeek.Saturday))
        {
            var (from, to) = (Tokyo.At(day, new TimeOnly(9, 0)), Tokyo.At(day, new TimeOnly(13, 0)));
            var key = string.Create(CultureInfo.InvariantCulture, $"demo-side-{day:yyyyMMdd}");
            await grains.GetGrain<IWorkHoursGrain>(one.Number).Record(new RecordWork(key, side, HoursKind.Scheduled, from, to, WorkSource.SelfReport, Caller.Member(one)), ct);
            await grains.GetGrain<IWorkHoursGrain>(other.Number).Record(new RecordWork(key, elsewhere, HoursKind.Scheduled, from, to, WorkSource.SelfReport, Caller.Member(other)), ct);
        }
    }

    /// <summary>Until a workplace's word has reached the physician's ledger.</summary>
    async Task Known(MemberId member, WorkplaceId at, CancellationToken ct)
    {
        var hours = grains.GetGrain<IWorkHoursGrain>(member.Number);
        for (var since = time.GetTimestamp(); await hours.Line(at, ct) is null; await Task.Delay(Look, time, ct))
        {
            if (time.GetElapsedTime(since) > Patience) throw new TimeoutException($"The ledger of a physician did not hear of {at} in time.");
        }
    }

    IWorkplaceGrain Workplace(DemonstrationWorkplace at) => grains.GetGrain<IWorkplaceGrain>(at.Id.Code);

    static void Taken<T>(Answer<T> answer)
    {
        if (answer.Refusal is { } refusal) throw new InvalidOperationException($"Working hours of the demonstration were refused: {refusal.Reason} {refusal.Detail}");
    }
}
