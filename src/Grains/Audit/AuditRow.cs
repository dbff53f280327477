namespace JmaActors.Audit;

/// <summary>A line of the audit as it is searched: a row of <c>audit_line</c>.</summary>
/// <param name="Person">Member number; 0 for a line about nobody in particular.</param>
/// <param name="Line">The ledger's key and the version.</param>
/// <param name="Office">The association whose function it was; empty for functions of none.</param>
/// <param name="Caller">The caller as stored, see <see cref="CallerText"/>.</param>
/// <param name="Address">From where; null once it is not kept any more.</param>
/// <param name="Salt">What made the mark; goes with the address.</param>
public sealed record AuditRow(
    long Person, string Line, DateTimeOffset At, DateTimeOffset Until, int Kind, string Subject, string Office, string Caller, string What, int Parts, string Key, string? Why,
    string? Address, string? Salt, int Count, bool Wide);
