using JmaActors.Journal;
using JmaActors.Members;
using JmaActors.Time;
using JmaActors.WorkHours;

namespace JmaActors.Feeds;

/// <inheritdoc cref="IFeedReaderGrain" />
[StatelessWorker, GrainType("feed-reader")]
sealed class FeedReaderGrain(IFeedIndex index, IMemberDirectory people, TimeProvider time) : Grain, IFeedReaderGrain
{
    public async Task<FoundFeed?> Find(byte[] hash, CancellationToken ct)
    {
        if (await index.Find(Convert.ToHexStringLower(hash), ct).OrTryAgain() is not (var owner, var feed) || !FeedOwner.TryParse(owner, out var of)) return null;
        var line = (await GrainFactory.GetGrain<IFeedGrain>(owner).List(Caller.System, ct)).FirstOrDefault(f => f.Feed == feed);
        return line is null ? null : new FoundFeed(of, line);
    }

    public async Task<DutyFeed> Read(FoundFeed feed, CancellationToken ct)
    {
        var today = Tokyo.DateOf(time.GetUtcNow());
        var (from, to) = (today.AddDays(-DutyFeedLimits.DaysBack), today.AddDays(DutyFeedLimits.DaysAhead));
        var own = feed.Owner.Role == CallerRole.Member;
        var shifts = own ? await Of(MemberId.Parse(feed.Owner.Scope), from, to, ct) : await At(new WorkplaceId(feed.Owner.Scope), feed.Line.Department, from, to, ct);
        return new DutyFeed(feed.Line.Name, await Told(shifts, own, ct));
    }

    async Task<List<(MemberId Member, PlannedLine Line)>> Of(MemberId member, DateOnly from, DateOnly to, CancellationToken ct) =>
        [.. (await GrainFactory.GetGrain<IWorkHoursGrain>(member.Number).Plan(from, to, Caller.System, ct)).Take(DutyFeedLimits.Shifts).Select(l => (member, l))];

    /// <summary>Of the physicians of a department, those shifts that are at the workplace: what is planned elsewhere is not its own to show.</summary>
    async Task<List<(MemberId Member, PlannedLine Line)>> At(WorkplaceId workplace, string department, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var (members, after) = (new List<MemberId>(), (MemberId?)null);
        do
        {
            var page = await GrainFactory.GetGrain<IWorkplaceGrain>(workplace.Code).Physicians(after, Caller.System, ct);
            members.AddRange(page.Where(p => !(p.Last < from) && (department.Length == 0 || p.Department == department)).Select(p => p.Member));
            after = page.Count == WorkHoursLimits.Page ? page[^1].Member : null;
        }
        while (after is not null && members.Count < DutyFeedLimits.Physicians);

        var shifts = new List<(MemberId Member, PlannedLine Line)>();
        foreach (var some in members.Take(DutyFeedLimits.Physicians).Chunk(DutyFeedLimits.AtOnce))
        {
            foreach (var found in await Task.WhenAll(some.Select(m => Of(m, from, to, ct)))) shifts.AddRange(found.Where(f => f.Line.Workplace == workplace));
        }
        return [.. shifts.OrderBy(s => s.Line.Shift.From).ThenBy(s => s.Member.Number).Take(DutyFeedLimits.Shifts)];
    }

    async Task<IReadOnlyList<FeedShift>> Told(List<(MemberId Member, PlannedLine Line)> shifts, bool own, CancellationToken ct)
    {
        var places = new Dictionary<WorkplaceId, string>();
        foreach (var place in shifts.Select(s => s.Line.Workplace).Distinct())
            places[place] = (await GrainFactory.GetGrain<IWorkplaceGrain>(place.Code).Read(Caller.System, ct))?.Name ?? place.Code;
        var names = own ? null : await people.Names([.. shifts.Select(s => s.Member.Number).Distinct()], null, ct).OrTryAgain();
        return [.. shifts.Select(s => new FeedShift(s.Member, names?.GetValueOrDefault(s.Member.Number) ?? "", s.Line.Workplace, places[s.Line.Workplace], s.Line.Shift))];
    }
}
