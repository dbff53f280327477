namespace JmaActors.Members;

/// <summary>What can happen to values that must be unique.</summary>
public abstract record ReservationEvent;

/// <summary>A value was given to somebody.</summary>
public sealed record Reserved(string Value, MemberId Holder) : ReservationEvent;

/// <summary>The holder gave a value back.</summary>
public sealed record Released(string Value, MemberId Holder) : ReservationEvent;
