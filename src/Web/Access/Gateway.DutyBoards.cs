using System.Collections.Concurrent;
using JmaActors.WorkHours;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>Whom a caller was told a duty board shows, and on which day: a board stands open for hours, and its rights are looked at again every few seconds.</summary>
    readonly ConcurrentDictionary<(Caller Caller, WorkplaceId Workplace), (DateOnly On, int Physicians)> _dutyLists = new();

    /// <summary>How institutions of a region keep to the limits, in figures.</summary>
    public Task<HoursPicture> RegionHours(AssociationId region, Caller caller, CancellationToken ct)
    {
        RequireRegion(region, caller);
        return Ask(HoursBoard(region), 0, static (g, _, t) => g.Figures(t), ct);
    }

    /// <summary>Physicians of a workplace in order of their number, each with the name.</summary>
    public async Task<IReadOnlyList<NamedPhysician>> NamedPhysicians(WorkplaceId id, MemberId? after, Caller caller, CancellationToken ct)
    {
        var lines = await Physicians(id, after, caller, ct).ConfigureAwait(false);
        var names = await NamesOf(lines.Select(l => l.Member), ct).ConfigureAwait(false);
        return [.. lines.Select(l => new NamedPhysician(l, names.GetValueOrDefault(l.Member.Number, "")))];
    }

    bool HoursThere(AssociationId region, Caller caller)
    {
        RequireRegion(region, caller);
        return true;
    }

    /// <summary>Whom the board shows goes into the audit before it is shown: once a day, and again when somebody joined.</summary>
    async Task<bool> DutyThere(WorkplaceId id, Caller caller, CancellationToken ct)
    {
        if (await Workplace(id, caller, ct).ConfigureAwait(false) is not { } workplace) return false;
        var now = (Today, workplace.Physicians);
        if (_dutyLists.TryGetValue((caller, id), out var told) && told == now) return true;
        MemberId? after = null;
        do
        {
            var page = await Physicians(id, after, caller, ct).ConfigureAwait(false);
            after = page.Count == WorkHoursLimits.Page ? page[^1].Member : null;
        }
        while (after is not null);
        if (_dutyLists.Count >= WebLimits.LooksKept) _dutyLists.Clear();
        _dutyLists[(caller, id)] = now;
        return true;
    }

    void RequireRegion(AssociationId region, Caller caller) => Require(caller, new Target.SeeRegionHours(region), "see working hours of a region");

    IDutyBoardGrain DutyBoard(string workplace) => actors.Grain<IDutyBoardGrain>(workplace);

    IHoursBoardGrain HoursBoard(AssociationId region) => actors.Grain<IHoursBoardGrain>(region.Code);
}

/// <summary>A physician of a workplace and the name.</summary>
public sealed record NamedPhysician(PhysicianLine Line, string Name);
