using JmaActors.Members;

namespace JmaActors.WorkHours;

/// <summary>Names and departments of a workplace's physicians, as its board shows them. Lives in one actor.</summary>
sealed class DutyPeople(IMemberDirectory members, IGrainFactory grains)
{
    readonly Dictionary<long, string> names = [];
    Dictionary<long, string> departments = [];
    HashSet<long> left = [];

    /// <summary>Reads who is of which department, and lets names be read again.</summary>
    public async Task Load(IWorkplaceGrain workplace, DateOnly today, CancellationToken ct)
    {
        var (found, gone) = (new Dictionary<long, string>(), new HashSet<long>());
        MemberId? after = null;
        do
        {
            var page = await workplace.Physicians(after, Caller.System, ct);
            foreach (var physician in page)
            {
                found[physician.Member.Number] = physician.Department;
                if (physician.Last < today) gone.Add(physician.Member.Number);
            }
            after = page.Count == WorkHoursLimits.Page ? page[^1].Member : null;
        }
        while (after is not null);
        (departments, left) = (found, gone);
        names.Clear();
    }

    /// <summary>Whether somebody works here no more: a line may outlast the last day.</summary>
    public bool Left(long member) => left.Contains(member);

    /// <summary>Reads the names, and of whom the workplace knows by another number the departments, that are not known yet.</summary>
    public async Task Know(IEnumerable<long> physicians, CancellationToken ct)
    {
        foreach (var member in physicians.Where(m => !departments.ContainsKey(m)).ToList())
        {
            // Two records that were merged: the workplace knows her by the other number.
            var numbers = await grains.GetGrain<IWorkHoursGrain>(member).Numbers(ct);
            departments[member] = numbers.Select(n => departments.GetValueOrDefault(n.Number)).FirstOrDefault(d => d is not null) ?? "";
        }
        foreach (var page in physicians.Where(m => !names.ContainsKey(m)).ToList().Chunk(WorkHoursLimits.Page))
        {
            foreach (var (member, name) in await members.Names(page, null, ct)) names[member] = name;
            foreach (var member in page) names.TryAdd(member, "");
        }
    }

    public DutyPerson Of(DutyLine line, WorkPolicy policy) => new(
        names.GetValueOrDefault(line.Member.Number, ""), departments.GetValueOrDefault(line.Member.Number, ""), DutyRules.Mark(line, policy), line.Rule.Length > 0 ? policy.Rule(line.Rule).Text : null, line);
}
