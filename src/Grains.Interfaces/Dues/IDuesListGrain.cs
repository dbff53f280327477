namespace JmaActors.Dues;

/// <summary>Whose dues of a year stand how: lists of an association's people. Stateless.</summary>
[Alias("dues-list-grain")]
public interface IDuesListGrain : IGrainWithIntegerKey
{
    /// <summary>A keyset page of people of an association who are billed something for a year. The caller's scope is added; whoever sees no such list gets an empty one.</summary>
    [Alias("people")]
    Task<DuesPage> People(DuesQuery query, Caller caller, CancellationToken ct);
}

/// <summary>Order of a list of dues.</summary>
[GenerateSerializer, Alias("dues-order")]
public enum DuesOrder
{
    /// <summary>By member number.</summary>
    Number = 0,

    /// <summary>Who owes most first.</summary>
    Open = 1,

    /// <summary>What is due first first; who owes nothing last.</summary>
    Due = 2,
}

/// <param name="Office">Whose members.</param>
/// <param name="Status">Null for any.</param>
/// <param name="After">Where the page before ended; null for the first.</param>
/// <param name="Size">At most <see cref="DuesListLimits.Page"/>.</param>
/// <param name="Step">Only whom this step of reminders reached last; 0 for whom none did, null for any.</param>
[GenerateSerializer, Immutable, Alias("dues-query")]
public sealed record DuesQuery(
    [property: Id(0)] AssociationId Office, [property: Id(1)] FiscalYear Year, [property: Id(2)] DuesStatus? Status, [property: Id(3)] DuesOrder Order, [property: Id(4)] string? After, [property: Id(5)] int Size = DuesListLimits.Page, [property: Id(6)] int? Step = null);

/// <param name="Next">Where the next page begins; null when there is none.</param>
/// <param name="Steps">Names of the steps of reminders, the first one first.</param>
[GenerateSerializer, Immutable, Alias("dues-page")]
public sealed record DuesPage([property: Id(0)] IReadOnlyList<DuesLineOf> Lines, [property: Id(1)] string? Next, [property: Id(2)] IReadOnlyList<Words> Steps);

/// <summary>One person's dues of a year, of all three creditors.</summary>
/// <param name="Due">The earliest date on which something open is due; null when nothing is.</param>
/// <param name="Step">The last step of reminders of this year; 0 for none.</param>
/// <param name="Reminded">When that was.</param>
/// <param name="HeldUntil">Reminders are held back until this day; null when none are.</param>
[GenerateSerializer, Immutable, Alias("dues-line-of")]
public sealed record DuesLineOf(
    [property: Id(0)] MemberId Member,
    [property: Id(1)] string Name,
    [property: Id(2)] string Kana,
    [property: Id(3)] AssociationId? Local,
    [property: Id(4)] DuesStatus Status,
    [property: Id(5)] Yen Billed,
    [property: Id(6)] Yen Paid,
    [property: Id(7)] Yen Open,
    [property: Id(8)] Yen Overdue,
    [property: Id(9)] DateOnly? Due,
    [property: Id(10)] int Step,
    [property: Id(11)] DateOnly? Reminded,
    [property: Id(12)] DateOnly? HeldUntil);

/// <summary>Named limits of lists of dues.</summary>
public static class DuesListLimits
{
    public const int Page = 50;

    /// <summary>Whoever has left is dealt with by the association she paid through as long as her last payment is not older: until the end of the fiscal year after it, a wrong one can be taken back.</summary>
    public static DateOnly SeenSince(DateOnly today) => FiscalYear.Of(today).Plus(-1).FirstDay;
}
