namespace JmaActors.Audit;

/// <summary>Searches the audit, within what the caller may audit. Stateless.</summary>
[Alias("audit-search-grain")]
public interface IAuditSearchGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// Lines that meet every condition, newest first; a keyset page. Of one person, reads and refusals are united with the changes of the record. Narrowed to
    /// what the caller may audit: of a person, those of the own layer; else functions of the own association and those below.
    /// </summary>
    [Alias("search")]
    Task<AuditPage> Search(AuditQuery query, Caller caller, CancellationToken ct);

    /// <summary>
    /// Who saw and changed one's own record, newest first; a keyset page. For the person, and who acts for her; it names functions and not where somebody sat.
    /// </summary>
    [Alias("own")]
    Task<AuditPage> Own(MemberId member, string? after, int size, Caller caller, CancellationToken ct);
}

/// <param name="Person">Only about this person.</param>
/// <param name="Subject">Only by this account or token.</param>
/// <param name="Office">Only by functions of this association.</param>
/// <param name="From">First civil date (Asia/Tokyo).</param>
/// <param name="To">Last civil date.</param>
/// <param name="Kind">Only of this kind.</param>
/// <param name="After">Cursor from the page before; null for the first.</param>
[GenerateSerializer, Immutable, Alias("audit-query")]
public sealed record AuditQuery(
    [property: Id(0)] MemberId? Person,
    [property: Id(1)] string? Subject,
    [property: Id(2)] AssociationId? Office,
    [property: Id(3)] DateOnly From,
    [property: Id(4)] DateOnly To,
    [property: Id(5)] AuditKind? Kind,
    [property: Id(6)] string? After,
    [property: Id(7)] int Size = 50);

/// <summary>Who did what with whose record, when, from where and why.</summary>
/// <param name="At">When, or when it began.</param>
/// <param name="Until">When it was last seen to go on; as <paramref name="At"/> for what is done at once.</param>
/// <param name="Caller">The account, in which function, for whom and in whose place.</param>
/// <param name="Person">Whose record; null when of nobody in particular.</param>
/// <param name="What">The kind of list, what was refused, or the name of the event.</param>
/// <param name="Key">What was asked for and refused, or the ledger that was changed.</param>
/// <param name="From">From where; null when not known, not kept any more, or not for this reader.</param>
/// <param name="Count">People of a list; how often refused.</param>
/// <param name="Wide">A list of so many that nobody is named: everybody the function may see.</param>
[GenerateSerializer, Immutable, Alias("audit-line")]
public sealed record AuditLine(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] DateTimeOffset Until,
    [property: Id(2)] AuditKind Kind,
    [property: Id(3)] Caller Caller,
    [property: Id(4)] MemberId? Person,
    [property: Id(5)] string What,
    [property: Id(6)] AuditParts Parts,
    [property: Id(7)] string Key,
    [property: Id(8)] string Why,
    [property: Id(9)] string? From,
    [property: Id(10)] int Count,
    [property: Id(11)] bool Wide);

[GenerateSerializer, Immutable, Alias("audit-page")]
public sealed record AuditPage([property: Id(0)] IReadOnlyList<AuditLine> Lines, [property: Id(1)] string? Next);
