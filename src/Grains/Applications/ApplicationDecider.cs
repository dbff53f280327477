using Decision = JmaActors.Ledgers.Decision<JmaActors.Applications.ApplicationEvent>;
using JmaActors.Ledgers;
using JmaActors.Members;

namespace JmaActors.Applications;

/// <summary>A command with what was read and sealed before the decision.</summary>
/// <param name="Sealed">What was said; null where nothing was.</param>
/// <param name="Read">The applicant's record.</param>
public readonly record struct PreparedApplication<T>(T Command, byte[]? Sealed, ApplicationReading Read);

/// <summary>What an application is judged by.</summary>
/// <param name="Periods">What is recorded of the membership; empty where nobody can be read.</param>
/// <param name="Fault">Why nothing can be done: not registered, erased, merged. Null when it can.</param>
/// <param name="Reduction">What stands against the reduction asked for; null when nothing does.</param>
/// <param name="Documents">Those the applicant holds and may attach now.</param>
/// <param name="For">The request it was read for.</param>
/// <param name="Established">The local association asked for is one.</param>
public sealed record ApplicationReading(
    ApplicationPolicy Policy, IReadOnlyList<MembershipPeriod> Periods, string? Fault, Refusal? Reduction, IReadOnlySet<string> Documents, ApplicationRequest? For, bool Established);

/// <summary>What becomes of an application. Pure.</summary>
public static class ApplicationDecider
{
    static readonly Refusal NotDraft = new("not-draft", "", "It has been handed in, or is over.");
    static readonly Refusal NotUnderWay = new("not-under-way", "", "It is not under way, or no longer.");

    public static Decision Draft(ApplicationState state, PreparedApplication<DraftApplication> prepared, Deciding deciding)
    {
        var (command, read) = (prepared.Command, prepared.Read);
        if (read.Fault is { } fault) return Decision.Refuse(fault);
        if (!state.Open) return Decision.Refuse(NotDraft);
        if (TooLong(command.Words) is { } words) return Decision.Refuse(words);
        if (!Enum.IsDefined(command.Request.Kind)) return Decision.Refuse("bad-application", "", "No such application.");
        if (state.Status == ApplicationStatus.Returned && state.Request!.Kind != command.Request.Kind) return Decision.Refuse("bad-application", "", "What was handed in stays what it is; begin another application.");
        if (command.Documents.Count > ApplicationLimits.Documents) return Decision.Refuse("evidence-too-many", "", $"At most {ApplicationLimits.Documents} documents.");
        if (command.Documents.FirstOrDefault(d => !read.Documents.Contains(d) && !state.Documents.Contains(d)) is { } missing) return Decision.Refuse("evidence-not-here", "", $"Bring the document first: {missing}.");
        var drafted = new ApplicationDrafted(command.Request, prepared.Sealed, [.. command.Documents.Distinct(StringComparer.Ordinal)]);
        return state.Request == drafted.Request && state.Documents.SequenceEqual(drafted.Documents) && prepared.Sealed is null && state.Words is null ? Decision.Again() : Decision.Event(drafted);
    }

    /// <summary>What stands against handing a request in.</summary>
    public static Refusal? Fault(ApplicationReading read, ApplicationRequest request, DateOnly today) =>
        read.Fault is { } fault ? new Refusal(fault)
        : ApplicationRules.Fault(read.Policy, request, read.Periods, today) ?? read.Reduction
        ?? (read.Established ? null : new Refusal("bad-association", ApplicationPolicy.Rule(request.Kind), "There is no such association."));

    public static Decision Submit(ApplicationState state, PreparedApplication<bool> prepared, Deciding deciding)
    {
        var read = prepared.Read;
        if (state.Status == ApplicationStatus.Waiting) return Decision.Again();
        if (state.Status is null || !state.Open) return Decision.Refuse(NotDraft);
        if (read.Fault is { } fault) return Decision.Refuse(fault);
        if (state.Lines.Count >= ApplicationLimits.Lines) return Decision.Refuse(Full);
        var (request, today) = (state.Request!, PersonRules.Today(deciding.Now));
        if (read.For != request) return Decision.Refuse("stale", "", "It was written anew meanwhile: look at it and hand it in again.");
        if (Fault(read, request, today) is { } refusal) return Decision.Refuse(refusal);
        var before = ApplicationRules.On(read.Periods, request.From);
        // What was returned and says the same goes on where it was returned.
        var goesOn = state.Asked == request && state.Before == before && state.Steps.Count > 0;
        return Decision.Event(new ApplicationSubmitted(before, goesOn ? state.Steps : ApplicationChain.Of(read.Policy, request, before), today.AddDays(read.Policy.Days)));
    }

    public static Decision Decide(ApplicationState state, PreparedApplication<DecideApplication> prepared, Deciding deciding)
    {
        var (command, read) = (prepared.Command, prepared.Read);
        if (state.Keys.Contains(ApplicationState.Word(command.Office.Code, command.Key))) return Decision.Again();
        if (!ApplicationRef.IsKey(command.Key)) return Decision.Refuse("bad-key", "", $"A key has 1 to {ApplicationLimits.Key} letters, digits, hyphens or underscores.");
        if (state.Turn < 0 || state.Steps[state.Turn].Office != command.Office) return Decision.Refuse("not-your-turn", "", "This office is not asked now.");
        if (command.Word is not (ApplicationWord.Approved or ApplicationWord.Refused or ApplicationWord.Returned)) return Decision.Refuse("bad-word", "", "Approve it, refuse it, or return it.");
        if (TooLong(command.Words) is { } words) return Decision.Refuse(words);
        if (command.Word != ApplicationWord.Approved && string.IsNullOrWhiteSpace(command.Words)) return Decision.Refuse("no-words", "", "Say why.");
        if (state.Lines.Count >= ApplicationLimits.Lines && command.Word == ApplicationWord.Returned) return Decision.Refuse(Full);
        if (command.Word == ApplicationWord.Approved && Moved(state, read) is { } moved) return Decision.Refuse(moved);
        var status = Next(state, command.Word);
        DateOnly? due = status == ApplicationStatus.Waiting ? PersonRules.Today(deciding.Now).AddDays(read.Policy.Days) : null;
        return Decision.Event(new ApplicationAnswered(command.Key, command.Office.Code, command.Word, prepared.Sealed, due, status));
    }

    public static Decision Withdraw(ApplicationState state, Caller caller, Deciding deciding) =>
        state.Status == ApplicationStatus.Withdrawn ? Decision.Again()
        : state.Status is ApplicationStatus.Draft or ApplicationStatus.Waiting or ApplicationStatus.Returned ? Decision.Event(new ApplicationWithdrawn())
        : Decision.Refuse(NotUnderWay);

    public static Decision Undo(ApplicationState state, PreparedApplication<UndoApplication> prepared, Deciding deciding)
    {
        var command = prepared.Command;
        if (state.Status is ApplicationStatus.Undoing or ApplicationStatus.Undone) return Decision.Again();
        if (state.Status != ApplicationStatus.Done || state.Request!.Kind == ApplicationKind.Reduction) return Decision.Refuse("not-done", "", "What is on record can be undone; a reduction is ended where the dues are.");
        if (state.Steps[^1].Office != command.Office) return Decision.Refuse("not-your-turn", "", "Whoever agreed last may undo it.");
        if (TooLong(command.Words) is { } words) return Decision.Refuse(words);
        return string.IsNullOrWhiteSpace(command.Words) ? Decision.Refuse("no-words", "", "Say why.") : Decision.Event(new ApplicationUndoing(command.Office.Code, prepared.Sealed));
    }

    /// <summary>Reminds the office that is asked, when it is time.</summary>
    public static Decision Remind(ApplicationState state, ApplicationPolicy policy, Deciding deciding)
    {
        var today = PersonRules.Today(deciding.Now);
        return state.Turn >= 0 && state.Remind <= today ? Decision.Event(new ApplicationReminded(state.Steps[state.Turn].Office.Code, today.AddDays(policy.AgainDays))) : Decision.Nothing();
    }

    /// <summary>What the record answered to what was agreed, or to taking it back.</summary>
    /// <param name="answer">The version the record was asked for, and why it could not be done; null when it was.</param>
    public static Decision Follow(ApplicationState state, (long Version, string? Refused) answer, Deciding deciding)
    {
        // Somebody else was quicker: what the record answered was of a stage that is over.
        if (state.Version != answer.Version) return Decision.Nothing();
        return state.Status switch
        {
            ApplicationStatus.Approved => Decision.Event(answer.Refused is null ? new ApplicationRecorded() : new ApplicationNotRecorded(answer.Refused)),
            ApplicationStatus.Undoing => Decision.Event(new ApplicationUndone(answer.Refused)),
            _ => Decision.Nothing(),
        };
    }

    /// <summary>Where the application is after a word. Reductions go on where one layer refuses: each decides of its own dues.</summary>
    static ApplicationStatus Next(ApplicationState state, ApplicationWord word)
    {
        if (word == ApplicationWord.Returned) return ApplicationStatus.Returned;
        var each = state.Request!.Kind == ApplicationKind.Reduction;
        if (word == ApplicationWord.Refused && !each) return ApplicationStatus.Refused;
        var others = state.Steps.Where((_, i) => i != state.Turn).ToList();
        if (others.Exists(s => s.Word is null or ApplicationWord.Returned)) return ApplicationStatus.Waiting;
        return word == ApplicationWord.Approved || others.Exists(s => s.Word == ApplicationWord.Approved) ? ApplicationStatus.Approved : ApplicationStatus.Refused;
    }

    static Refusal? Moved(ApplicationState state, ApplicationReading read) =>
        read.Fault is { } fault ? new Refusal(fault)
        : ApplicationRules.On(read.Periods, state.Request!.From) != state.Before ? new Refusal("record-moved", "", "The membership is not any more what it was when this was handed in: return it for correction.")
        : read.Reduction;

    static readonly Refusal Full = new("ledger-full", "", $"An application takes at most {ApplicationLimits.Lines} words from all sides.");

    static Refusal? TooLong(string words) => words.Length > ApplicationLimits.Words ? new Refusal("too-many-words", "", $"At most {ApplicationLimits.Words} characters.") : null;
}
