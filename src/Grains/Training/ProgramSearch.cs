using JmaActors.Credits;
using JmaActors.Members;

namespace JmaActors.Training;

/// <summary>A program as it is searched: one row with everything sought in plain columns. Pure.</summary>
public static class ProgramSearch
{
    /// <summary>Words looked for at once; further ones are passed over.</summary>
    public const int Words = 8;

    /// <summary>The row of a program.</summary>
    public static ProgramRow Row(string key, ProgramState state, long version)
    {
        var c = state.Content;
        var schemes = ProgramRules.Schemes(c);
        var waiting = state.Cancelled is null && state.Status == SessionStatus.Draft
            ? schemes.Select(state.Find).Where(a => a?.State == ApprovalState.Waiting).Select(a => a!.Approver).Distinct()
            : [];
        return new ProgramRow(
            key, ProgramState.SessionOf(new ProgramId(key)).Code, state.Host, c.Title, c.Place,
            c.Talks.Min(t => t.Start), c.Talks.Max(t => t.End), (int)state.Status, version,
            c.Organizer, (int)state.Stage, state.Shown, schemes.Aggregate(0, (mask, s) => mask | Mask(s)),
            Listed(c.Talks.SelectMany(ProgramRules.OffersOf).Distinct().Select(o => $"{(int)o.Scheme}:{o.Subject}")),
            Listed(waiting), Listed(state.Approvals.Select(a => a.Approver).Distinct()),
            Fold(string.Join(' ', c.Talks.SelectMany(t => new[] { t.Title, t.Speaker }).Prepend(c.Organizer ?? "").Prepend(c.Title))), Fold(c.Place), (int)c.Delivery);
    }

    /// <summary>A scheme as a bit of the column <c>schemes</c>.</summary>
    public static int Mask(CreditScheme scheme) => 1 << (int)scheme;

    /// <summary>The schemes of a mask.</summary>
    public static IReadOnlyList<CreditScheme> Schemes(int mask) => [.. Enum.GetValues<CreditScheme>().Where(s => (mask & Mask(s)) != 0)];

    /// <summary>How an offer stands in the column <c>offers</c>.</summary>
    public static string Offer(CreditScheme scheme, short subject) => $"|{(int)scheme}:{subject}|";

    /// <summary>How an association stands in the columns of approvers.</summary>
    public static string Among(AssociationId association) => $"|{association.Code}|";

    /// <summary>One form of a text, whatever way it is typed: kana, full-width letters, capitals.</summary>
    public static string Fold(string text) => KanaRules.Fold(text).ToUpperInvariant();

    /// <summary>The folded words of a text somebody looks for.</summary>
    public static IReadOnlyList<string> WordsOf(string? text) => [.. Fold(text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(Words)];

    static string Listed(IEnumerable<string> items)
    {
        var all = string.Join('|', items);
        return all.Length == 0 ? "" : $"|{all}|";
    }
}
