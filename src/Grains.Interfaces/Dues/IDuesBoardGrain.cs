using System.Numerics;
using JmaActors.Associations;
using JmaActors.Live;

namespace JmaActors.Dues;

/// <summary>
/// 会費の収納: what of a fiscal year is billed, received and open at an association and below it, derived: counted from the books when something was touched, and climbing to the layer above as absolute
/// figures. Keyed by <see cref="DuesRunId.Text"/>. Its picture is a <see cref="DuesPicture"/>.
/// </summary>
[Alias("dues-board-grain")]
public interface IDuesBoardGrain : IGrainWithStringKey, IBoardGrain
{
    /// <summary>A child's figures, absolute. An older version than the one known is passed over.</summary>
    [Alias("report")]
    Task Report(AssociationId child, DuesFigures figures, FigureVersion version);

    /// <summary>The figures now, as of today.</summary>
    [Alias("figures")]
    Task<DuesPicture> Figures(CancellationToken ct);

    /// <summary>Adds up the books now, says whether the figures shown agreed with them, and mends them where not.</summary>
    [Alias("check")]
    Task<DuesPicture> Check(CancellationToken ct);
}

/// <summary>What of a year is collected through an association and those below it. Whoever moved owes through two of them and is counted in both.</summary>
/// <param name="Unsent">People whose statement is reckoned and not sent. This and the following are of those who are billed anything.</param>
/// <param name="Waiting">Sent, nothing paid, nothing late.</param>
/// <param name="Overdue">Something is open beyond its date.</param>
/// <param name="WrittenOff">Nothing is open, and something of it was given up.</param>
[GenerateSerializer, Immutable, Alias("dues-figures")]
public sealed record DuesFigures(
    [property: Id(0)] int Unsent,
    [property: Id(1)] int Waiting,
    [property: Id(2)] int Partly,
    [property: Id(3)] int Paid,
    [property: Id(4)] int Overdue,
    [property: Id(5)] int WrittenOff,
    [property: Id(6)] DuesSums Jma,
    [property: Id(7)] DuesSums Prefecture,
    [property: Id(8)] DuesSums Local) : IAdditionOperators<DuesFigures, DuesFigures, DuesFigures>, IAdditiveIdentity<DuesFigures, DuesFigures>
{
    public static readonly DuesFigures Zero = new(0, 0, 0, 0, 0, 0, DuesSums.Zero, DuesSums.Zero, DuesSums.Zero);

    public static DuesFigures AdditiveIdentity => Zero;

    public int People => Unsent + Waiting + Partly + Paid + Overdue + WrittenOff;

    /// <summary>Of all three creditors.</summary>
    public DuesSums All => Jma + Prefecture + Local;

    public static DuesFigures operator +(DuesFigures a, DuesFigures b) => new(
        a.Unsent + b.Unsent, a.Waiting + b.Waiting, a.Partly + b.Partly, a.Paid + b.Paid, a.Overdue + b.Overdue, a.WrittenOff + b.WrittenOff, a.Jma + b.Jma, a.Prefecture + b.Prefecture, a.Local + b.Local);
}

/// <summary>What one creditor, or those of one layer, are owed of a year, in yen.</summary>
/// <param name="Billed">Sent, without what was credited.</param>
/// <param name="Overdue">Of what is open, what is beyond its date.</param>
/// <param name="Unsent">Reckoned and not sent yet.</param>
[GenerateSerializer, Immutable, Alias("dues-sums")]
public sealed record DuesSums([property: Id(0)] long Billed, [property: Id(1)] long Paid, [property: Id(2)] long WrittenOff, [property: Id(3)] long Overdue, [property: Id(4)] long Unsent)
{
    public static readonly DuesSums Zero = new(0, 0, 0, 0, 0);

    public long Open => Billed - Paid - WrittenOff;

    public static DuesSums operator +(DuesSums a, DuesSums b) => new(a.Billed + b.Billed, a.Paid + b.Paid, a.WrittenOff + b.WrittenOff, a.Overdue + b.Overdue, a.Unsent + b.Unsent);
}

/// <summary>Whether what a board shows is the sum of the books.</summary>
/// <param name="At">When it was compared last.</param>
/// <param name="Agrees">False when that found a difference; it is mended then.</param>
/// <param name="Difference">Yen received that were shown too much, or (negative) too little, by the last comparison that found a difference.</param>
/// <param name="Mended">When that was; null when there was none.</param>
[GenerateSerializer, Immutable, Alias("dues-check")]
public sealed record DuesCheck([property: Id(0)] DateTimeOffset At, [property: Id(1)] bool Agrees, [property: Id(2)] long Difference, [property: Id(3)] DateTimeOffset? Mended);

/// <summary>Picture of the topic <c>dues/{association}.{year}</c>. Children are keyed by association code.</summary>
[GenerateSerializer, Immutable, Alias("dues-picture")]
public sealed record DuesPicture(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] int Year,
    [property: Id(3)] DuesFigures Figures,
    [property: Id(4)] IReadOnlyDictionary<string, DuesChild> Children,
    [property: Id(5)] DuesCheck Check,
    [property: Id(6)] DateTimeOffset AsOf);

[GenerateSerializer, Immutable, Alias("dues-child")]
public sealed record DuesChild([property: Id(0)] string Name, [property: Id(1)] DuesFigures Figures);
