using System.Text.Json;
using CsCheck;
using JmaActors.Ledgers;
using JmaActors.WorkHours;
using static JmaActors.Tests.Grains.WorkHours.Duty;

namespace JmaActors.Tests.Grains.Merges;

/// <summary>
/// Random histories of hours over two records with corrections, merges and undos in any order, parcels arriving as late as they like: while merged the record that stays has the time line
/// of one physician who did all; after the undo both have what they would have had without; and at no instant do hours count in both.
/// </summary>
public sealed class HoursMergeProperties
{
    static readonly WorkHoursLedger Ledger = new(Seeds.Book);
    static readonly DateTimeOffset Now = At(23, 10);

    enum What { Record, Record2, Clock, Correct, Undo, Withdraw, Plan, Check, Deliver, Merge, Part }

    sealed record Step(What What, bool First, int Key, int Day, int From, int Hours);

    static readonly Gen<Step[]> Histories = (
        from what in Gen.Int[0, 10]
        from first in Gen.Bool
        from key in Gen.Int[0, 5]
        from day in Gen.Int[5, 20]
        from hour in Gen.Int[0, 23]
        from hours in Gen.Int[1, 14]
        select new Step((What)what, first, key, day, hour, hours)).Array[0, 50];

    sealed class Record(long number)
    {
        public long Number => number;

        public StoredLedger<WorkHoursState, WorkHoursEvent> Real { get; } = new(Ledger, $"{number}");

        public StoredLedger<WorkHoursState, WorkHoursEvent> Alone { get; } = new(Ledger, $"{number}");

        public int Delivered { get; set; }
    }

    sealed class World
    {
        int round;

        public World()
        {
            foreach (var ledger in (StoredLedger<WorkHoursState, WorkHoursEvent>[])[Stays.Real, Stays.Alone, Goes.Real, Goes.Alone, One]) Employ(ledger, W1);
            foreach (var ledger in (StoredLedger<WorkHoursState, WorkHoursEvent>[])[Goes.Real, Goes.Alone, One]) Employ(ledger, W2);
        }

        public Record Stays { get; } = new(1000000001);

        public Record Goes { get; } = new(1000000002);

        /// <summary>One physician who did all.</summary>
        public StoredLedger<WorkHoursState, WorkHoursEvent> One { get; } = new(Ledger, "1000000009");

        public bool Merged { get; private set; }

        public void Do(Step step)
        {
            var record = step.First ? Stays : Goes;
            var (place, at) = (step.First || step.Key % 2 == 0 ? W1 : W2, $"{step.What}{step.Key}{step.Day}{step.From}{step.Hours}");
            void Both<T>(Func<WorkHoursState, T, Deciding, Decision<WorkHoursEvent>> decide, Func<string, T> command)
            {
                record.Real.Do(decide, command(""), Now);
                record.Alone.Do(decide, command(""), Now);
                One.Do(decide, command($"{record.Number}/"), Now);
            }

            switch (step.What)
            {
                case What.Record or What.Record2:
                    Both(Ledger.Decider.Record, own => new RecordWork($"{own}k{step.Key}", place, HoursKind.Scheduled, At(step.Day, step.From), At(step.Day, step.From + step.Hours), WorkSource.Workplace, Caller.System));
                    break;
                case What.Clock:
                    Both(Ledger.Decider.Record, own => new RecordWork($"{own}{at}", place, HoursKind.Overtime, At(step.Day, step.From), At(step.Day, step.From + 1), WorkSource.Clock, Caller.System));
                    break;
                case What.Correct:
                    Both(Ledger.Decider.Correct, own => new CorrectWork($"{own}c{step.Key}", $"{own}k{step.Key}", "r", Caller.System, From: At(step.Day, step.From), To: At(step.Day, step.From + step.Hours)));
                    break;
                case What.Undo:
                    Both(Ledger.Decider.Undo, own => new UndoWorkCorrection($"{own}u{at}", $"{own}c{step.Key}", "r", Caller.System));
                    break;
                case What.Withdraw:
                    Both(Ledger.Decider.Withdraw, own => new WithdrawWork($"{own}w{step.Key}", $"{own}k{step.Key}", "r", Caller.System));
                    break;
                case What.Check:
                    Both((s, c, d) => HealthDecider.Measure(s, c, d), own => new RecordHealthMeasure($"{own}m{at}", HealthMeasureKind.Interview, At(step.Day, step.From), Caller.System));
                    break;
                case What.Deliver:
                    Deliver(step.Hours);
                    break;
                case What.Merge when !Merged:
                    Merged = true;
                    Goes.Real.Do(HoursLoans.Lend, ($"m#{++round}", new MemberId(Stays.Number)), Now);
                    break;
                case What.Part when Merged:
                    Apart();
                    break;
            }

            NotTwice();
        }

        public void Apart()
        {
            Merged = false;
            Stays.Real.Do(HoursLoans.GiveBack, (new MemberId(Goes.Number), $"m#{round}"), Now);
            NotTwice();
            Goes.Real.Do(HoursLoans.TakeBack, $"m#{round}", Now);
        }

        public void Deliver(int most = int.MaxValue)
        {
            for (; most > 0 && Goes.Delivered < Goes.Real.Parcels.Count; most--)
            {
                var told = Goes.Real.Parcels[Goes.Delivered++];
                Assert.Equal($"work-hours/{Stays.Number}", told.Receiver);
                Stays.Real.Receive(new Parcel(told.Sender, told.Version, told.Receiver, told.Type, told.Body), Now);
                NotTwice();
            }
        }

        void NotTwice() => Assert.False(Goes.Real.State.Away is null && Stays.Real.State.Held?.ContainsKey(Goes.Number) == true, "Hours count in both.");

        static void Employ(StoredLedger<WorkHoursState, WorkHoursEvent> ledger, WorkplaceId at) => ledger.Receive(
            new Parcel($"workplace/{at}", 1, "", WorkHoursLedger.EmploymentParcel, JsonSerializer.SerializeToUtf8Bytes(Employed(at), WorkHoursJson.Default.EmploymentKept)), Now);
    }

    /// <summary>All that is counted: the one time line with its employers, and what was done for health.</summary>
    static string Line(WorkHoursState state)
    {
        var facts = WorkCases.Of(state.Counting, Minute(23, 10));
        return string.Join('\n', WorkTimelineRules.Line(facts.Records).Select(s => $"{s.From}-{s.To} {s.Employers}").Concat(facts.Measures.Select(m => $"{m.At}").Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Merged_the_record_that_stays_has_what_one_physician_has_and_undone_both_have_their_own() => Histories.Sample(
        history =>
        {
            var world = new World();
            foreach (var step in history) world.Do(step);
            if (world.Merged)
            {
                world.Deliver();
                Assert.Equal(Line(world.One.State), Line(world.Stays.Real.State));
                Assert.Equal("", Line(world.Goes.Real.State));
                world.Apart();
            }

            world.Deliver();
            Assert.Equal(Line(world.Stays.Alone.State), Line(world.Stays.Real.State));
            Assert.Equal(Line(world.Goes.Alone.State), Line(world.Goes.Real.State));
            Assert.Equal(Line(world.Stays.Real.State), Line(world.Stays.Real.Replay()));
        },
        iter: 1_000);
}
