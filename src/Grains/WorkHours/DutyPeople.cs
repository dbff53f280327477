using JmaActors.Members;

namespace JmaActors.WorkHours;

/// <summary>Names and departments of a workplace's physicians, as its board shows them. Lives in one actor.</summary>
sealed class DutyPeople(IMemberDirectory members)
{
    readonly Dictionary<long, string> names = [];
    Dictionary<long, string> departments = [];

    /// <summary>Reads who is of which department, and lets names be read again.</summary>
    public async Task Load(IWorkplaceGrain workplace, CancellationToken ct)
    {
        var found = new Dictionary<long, string>();
        MemberId? after = null;
        do
        {
            var page = await workplace.Physicians(after, Caller.System, ct);
            foreach (var physician in page) found[physician.Member.Number] = physician.Department;
            after = page.Count == WorkHoursLimits.Page ? page[^1].Member : null;
        }
        while (after is not null);
        departments = found;
        names.Clear();
    }

    /// <summary>Reads the names that are not known yet.</summary>
    public async Task Know(IEnumerable<long> physicians, CancellationToken ct)
    {
        foreach (var page in physicians.Where(m => !names.ContainsKey(m)).ToList().Chunk(WorkHoursLimits.Page))
        {
            foreach (var (member, name) in await members.Names(page, null, ct)) names[member] = name;
            foreach (var member in page) names.TryAdd(member, "");
        }
    }

    public DutyPerson Of(DutyLine line, WorkPolicy policy) => new(
        names.GetValueOrDefault(line.Member.Number, ""), departments.GetValueOrDefault(line.Member.Number, ""), DutyRules.Mark(line, policy), line.Rule.Length > 0 ? policy.Rule(line.Rule).Text : null, line);
}
