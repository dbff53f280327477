using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Merges;
using Decision = JmaActors.Ledgers.Decision<JmaActors.Members.MemberEvent>;

namespace JmaActors.Members;

/// <summary>A record merged into another one.</summary>
public sealed record MergedAway(string Merge, long Into, bool GivesRegistry, bool GivesCard);

/// <summary>A record merged into this one, and how this one was before, so that it can be so again.</summary>
/// <param name="Sealed">The attributes before, sealed.</param>
public sealed record TakenIn(long Of, byte[] Sealed, CardNumber? Card, Membership Membership);

/// <summary>
/// What the two member ledgers of a merge decide and how it folds. The record that stays takes the other one in before that one goes: whoever has taken one in can be
/// merged into none, so that of two merges at once that meet, both cannot come about and no circle can. Pure.
/// </summary>
static class MemberMerging
{
    public static Decision TakeIn(MemberState state, MergeStep step, Deciding deciding)
    {
        if (state.ErasedAt is null && state.Holds?.ContainsKey(step.Merge) == true) return Decision.Again();
        return Fault(state, step) is { } reason ? Decision.Refuse(reason) : Decision.Event(new MemberTookIn(step.Merge, step.From.Number));
    }

    public static Decision GoInto(MemberState state, MergeStep step, Deciding deciding)
    {
        if (state.Merged?.Merge == step.Merge) return Decision.Again();
        if (Fault(state, step) is { } reason) return Decision.Refuse(reason);
        if (state.Holds is { Count: > 0 }) return Decision.Refuse("holds-others", "", "Other records were merged into this one: undo that, or merge the other way round.");
        return Decision.Event(new MemberMerged(
            step.Merge, step.Into.Number,
            step.Fields.HasFlag(MergeFields.Registry) && state.Person?.Registry is not null, step.Fields.HasFlag(MergeFields.Card) && state.Card is not null, step.Reason));
    }

    public static Decision ComeBack(MemberState state, MergeStep step, Deciding deciding) =>
        state.Merged?.Merge == step.Merge ? Decision.Event(new MemberCameBack(step.Merge, step.Reason)) : Decision.Again();

    /// <param name="kept">The merge, and what of the numbers given up the record that stays has not taken over.</param>
    public static Decision Keep(MemberState state, (string Merge, Identifiers Left) kept, Deciding deciding)
    {
        if (state.Merged is not { } merged || merged.Merge != kept.Merge) return Decision.Again();
        var (registry, card) = (merged.GivesRegistry && kept.Left.Registry is not null, merged.GivesCard && kept.Left.Card is not null);
        return registry || card ? Decision.Event(new MemberKept(kept.Merge, registry, card)) : Decision.Again();
    }

    public static Decision LetGo(MemberState state, MergeStep step, Deciding deciding) =>
        state.Holds?.ContainsKey(step.Merge) == true ? Decision.Event(new MemberLetGo(step.Merge, step.From.Number)) : Decision.Again();

    /// <summary>Why a record can have no part in a merge; null when it can.</summary>
    static string? Fault(MemberState state, MergeStep step) =>
        !state.Registered ? "not-registered" : state.Merged is not null ? "already-merged" : state.Person?.Name.Length == 0 ? "erased" : null;

    /// <summary>Folds an event of merging; false for any other.</summary>
    public static bool Evolve(MemberState state, MemberEvent e)
    {
        switch (e)
        {
            case MemberTookIn taken:
                (state.Holds ??= new(StringComparer.Ordinal))[taken.Merge] = new TakenIn(taken.Of, state.Sealed, state.Card, state.Membership);
                return true;
            case MemberLetGo let:
                state.Holds?.Remove(let.Merge);
                return true;
            case MemberMerged merged:
                state.Merged = new MergedAway(merged.Merge, merged.Into, merged.GivesRegistry, merged.GivesCard);
                return true;
            case MemberKept kept when state.Merged is { } away:
                state.Merged = away with { GivesRegistry = away.GivesRegistry && !kept.Registry, GivesCard = away.GivesCard && !kept.Card };
                return true;
            case MemberCameBack:
                state.Merged = null;
                return true;
            default:
                return false;
        }
    }

    /// <summary>The rows of a record that is merged away: it leaves the lists, and is found as part of the other one. False for a record that stands for itself.</summary>
    public static bool Project(long number, MemberState state, MemberEvent e, Person person, ViewSink views)
    {
        var key = new ViewKey(number);
        if (state.Merged is not { } merged)
        {
            if (e is MemberCameBack) views.Remove(MemberViews.Merged, key, new MergedRow(number, 0, "", "", null, null, null, false));
            return false;
        }
        views.Remove(MemberViews.Members, key, new MemberRow(number, "", "", null, null, null, 0, null, false, null, null, 0));
        views.Put(MemberViews.People, key, PersonRow.Nobody(number));
        views.Put(MemberViews.Merged, key, new MergedRow(
            number, merged.Into, person.Name, person.Kana, state.Identifiers.Registry?.Text, state.Identifiers.Card?.Text, state.Membership.Local?.Code, state.Demonstration));
        return true;
    }

    public static MemberId? Into(MemberState state) => state.Merged is { } merged ? new MemberId(merged.Into) : null;

    public static IReadOnlyList<MemberId>? Others(MemberState state) => state.Holds is { Count: > 0 } held ? [.. held.Values.Select(h => new MemberId(h.Of))] : null;
}
