using JmaActors.Benefits;
using JmaActors.Credits;
using JmaActors.Ledgers;
using JmaActors.Live;
using Orleans.Concurrency;

namespace JmaActors.Tests.Web.Fakes;

/// <summary>A credit ledger that accepts, or meets what the test says.</summary>
sealed class FakeCredits : ICreditLedgerGrain
{
    readonly Dictionary<string, CreditEntry> _entries = [];

    /// <summary>How often it was watched or the watch renewed.</summary>
    public int Watches;

    public List<AccrueCredit> Asked { get; } = [];

    /// <summary>What the next calls meet, one after the other, before the ledger answers again.</summary>
    public Queue<Exception> Meets { get; } = new();

    /// <summary>What the next calls are refused with, one after the other.</summary>
    public Queue<Refusal> Refuses { get; } = new();

    /// <summary>Documents attached to entries, by key.</summary>
    public Dictionary<string, AttachedDocument> Documents { get; } = [];

    public Task<AttachedDocument?> Document(string key, Caller caller, CancellationToken ct) => Task.FromResult(Documents.GetValueOrDefault(key));

    public Task<IReadOnlyList<MethodLine>> Methods(DateOnly on, Caller caller, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<MethodLine>>([new MethodLine(CreditMethod.Lecture, null, Units.Of(0.5m), Units.Of(10), null, true, false)]);

    public Task<IReadOnlyList<SchemeTotal>> Schemes(Caller caller, CancellationToken ct) => Task.FromResult<IReadOnlyList<SchemeTotal>>([]);

    public Task<Answer<CreditEntry>> Accrue(AccrueCredit command, CancellationToken ct)
    {
        Asked.Add(command);
        if (Meets.TryDequeue(out var fault)) return Task.FromException<Answer<CreditEntry>>(fault);
        if (Refuses.TryDequeue(out var refusal)) return Task.FromResult(new Answer<CreditEntry>(null, refusal, 1, false));
        var repeat = _entries.TryGetValue(command.Key, out var entry);
        entry ??= new CreditEntry(
            command.Key, command.Method, command.Post ? CreditState.Posted : CreditState.Pending, command.Units, command.Code, command.Date,
            command.Title, null, 0, null, _entries.Count + 1);
        _entries[command.Key] = entry;
        return Task.FromResult(new Answer<CreditEntry>(entry, null, entry.Version, repeat));
    }

    public Task<Answer<CreditEntry>> TryAccrue(AccrueCredit command, CancellationToken ct) =>
        Task.FromResult(new Answer<CreditEntry>(_entries.GetValueOrDefault(command.Key), null, 1, _entries.ContainsKey(command.Key)));

    public Task<Answer<CreditEntry>> Settle(SettleCredit command, CancellationToken ct) =>
        Task.FromResult(new Answer<CreditEntry>(_entries.GetValueOrDefault(command.Key), _entries.ContainsKey(command.Key) ? null : new Refusal("unknown-entry"), 1, false));

    public List<CorrectCredit> Corrected { get; } = [];

    public Task<Answer<CreditEntry>> Correct(CorrectCredit command, CancellationToken ct)
    {
        Corrected.Add(command);
        if (Refuses.TryDequeue(out var refusal)) return Task.FromResult(new Answer<CreditEntry>(null, refusal, 1, false));
        var entry = new CreditEntry(
            command.Entry + "~2", CreditMethod.Lecture, CreditState.Posted, command.Units ?? Units.Zero, command.Code ?? default, command.Date ?? default, "t", null, 0, null, 2, Corrects: command.Entry);
        return Task.FromResult(new Answer<CreditEntry>(entry, null, 2, false));
    }

    public Task<CorrectionTrial> TryCorrection(CorrectCredit command, CancellationToken ct)
    {
        var standing = new CmeStanding(new FiscalYear(2024), new FiscalYear(2026), Units.Zero, Units.Zero, 0, 59m, 60m, [], [], new Verdict("short", Mark.Near, new Words("w", "w"), [], [], null, default, ""));
        return Task.FromResult(new CorrectionTrial(null, standing, standing with { Total = 60m }, [], []));
    }

    public Task<Counted> WhatCounts(DateOnly on, Caller caller, CancellationToken ct) =>
        Task.FromResult(new Counted("credits", on, [new CountedLine("k", on, "t", new Words("w", "w"), 1m, 0m, new Words("仮", "pending"), "")], 0, 0m));

    public Task<CreditPage> Entries(string? after, Caller caller, CancellationToken ct) => Task.FromResult(new CreditPage([.. _entries.Values], null));

    /// <summary>Where entries are kept that are shown here, by key.</summary>
    public Dictionary<string, EntryOrigin> Origins { get; } = [];

    public Task<EntryOrigin?> Origin(string key, CancellationToken ct) => Task.FromResult(Origins.GetValueOrDefault(key));

    public Task<CmeStanding> Cme(DateOnly on, Caller caller, CancellationToken ct) => throw new NotSupportedException();

    public Task<IReadOnlyList<HistoryLine>> History(long after, Caller caller, CancellationToken ct) => Task.FromResult<IReadOnlyList<HistoryLine>>([.. Told.Where(l => l.Version > after)]);

    /// <summary>The ledger's events.</summary>
    public List<HistoryLine> Told { get; } = [];

    public Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct)
    {
        Interlocked.Increment(ref Watches);
        return Task.FromResult(new WatchAnswer(new BoardPicture("member/1000000001/credits", new BoardVersion(1, 1), """{"member":"1000000001"}"""), []));
    }

    public Task Unwatch(IBoardObserver observer, CancellationToken ct) => Task.CompletedTask;

    public Task<Verdict> MayI(DateOnly on, Caller caller, CancellationToken ct) => throw new NotSupportedException();

    public Task<Standing> WhereDoIStand(DateOnly on, Caller caller, CancellationToken ct) => throw new NotSupportedException();

    public Task<NextSteps> WhatNext(DateOnly on, Caller caller, CancellationToken ct) => throw new NotSupportedException();

    public Task Wake(CancellationToken ct) => Task.CompletedTask;

    public Task<Receipt> Receive(Immutable<Parcel[]> parcels, CancellationToken ct) => throw new NotSupportedException();
}
