using System.Runtime.InteropServices;
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
/// One fiscal year of a ledger, summed: what the standing is computed from, however many entries the year has. Folded in place by the ledger that owns it.
/// A code is counted by its entries, so that taking one of two away keeps the code.
/// </summary>
/// <param name="year">The year the fiscal year begins in.</param>
public sealed class CmeYearFacts(int year)
{
    readonly List<CmeCodeCount> codes = [];
    CmeCodeSet set;

    public int Year => year;

    public int PostedTenths { get; private set; }

    public int PendingTenths { get; private set; }

    /// <summary>In order of code; every count is at least 1. Valid until the year changes.</summary>
    public ReadOnlySpan<CmeCodeCount> Codes => CollectionsMarshal.AsSpan(codes);

    /// <summary>The same codes, to be united with other years'.</summary>
    public ref readonly CmeCodeSet Set => ref set;

    /// <summary>True when nothing is left in the year.</summary>
    public bool IsEmpty => PostedTenths == 0 && PendingTenths == 0 && codes.Count == 0;

    /// <summary>One entry more. A voided entry adds nothing.</summary>
    public void Add(CmeEntryFact entry) => Change(entry, +1);

    /// <summary>One entry less, which must have been added before in the same state.</summary>
    /// <exception cref="InvalidOperationException">It was not; nothing is changed.</exception>
    public void Remove(CmeEntryFact entry) => Change(entry, -1);

    void Change(CmeEntryFact entry, int sign)
    {
        if (entry.Year.Year != Year) throw new InvalidOperationException(Invariant($"An entry of {entry.Date:yyyy-MM-dd} is not of FY{Year}."));
        var tenths = sign * entry.Units.Tenths;
        if (entry.State == CreditState.Posted)
        {
            var posted = Enough(PostedTenths + tenths);
            if (entry.CountsCode) Count(entry.Code.Number, sign);
            PostedTenths = posted;
        }
        else if (entry.State == CreditState.Pending)
        {
            PendingTenths = Enough(PendingTenths + tenths);
        }
    }

    int Enough(int tenths) => tenths >= 0 ? tenths : throw new InvalidOperationException($"More was taken from FY{Year} than it holds.");

    void Count(short code, int sign)
    {
        var at = Place(code);
        var held = at < codes.Count && codes[at].Code == code ? codes[at].Entries : 0;
        var entries = held + sign;
        if (entries < 0) throw new InvalidOperationException($"Code {code} is not held in FY{Year}.");
        if (entries == 0) codes.RemoveAt(at);
        else if (held == 0) codes.Insert(at, new CmeCodeCount(code, entries));
        else codes[at] = new CmeCodeCount(code, entries);
        if (entries == 0) set.Remove(code);
        else set.Add(code);
    }

    /// <summary>Where a code stands, or would.</summary>
    int Place(short code)
    {
        var (from, to) = (0, codes.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (codes[middle].Code < code) from = middle + 1;
            else to = middle;
        }
        return from;
    }
}

/// <summary>All fiscal years of a ledger, summed: a part of its state, folded in place along with the entries.</summary>
public sealed class CmeFacts
{
    readonly List<CmeYearFacts> years = [];

    /// <summary>In order of year; a year without anything is left out. Valid until the sums change.</summary>
    public ReadOnlySpan<CmeYearFacts> Years => CollectionsMarshal.AsSpan(years);

    /// <summary>One entry more. Answers itself.</summary>
    public CmeFacts Add(CmeEntryFact entry)
    {
        var at = Find(entry.Year.Year);
        if (at < 0)
        {
            var fresh = new CmeYearFacts(entry.Year.Year);
            fresh.Add(entry);
            if (!fresh.IsEmpty) years.Insert(~at, fresh);
        }
        else
        {
            years[at].Add(entry);
        }
        return this;
    }

    /// <summary>One entry less, which was added before in the same state. Answers itself.</summary>
    /// <exception cref="InvalidOperationException">It was not; nothing is changed.</exception>
    public CmeFacts Remove(CmeEntryFact entry)
    {
        var at = Find(entry.Year.Year);
        if (at < 0)
        {
            new CmeYearFacts(entry.Year.Year).Remove(entry);
            return this;
        }
        years[at].Remove(entry);
        if (years[at].IsEmpty) years.RemoveAt(at);
        return this;
    }

    /// <summary>An entry changed: it grew, was posted or voided, or is new. Answers itself.</summary>
    public CmeFacts Change(CmeEntryFact? before, CmeEntryFact after) => (before is { } old ? Remove(old) : this).Add(after);

    /// <summary>One year; empty when nothing stands in it.</summary>
    public CmeYearFacts Of(int year) => Find(year) is var at and >= 0 ? years[at] : new CmeYearFacts(year);

    /// <summary>Where a year stands, or the complement of where it would.</summary>
    int Find(int year)
    {
        for (var at = 0; at < years.Count; at++)
        {
            if (years[at].Year >= year) return years[at].Year == year ? at : ~at;
        }
        return ~years.Count;
    }
}
