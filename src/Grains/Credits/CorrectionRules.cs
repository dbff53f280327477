using JmaActors.Policies;

namespace JmaActors.Credits;

/// <summary>What may be corrected of an entry, and into what. Null means: nothing against it.</summary>
public static class CorrectionRules
{
    /// <summary>Checks a correction on the day it is asked for.</summary>
    /// <param name="entry">The entry as it stands; null when the ledger has none under the key.</param>
    /// <param name="today">The civil date of the command.</param>
    /// <param name="licensedOn">Date of the licence; null when not known, which does not refuse.</param>
    public static Refusal? Check(CorrectCredit command, CreditEntry? entry, DateOnly today, DateOnly? licensedOn, PolicyBook book)
    {
        if (entry is null) return new Refusal("no-entry", "", "The ledger has no entry under this key.");
        if (entry.Session is not null) return new Refusal("corrected-on-roll", "", "What was earned at a session is corrected on its roll, which then corrects the ledger.");
        if (entry.CorrectedBy is { } by) return new Refusal("already-corrected", "", $"{by} stands in its place: correct that.");
        if (entry.State == CreditState.Voided) return new Refusal("already-voided", "", "A voided entry stays voided; record a new one.");
        if (string.IsNullOrWhiteSpace(command.Reason)) return new Refusal("no-reason", "", "A correction needs a reason.");
        if (command.Reason.Length > CreditLimits.TitleLength) return new Refusal("reason-too-long", "", $"A reason has at most {CreditLimits.TitleLength} characters.");
        var become = Becomes(command, entry);
        if (Same(become, entry)) return new Refusal("nothing-changed", "", "The correction says what is recorded already.");
        return become.Scheme == CreditScheme.Cme
            ? AccrualRules.CheckContent(As(become), today, licensedOn, book)
            : CheckScheme(become.Scheme, become.Code, become.Units, become.Date, book) ?? AccrualRules.CheckDate(become.Date, today, licensedOn, book.Cme(become.Date));
    }

    /// <summary>The entry with what is corrected.</summary>
    public static CreditEntry Becomes(CorrectCredit command, CreditEntry entry) => entry with
    {
        Units = command.Units ?? entry.Units,
        Code = command.Code ?? entry.Code,
        Date = command.Date ?? entry.Date,
        Scheme = command.Scheme ?? entry.Scheme,
    };

    /// <summary>True when <paramref name="correction"/> is what the command makes of the entry.</summary>
    public static bool Says(CorrectCredit command, CreditEntry entry, CreditEntry correction) => Same(Becomes(command, entry), correction);

    static bool Same(CreditEntry one, CreditEntry other) => (one.Units, one.Code, one.Date, one.Scheme) == (other.Units, other.Code, other.Date, other.Scheme);

    /// <summary>The entry as if it were recorded now: what recording refuses, a correction is refused too.</summary>
    static AccrueCredit As(CreditEntry entry) => new(entry.Key, entry.Method, entry.Code, entry.Units, entry.Date, entry.Title, true, Caller.System);

    /// <summary>Checks units of a scheme beside CME: whether there is such a subject, and whether units come in such steps.</summary>
    internal static Refusal? CheckScheme(CreditScheme scheme, CurriculumCode subject, Units units, DateOnly date, PolicyBook book)
    {
        if (!Enum.IsDefined(scheme) || book.Scheme(scheme, date) is not { } policy) return new Refusal("unknown-scheme", "", "There is no such scheme.");
        var prefix = SchemePolicy.Prefix(scheme);
        if (!policy.Subjects.ContainsKey(subject.Number)) return new Refusal("unknown-subject", $"{prefix}edition", $"The scheme has no subject {subject.Number}.");
        return units <= Units.Zero || units.Tenths % policy.Scale.StepUnits.Tenths != 0
            ? new Refusal("bad-units", $"{prefix}time", $"Units are a multiple of {policy.Scale.StepUnits}; {units} were given.")
            : null;
    }
}
