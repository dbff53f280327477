namespace JmaActors.Audit;

/// <summary>What is sought in the audit; conditions that are null are not asked.</summary>
/// <param name="People">Lines about this person under any of her numbers, and lists so wide that nobody is named by <paramref name="Covering"/> offices.</param>
/// <param name="Covering">Offices that see the person.</param>
/// <param name="Within">Functions of this association and, for a prefecture's, of those below; null for everybody's.</param>
/// <param name="Before">Only lines before this one, in the order they come in.</param>
public sealed record AuditSought(
    IReadOnlyList<long>? People, IReadOnlyList<string> Covering, string? Subject, string? Office, string? Within, DateTimeOffset From, DateTimeOffset To, AuditKind? Kind, AuditMark? Before, int Size);

/// <summary>The place of a line in the order of a search: newest first, then by name of line.</summary>
public readonly record struct AuditMark(DateTimeOffset At, string Line);

/// <summary>An event of a ledger, without what it says.</summary>
public sealed record WrittenEvent(string Ledger, long Version, string Type, DateTimeOffset At, Caller Caller);

/// <summary>Questions about the audit that are asked of the views and, for what was written, of the journal.</summary>
public interface IAuditIndex
{
    /// <summary>Lines, newest first.</summary>
    Task<IReadOnlyList<AuditRow>> Lines(AuditSought sought, CancellationToken ct);

    /// <summary>Events of a few ledgers, newest first, those of people only: what the system did by itself is nobody's.</summary>
    Task<IReadOnlyList<WrittenEvent>> Written(IReadOnlyList<string> ledgers, DateTimeOffset from, DateTimeOffset to, AuditMark? before, int size, CancellationToken ct);

    /// <summary>Forgets addresses and lines that are older than they are kept. Answers how many rows changed or went.</summary>
    Task<int> Forget(DateTimeOffset addressesBefore, DateTimeOffset linesBefore, CancellationToken ct);
}
