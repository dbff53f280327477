using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using JmaActors.Bank;
using JmaActors.Dues;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Storage.Views;

namespace JmaActors.Tests.Storage.Dues;

/// <summary>What must hold of the books whenever nothing is on its way: of ledgers folded anew from the journal, of views, boards, actors and the bank.</summary>
sealed class DuesProof(DuesHouse house, DateOnly today)
{
    const string Bank = BankLimits.PaymentPrefix;

    readonly DuesLedger ledger = house.Service<DuesLedger>();
    readonly BankAccountLedger accounts = house.Service<BankAccountLedger>();
    readonly Dictionary<string, IReadOnlyList<EventRow>> journal = new(StringComparer.Ordinal);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    FiscalYear Year => FiscalYear.Of(today);

    public async Task Hold(IReadOnlyList<DuesOrders> senders)
    {
        foreach (var (name, _) in await house.Service<IJournalStore>().HeadPage("", 10_000, Ct)) journal[name] = await Events(name);
        Dictionary<long, DuesState> people = [];
        foreach (var (key, _) in Of(DuesLedger.Name))
        {
            var (state, events) = await Read(ledger, key);
            var member = long.Parse(key, CultureInfo.InvariantCulture);
            await Close(member, people[member] = state, events);
        }
        await ViewsAreFolds();
        await Layers(people);
        await BankAgrees(people);
        Once(senders);
    }

    /// <summary>A person's books: lines, credit notes and money by the events, against what the ledger folds, what the record asks for, and what the actor answers.</summary>
    async Task Close(long member, DuesState state, IReadOnlyList<DuesEvent> events)
    {
        Assert.Equal(events.OfType<DuesAssessed>().SelectMany(e => e.Lines).Sum(l => l.Yen), state.Accounts.Sum(a => a.Assessed));
        Assert.InRange(state.Accounts.Sum(a => a.Credited + a.WrittenOff), 0, events.OfType<DuesLessened>().Sum(l => l.Yen));
        var back = events.OfType<PaymentReversed>().Select(r => r.Key).ToList();
        Assert.Distinct(back);
        Assert.Distinct(events.OfType<DuesPaid>().Select(p => p.Key));
        var paid = events.OfType<DuesPaid>().Where(p => !back.Contains(p.Key)).Sum(p => p.Yen) - events.OfType<DuesRefunded>().Sum(r => r.Yen);
        Assert.Equal(paid, state.Accounts.Sum(a => a.Paid) + state.Free);
        Assert.True(state.Free >= 0 && state.Accounts.All(a => a.Paid >= 0 && a.Paid <= a.Owed), $"{member} has paid more or less than can be");
        // Of whom nothing was ever reckoned an office reckons first.
        if (state.Read > 0)
        {
            var tried = (await house.Grains.GetGrain<IDuesGrain>(member).TryAssess(new TryDues(Year, null, Year.FirstDay, null, Caller.System), Ct))!.Before;
            Assert.Equal(
                tried.Charges.Where(c => c.Amount != Yen.Zero).Select(c => $"{c.Account} {c.Amount.Amount}").Order(StringComparer.Ordinal), state.Accounts.Where(a => a.Assessed != 0).Select(a => $"{a.Id} {a.Assessed}").Order(StringComparer.Ordinal));
        }
        var view = await house.Grains.GetGrain<IDuesGrain>(member).Read(Caller.System, Ct);
        Assert.Equal((state.Version, state.Free, state.Refunded), (view.Version, view.Free.Amount, view.Refunded.Amount));
        Assert.Equal(state.Accounts.Sum(a => a.Open), view.Statements.Sum(s => s.Open.Amount));
    }

    /// <summary>Rows of views are what the events make of them, no more and no less.</summary>
    async Task ViewsAreFolds()
    {
        var rows = Of(DuesLedger.Name).SelectMany(l => ViewReplay.Of(ledger, l.Key, l.Events)).Concat(Of(BankAccountLedger.Name).SelectMany(l => ViewReplay.Of(accounts, l.Key, l.Events)))
            .Where(r => !r.Delete).ToLookup(r => r.Table.Name, r => string.Join('|', r.Table.Columns.Select(c => Text(c, c.GetType().GetProperty("Get")!.GetValue(c) is Delegate get ? get.DynamicInvoke(r.Row) : null))));
        // Who paid stands beside the events alone.
        foreach (var table in ledger.Views.Concat(accounts.Views).Where(t => t != BankViews.Payers))
        {
            var stored = await Query($"SELECT {string.Join(", ", table.Columns.Select(c => c.Name))} FROM {Table(table.Name)}", r => string.Join('|', table.Columns.Select((c, i) => Text(c, r.GetValue(i)))));
            Assert.Equal(rows[table.Name].Order(StringComparer.Ordinal), stored.Order(StringComparer.Ordinal));
        }
    }

    /// <summary>Each local association's figures are those of the ledgers, a prefecture's the sum of its own, the nation's the sum of all; boards show them.</summary>
    async Task Layers(IReadOnlyDictionary<long, DuesState> people)
    {
        var tallies = house.Service<IDuesTallies>();
        var all = await tallies.ByLocal(Year, null, null, today, Ct);
        var owed = people.Values.SelectMany(s => s.Accounts.Where(a => a.Id.Year == Year).Select(a => (a, Sent: s.Posted.ContainsKey(Year.Year)))).ToLookup(a => a.a.Id.Via.Code);
        foreach (var local in DuesLife.Locals)
        {
            var figures = all.GetValueOrDefault(local.Code, DuesFigures.Zero);
            foreach (var (layer, sums) in new[] { (AssociationLayer.National, figures.Jma), (AssociationLayer.Prefecture, figures.Prefecture), (AssociationLayer.Local, figures.Local) })
            {
                var (sent, unsent) = (owed[local.Code].Where(a => a.Sent && a.a.Id.Creditor.Layer == layer).Select(a => a.a).ToList(), owed[local.Code].Where(a => !a.Sent && a.a.Id.Creditor.Layer == layer).Select(a => a.a));
                Assert.Equal(
                    (sent.Sum(a => a.Assessed - a.Credited), sent.Sum(a => a.Paid), sent.Sum(a => a.WrittenOff), sent.Where(a => a.Due < today).Sum(a => a.Open), unsent.Sum(a => a.Assessed - a.Credited)),
                    (sums.Billed, sums.Paid, sums.WrittenOff, sums.Overdue, sums.Unsent));
            }
            Assert.Equal(figures, Sum((await tallies.ByLocal(Year, null, local.Code, today, Ct)).Values));
            Assert.Equal(figures, await Board(local));
        }
        foreach (var prefecture in DuesLife.Locals.Select(l => l.Parent!.Value).Distinct())
        {
            var sum = Sum(all.Where(f => f.Key.StartsWith($"{prefecture}-", StringComparison.Ordinal)).Select(f => f.Value));
            Assert.Equal(sum, Sum((await tallies.ByLocal(Year, prefecture.Code, null, today, Ct)).Values));
            Assert.Equal(sum, await Board(prefecture));
        }
        Assert.Equal(Sum(all.Values), await Board(AssociationId.Jma));
    }

    /// <summary>What is booked of an account is exactly what the books have under its keys, and each line that came is there once.</summary>
    async Task BankAgrees(IReadOnlyDictionary<long, DuesState> people)
    {
        var paid = people.SelectMany(p => p.Value.Payments.Where(x => !x.Reversed && x.Key.StartsWith(Bank, StringComparison.Ordinal)).Select(x => $"{x.Key} {p.Key} {x.Amount.Amount}"));
        List<string> booked = [];
        foreach (var (key, _) in Of(BankAccountLedger.Name))
        {
            var (state, events) = await Read(accounts, key);
            booked.AddRange(state.Lines.Where(l => l.Value.Status == BankLineStatus.Booked).Select(l => $"{Bank}{key}/{l.Key}#{l.Value.Turn} {l.Value.Member} {l.Value.Yen}"));
            Assert.Distinct(events.OfType<BankLinesTaken>().SelectMany(e => e.Lines).Select(l => l.Key));
        }
        Assert.Equal(booked.Order(StringComparer.Ordinal), paid.Order(StringComparer.Ordinal));
        foreach (var association in BankLife.Associations) Assert.All(await house.Grains.GetGrain<IBankListGrain>(0).Accounts(association, Ct), a => Assert.True(a.Agrees, a.Account));
    }

    /// <summary>What was acknowledged is there once; what was refused is not.</summary>
    void Once(IReadOnlyList<DuesOrders> senders)
    {
        foreach (var order in senders.SelectMany(s => s.Sent).Where(o => o.Key is not null))
        {
            var there = journal.GetValueOrDefault(order.Ledger, []).Count(r => r.Type == order.Event && Key(r) == order.Key);
            Assert.True(there == (order.Accepted ? 1 : 0) || (!order.Accepted && order.Event == "dues-payment-reversed"), $"{order.Event} {order.Key} of {order.Ledger}: accepted {order.Accepted}, there {there} times");
        }
    }

    static string? Key(EventRow row)
    {
        using var body = JsonDocument.Parse(row.Body);
        return body.RootElement.GetProperty("e").TryGetProperty("key", out var key) ? key.GetString() : null;
    }

    async Task<DuesFigures> Board(AssociationId association) => (await house.Grains.GetGrain<IDuesBoardGrain>(new DuesRunId(association, Year).Text).Check(Ct)).Figures;

    static DuesFigures Sum(IEnumerable<DuesFigures> figures) => figures.Aggregate(DuesFigures.Zero, (a, b) => a + b);

    IEnumerable<(string Key, IReadOnlyList<EventRow> Events)> Of(string kind) => journal.Where(l => l.Key.StartsWith($"{kind}/", StringComparison.Ordinal)).Select(l => (l.Key[(kind.Length + 1)..], l.Value));

    /// <summary>A ledger folded anew from the journal, and what it is folded from.</summary>
    async Task<(TState State, IReadOnlyList<TEvent> Events)> Read<TState, TEvent>(LedgerDefinition<TState, TEvent> definition, string key)
        where TState : class, new()
        where TEvent : class
    {
        var past = house.Service<LedgerPast>();
        List<TEvent> events = [];
        await foreach (var (_, e, _) in past.Events(definition, key, Ct)) events.Add(e);
        return ((await past.Read(definition, key, [null], Ct))[0], events);
    }

    async Task<IReadOnlyList<EventRow>> Events(string name)
    {
        List<EventRow> events = [];
        while (true)
        {
            var page = await house.Service<IJournalStore>().Read(name, events.Count, Ct);
            events.AddRange(page.Events);
            if (page.Events.Count == 0 || events.Count >= page.Head.Version) return events;
        }
    }

    string Table(string name) => house.Service<IViewDatabase>().Dialect.Table(name);

    Task<List<T>> Query<T>(string sql, Func<DbDataReader, T> row) => house.Service<IViewDatabase>().Query(new ViewQuery(sql), r => Rows.List(r, row), Ct);

    /// <summary>A value as both databases and rows have it.</summary>
    static string Text(ViewColumn column, object? value) => value is null or DBNull ? "" : column.Type switch
    {
        ColumnType.Boolean => Convert.ToBoolean(value, CultureInfo.InvariantCulture) ? "1" : "0",
        ColumnType.Date => value switch { DateTime at => DateOnly.FromDateTime(at).ToString("O", CultureInfo.InvariantCulture), DateOnly day => day.ToString("O", CultureInfo.InvariantCulture), _ => (string)value },
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
