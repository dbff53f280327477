using System.Globalization;
using JmaActors.Members;
using JmaActors.Policies;

namespace JmaActors.Dues;

/// <summary>
/// Dues as valid from a date, read from seeds/policy/dues.json: tables, terms, and what they go by. An association without rows of its own goes by those of its layer, which are marked defaults.
/// </summary>
public sealed record DuesPolicy
{
    /// <summary>What the id of every row of this policy begins with.</summary>
    public const string Prefix = "dues.";

    public const string OldAgeRule = "dues.old-age", GraduationRule = "dues.graduation", MidYearOf = "dues.mid-year", AgeRule = "dues.age", ResidencyRule = "dues.residency";

    const string Tables = "dues.table.", Reminders = "dues.reminder.", Joining = "dues.joining", Reminding = "dues.reminding", Drawing = "dues.drawing";

    /// <summary>Edition recorded with every decision.</summary>
    public required string Edition { get; init; }

    /// <summary>The first civil date it holds on.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Month and day age is judged on, within the fiscal year: 1 April.</summary>
    public required (int Month, int Day) AgeOn { get; init; }

    /// <summary>高齢減免: the age (83) and the years of JMA membership (20) it takes.</summary>
    public required (int Age, int Years) OldAge { get; init; }

    /// <summary>Fiscal years after graduation that are free: 5.</summary>
    public required int GraduationYears { get; init; }

    /// <summary>Who graduates in this month begins with the next fiscal year: March.</summary>
    public required int GraduationMonth { get; init; }

    /// <summary>Years residency takes: 2. It begins on 1 April of the year of the licence, of the next year for a licence after the month given (June).</summary>
    public required (int Years, int LastMonth) Residency { get; init; }

    public required MidYearRule MidYear { get; init; }

    /// <summary>First month of each term, beginning with April: 4, 8, 12.</summary>
    public required IReadOnlyList<int> Terms { get; init; }

    /// <summary>Days from the first day of a term, or from the posting of what is added later, until it is due.</summary>
    public required int DueDays { get; init; }

    /// <summary>What a reduction of the dues of 日本医師会 brings besides: of the liability cover and the delivery of its journal and news.</summary>
    public required IReadOnlyDictionary<ReductionKind, RuleRef> Effects { get; init; }

    /// <summary>Tables by code of the association; <c>prefecture</c> and <c>local</c> for those without one of their own.</summary>
    public required IReadOnlyDictionary<string, DuesTable> ByAssociation { get; init; }

    /// <summary>Steps of reminders by code of the local association; <c>local</c> for those without their own.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<DuesStep>> StepsBy { get; init; }

    /// <summary>Whether the running year's statement of somebody who joins is sent by itself.</summary>
    public required bool SendsToJoiners { get; init; }

    /// <summary>The hours of a Tokyo clock within which reminders are sent by themselves, the last one not included.</summary>
    public required (int From, int Until) ReminderHours { get; init; }

    /// <summary>Days after the day a bank was to draw dues on, within which it may still answer.</summary>
    public required int DrawnDays { get; init; }

    /// <summary>The steps of reminders a local association takes, the first one first.</summary>
    public IReadOnlyList<DuesStep> Steps(AssociationId local) => StepsBy.GetValueOrDefault(local.Code) ?? StepsBy["local"];

    /// <summary>Whom any of these steps can reach on a day.</summary>
    public DuesLate LateOn(DateOnly today) => new(
        today, today.AddDays(-StepsBy.Values.Min(s => s[0].Days)), today.AddDays(-StepsBy.Values.Min(s => s.Zip(s.Skip(1), (a, b) => b.Days - a.Days).DefaultIfEmpty(s[0].Days).Min())), StepsBy.Values.Max(s => s.Count));
    /// <summary>What associations decided themselves for the year: it goes before the rows of the policy.</summary>
    IReadOnlyDictionary<AssociationId, DuesOwn> Own { get; init; } = new Dictionary<AssociationId, DuesOwn>();

    /// <summary>The policy together with what these associations decided for a fiscal year.</summary>
    public DuesPolicy With(IReadOnlyDictionary<AssociationId, DuesTariffs> tariffs, FiscalYear year) =>
        tariffs.Count == 0 ? this : this with { Own = tariffs.Where(t => t.Value.For(year) is not null).ToDictionary(t => t.Key, t => DuesOwn.Of(t.Key, t.Value.For(year)!)) };

    /// <summary>The table an association goes by.</summary>
    public DuesTable Table(AssociationId association) =>
        Own.GetValueOrDefault(association)?.Table
        ?? (ByAssociation.TryGetValue(association.Code.ToLowerInvariant(), out var kept) ? kept : ByAssociation[association.Layer == AssociationLayer.Prefecture ? "prefecture" : "local"]);

    /// <summary>How what is owed to an association is reckoned of whoever comes or goes within the year.</summary>
    public MidYearRule MidYearAt(AssociationId creditor) => Own.GetValueOrDefault(creditor)?.Tariff.MidYear ?? MidYear;

    /// <summary>The terms a local association collects in, for all three creditors: as it decided itself, its prefectural association, or 日本医師会.</summary>
    public IReadOnlyList<int> TermsAt(AssociationId via) => Decided(via).Select(static t => t.Terms).FirstOrDefault(static t => t is not null) ?? Terms;

    /// <summary>Days until what a local association collects is due; see <see cref="DueDays"/>.</summary>
    public int DueDaysAt(AssociationId via) => Decided(via).Select(static t => t.DueDays).FirstOrDefault(static d => d is not null) ?? DueDays;

    /// <summary>What was decided by a local association and those above it, the nearest first.</summary>
    IEnumerable<DuesTariff> Decided(AssociationId via) =>
        Own.Count == 0 ? [] : via.AndAbove().Select(association => Own.GetValueOrDefault(association)?.Tariff).OfType<DuesTariff>();


    /// <summary>A row of a table as a verdict shows it; null when there is none of this id.</summary>
    public RuleRef? Rule(string row) => (ByAssociation.Values.Select(t => t.Row(row)).FirstOrDefault(r => r is not null) ?? StepsBy.Values.SelectMany(s => s).FirstOrDefault(s => s.Row.Id == row)?.Row)?.Rule;

    /// <summary>The policy of a date.</summary>
    /// <exception cref="FormatException">A row, figure or setting is missing.</exception>
    public static DuesPolicy Of(PolicyTable table, DateOnly on)
    {
        int Figure(string id, string name) => (int)table.Get(id, on).Figure(name);
        IReadOnlyList<int> Numbers(string id, string name) => [.. table.Get(id, on).Setting(name).Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture))];
        var rows = table.Rows.Where(r => r.Id.StartsWith(Tables, StringComparison.Ordinal) && r.Holds(on));
        var policy = new DuesPolicy
        {
            Edition = table.Get("dues.edition", on).Setting("edition"),
            From = on,
            AgeOn = (Figure(AgeRule, "month"), Figure(AgeRule, "day")),
            OldAge = (Figure(OldAgeRule, "age"), Figure(OldAgeRule, "years")),
            GraduationYears = Figure(GraduationRule, "years"),
            GraduationMonth = Figure(GraduationRule, "month"),
            Residency = (Figure(ResidencyRule, "years"), Figure(ResidencyRule, "last-month")),
            MidYear = Enum.TryParse<MidYearRule>(table.Get(MidYearOf, on).Setting("rule"), ignoreCase: true, out var rule) ? rule : throw new FormatException($"Policy row {MidYearOf} has no rule full, monthly or term."),
            Terms = Numbers("dues.terms", "months"),
            DueDays = Figure("dues.due", "days"),
            StepsBy = table.Rows.Where(r => r.Id.StartsWith(Reminders, StringComparison.Ordinal) && r.Holds(on)).GroupBy(r => r.Id[Reminders.Length..].Split('.')[0], StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => (IReadOnlyList<DuesStep>)[.. g.Select(DuesStep.Of).OrderBy(s => s.Days)], StringComparer.Ordinal),
            ReminderHours = (Figure(Reminding, "from-hour"), Figure(Reminding, "until-hour")),
            DrawnDays = Figure(Drawing, "days"),
            SendsToJoiners = table.Get(Joining, on).Setting("statement") switch { "at-once" => true, "by-office" => false, _ => throw new FormatException($"Policy row {Joining} has no statement at-once or by-office.") },
            Effects = Enum.GetValues<ReductionKind>().ToDictionary(static k => k, k => table.Get(k.EffectRule(), on).Rule),
            ByAssociation = rows.GroupBy(r => r.Id[Tables.Length..].Split('.')[0], StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => new DuesTable([.. g.Select(static r => DuesRow.Of(r))]), StringComparer.Ordinal),
        };
        if (policy.Terms.Count == 0 || policy.Terms[0] != 4) throw new FormatException("The first term of dues begins in April.");
        if (policy.ReminderHours is not ( >= 0, <= 24) || policy.ReminderHours.From >= policy.ReminderHours.Until) throw new FormatException($"Policy row {Reminding} has no hours from 0 to 24, the first before the last.");
        if (!policy.StepsBy.ContainsKey("local")) throw new FormatException($"No policy row begins with '{Reminders}local.'.");
        foreach (var needed in (string[])["jma", "prefecture", "local"])
        {
            if (!policy.ByAssociation.ContainsKey(needed)) throw new FormatException($"No policy row begins with '{Tables}{needed}.'.");
        }
        return policy;
    }
}

/// <summary>A step of reminders (督促).</summary>
/// <param name="Days">Days after the date to be paid by; none of two steps is the same.</param>
/// <param name="Name">What it is called.</param>
public sealed record DuesStep(PolicyRow Row, int Days, Words Name)
{
    public static DuesStep Of(PolicyRow row) => new(row, (int)row.Figure("days"), new Words(row.Setting("name-ja"), row.Setting("name-en")));
}

/// <summary>Whom steps of reminders can reach on a day.</summary>
/// <param name="Due">What is due later is not late enough for any.</param>
/// <param name="Last">Whoever was reminded after it is not reminded yet.</param>
/// <param name="Steps">Whoever has had so many has had all.</param>
public sealed record DuesLate(DateOnly Today, DateOnly Due, DateOnly Last, int Steps);
