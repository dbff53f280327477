using Decision = JmaActors.Ledgers.Decision<JmaActors.Members.MemberEvent>;
using JmaActors.Ledgers;

namespace JmaActors.Members;

/// <summary>What a member's ledger decides. Pure.</summary>
public static class MemberDecider
{
    /// <summary>Registers once; a repeat changes nothing.</summary>
    public static Decision Register(MemberState state, PreparedRegistration prepared, Deciding deciding)
    {
        if (state.Registered) return Decision.Again();
        var command = prepared.Command;
        if (Fault(command, prepared.Person, deciding.Now) is { } fault) return Decision.Refuse(fault);
        if (prepared.Taken is { } taken) return Decision.Refuse(taken);
        return Decision.Event(
            new MemberRegistered(prepared.Sealed, command.Card, command.Membership, command.Demonstration) { Person = prepared.Person, WrappedKey = prepared.WrappedKey },
            command.EffectiveFrom);
    }

    /// <summary>Replaces the identity attributes and the card.</summary>
    public static Decision ChangeProfile(MemberState state, PreparedProfile prepared, Deciding deciding)
    {
        var command = prepared.Command;
        if (Known(state, command.Key) is { } known) return known;
        if (Fault(command, prepared.Person, deciding.Now) is { } fault) return Decision.Refuse(fault);
        if (prepared.Taken is { } taken) return Decision.Refuse(taken);
        return Decision.Event(
            new ProfileChanged(prepared.Sealed, command.Card, command.Key, command.Reason) { Person = prepared.Person },
            command.EffectiveFrom);
    }

    /// <summary>Replaces the membership by another consistent one.</summary>
    public static Decision ChangeMembership(MemberState state, PreparedMembership prepared, Deciding deciding)
    {
        var command = prepared.Command;
        if (Known(state, command.Key) is { } known) return known;
        var fault = MembershipRules.Fault(command.Membership) ?? PersonRules.Fault(command.EffectiveFrom) ?? (Stands(state, command) ? null : ChangedSince);
        return fault is not null
            ? Decision.Refuse(fault)
            : Decision.Event(new MembershipChanged(command.Membership, command.Key, command.Reason, command.TakenOver ? true : null), command.EffectiveFrom);
    }

    /// <summary>Puts another membership, or another date, in the place of what an event recorded.</summary>
    public static Decision CorrectMembership(MemberState state, PreparedMembershipCorrection prepared, Deciding deciding)
    {
        var command = prepared.Command;
        if (Known(state, command.Key) is { } known) return known;
        var held = state.RecordedMemberships.FirstOrDefault(m => m.Version == command.Of);
        var fault = CorrectionFault(held is not null, command.Reason)
            ?? MembershipRules.Fault(command.Membership) ?? PersonRules.Fault(command.EffectiveFrom)
            ?? (held!.Membership == command.Membership && held.From == command.EffectiveFrom ? NothingChanged : null)
            ?? (command.Newest && state.RecordedMemberships[^1] != held ? ChangedSince : null);
        return fault is not null
            ? Decision.Refuse(fault)
            : Decision.Event(new MembershipCorrected(command.Of, command.Membership, command.Key, command.Reason), command.EffectiveFrom);
    }

    /// <summary>Puts other identity attributes, or another date, in the place of what an event recorded.</summary>
    public static Decision CorrectIdentity(MemberState state, PreparedIdentityCorrection prepared, Deciding deciding)
    {
        var command = prepared.Command;
        if (Known(state, command.Key) is { } known) return known;
        if (Fault(state, command, prepared.Person, deciding.Now) is { } fault) return Decision.Refuse(fault);
        if (prepared.Taken is { } taken) return Decision.Refuse(taken);
        return Decision.Event(
            new IdentityCorrected(prepared.Sealed, command.Card, command.Of, command.Key, command.Reason) { Person = prepared.Person }, command.EffectiveFrom);
    }

    /// <summary>Records that a membership which was recorded ahead has come into force, when one has.</summary>
    public static Decision Begin(MemberState state, MemberId member, Deciding deciding) =>
        state.Due <= PersonRules.Today(deciding.Now) ? Decision.Event(new MembershipBegan()) : Decision.Nothing();

    /// <summary>What is wrong with a registration whatever the state; looked at before identifiers are reserved, and again when deciding.</summary>
    public static Refusal? Fault(RegisterMember command, Person person, DateTimeOffset now) =>
        Fault(person, command.Card, command.EffectiveFrom, now) ?? MembershipRules.Fault(command.Membership);

    /// <summary>What is wrong with a change of profile whatever the state. Who somebody is, is not recorded ahead.</summary>
    public static Refusal? Fault(ChangeProfile command, Person person, DateTimeOffset now) =>
        Fault(person, command.Card, command.EffectiveFrom, now) ?? AheadFault(command.EffectiveFrom, now);

    /// <summary>What is wrong with a correction of the identity, its key apart.</summary>
    public static Refusal? Fault(MemberState state, CorrectIdentity command, Person person, DateTimeOffset now) =>
        CorrectionFault(state.RecordedIdentities.Any(i => i.Version == command.Of), command.Reason)
        ?? Fault(person, command.Card, command.EffectiveFrom, now) ?? AheadFault(command.EffectiveFrom, now);

    static Refusal? Fault(Person person, CardNumber? card, DateOnly effectiveFrom, DateTimeOffset now) =>
        PersonRules.Fault(person, PersonRules.Today(now)) ?? CardFault(card) ?? PersonRules.Fault(effectiveFrom);

    /// <summary>True when what the change is to take the place of is what is recorded.</summary>
    static bool Stands(MemberState state, ChangeMembership command)
    {
        if (command.Instead is not { } instead) return true;
        var periods = MembershipPeriods.Of(state.RecordedMemberships);
        return periods.All(p => p.From <= command.EffectiveFrom) && (periods.LastOrDefault()?.Membership ?? Membership.None) == instead;
    }

    static readonly Refusal ChangedSince = new("changed-since", "", "Something else was recorded meanwhile.");

    static readonly Refusal NothingChanged = new("nothing-changed", "", "The correction says what is recorded already.");

    static Refusal? CorrectionFault(bool held, string reason) =>
        !held ? new Refusal("no-record", "", "No event of that version recorded this.")
        : string.IsNullOrWhiteSpace(reason) ? new Refusal("no-reason", "", "A correction needs a reason.")
        : reason.Length > MemberLimits.ReasonLength ? new Refusal("reason-too-long", "", $"A reason has at most {MemberLimits.ReasonLength} characters.")
        : null;

    static Refusal? AheadFault(DateOnly from, DateTimeOffset now) =>
        from > PersonRules.Today(now) ? new Refusal("date-in-future", "member.effective", "Who somebody is, is recorded once it is so.") : null;

    static Decision? Known(MemberState state, string key)
    {
        if (!state.Registered) return Decision.Refuse("not-registered");
        if (key.Length is 0 or > MemberLimits.KeyLength) return Decision.Refuse("bad-key", "", $"A key has 1 to {MemberLimits.KeyLength} characters.");
        if (state.Knows(key)) return Decision.Again();
        if (state.Merged is not null) return Decision.Refuse("already-merged", "", "The record was merged into another one; change that.");
        return state.Keys?.Count >= MemberLimits.Changes ? Decision.Refuse("ledger-full", "", $"A record takes at most {MemberLimits.Changes} changes.") : null;
    }

    static Refusal? CardFault(CardNumber? card) => card is { } c && !(CardNumber.TryParse(c.Text, out var read) && read == c)
        ? new Refusal("bad-card", "member.card", "A card number has 4 to 24 letters or digits, upper case.")
        : null;
}
