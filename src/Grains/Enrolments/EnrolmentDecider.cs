using JmaActors.Ledgers;
using JmaActors.Members;

namespace JmaActors.Enrolments;

/// <summary>A command of somebody, with what the actor found out about them.</summary>
/// <param name="Membership">The membership now; null when nobody is registered under the number, or it was not asked for.</param>
/// <param name="Program">The program now; null when there is none.</param>
public sealed record Prepared<TCommand>(TCommand Command, Membership? Membership, ProgramFacts? Program);

/// <summary>Terms, with what the actor found out about the program.</summary>
/// <param name="Program">Null when there is no such program.</param>
public sealed record PreparedTerms(SetEnrolmentTerms Command, ProgramFacts? Program);

/// <summary>Decides what becomes of commands about places. Pure.</summary>
public static class EnrolmentDecider
{
    static readonly Refusal NoProgram = new("no-program", "", "The program was not created.");
    static readonly Refusal CalledOff = new("cancelled", "", "The program was called off.");
    static readonly Refusal NotPublished = new("not-published", "", "The program is not shown yet.");
    static readonly Refusal DoorsShut = new("doors-shut", EnrolmentRuleIds.Period, "At the door somebody is added from when the doors open until they close.");
    static readonly Refusal NoTerms = new("no-sign-up", "", "The host has set no terms of sign-up.");
    static readonly Refusal NoMember = new("unknown-member", "", "Nobody is registered under this number.");
    static readonly Refusal NotSignedUp = new("not-signed-up", "", "This person is not signed up.");
    static readonly Refusal Full = new("full", "", "All places are taken.");
    static readonly Refusal TooManyChanges = new("too-many-changes", "", $"At most {EnrolmentLimits.ChangesPerPerson} changes a person.");

    /// <summary>Sets the terms and gives away what they free.</summary>
    public static Decision<EnrolmentEvent> SetTerms(EnrolmentState state, PreparedTerms prepared, Deciding deciding)
    {
        if (prepared.Program is not { } program) return Decision<EnrolmentEvent>.Refuse(NoProgram);
        var terms = prepared.Command.Terms;
        if (terms == state.Terms) return Decision<EnrolmentEvent>.Again();
        if ((EnrolmentRules.Check(terms) ?? program.Check(terms)) is { } fault) return Decision<EnrolmentEvent>.Refuse(fault);
        return Decision<EnrolmentEvent>.Events([new TermsSet(program.Host.Code, terms), .. Next(state, terms, null, program, deciding)]);
    }

    /// <summary>Gives away what is still free after a decision that could not give all of it.</summary>
    public static Decision<EnrolmentEvent> Fill(EnrolmentState state, ProgramFacts? program, Deciding deciding)
    {
        if (state.Terms is not { } terms) return Decision<EnrolmentEvent>.Nothing();
        List<EnrolmentEvent> events = [.. Next(state, terms, null, program, deciding)];
        return events.Count == 0 ? Decision<EnrolmentEvent>.Nothing() : Decision<EnrolmentEvent>.Events(events);
    }

    /// <summary>A place, a position on the waiting list, or a refusal. Who is signed up like this gets the first answer; otherwise they cancel first.</summary>
    public static Decision<EnrolmentEvent> SignUp(EnrolmentState state, Prepared<SignUp> prepared, Deciding deciding)
    {
        var (command, seat) = (prepared.Command, state.Find(prepared.Command.Member));
        if (seat is not null && (seat.Knows(command.Key) || seat.IsLike(command))) return Decision<EnrolmentEvent>.Again();
        if (seat is { Active: true }) return Decision<EnrolmentEvent>.Refuse("already-signed-up", "", "Signed up in another way, or with other children: cancel first.");
        if (Fault(state, seat, command.Key, prepared.Membership) is { } fault) return Decision<EnrolmentEvent>.Refuse(fault);
        if (state.Terms is not { } set || prepared.Program is not { } program) return Decision<EnrolmentEvent>.Refuse(NoTerms);
        if (program.CalledOff) return Decision<EnrolmentEvent>.Refuse(CalledOff);
        if (!program.Published) return Decision<EnrolmentEvent>.Refuse(NotPublished);
        var terms = program.Bound(set);
        var host = new AssociationId(state.Host);
        if (!Enum.IsDefined(command.Mode) || command.Children < 0) return Decision<EnrolmentEvent>.Refuse("bad-sign-up", EnrolmentRuleIds.Terms, "In the hall or on the web, with 0 or more children.");
        if ((program.Check(command.Mode) ?? EnrolmentRules.Fault(terms, command, prepared.Membership!, host, deciding.Now)) is { } barred) return Decision<EnrolmentEvent>.Refuse(barred);
        var (place, care) = (WaitingRules.PlaceAtOnce(state, terms, command.Mode), command.Children > 0 && WaitingRules.ChildcareAtOnce(state, terms, command.Children));
        if (!terms.WaitingList && !place) return Decision<EnrolmentEvent>.Refuse(Full);
        if (!terms.WaitingList && command.Children > 0 && !care) return Decision<EnrolmentEvent>.Refuse("childcare-full", EnrolmentRuleIds.Childcare, "All childcare places are taken.");
        List<EnrolmentEvent> events = [new SignedUp(
            command.Member.Number, state.Arrivals + 1, command.Mode, command.Children, EnrolmentRules.Price(terms, prepared.Membership!, host), false, command.Key)];
        if (place) events.Add(new PlaceGiven(command.Member.Number, state.Numbers + 1));
        if (place && care) events.Add(new ChildcareGiven(command.Member.Number));
        return Decision<EnrolmentEvent>.Events(events);
    }

    /// <summary>At the door: a place in any case, unless nothing is held or the doors are not open. Who waits gets it, too. Whoever was there all the same is put on the roll.</summary>
    public static Decision<EnrolmentEvent> Add(EnrolmentState state, Prepared<AddAttendee> prepared, Deciding deciding)
    {
        var (command, seat) = (prepared.Command, state.Find(prepared.Command.Member));
        if (seat is not null && (seat.Held || seat.Knows(command.Key))) return Decision<EnrolmentEvent>.Again();
        if (Fault(state, seat, command.Key, prepared.Membership) is { } fault) return Decision<EnrolmentEvent>.Refuse(fault);
        if (state.Terms is not { } set || prepared.Program is not { } program) return Decision<EnrolmentEvent>.Refuse(NoTerms);
        if (program.CalledOff) return Decision<EnrolmentEvent>.Refuse(CalledOff);
        if (!program.Published) return Decision<EnrolmentEvent>.Refuse(NotPublished);
        if (deciding.Now < program.DoorsOpen || deciding.Now >= program.DoorsClose) return Decision<EnrolmentEvent>.Refuse(DoorsShut);
        var terms = program.Bound(set);
        var mode = seat is { Active: true } ? seat.Mode : EnrolmentMode.Hall;
        var over = EnrolmentRules.Free(terms, mode, state.Tally.Held(mode)) == 0;
        var given = new PlaceGiven(command.Member.Number, state.Numbers + 1, true, over, command.Key);
        if (seat is { Active: true }) return Decision<EnrolmentEvent>.Events([given, .. WaitingRules.Childcare(state, terms, null, [seat])]);
        var price = EnrolmentRules.Price(terms, prepared.Membership!, new AssociationId(state.Host));
        return Decision<EnrolmentEvent>.Events([new SignedUp(command.Member.Number, state.Arrivals + 1, EnrolmentMode.Hall, 0, price, true, command.Key), given]);
    }

    /// <summary>Gives the place back; whoever comes next has it in the same decision.</summary>
    public static Decision<EnrolmentEvent> Cancel(EnrolmentState state, Prepared<CancelSignUp> prepared, Deciding deciding)
    {
        var command = prepared.Command;
        if (state.Find(command.Member) is not { } seat) return Decision<EnrolmentEvent>.Refuse(NotSignedUp);
        if (!seat.Active || seat.Knows(command.Key)) return Decision<EnrolmentEvent>.Again();
        if (!IsKey(command.Key)) return Decision<EnrolmentEvent>.Refuse("bad-key", "", $"A key has 1 to {EnrolmentLimits.KeyLength} characters.");
        if (state.Terms is not { } terms) return Decision<EnrolmentEvent>.Refuse(NoTerms);
        if (deciding.Caller.Oneself && deciding.Now >= terms.CancelBy)
        {
            return Decision<EnrolmentEvent>.Refuse("cancel-too-late", EnrolmentRuleIds.Period, "Ask the host to cancel.");
        }
        return Decision<EnrolmentEvent>.Events(
            [new SignUpCancelled(command.Member.Number, seat.Held, command.Key), .. Next(state, terms, seat, prepared.Program, deciding)]);
    }

    /// <summary>What is free goes to those who wait; nothing once the doors have closed, or when nothing is held.</summary>
    static IEnumerable<EnrolmentEvent> Next(EnrolmentState state, EnrolmentTerms terms, Seat? leaving, ProgramFacts? program, in Deciding deciding) =>
        program is null || program.CalledOff || deciding.Now >= program.DoorsClose ? [] : WaitingRules.Next(state, program.Bound(terms), leaving, EnrolmentLimits.PlacesAtOnce);

    static Refusal? Fault(EnrolmentState state, Seat? seat, string key, Membership? membership)
    {
        if (!IsKey(key)) return new Refusal("bad-key", "", $"A key has 1 to {EnrolmentLimits.KeyLength} characters.");
        if (membership is null) return NoMember;
        if (seat is not null) return seat.Keys.Count >= EnrolmentLimits.ChangesPerPerson ? TooManyChanges : null;
        return state.Seats.Count >= EnrolmentLimits.People ? new Refusal("ledger-full", "", $"At most {EnrolmentLimits.People} people.") : null;
    }

    static bool IsKey(string key) => key.Length is >= 1 and <= EnrolmentLimits.KeyLength;
}
