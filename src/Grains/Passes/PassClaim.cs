namespace JmaActors.Passes;

/// <summary>
/// What a genuine pass says. Two passes with equal claims are the same pass, however they were spelled: whoever must know whether one was used before
/// compares claims, not texts.
/// </summary>
/// <param name="Member">Whose it is.</param>
/// <param name="Generation">How often this person's passes had been taken back when it was shown.</param>
/// <param name="Issued">When it was shown, to the second, by the house's clock.</param>
/// <param name="Serial">Drawn by lot for each pass shown.</param>
public readonly record struct PassClaim(MemberId Member, int Generation, DateTimeOffset Issued, uint Serial);
