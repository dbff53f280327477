namespace JmaActors.Crash.Journal;

/// <summary>One person's dues as the events tell them, in yen.</summary>
sealed class DuesStory
{
    /// <summary>What was reckoned: lines less credit notes by reckoning.</summary>
    public long Lines { get; private set; }

    /// <summary>Credit notes and write-offs by hand.</summary>
    public long Lessened { get; private set; }

    public long Refunded { get; private set; }

    /// <summary>By key; what was taken back has nothing left.</summary>
    public Dictionary<string, long> Payments { get; } = new(StringComparer.Ordinal);

    public void Take(in StoredEvent e, Complaints complaints)
    {
        switch (e.Type)
        {
            case "dues-assessed":
                Lines += e.E.GetProperty("lines").EnumerateArray().Sum(l => l.GetProperty("yen").GetInt64());
                break;
            case "dues-paid":
                if (!Payments.TryAdd(e.Text("key")!, e.E.GetProperty("yen").GetInt64())) complaints.Add($"payment {e.Text("key")} of {e.Ledger} is there twice");
                break;
            case "dues-payment-reversed":
                if (Payments[e.Text("key")!] == 0) complaints.Add($"payment {e.Text("key")} of {e.Ledger} was taken back twice");
                Payments[e.Text("key")!] = 0;
                break;
            case "dues-refunded":
                Refunded += e.E.GetProperty("yen").GetInt64();
                break;
            case "dues-lessened":
                Lessened += e.E.GetProperty("yen").GetInt64();
                break;
        }
    }
}

/// <summary>One bank account as its events tell it.</summary>
sealed class BankStory(string account)
{
    readonly Dictionary<string, (long Yen, int Turn, long? Member)> lines = new(StringComparer.Ordinal);

    /// <summary>Amounts of all its lines.</summary>
    public IEnumerable<long> Amounts => lines.Values.Select(l => l.Yen);

    /// <summary>Payments its booked lines are: whose, under which key, of what amount.</summary>
    public IEnumerable<(long Member, string Key, long Yen)> Booked => lines.Where(l => l.Value.Member is not null).Select(l => (l.Value.Member!.Value, $"bank/{account}/{l.Key}#{l.Value.Turn}", l.Value.Yen));

    public void Take(in StoredEvent e, Complaints complaints)
    {
        if (e.Type == "bank-lines-taken")
        {
            foreach (var line in e.E.GetProperty("lines").EnumerateArray())
            {
                var key = line.GetProperty("key").GetString()!;
                if (!lines.TryAdd(key, (line.GetProperty("yen").GetInt64(), 0, null))) complaints.Add($"line {key} of {account} was taken twice");
            }
        }
        else if (e.Text("line") is { } of)
        {
            var (yen, turn, _) = lines[of];
            lines[of] = (yen, turn + 1, e.Type == "bank-line-booked" ? e.E.GetProperty("member").GetInt64() : null);
        }
    }
}
