using System.Text.Json;
using CsCheck;
using JmaActors.Credits;
using JmaActors.Ledgers;

namespace JmaActors.Tests.Grains.Merges;

/// <summary>
/// Random histories over two records with attendance, reports, corrections, merges and undos in any order, parcels arriving as late as they like: while merged the
/// record that stays has what one person would have who did all; after the undo both have what they would have had without; and at no instant does an entry count in
/// both.
/// </summary>
public class MergeProperties
{
    static readonly CreditLedger Ledger = new(Seeds.Book);
    static readonly DateTimeOffset Now = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);
    static readonly DateOnly On = new(2026, 11, 23);

    enum What { Attend, Attend2, Report, Settle, Correct, Deliver, Merge, Undo }

    sealed record Step(What What, bool First, int Key, int Halves, int State);

    static Gen<Step[]> Histories(bool apart) => (
        from what in Gen.Enum<What>()
        from first in Gen.Bool
        from key in Gen.Int[0, 7]
        from halves in Gen.Int[0, 6]
        from state in Gen.Int[0, 2]
        // Apart: each talk is heard under one number only, as by one person whose records were never confused.
        select new Step(what, apart ? key % 2 == 0 : first, key, halves, state)).Array[0, 60];

    /// <summary>A record, and what of it would be without any merge.</summary>
    sealed class Record(long number)
    {
        public long Number => number;

        public StoredLedger<CreditLedgerState, CreditEvent> Real { get; } = new(Ledger, $"{number}");

        public StoredLedger<CreditLedgerState, CreditEvent> Alone { get; } = new(Ledger, $"{number}");

        public int Delivered { get; set; }
    }

    sealed class World
    {
        int round, words;

        public Record Stays { get; } = new(1000000001);

        public Record Goes { get; } = new(1000000002);

        /// <summary>One person who did all.</summary>
        public StoredLedger<CreditLedgerState, CreditEvent> One { get; } = new(Ledger, "1000000009");

        public bool Merged { get; private set; }

        public void Do(Step step)
        {
            var record = step.First ? Stays : Goes;
            switch (step.What)
            {
                case What.Attend or What.Attend2:
                    words++;
                    foreach (var ledger in (StoredLedger<CreditLedgerState, CreditEvent>[])[record.Real, record.Alone, One]) ledger.Receive(Attended(step, words), Now);
                    break;
                case What.Report:
                    foreach (var ledger in (StoredLedger<CreditLedgerState, CreditEvent>[])[record.Real, record.Alone, One]) ledger.Do(Ledger.Accrue, Reported(step), Now);
                    break;
                case What.Settle:
                    var settle = new SettleCredit(step.State == 0 ? $"S-2026.1/{step.Key + 1}" : $"k{step.Key}", step.State == 1, "reason", Caller.System);
                    foreach (var ledger in (StoredLedger<CreditLedgerState, CreditEvent>[])[record.Real, record.Alone, One]) ledger.Do(Ledger.Settle, settle, Now);
                    break;
                case What.Correct:
                    var correct = new Correction(Corrected(step), null);
                    foreach (var ledger in (StoredLedger<CreditLedgerState, CreditEvent>[])[record.Real, record.Alone, One]) ledger.Do(Ledger.Correct, correct, Now);
                    break;
                case What.Deliver:
                    Deliver(step.Halves + 1);
                    break;
                case What.Merge when !Merged:
                    Merged = true;
                    Goes.Real.Do(CreditLoans.Lend, new LendCredits($"m#{++round}", new MemberId(Stays.Number), Caller.System), Now);
                    break;
                case What.Undo when Merged:
                    Merged = false;
                    Stays.Real.Do(CreditLoans.GiveBack, (new MemberId(Goes.Number), $"m#{round}"), Now);
                    NotTwice();
                    Goes.Real.Do(CreditLoans.TakeBack, $"m#{round}", Now);
                    break;
            }
            NotTwice();
        }

        public void Deliver(int most = int.MaxValue)
        {
            for (; most > 0 && Goes.Delivered < Goes.Real.Parcels.Count; most--)
            {
                var told = Goes.Real.Parcels[Goes.Delivered++];
                Assert.Equal($"credits/{Stays.Number}", told.Receiver);
                Stays.Real.Receive(new Parcel(told.Sender, told.Version, told.Receiver, told.Type, told.Body), Now);
                NotTwice();
            }
        }

        void NotTwice() => Assert.False(Goes.Real.State.Away is null && Stays.Real.State.Held?.ContainsKey(Goes.Number) == true, "An entry counts in both.");

        static Parcel Attended(Step step, long version)
        {
            var word = new AttendanceCredit(
                new SessionId("S-2026.1"), step.Key + 1, "Talk", new CurriculumCode((short)(step.Key + 1)), On.AddMonths(-step.Key), (CreditState)step.State, new Units(step.Halves * 5),
                step.State == 2 ? "left-early" : null, Caller.System);
            return new Parcel("session/S-2026.1", version, "", CreditLedger.AttendanceParcel, JsonSerializer.SerializeToUtf8Bytes(new AttendanceCredits([word]), CreditJson.Default.AttendanceCredits));
        }

        // What a key says is the same under whichever number it is said.
        static AccrueCredit Reported(Step step) => new(
            $"k{step.Key}", CreditMethod.Paper, new CurriculumCode((short)(step.Key + 20)), new Units(10), On.AddMonths(-step.Key), "Paper", step.State == 1, Caller.System);
    }

    /// <summary>An entry, or what stands in its place; what it becomes may differ between the two.</summary>
    static CorrectCredit Corrected(Step step) => new(
        step.Halves < 4 ? $"k{step.Key}" : $"k{step.Key}~2", null, new CurriculumCode((short)(step.Key + 30 + (step.State * 10))), null, null, "reason", Caller.System);

    static World Play(Step[] steps)
    {
        var world = new World();
        foreach (var step in steps) world.Do(step);
        world.Deliver();
        return world;
    }

    [Fact]
    public void While_merged_the_record_that_stays_has_what_one_person_has_who_did_all_and_the_other_counts_nothing() => Histories(apart: true).Sample(steps =>
    {
        var world = Play([.. steps, new Step(What.Merge, true, 0, 0, 0)]);
        Assert.Equal(Entries(world.One.State), Entries(world.Stays.Real.State.Whole));
        Assert.Equal(Sums(world.One.State.Facts), Sums(CreditLoans.Counting(world.Stays.Real.State)));
        Assert.Equal("", Sums(CreditLoans.Counting(world.Goes.Real.State)));
    }, iter: 2_000);

    [Fact]
    public void What_both_have_counts_once_and_as_the_better_of_the_two_says() => Histories(apart: false).Sample(steps =>
    {
        var world = Play([.. steps, new Step(What.Merge, true, 0, 0, 0)]);
        var (a, b) = (world.Stays.Alone.State, world.Goes.Alone.State);
        var best = Chains(a).Concat(Chains(b)).GroupBy(c => c[0].Key, StringComparer.Ordinal)
            .SelectMany(same => same.OrderByDescending(c => c[0].Value.Settled).ThenByDescending(c => c[0].Value.Settled && (c.Length > 1 || c[^1].Value.State == CreditState.Voided))
                .ThenByDescending(c => c[^1].Value.State switch { CreditState.Posted => 2, CreditState.Pending => 1, _ => 0 }).ThenByDescending(c => c[^1].Value.Tenths).First())
            .OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => Line(e.Key, e.Value));
        Assert.Equal(string.Join('\n', best), Entries(world.Stays.Real.State.Whole, reasons: false));
        Assert.Equal(Sums(world.Stays.Real.State.Whole.Recount()), Sums(CreditLoans.Counting(world.Stays.Real.State)));
    }, iter: 2_000);

    [Fact]
    public void After_the_undo_both_have_what_they_would_have_had_without() => Histories(apart: false).Sample(steps =>
    {
        var world = Play([.. steps, new Step(What.Undo, true, 0, 0, 0)]);
        foreach (var record in (Record[])[world.Stays, world.Goes])
        {
            Assert.Equal(Entries(record.Alone.State), Entries(record.Real.State.Whole));
            Assert.Equal(Sums(record.Alone.State.Facts), Sums(CreditLoans.Counting(record.Real.State)));
        }
    }, iter: 2_000);

    [Fact]
    public void Another_activation_and_a_snapshot_hold_the_same() => Histories(apart: false).Sample(steps =>
    {
        var world = Play(steps);
        foreach (var record in (Record[])[world.Stays, world.Goes])
        {
            var state = record.Real.State;
            var form = Form(state);
            var read = JsonSerializer.Deserialize(form, CreditJson.Default.CreditLedgerState)!;
            Assert.Equal(form, Form(record.Real.Replay()));
            Assert.Equal(form, Form(read));
            Assert.Equal(Sums(CreditLoans.Counting(state)), Sums(CreditLoans.Counting(read)));
            var rows = record.Real.Views.Where(v => v.Table == CreditViews.Standings).ToList();
            if (rows.Count > 0) Assert.Equal(CreditStandings.Row(record.Number, CreditLoans.Counting(state), On, Seeds.Book.Cme(On)), rows[^1].Row);
        }
    }, iter: 500);

    [Fact]
    public void What_waits_for_an_office_has_a_row_where_it_counts_and_each_once() => Histories(apart: false).Sample(steps =>
    {
        var world = Play(steps);
        foreach (var record in (Record[])[world.Stays, world.Goes])
        {
            if (record.Real.State.Away is not null) continue;
            var rows = record.Real.Views.Where(v => v.Table == CreditViews.Reports).GroupBy(v => v.Key).Count(same => !same.Last().Delete);
            Assert.Equal(record.Real.State.Whole.Entries.Count(e => e.Value is { State: CreditState.Pending, Talk: 0 }), rows);
        }
    }, iter: 2_000);

    [Fact]
    public void A_ledger_of_a_thousand_entries_is_handed_over_whole()
    {
        var world = new World();
        for (var i = 0; i < 1_000; i++) world.Goes.Real.Do(Ledger.Accrue, new AccrueCredit($"e{i}", CreditMethod.Paper, new CurriculumCode(20), new Units(10), On, "Paper", true, Caller.System), Now);
        world.Do(new Step(What.Merge, true, 0, 0, 0));
        Assert.Equal("", Entries(world.Stays.Real.State.Whole));
        world.Deliver();
        Assert.Equal(1_000, world.Stays.Real.State.Whole.Entries.Count);
        Assert.Equal(10_000, CreditLoans.Counting(world.Stays.Real.State).Years[0].PostedTenths);
    }

    [Fact]
    public void What_an_office_corrected_in_one_record_does_not_come_back_from_the_other()
    {
        var world = new World();
        foreach (var record in (Record[])[world.Stays, world.Goes])
        {
            record.Real.Do(Ledger.Accrue, new AccrueCredit("k", CreditMethod.Paper, new CurriculumCode(20), new Units(10), On, "Paper", false, Caller.System), Now);
            record.Real.Do(Ledger.Settle, new SettleCredit("k", true, "", Caller.System), Now);
        }
        world.Stays.Real.Do(Ledger.Correct, new Correction(new CorrectCredit("k", null, new CurriculumCode(21), null, null, "誤り", Caller.System), null), Now);
        world.Do(new Step(What.Merge, true, 0, 0, 0));
        world.Deliver();

        Assert.Equal([("k", CreditState.Voided), ("k~2", CreditState.Posted)], world.Stays.Real.State.Whole.Entries.Select(e => (e.Key, e.Value.State)));
        Assert.Equal(10, CreditLoans.Counting(world.Stays.Real.State).Years[0].PostedTenths);
    }

    [Fact]
    public void Keys_alike_by_chance_that_say_different_things_are_two_entries()
    {
        var world = new World();
        foreach (var (record, code) in ((Record, short)[])[(world.Stays, 20), (world.Goes, 21)])
        {
            record.Real.Do(Ledger.Accrue, new AccrueCredit("1", CreditMethod.Paper, new CurriculumCode(code), new Units(10), On, "Paper", true, Caller.System), Now);
        }
        world.Do(new Step(What.Merge, true, 0, 0, 0));
        world.Deliver();
        var whole = world.Stays.Real.State;
        Assert.Equal(["1", "1@1000000002"], whole.Whole.Entries.Select(e => e.Key));
        Assert.Equal((1000000002L, "1"), whole.OriginOf("1@1000000002"));
        Assert.Null(whole.OriginOf("1"));
    }

    /// <summary>Each entry with what stands in its place.</summary>
    static IEnumerable<KeyValuePair<string, CreditItem>[]> Chains(CreditLedgerState state) =>
        state.Entries.GroupBy(e => e.Key.Split('~')[0], StringComparer.Ordinal).Select(g => g.OrderBy(e => e.Key, StringComparer.Ordinal).ToArray());

    static string Entries(CreditLedgerState state, bool reasons = true) =>
        string.Join('\n', state.Entries.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => Line(e.Key, e.Value) + (reasons ? e.Value.Reason : "")));

    static string Line(string key, CreditItem i) => $"{key} {i.State} {i.Tenths} {i.Code} {i.Date} {i.Settled}";

    static string Form(CreditLedgerState state) => JsonSerializer.Serialize(state, CreditJson.Default.CreditLedgerState);

    static string Sums(CmeFacts facts) => string.Join('\n', facts.Years.ToArray().Where(y => !y.IsEmpty).Select(y => $"{y.Year}: {y.PostedTenths} {y.PendingTenths} {string.Join(' ', y.Codes.ToArray())}"));
}
