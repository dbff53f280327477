namespace JmaActors.Members;

/// <summary>A command as the decider gets it: what needed a key or another actor has been done before, so that the decision stays pure.</summary>
/// <param name="Member">Whose ledger it is.</param>
public abstract record PreparedCommand(MemberId Member);

/// <param name="Person">Normal attributes.</param>
/// <param name="Sealed">The same, sealed; empty when the command changes nothing anyway.</param>
/// <param name="Taken">Why an identifier could not be reserved; null when all are.</param>
public sealed record PreparedRegistration(MemberId Member, RegisterMember Command, Person Person, byte[] WrappedKey, byte[] Sealed, string? Taken)
    : PreparedCommand(Member);

/// <inheritdoc cref="PreparedRegistration" />
public sealed record PreparedProfile(MemberId Member, ChangeProfile Command, Person Person, byte[] Sealed, string? Taken) : PreparedCommand(Member);

/// <summary>A change of membership needs no preparation but the opened person for the view row.</summary>
public sealed record PreparedMembership(MemberId Member, ChangeMembership Command) : PreparedCommand(Member);

/// <summary>A correction of what was recorded of the membership.</summary>
public sealed record PreparedMembershipCorrection(MemberId Member, CorrectMembership Command) : PreparedCommand(Member);

/// <inheritdoc cref="PreparedRegistration" />
public sealed record PreparedIdentityCorrection(MemberId Member, CorrectIdentity Command, Person Person, byte[] Sealed, string? Taken) : PreparedCommand(Member);
