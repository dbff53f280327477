using System.Text.Json;
using CsCheck;
using JmaActors.Credits;
using JmaActors.Ledgers;

namespace JmaActors.Tests.Grains.Credits;

/// <summary>Whatever is accrued, told and settled: the sums equal a recount, the replay equals the memory, the view equals the rule.</summary>
public class CreditProperties
{
    static readonly CreditLedger Ledger = new(Seeds.Book);
    static readonly DateTimeOffset Now = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);

    sealed record Step(int What, int Key, int Code, int Halves, int Month, int State);

    static readonly Gen<Step[]> Histories = (
        from what in Gen.Int[0, 3]
        from key in Gen.Int[0, 8]
        from code in Gen.Int[1, 12]
        from halves in Gen.Int[0, 6]
        from month in Gen.Int[0, 60]
        from state in Gen.Int[0, 2]
        select new Step(what, key, code, halves, month, state)).Array[0, 40];

    static StoredLedger<CreditLedgerState, CreditEvent> Play(Step[] steps)
    {
        var credits = new StoredLedger<CreditLedgerState, CreditEvent>(Ledger, "1000000001");
        foreach (var (i, step) in steps.Index()) Do(credits, step, i + 1);
        return credits;
    }

    static void Do(StoredLedger<CreditLedgerState, CreditEvent> credits, Step step, long version)
    {
        var date = new DateOnly(2026, 11, 1).AddMonths(-step.Month);
        var (code, units) = (new CurriculumCode((short)step.Code), new Units(step.Halves * 5));
        switch (step.What)
        {
            case 0:
                credits.Do(Ledger.Accrue, new AccrueCredit($"k{step.Key}", CreditMethod.Paper, code, units, date, "Paper", step.State == 1, Caller.System), Now);
                break;
            case 1:
                credits.Do(Ledger.Settle, new SettleCredit(step.State == 0 ? $"S-2026.1/{step.Key + 1}" : $"k{step.Key}", step.State == 1, "reason", Caller.System), Now);
                break;
            default:
                // Code and date of a talk stand with its number: a session never tells them otherwise.
                var word = new AttendanceCredit(
                    new SessionId("S-2026.1"), step.Key + 1, "Talk", new CurriculumCode((short)(step.Key + 1)), new DateOnly(2026, 11, 1).AddMonths(-step.Key),
                    (CreditState)step.State, units, step.State == 2 ? "left-early" : null, Caller.System);
                credits.Receive(new Parcel("session/S-2026.1", version, "credits/1000000001", CreditLedger.AttendanceParcel, JsonSerializer.SerializeToUtf8Bytes(new AttendanceCredits([word]), CreditJson.Default.AttendanceCredits)), Now);
                break;
        }
    }

    [Fact]
    public void Sums_kept_along_equal_the_slow_reference_over_all_entries() => Histories.Sample(steps =>
    {
        var credits = Play(steps);
        foreach (var on in new[] { new DateOnly(2026, 11, 23), new DateOnly(2024, 3, 31), new DateOnly(2027, 4, 1) })
        {
            var standing = CmeRules.Standing(credits.State.Facts, on, Seeds.Book);
            var window = credits.State.Entries.Select(e => e.Value).Where(e => FiscalYear.Of(e.Date).CompareTo(standing.From) >= 0 && FiscalYear.Of(e.Date).CompareTo(standing.To) <= 0).ToList();
            var posted = window.Where(e => e.State == CreditState.Posted).ToList();
            Assert.Equal(posted.Sum(e => e.Tenths), standing.Posted.Tenths);
            Assert.Equal(window.Where(e => e.State == CreditState.Pending).Sum(e => e.Tenths), standing.Pending.Tenths);
            Assert.Equal(posted.Where(e => e.Tenths > 0).Select(e => e.Code).Distinct().Count(), standing.Codes);
        }
    }, iter: 500);

    [Fact]
    public void The_view_row_of_a_standing_equals_the_rule() => Histories.Sample(steps =>
    {
        var credits = Play(steps);
        if (credits.Views.Count == 0) return;
        var on = new DateOnly(2026, 11, 23);
        var row = credits.Views.Select(v => v.Row).OfType<CreditStandingRow>().Last();
        var standing = CmeRules.Standing(credits.State.Facts, on, Seeds.Book);
        Assert.Equal(
            (2026, standing.Posted.Tenths, standing.Pending.Tenths, standing.Codes, (int)(standing.Total * 10), standing.Total >= standing.Target),
            (row.FiscalYear, row.PostedTenths, row.PendingTenths, row.Codes, row.TotalTenths, row.Reached));
        Assert.Equal((standing.Years[^1].Posted.Tenths, standing.Years[^1].Pending.Tenths), (row.YearPostedTenths, row.YearPendingTenths));
    }, iter: 500);

    [Fact]
    public void What_waits_for_an_office_has_a_row_and_nothing_else_has() => Histories.Sample(steps =>
    {
        var credits = Play(steps);
        var rows = credits.Views.Where(v => v.Table == CreditViews.Reports).GroupBy(v => v.Key).Where(g => !g.Last().Delete).Select(g => g.Key.Text);
        Assert.Equal(credits.State.Entries.Where(e => e.Value is { State: CreditState.Pending, Talk: 0 }).Select(e => e.Key).Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }, iter: 500);

    [Fact]
    public void Folding_the_stored_events_or_reading_the_snapshot_gives_the_state_in_memory() => Histories.Sample(steps =>
    {
        var credits = Play(steps);
        var read = JsonSerializer.Deserialize(Form(credits.State), CreditJson.Default.CreditLedgerState)!;
        Assert.Equal(Form(credits.State), Form(credits.Replay()));
        Assert.Equal(Form(credits.State), Form(read));
        Assert.Equal(Sums(credits.State), Sums(credits.Replay()));
        Assert.Equal(Sums(credits.State), Sums(read));
    }, iter: 500);

    static string Form(CreditLedgerState state) => JsonSerializer.Serialize(state, CreditJson.Default.CreditLedgerState);

    /// <summary>One line a fiscal year: what was summed, and how many entries hold each code.</summary>
    static string Sums(CreditLedgerState state) => string.Join('\n', state.Facts.Years.ToArray().Select(y =>
        $"{y.Year}: {y.PostedTenths} {y.PendingTenths} {string.Join(' ', y.Codes.ToArray())}"));
}
