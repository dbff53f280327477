namespace JmaActors.Crash.Journal;

/// <summary>One entry of a ledger.</summary>
readonly record struct CreditItem(int State, int Method, int Code, int Tenths, DateOnly Date, string Title, int Talk, string? Reason, long Version, int Scheme);

/// <summary>Where somebody stands: sums in tenths.</summary>
readonly record struct Standing(int Year, int Posted, int Pending, int YearPosted, int YearPending, int Codes, int Total, bool Reached, int Next, bool NextReached, int Last, bool LastReached);

/// <summary>One person's study credits as the events tell them.</summary>
sealed class CreditStory(long member)
{
    const int WindowYears = 3;
    const int Target = 600;
    static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);
    DateOnly judged;

    public long Member => member;

    public Dictionary<string, CreditItem> Entries { get; } = new(StringComparer.Ordinal);

    /// <summary>How often each key was opened; once is right.</summary>
    public Dictionary<string, int> Openings { get; } = new(StringComparer.Ordinal);

    public void Take(in StoredEvent e)
    {
        var key = e.Text("key")!;
        judged = DateOnly.FromDateTime(e.Recorded.ToOffset(Tokyo).Date);
        if (e.Type is "credit-opened" or "credit-accrued")
        {
            Openings[key] = Openings.GetValueOrDefault(key) + 1;
            Entries[key] = new CreditItem(
                e.Type == "credit-opened" ? Assessed.Pending : Assessed.Posted, e.Number("method"), e.Number("code"), e.Number("tenths"),
                DateOnly.Parse(e.Text("date")!, System.Globalization.CultureInfo.InvariantCulture), e.Text("title")!, e.Number("talk"), null, e.Version,
                e.E.TryGetProperty("scheme", out var scheme) ? scheme.GetInt32() : Schemes.Cme);
            return;
        }
        var held = Entries[key] with { Version = e.Version };
        Entries[key] = e.Type switch
        {
            "credit-proved" => held,
            "credit-adjusted" => held with { Tenths = e.Number("tenths") },
            "credit-posted" => held with { State = Assessed.Posted, Tenths = e.Number("tenths") },
            "credit-voided" => held with { State = Assessed.Voided, Reason = e.Text("reason") },
            "credit-reopened" => held with { State = Assessed.Pending, Tenths = e.Number("tenths"), Reason = null },
            _ => throw new InvalidDataException($"{e.Type} is no event of a credit ledger."),
        };
    }

    /// <summary>Units and distinct codes over three fiscal years, as of the day of the last event.</summary>
    public Standing Standing()
    {
        var year = YearOf(judged);
        var window = Window(year);
        var posted = Sum(window, Assessed.Posted);
        var own = window.Where(i => YearOf(i.Date) == year).ToList();
        var (total, next, last) = (Total(year), Total(year + 1), Total(year + 2));
        return new Standing(
            year, posted, Sum(window, Assessed.Pending), Sum(own, Assessed.Posted), Sum(own, Assessed.Pending), (total - posted) / 10, total, total >= Target,
            next, next >= Target, last, last >= Target);
    }

    List<CreditItem> Window(int year) => [.. Entries.Values.Where(i => i.Scheme == Schemes.Cme && YearOf(i.Date) <= year && YearOf(i.Date) > year - WindowYears)];

    int Total(int year)
    {
        var posted = Window(year).Where(i => i.State == Assessed.Posted).ToList();
        return Sum(posted, Assessed.Posted) + posted.Select(i => i.Code).Distinct().Count() * 10;
    }

    public static int YearOf(DateOnly date) => date.Month >= 4 ? date.Year : date.Year - 1;

    static int Sum(List<CreditItem> items, int state) => items.Where(i => i.State == state).Sum(i => i.Tenths);
}
