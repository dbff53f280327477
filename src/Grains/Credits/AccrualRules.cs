using JmaActors.Policies;
using static System.FormattableString;

namespace JmaActors.Credits;

/// <summary>What may be recorded as credit otherwise than at a seminar's door, and how an entry may be settled. Null means: nothing against it.</summary>
public static class AccrualRules
{
    /// <summary>Checks an accrual (units, code, method, date) on the day it is asked for.</summary>
    /// <param name="today">The civil date of the command.</param>
    /// <param name="licensedOn">Date of the licence; null when not known, which does not refuse.</param>
    /// <param name="isJmaMember">Whether the person is a member of 日本医師会; null when not known: allowed, the office checks.</param>
    public static Refusal? Check(AccrueCredit command, DateOnly today, DateOnly? licensedOn, bool? isJmaMember, PolicyBook book)
    {
        var policy = book.Cme(command.Date);
        if ((CheckShape(command) ?? ProvenanceRules.Check(command, book)) is { } refusal) return refusal;
        return command.Scheme == CreditScheme.Cme
            ? CheckContent(command, today, licensedOn, book) ?? CheckMembership(command.Method, isJmaMember, policy) ?? EvidenceRules.Check(command, policy)
            : CorrectionRules.CheckScheme(command.Scheme, command.Code, command.Units, command.Date, book) ?? CheckDate(command.Date, today, licensedOn, policy);
    }

    /// <summary>Checks units, code and date alone.</summary>
    internal static Refusal? CheckContent(AccrueCredit command, DateOnly today, DateOnly? licensedOn, PolicyBook book)
    {
        var policy = book.Cme(command.Date);
        return CheckUnits(command, policy) ?? CheckCode(command.Code, book) ?? CheckDate(command.Date, today, licensedOn, policy);
    }

    /// <summary>Checks whether an entry may be posted or voided. A repeat of what is done is for the ledger to recognise first.</summary>
    /// <param name="entry">The entry as it stands; null when the ledger has none under the key.</param>
    public static Refusal? CheckSettle(SettleCredit command, CreditEntry? entry) => (command.Post, entry?.State) switch
    {
        (_, null) => new Refusal("no-entry", "", "The ledger has no entry under this key."),
        (_, CreditState.Voided) => new Refusal("already-voided", "", "A voided entry stays voided; record a new one."),
        (true, CreditState.Pending) when entry!.Session is not null =>
            new Refusal("awaits-confirmation", "", "Attendance at a session is posted when its host confirms the roll; until then it may only be voided."),
        (true, CreditState.Posted) => new Refusal("already-posted", "", "The entry is posted."),
        (false, _) when string.IsNullOrWhiteSpace(command.Reason) => new Refusal("no-reason", "", "Voiding needs a reason."),
        _ when command.Reason is { Length: > CreditLimits.TitleLength } => new Refusal("reason-too-long", "", $"A reason has at most {CreditLimits.TitleLength} characters."),
        _ => null,
    };

    static Refusal? CheckShape(AccrueCredit command) => command switch
    {
        { Key: null or { Length: 0 or > CreditLimits.KeyLength } } => new Refusal("bad-key", "", $"A key has 1 to {CreditLimits.KeyLength} characters."),
        _ when command.Key.HasBlanks() => new Refusal("bad-key", "", "A key has no spaces or control characters."),
        _ when CorrectionKeys.IsCorrection(command.Key) => new Refusal("key-reserved", "", "A key that ends in ~ and a number is that of a correction."),
        _ when IsAttendance(command.Key) => new Refusal("key-reserved", "", "session/talk is the key of attendance at a door."),
        _ when string.IsNullOrWhiteSpace(command.Title) || command.Title.Length > CreditLimits.TitleLength =>
            new Refusal("bad-title", "", $"A title has 1 to {CreditLimits.TitleLength} characters."),
        _ when !Enum.IsDefined(command.Method) => new Refusal("bad-method", "", "The guide numbers the methods 1 to 7."),
        _ => null,
    };

    static Refusal? CheckUnits(AccrueCredit command, CmePolicy policy)
    {
        if (command.Units <= Units.Zero || command.Units.Tenths % policy.StepUnits.Tenths != 0)
            return new Refusal("bad-units", CmeRuleIds.Time, $"Units are a multiple of {policy.StepUnits}; {command.Units} were given.");
        if (command.Method == CreditMethod.ELearning && command.Units != policy.ELearningUnits)
            return new Refusal("e-learning-units", CmeRuleIds.ELearning, $"One content is {policy.ELearningUnits}; {command.Units} were given.");
        if (policy.Methods[command.Method] is { Units: { } units, UnitsRule: { } rule } && command.Units != units)
            return new Refusal("method-units", rule, $"Method {(int)command.Method} earns {units} at a time; {command.Units} were given.");
        return command.Units > policy.EntryLimit
            ? new Refusal("too-many-units", CmeRuleIds.EntryLimit, $"One entry takes at most {policy.EntryLimit}; {command.Units} were given.")
            : null;
    }

    static Refusal? CheckCode(CurriculumCode code, PolicyBook book) =>
        book.Codes.Knows(code) ? null : new Refusal("unknown-code", CmeRuleIds.KnownCode, $"There is no curriculum code {code}.");

    internal static Refusal? CheckDate(DateOnly date, DateOnly today, DateOnly? licensedOn, CmePolicy policy)
    {
        if (date > today) return new Refusal("date-in-future", "", Invariant($"{date:yyyy-MM-dd} is after {today:yyyy-MM-dd}."));
        if (date < policy.Earliest) return new Refusal("date-too-early", CmeRuleIds.Earliest, Invariant($"No credit is dated before {policy.Earliest:yyyy-MM-dd}."));
        return date < licensedOn
            ? new Refusal("before-licence", CmeRuleIds.Licence, "Participation begins on the day of the licence.")
            : null;
    }

    static Refusal? CheckMembership(CreditMethod method, bool? isJmaMember, CmePolicy policy) =>
        isJmaMember == false && policy.MembersOnly.Contains(method)
            ? new Refusal("members-only", CmeRuleIds.MembersOnly, $"Method {(int)method} is for members of the Japan Medical Association.")
            : null;

    static bool IsAttendance(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && SessionId.TryParse(key[..slash], out _);
    }
}
