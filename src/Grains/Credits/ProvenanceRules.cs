using JmaActors.Policies;
using static System.FormattableString;

namespace JmaActors.Credits;

/// <summary>
/// What may be recorded of the time before, and from what: <c>seeds/policy/provenance.json</c>. Each source has its days; what one is dated outside them is not in it.
/// Null means: nothing against it.
/// </summary>
public static class ProvenanceRules
{
    /// <summary>What the id of every row of this policy begins with.</summary>
    public const string Prefix = "provenance.";

    /// <summary>The rule of a source.</summary>
    public static string RuleOf(CreditSource source) => Prefix + source switch
    {
        CreditSource.Booklet => "booklet",
        CreditSource.Sticker => "sticker",
        CreditSource.Certificate => "certificate",
        CreditSource.Statement => "statement",
        _ => "other-system",
    };

    /// <summary>Checks what an entry says of its source. Only an office takes credits over; what a person reports for herself she proves.</summary>
    public static Refusal? Check(AccrueCredit command, PolicyBook book)
    {
        if (command.Provenance is not { } provenance)
            return command.Scheme == CreditScheme.Cme ? null : new Refusal("source-missing", "", "Units of other schemes are earned at sessions, or taken over from a source that is named.");
        if (command.Caller.Oneself) return new Refusal("office-posts", CmeRuleIds.SelfReport, "An office takes past credits over.");
        if (!Enum.IsDefined(provenance.Source)) return new Refusal("bad-source", "", "There is no such source.");
        if (provenance.Host.Length > CreditLimits.TitleLength) return new Refusal("bad-host", "", $"A host has at most {CreditLimits.TitleLength} characters.");
        return book.Table.Find(RuleOf(provenance.Source), command.Date) is null
            ? new Refusal("source-too-late", RuleOf(provenance.Source), Invariant($"Nothing of {command.Date:yyyy-MM-dd} stands in it."))
            : null;
    }

    /// <summary>True when an entry that was not taken over says the same already: recorded by hand, or earned at a session.</summary>
    public static bool RecordedAlready(CreditLedgerState state, AccrueCredit command)
    {
        foreach (var (key, item) in state.Whole.Entries)
        {
            if (item.State != CreditState.Voided && (item.Date, item.Scheme, item.Code) == (command.Date, command.Scheme, command.Code.Number)
                && !key.StartsWith(PastCreditKeys.Prefix, StringComparison.Ordinal) && PastCreditKeys.Folded(item.Title) == PastCreditKeys.Folded(command.Title)) return true;
        }
        return false;
    }
}
