using JmaActors.Audit;
using JmaActors.WorkHours;

namespace JmaActors.Web.Access;

/// <summary>A physician's planned month at one workplace.</summary>
/// <param name="Name">Empty when there is no such person any more.</param>
/// <param name="Shifts">Those of the workplace, in order.</param>
/// <param name="Findings">What the plan of all employers breaks as it stands.</param>
public sealed record RosterLine(MemberId Member, string Name, string Department, WorkLevel Level, IReadOnlyList<RosterShift> Shifts, IReadOnlyList<HoursFinding> Findings);

/// <param name="Next">The last physician looked at; null after the last of them.</param>
public sealed record RosterPage(IReadOnlyList<RosterLine> Lines, MemberId? Next);

public sealed partial class Gateway
{
    /// <summary>Physicians of one page of a roster.</summary>
    public const int RosterLines = 20;

    /// <summary>Physicians whose plans are checked at a time.</summary>
    public const int RosterChecks = 100;

    /// <summary>Plans of a workplace's physicians for a span of days, in order of their number, each with what it breaks as it stands.</summary>
    /// <param name="department">One department alone; null for all.</param>
    public async Task<RosterPage> Rosters(WorkplaceId id, string? department, DateOnly from, DateOnly to, MemberId? after, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SteerWorkplace(id), "keep a workplace");
        var (physicians, next) = await Physicians(id, department, from, after, RosterLines, caller, ct).ConfigureAwait(false);
        var lines = await Task.WhenAll(physicians.Select(p => Planned(id, p, from, to, caller, ct))).ConfigureAwait(false);
        return new RosterPage(await Named(lines, caller, ct).ConfigureAwait(false), next);
    }

    /// <summary>Checks the plans of the next physicians of a workplace as they stand, and answers those that break something.</summary>
    public async Task<RosterPage> CheckRosters(WorkplaceId id, DateOnly from, DateOnly to, MemberId? after, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SteerWorkplace(id), "keep a workplace");
        var (physicians, next) = await Physicians(id, null, from, after, RosterChecks, caller, ct).ConfigureAwait(false);
        var lines = await Task.WhenAll(physicians.Select(async p => new RosterLine(
            p.Member, "", p.Department, LevelOn(p, from), [], await Ask(HoursOf(p.Member), (from, to, caller), static (g, w, t) => g.CheckPlan(w.from, w.to, w.caller, t), ct).ConfigureAwait(false)))).ConfigureAwait(false);
        return new RosterPage(await Named([.. lines.Where(l => l.Findings.Count > 0)], caller, ct).ConfigureAwait(false), next);
    }

    async Task<(IReadOnlyList<PhysicianLine> Lines, MemberId? Next)> Physicians(WorkplaceId id, string? department, DateOnly from, MemberId? after, int wanted, Caller caller, CancellationToken ct)
    {
        List<PhysicianLine> found = [];
        for (var pages = 0; pages <= WorkHoursLimits.Physicians / WorkHoursLimits.Page; pages++)
        {
            var page = await Ask(WorkplaceOf(id), (after, caller), static (g, w, t) => g.Physicians(w.after, w.caller, t), ct).ConfigureAwait(false);
            foreach (var line in page.Where(l => !(l.Last < from)))
            {
                if (found.Count == wanted) return (found, found[^1].Member);
                if (department is null || line.Department == department) found.Add(line);
            }
            if (page.Count < WorkHoursLimits.Page) break;
            after = page[^1].Member;
        }
        return (found, null);
    }

    async Task<RosterLine> Planned(WorkplaceId id, PhysicianLine physician, DateOnly from, DateOnly to, Caller caller, CancellationToken ct)
    {
        var plan = Ask(HoursOf(physician.Member), (from, to, caller), static (g, w, t) => g.Plan(w.from, w.to, w.caller, t), ct);
        var findings = Ask(HoursOf(physician.Member), (from, to, caller), static (g, w, t) => g.CheckPlan(w.from, w.to, w.caller, t), ct);
        return new RosterLine(
            physician.Member, "", physician.Department, LevelOn(physician, from),
            [.. (await plan.ConfigureAwait(false)).Where(p => p.Workplace == id).Select(p => p.Shift)], await findings.ConfigureAwait(false));
    }

    /// <summary>Whom a workplace employs it knows by name.</summary>
    async Task<IReadOnlyList<RosterLine>> Named(IReadOnlyList<RosterLine> lines, Caller caller, CancellationToken ct)
    {
        if (lines.Count == 0) return lines;
        var names = await NamesOf(lines.Select(l => l.Member), ct).ConfigureAwait(false);
        await Listed(DutyList, lines.Select(l => l.Member), caller, ct).ConfigureAwait(false);
        return [.. lines.Select(l => l with { Name = names.GetValueOrDefault(l.Member.Number, "") })];
    }

    static WorkLevel LevelOn(PhysicianLine physician, DateOnly on) =>
        physician.Levels.LastOrDefault(l => l.From <= on && (l.To is not { } to || on <= to))?.Level ?? WorkLevel.A;
}
