using System.Globalization;
using JmaActors.Credits;
using JmaActors.Directory;
using JmaActors.Members;
using JmaActors.WorkHours;

namespace JmaActors.Tests.Storage.Directory;

/// <summary>What a search must find, by looking at everybody in turn. Knows nothing of SQL, measures or rows that are shared.</summary>
sealed class Reference(Population population)
{
    /// <summary>What each is found by: name and kana folded, and their parts.</summary>
    readonly Dictionary<long, (string[] Whole, string[] Beginnings)> folded = population.Members.ToDictionary(static m => m.MemberId, static m =>
    {
        string[] whole = [NameRules.Fold(m.Name), NameRules.Fold(m.Kana)];
        return (whole, (string[])[.. whole, .. m.Name.Split(' ').Select(NameRules.Fold), .. m.Kana.Split(' ').Select(NameRules.Fold)]);
    });

    public List<MemberRow> Find(MemberFilter filter, SearchScope scope)
    {
        var text = Text(filter.Text);
        return [.. population.Members.Where(m => Seen(m, scope) && text(m) && filter.Terms.All(t => Met(t, m)))];
    }

    /// <summary>Everybody found, in order.</summary>
    public List<long> Sorted(MemberFilter filter, SearchScope scope, string sort)
    {
        var found = Find(filter, scope);
        Comparison<MemberRow> by = sort.TrimStart('-') switch
        {
            "kana" => (a, b) => string.CompareOrdinal(a.Kana, b.Kana),
            "registry" => (a, b) => Registry(a).CompareTo(Registry(b)),
            "changed" => (a, b) => population.People[a.MemberId].ChangedAt.CompareTo(population.People[b.MemberId].ChangedAt),
            _ => (a, b) => Total(a).CompareTo(Total(b)),
        };
        found.Sort((a, b) => by(a, b) is var order && order != 0 ? order : a.MemberId.CompareTo(b.MemberId));
        if (sort.StartsWith('-')) found.Reverse();
        return found.ConvertAll(m => m.MemberId);
    }

    static int Registry(MemberRow m) => m.Registry is null ? int.MaxValue : int.Parse(m.Registry, CultureInfo.InvariantCulture);

    int Total(MemberRow m) => Credit(m).Total;

    (int Total, int? Posted) Credit(MemberRow m)
    {
        if (!population.Standings.TryGetValue(m.MemberId, out var s)) return (0, 0);
        return (Population.Year - s.FiscalYear) switch
        {
            0 => (s.TotalTenths, s.PostedTenths),
            1 => (s.NextTotalTenths, s.NextPostedTenths),
            2 => (s.LastTotalTenths, s.LastPostedTenths),
            _ => (0, 0),
        };
    }

    static bool Seen(MemberRow m, SearchScope scope) => scope.SeenFrom is not { } from || Belongs(m, from);

    static bool Belongs(MemberRow m, AssociationId association)
    {
        var layers = (MembershipLayers)m.Layers;
        return association.Code switch
        {
            "JMA" => layers.HasFlag(MembershipLayers.Jma),
            { Length: 2 } code => layers.HasFlag(MembershipLayers.Prefecture) && m.Local?[..2] == code,
            var code => layers.HasFlag(MembershipLayers.Local) && m.Local == code,
        };
    }

    /// <summary>A number that is somebody's; else beginnings, if anybody's name has them; else parts.</summary>
    Func<MemberRow, bool> Text(string text)
    {
        if (text.Length == 0) return static _ => true;
        var numbers = population.Members.Where(p => p.Registry == text || p.Card == text || $"{p.MemberId}" == text).ToList();
        if (numbers.Count > 0) return numbers.Contains;
        var words = text.Split(' ', '\u3000').Select(NameRules.Fold).ToList();
        bool Begins(MemberRow m) => words.All(w => folded[m.MemberId].Beginnings.Any(f => f.StartsWith(w, StringComparison.Ordinal)));
        bool Holds(MemberRow m) => words.All(w => folded[m.MemberId].Whole.Any(f => f.Contains(w, StringComparison.Ordinal)));
        return population.Members.Any(Begins) ? Begins : Holds;
    }

    bool Met(FilterTerm term, MemberRow m) => term.Name switch
    {
        "status" => Any(term, (MembershipLayers)m.Layers switch { MembershipLayers.All => "jma", MembershipLayers.None => "none", MembershipLayers.Local => "local", _ => "prefecture" }),
        "category" => Any(term, m.Category switch { 1 => "a1", 2 => "a2B", 3 => "a2C", 4 => "b", 5 => "c", _ => "none" }),
        "within" => term.Value.Split(',').Any(code => Belongs(m, new AssociationId(code))),
        "credits" => Any(term, Total(m) switch { >= 600 => "reached", >= 480 => "near", > 0 => "far", _ => "nothing" }),
        "total" => Between(term, Total(m)),
        "units" => Between(term, Credit(m).Posted),
        "codes" => Credit(m) is (var total, { } posted) && Between(term, total - posted),
        "changed" => On(term, population.People[m.MemberId].ChangedAt),
        "session" => population.Attendances.Any(a => population.Owner(a.MemberId) == m.MemberId && a.SessionId == term.Value),
        "attended" => population.Attendances.Any(a => population.Owner(a.MemberId) == m.MemberId && On(term, population.Programs.First(p => p.SessionId == a.SessionId).StartsAt)),
        "certificate" => term.Value.Split(',').Any(v => v == "none" ? !Holding(m).Any() : Holding(m).Any(c => c.Kind == (v == "attendance" ? 0 : 1))),
        "reports" => term.Value.Split(',').Any(v => v == "waiting" == population.Reports.Any(r => r.MemberId == m.MemberId)),
        "dues" => term.Value.Split(',').Any(v => v switch { "overdue" => Open(m).Any(d => d < Population.Today), "open" => Open(m).Any(d => d >= Population.Today), _ => !Open(m).Any() }),
        "hours" => term.Value.Split(',').Any(v => v == "none" ? !Worked(m).Any() : Worked(m).Any(h => Outcome((MonthOutcome)(Runs(h) ? h.MonthOutcome : 0)) == v)),
        "interview-need" => Worked(m).Any(h => Any(term, (Runs(h) ? h.Need : 0) switch { 0 => "nothing", 1 => "pace", 2 => "check", 3 => "interview", 4 => "follows", _ => "missed" })),
        "hours-month" => Worked(m).Any() && Between(term, Worked(m).Max(h => Runs(h) ? h.Month : 0), 60),
        "certified" => Holding(m).Any(c => On(term, c.IssuedAt)),
        _ => throw new InvalidOperationException($"The reference knows no {term.Name}."),
    };

    IEnumerable<JmaActors.Proofs.ProofRow> Holding(MemberRow m) => population.Certificates.Where(c => population.Owner(c.MemberId) == m.MemberId && !c.Revoked);

    IEnumerable<DateOnly> Open(MemberRow m) => population.Dues.Where(d => population.Owner(d.MemberId) == m.MemberId && d.Posted).Select(d => d.NextDue).OfType<DateOnly>();

    IEnumerable<WorkHoursRow> Worked(MemberRow m) => population.Hours.Where(h => population.Owner(h.MemberId) == m.MemberId);

    /// <summary>Of the month searched in: the months of these rows are a calendar month long from their first day.</summary>
    static bool Runs(WorkHoursRow h) => h.MonthFrom.AddMonths(1) > Population.Today;

    static string Outcome(MonthOutcome outcome) => outcome switch
    {
        MonthOutcome.Under => "under",
        MonthOutcome.CheckDue => "check-due",
        MonthOutcome.InterviewDue => "interview-due",
        MonthOutcome.InterviewFollows => "interview-follows",
        MonthOutcome.Met => "met",
        _ => "breached",
    };

    static bool Any(FilterTerm term, string value) => term.Value.Split(',').Contains(value);

    /// <param name="scale">How many of the figure's parts are one.</param>
    static bool Between(FilterTerm term, int? parts, int scale = 10)
    {
        if (parts is not { } value) return false;
        var (from, to) = Ends(term.Value);
        return (from.Length == 0 || value >= decimal.Parse(from, CultureInfo.InvariantCulture) * scale) && (to.Length == 0 || value <= decimal.Parse(to, CultureInfo.InvariantCulture) * scale);
    }

    static bool On(FilterTerm term, DateTimeOffset instant)
    {
        var day = DateOnly.FromDateTime(instant.ToOffset(TimeSpan.FromHours(9)).DateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (from, to) = Ends(term.Value);
        return (from.Length == 0 || string.CompareOrdinal(day, from) >= 0) && (to.Length == 0 || string.CompareOrdinal(day, to) <= 0);
    }

    static (string, string) Ends(string value) => value.Contains("..", StringComparison.Ordinal) ? (value[..value.IndexOf("..", StringComparison.Ordinal)], value[(value.IndexOf("..", StringComparison.Ordinal) + 2)..]) : (value, value);
}
