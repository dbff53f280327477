using System.Collections.Immutable;
using static System.FormattableString;

namespace JmaActors.Credits;

/// <summary>What a standing needs of one credit entry.</summary>
public readonly record struct CmeEntryFact(DateOnly Date, CurriculumCode Code, Units Units, CreditState State)
{
    public static CmeEntryFact Of(CreditEntry entry) => new(entry.Date, entry.Code, entry.Units, entry.State);

    /// <summary>年度 the entry counts in.</summary>
    public FiscalYear Year => FiscalYear.Of(Date);

    /// <summary>True when the entry's code counts: posted, with units.</summary>
    public bool CountsCode => State == CreditState.Posted && Units > Units.Zero;
}

/// <summary>How many posted entries with units hold a code in one fiscal year.</summary>
public readonly record struct CmeCodeCount(short Code, int Entries);

/// <summary>
/// One fiscal year of a ledger, summed: what the standing is computed from, however many entries the year has. Immutable.
/// A code is counted by its entries, so that taking one of two away keeps the code.
/// </summary>
/// <param name="Year">The year the fiscal year begins in.</param>
/// <param name="Codes">In order of code; every count is at least 1.</param>
public sealed record CmeYearFacts(int Year, int PostedTenths, int PendingTenths, ImmutableArray<CmeCodeCount> Codes)
{
    public static CmeYearFacts Empty(int year) => new(year, 0, 0, []);

    /// <summary>True when nothing is left in the year.</summary>
    public bool IsEmpty => PostedTenths == 0 && PendingTenths == 0 && Codes.Length == 0;

    /// <summary>The year with one entry more. A voided entry adds nothing.</summary>
    public CmeYearFacts Add(CmeEntryFact entry) => Change(entry, +1);

    /// <summary>The year with one entry less, which must have been added before in the same state.</summary>
    /// <exception cref="InvalidOperationException">It was not.</exception>
    public CmeYearFacts Remove(CmeEntryFact entry) => Change(entry, -1);

    CmeYearFacts Change(CmeEntryFact entry, int sign)
    {
        if (entry.Year.Year != Year) throw new InvalidOperationException(Invariant($"An entry of {entry.Date:yyyy-MM-dd} is not of FY{Year}."));
        var tenths = sign * entry.Units.Tenths;
        var next = entry.State switch
        {
            CreditState.Posted => this with { PostedTenths = PostedTenths + tenths, Codes = entry.CountsCode ? Count(entry.Code, sign) : Codes },
            CreditState.Pending => this with { PendingTenths = PendingTenths + tenths },
            _ => this,
        };
        return next.PostedTenths >= 0 && next.PendingTenths >= 0
            ? next
            : throw new InvalidOperationException($"More was taken from FY{Year} than it holds.");
    }

    ImmutableArray<CmeCodeCount> Count(CurriculumCode code, int sign)
    {
        var at = 0;
        while (at < Codes.Length && Codes[at].Code < code.Number) at++;
        var held = at < Codes.Length && Codes[at].Code == code.Number ? Codes[at].Entries : 0;
        return (held + sign) switch
        {
            < 0 => throw new InvalidOperationException($"Code {code} is not held in FY{Year}."),
            0 => Codes.RemoveAt(at),
            var entries when held == 0 => Codes.Insert(at, new CmeCodeCount(code.Number, entries)),
            var entries => Codes.SetItem(at, new CmeCodeCount(code.Number, entries)),
        };
    }
}

/// <summary>All fiscal years of a ledger, summed. Immutable; goes into the ledger's state and its snapshot.</summary>
/// <param name="Years">In order of year; a year without anything is left out.</param>
public sealed record CmeFacts(ImmutableArray<CmeYearFacts> Years)
{
    public static readonly CmeFacts Empty = new([]);

    /// <summary>With one entry more.</summary>
    public CmeFacts Add(CmeEntryFact entry) => With(Of(entry.Year.Year).Add(entry));

    /// <summary>With one entry less, which was added before in the same state.</summary>
    public CmeFacts Remove(CmeEntryFact entry) => With(Of(entry.Year.Year).Remove(entry));

    /// <summary>With an entry changed: it grew, was posted or voided, or is new.</summary>
    public CmeFacts Change(CmeEntryFact? before, CmeEntryFact after) => (before is { } old ? Remove(old) : this).Add(after);

    /// <summary>One year; empty when nothing stands in it.</summary>
    public CmeYearFacts Of(int year)
    {
        foreach (var facts in Years)
        {
            if (facts.Year == year) return facts;
        }
        return CmeYearFacts.Empty(year);
    }

    CmeFacts With(CmeYearFacts facts)
    {
        var at = 0;
        while (at < Years.Length && Years[at].Year < facts.Year) at++;
        var held = at < Years.Length && Years[at].Year == facts.Year;
        if (facts.IsEmpty) return held ? new CmeFacts(Years.RemoveAt(at)) : this;
        return new CmeFacts(held ? Years.SetItem(at, facts) : Years.Insert(at, facts));
    }
}
