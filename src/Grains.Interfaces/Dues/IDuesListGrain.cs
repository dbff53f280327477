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
[GenerateSerializer, Immutable, Alias("dues-query")]
public sealed record DuesQuery(
    [property: Id(0)] AssociationId Office, [property: Id(1)] FiscalYear Year, [property: Id(2)] DuesStatus? Status, [property: Id(3)] DuesOrder Order, [property: Id(4)] string? After, [property: Id(5)] int Size = DuesListLimits.Page);

/// <param name="Next">Where the next page begins; null when there is none.</param>
[GenerateSerializer, Immutable, Alias("dues-page")]
public sealed record DuesPage([property: Id(0)] IReadOnlyList<DuesLineOf> Lines, [property: Id(1)] string? Next);

/// <summary>One person's dues of a year, of all three creditors.</summary>
/// <param name="Due">The earliest date on which something open is due; null when nothing is.</param>
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
    [property: Id(9)] DateOnly? Due);

/// <summary>Named limits of lists of dues.</summary>
public static class DuesListLimits
{
    public const int Page = 50;
}
