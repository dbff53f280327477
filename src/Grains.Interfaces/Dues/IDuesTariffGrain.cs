using JmaActors.Ledgers;
using JmaActors.Members;

namespace JmaActors.Dues;

/// <summary>会費規程: what an association has decided about its dues itself, fiscal year by fiscal year. What it has not decided goes by the policy. Keyed by the association's code.</summary>
[Alias("dues-tariff-grain")]
public interface IDuesTariffGrain : IGrainWithStringKey, ILedgerGrain
{
    /// <summary>
    /// Sets what holds from a fiscal year on, until the next that is set. The same again changes nothing. Refused with <c>bad-year</c> (a year that is over, or more than <see cref="DuesTariffLimits.YearsAhead"/>
    /// ahead), <c>bad-table</c> (also an entry fee of 日本医師会, which asks none), <c>bad-collection</c>, <c>no-source</c>.
    /// </summary>
    [Alias("set")]
    Task<Answer<DuesTariffs>> Set(SetDuesTariff command, CancellationToken ct);

    /// <summary>What was set for a fiscal year no longer holds: it goes by what holds before, or by the policy. Refused with <c>bad-year</c>, <c>no-table</c>, <c>no-reason</c>.</summary>
    [Alias("withdraw")]
    Task<Answer<DuesTariffs>> Withdraw(WithdrawDuesTariff command, CancellationToken ct);

    /// <summary>Everything that was set and holds, the latest year first; null where that is the version the caller knows.</summary>
    /// <param name="known">-1 where nothing is known.</param>
    [Alias("read")]
    Task<DuesTariffs?> Read(long known, CancellationToken ct);

    /// <summary>What is gone by in a fiscal year, decided here, above, or by the policy.</summary>
    [Alias("in-force")]
    Task<DuesTariffInForce> InForce(FiscalYear year, CancellationToken ct);
}

/// <summary>Limits of a tariff.</summary>
public static class DuesTariffLimits
{
    /// <summary>Rows of a table; characters of a label; the largest amount in yen; days until what is due; years ahead.</summary>
    public const int Rows = 60, Label = 60, Yen = 10_000_000, DueDays = 180, YearsAhead = 2;

    /// <summary>The largest age, and years since the licence.</summary>
    public const int Years = 150;
}

/// <summary>Which rows of a table stand together.</summary>
[GenerateSerializer, Alias("dues-block")]
public enum DuesBlock
{
    /// <summary>Without a reduction.</summary>
    Standard = 1,

    /// <summary>高齢減免.</summary>
    OldAge = 2,

    /// <summary>Illness, childbirth and childcare, and the years after graduation.</summary>
    Relief = 3,
}

/// <summary>How somebody's dues are reckoned who joins, leaves or changes within the year.</summary>
[GenerateSerializer, Alias("mid-year-rule")]
public enum MidYearRule
{
    /// <summary>A whole year, as judged on its first day or the day of joining; what is left of the year where another association had the beginning of it.</summary>
    Full = 0,

    /// <summary>Each month by itself, as judged on its first day or the day of joining.</summary>
    Monthly = 1,

    /// <summary>Each term by itself, as judged on its first day or the day of joining.</summary>
    Term = 2,
}

/// <summary>A row of an association's own table. What is null, or no category, does not matter; the first row of a block that fits says what is owed.</summary>
/// <param name="Label">As the association writes it, in its own words.</param>
/// <param name="LicensedBelow">Fits those with fewer whole years since the licence.</param>
/// <param name="Annual">For a whole fiscal year.</param>
/// <param name="Entry">入会金; null where there is none.</param>
[GenerateSerializer, Immutable, Alias("dues-tariff-row")]
public sealed record DuesTariffRow(
    [property: Id(0)] string Label,
    [property: Id(1)] DuesBlock Block,
    [property: Id(2)] IReadOnlyList<MemberCategory> Categories,
    [property: Id(3)] bool? Covered,
    [property: Id(4)] int? AgeFrom,
    [property: Id(5)] int? AgeUpTo,
    [property: Id(6)] int? LicensedBelow,
    [property: Id(7)] PracticeRole? Practice,
    [property: Id(8)] Yen Annual,
    [property: Id(9)] Yen? Entry);

/// <summary>What an association decided from a fiscal year on.</summary>
/// <param name="Source">Where it was decided, e.g. 2026年3月15日 定例総会 第3号議案.</param>
/// <param name="Rows">Empty: the table of the policy holds.</param>
/// <param name="Terms">First months of the terms in which it collects, beginning with April; null: as its prefectural association, else the policy. Of a national association it is what holds where nobody decided otherwise.</param>
/// <param name="DueDays">Days from the first day of a term until what is due; null as <paramref name="Terms"/>.</param>
/// <param name="MidYear">Of what is owed to the association itself; null: the policy.</param>
[GenerateSerializer, Immutable, Alias("dues-tariff")]
public sealed record DuesTariff(
    [property: Id(0)] FiscalYear From,
    [property: Id(1)] string Source,
    [property: Id(2)] IReadOnlyList<DuesTariffRow> Rows,
    [property: Id(3)] IReadOnlyList<int>? Terms,
    [property: Id(4)] int? DueDays,
    [property: Id(5)] MidYearRule? MidYear);

/// <summary>What an association decided, the latest year first.</summary>
[GenerateSerializer, Immutable, Alias("dues-tariffs")]
public sealed record DuesTariffs([property: Id(0)] IReadOnlyList<DuesTariff> All, [property: Id(1)] long Version)
{
    /// <summary>What holds in a fiscal year; null where nothing was decided.</summary>
    public DuesTariff? For(FiscalYear year) => All.FirstOrDefault(t => t.From.Year <= year.Year);
}

/// <summary>What an association goes by in a fiscal year.</summary>
/// <param name="Own">Whether <paramref name="Lines"/> are its own rows.</param>
/// <param name="Terms">First months of the terms in which it collects; of a national or prefectural association what holds where nobody below decided otherwise.</param>
/// <param name="Decided">Everything it decided itself.</param>
[GenerateSerializer, Immutable, Alias("dues-tariff-in-force")]
public sealed record DuesTariffInForce(
    [property: Id(0)] AssociationId Association,
    [property: Id(1)] FiscalYear Year,
    [property: Id(2)] bool Own,
    [property: Id(3)] IReadOnlyList<DuesTariffLine> Lines,
    [property: Id(4)] IReadOnlyList<int> Terms,
    [property: Id(5)] int DueDays,
    [property: Id(6)] MidYearRule MidYear,
    [property: Id(7)] DuesTariffs Decided);

/// <summary>A row that is gone by, and where it is from.</summary>
[GenerateSerializer, Immutable, Alias("dues-tariff-line")]
public sealed record DuesTariffLine([property: Id(0)] DuesTariffRow Row, [property: Id(1)] RuleRef Rule);

[GenerateSerializer, Immutable, Alias("set-dues-tariff")]
public sealed record SetDuesTariff([property: Id(0)] DuesTariff Tariff, [property: Id(1)] Caller Caller);

[GenerateSerializer, Immutable, Alias("withdraw-dues-tariff")]
public sealed record WithdrawDuesTariff([property: Id(0)] FiscalYear From, [property: Id(1)] string Reason, [property: Id(2)] Caller Caller);
