using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Policies;
using Decision = JmaActors.Ledgers.Decision<JmaActors.Members.MemberEvent>;

namespace JmaActors.Members;

/// <summary>An erasure that was asked for.</summary>
public sealed record PlannedErasure(DateOnly Due, string Reason, Caller By);

/// <summary>A command about an erasure with what the actor found out before.</summary>
/// <param name="Newest">Date of the newest credit that was not voided; null for none.</param>
public readonly record struct PreparedErasure<T>(T Command, PolicyTable Table, DateOnly? Newest, bool OwesDues = false)
{
    /// <summary>When it can be done, if asked for on a date.</summary>
    public DateOnly Due(DateOnly asked) => ErasureRules.Due(Table, asked);

    /// <summary>The rule that keeps the record; null when none does. Of the state that is decided on: a membership may have been recorded while the rest was found out.</summary>
    public Refusal? Hindrance(MemberState state, DateOnly on) => ErasureRules.Check(Table, state.MembershipOn(on), Newest, OwesDues, on);
}

/// <summary>What a member's ledger decides about erasing the person, and how that folds and shows. Pure.</summary>
static class MemberErasing
{
    public static Decision Ask(MemberState state, PreparedErasure<AskErasure> prepared, Deciding deciding)
    {
        if (Fault(state, null) is { } reason) return Decision.Refuse(reason);
        if (state.Erasure is not null) return Decision.Again();
        var today = PersonRules.Today(deciding.Now);
        if (prepared.Hindrance(state, today) is { } kept) return Decision.Refuse(kept);
        return Fault(prepared.Command.Reason) is { } fault ? Decision.Refuse(fault) : Decision.Event(new ErasureAsked(prepared.Due(today), prepared.Command.Reason));
    }

    public static Decision Stop(MemberState state, PreparedErasure<AskErasure> prepared, Deciding deciding)
    {
        if (state.ErasedAt is not null) return Decision.Refuse("erased");
        if (state.Erasure is null) return Decision.Refuse("not-asked");
        return Fault(prepared.Command.Reason) is { } fault ? Decision.Refuse(fault) : Decision.Event(new ErasureStopped(prepared.Command.Reason));
    }

    /// <summary>
    /// A record that was merged is erased along with the one it was merged into, whose waiting time has passed. Only while it is: a merge that has not come so far, or was
    /// undone, leaves a person who asked for nothing.
    /// </summary>
    public static Decision Erase(MemberState state, PreparedErasure<ErasePerson> prepared, Deciding deciding)
    {
        if (state.ErasedAt is not null) return Decision.Again();
        if (Fault(state, prepared.Command.Along) is { } reason) return Decision.Refuse(reason);
        if (prepared.Command.Along is not null) return Decision.Event(new MemberErased());
        if (state.Erasure is not { } planned) return Decision.Refuse("not-asked");
        var today = PersonRules.Today(deciding.Now);
        if (today < planned.Due) return Decision.Refuse("too-early", ErasureRules.Wait);
        return prepared.Hindrance(state, today) is { } kept ? Decision.Refuse(kept) : Decision.Event(new MemberErased());
    }

    public static Decision Done(MemberState state, bool _, Deciding deciding) =>
        state is { ErasedAt: not null, ErasureDone: false } ? Decision.Event(new ErasureFollowed()) : Decision.Again();

    /// <summary>Folds an event of erasing; false for any other.</summary>
    public static bool Evolve(MemberState state, MemberEvent e, in EventMeta meta)
    {
        switch (e)
        {
            case ErasureAsked asked:
                state.Erasure = new PlannedErasure(asked.Due, asked.Reason, meta.Caller);
                return true;
            case ErasureStopped:
                state.Erasure = null;
                return true;
            case MemberErased:
                // The sealed bytes stay as they are; nobody can open them any more.
                (state.ErasedAt, state.Card, state.Person) = (meta.Recorded, null, PersonRules.Erased);
                return true;
            case ErasureFollowed:
                state.ErasureDone = true;
                return true;
            default:
                return false;
        }
    }

    /// <summary>What goes from the views with a person: the key first of all. The row that is counted stays, without a name.</summary>
    public static void Project(long number, MemberEvent e, ViewSink views)
    {
        if (e is not MemberErased) return;
        views.Remove(MemberViews.PersonKeys, new ViewKey(number), new PersonKeyRow(number, []));
        views.Remove(MemberViews.Names, new ViewKey(number), MemberNameRow.Of(number, "", ""));
    }

    public static ErasureView View(MemberId id, MemberState state, Refusal? hindrance) => new(
        id, state.Erasure?.Due, state.Erasure?.Reason ?? "", state.Erasure?.By, state.ErasedAt is null ? hindrance : null, state.ErasedAt, state.ErasureDone, state.Version,
        state.Membership, state.Membership.Local ?? state.LastLocal);

    static string? Fault(MemberState state, MemberId? along) =>
        !state.Registered ? "not-registered"
        : state.ErasedAt is not null ? "erased"
        : state.Merged is null && along is not null ? "not-merged"
        : state.Merged is { } merged && merged.Into != along?.Number ? "already-merged"
        : null;

    static Refusal? Fault(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? new Refusal("no-reason")
        : reason.Length > ErasureLimits.ReasonLength ? new Refusal("reason-too-long", "", $"A reason has at most {ErasureLimits.ReasonLength} characters.")
        : null;
}
