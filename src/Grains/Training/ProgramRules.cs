using JmaActors.Credits;
using JmaActors.Policies;
using JmaActors.Time;

namespace JmaActors.Training;

/// <summary>Which schemes a program offers units of, who approves them, and whether a change touches them. Pure.</summary>
public static class ProgramRules
{
    /// <summary>The schemes under which at least one lecture offers units, in their order.</summary>
    public static IReadOnlyList<CreditScheme> Schemes(ProgramContent content) =>
        [.. content.Talks.SelectMany(OffersOf).Select(o => o.Scheme).Distinct().Order()];

    /// <summary>What one talk offers, CME units first. Only a lecture offers anything.</summary>
    public static IEnumerable<Offer> OffersOf(Talk talk)
    {
        if (talk.Kind != TalkKind.Lecture) return [];
        var others = talk.Offers ?? [];
        return talk.Code == default ? others : others.Prepend(new Offer(CreditScheme.Cme, talk.Code.Number));
    }

    /// <summary>The most one talk can earn under a scheme: the full steps of its length.</summary>
    public static Units MostOf(Talk talk, CreditScheme scheme, PolicyBook book) => scheme == CreditScheme.Cme
        ? TimelineRules.MaxUnits(talk, book)
        : OffersOf(talk).FirstOrDefault(o => o.Scheme == scheme) is { } offer ? OfferRules.Units(talk, offer, book) : Units.Zero;

    /// <summary>The most the whole program can earn somebody under a scheme.</summary>
    public static Units Most(ProgramContent content, CreditScheme scheme, PolicyBook book) =>
        new(content.Talks.Where(t => OffersOf(t).Any(o => o.Scheme == scheme)).Sum(t => MostOf(t, scheme, book).Tenths));

    /// <summary>
    /// The association that approves: 日本医師会, or the prefectural association the host belongs to — which for its own programs is itself, and for
    /// 日本医師会's own is 日本医師会.
    /// </summary>
    public static AssociationId Approver(AssociationId host, SchemeApprover by) =>
        by == SchemeApprover.Jma || host.Layer == AssociationLayer.National ? AssociationId.Jma
        : host.Layer == AssociationLayer.Prefecture ? host
        : host.Parent!.Value;

    /// <summary>The application of one scheme. What had been applied for in time before is not late when it is mended.</summary>
    /// <param name="over">The last day of an application in time is over.</param>
    public static SchemeApplication Application(ProgramState state, CreditScheme scheme, TrainingPolicy policy, bool over) =>
        new(scheme, Approver(new AssociationId(state.Host), policy.ApproverOf(scheme)).Code, over && state.Find(scheme) is not { Late: false });

    /// <summary>The refusal of an application after its last day, where the policy refuses it.</summary>
    public static Refusal TooLate(DateOnly by) => new("too-late-to-apply", TrainingRuleIds.Application, FormattableString.Invariant($"The last day of an application was {by:yyyy-MM-dd}."));

    /// <summary>The policy a program is applied for under: that of its first day.</summary>
    public static TrainingPolicy Policy(ProgramContent content, PolicyBook book) => book.Training(FirstDay(content));

    /// <summary>The civil date of the first line of the timeline.</summary>
    public static DateOnly FirstDay(ProgramContent content) => Tokyo.DateOf(content.Talks.Min(t => t.Start));

    /// <summary>
    /// True when a scheme gives the same units in both: same lectures under the same subjects, of the same length on the same civil date, and the same
    /// terms of attendance, held in the same way; where a subject is given to so many people only, also for as many. Wording, speakers, place and the hour do not touch units.
    /// </summary>
    public static bool SameUnits(ProgramContent before, ProgramContent after, CreditScheme scheme, PolicyBook book)
    {
        var (was, now) = (Facts(before, scheme), Facts(after, scheme));
        if (was.Count == 0 && now.Count == 0) return true;
        return was.SequenceEqual(now) && before.WholeTalk == after.WholeTalk && before.Delivery == after.Delivery && Counting(before.Terms) == Counting(after.Terms)
            && (OfferRules.PeopleMost(after.Talks, scheme, book) is null || before.Terms?.Capacity == after.Terms?.Capacity);
    }

    /// <summary>Checks what a program asks of attendance, and that it takes no more people than what it offers allows; null when nothing is against it.</summary>
    public static Refusal? CheckTerms(ProgramContent content, PolicyBook book)
    {
        if (OfferRules.CheckCapacity(content.Talks, content.Terms?.Capacity, book) is { } capacity) return capacity;
        if (content.Organizer is { Length: > TrainingLimits.TitleLength }) return new Refusal("bad-organizer", "", $"An organiser has at most {TrainingLimits.TitleLength} characters.");
        return content.Terms is not { } t || Minutes(t.EntryMinutes) && Minutes(t.ExitMinutes) && t.SharePercent is >= 0 and <= 100
            ? null
            : new Refusal("bad-terms", "", $"Entry and exit forgive 0 to {TrainingLimits.ToleranceMinutes} minutes, and a share is 0 to 100 percent.");
    }

    static bool Minutes(int? minutes) => minutes is null or (>= 0 and <= TrainingLimits.ToleranceMinutes);

    static (int? Entry, int? Exit, int Share) Counting(AttendanceTerms? terms) => terms is null ? (null, null, 0) : (terms.EntryMinutes, terms.ExitMinutes, terms.SharePercent);

    static List<(int No, DateOnly On, long Length, short Subject)> Facts(ProgramContent content, CreditScheme scheme) =>
        [.. content.Talks.OrderBy(t => t.No).SelectMany(t => OffersOf(t).Where(o => o.Scheme == scheme).Select(o => (t.No, Tokyo.DateOf(t.Start), (t.End - t.Start).Ticks, o.Subject)))];
}
