using CsCheck;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.WorkHours;
using static JmaActors.Tests.Grains.WorkHours.Duty;

namespace JmaActors.Tests.Grains.WorkHours;

/// <summary>Many records decided together are as many decided one after the other.</summary>
public sealed class BatchProperties
{
    static readonly WorkHoursLedger Ledger = new(Seeds.Book);

    static readonly DateTimeOffset Now = At(23, 10);

    static readonly Gen<RecordWork> Work = Gen.Select(Gen.Int[1, 12], Gen.Int[1, 24], Gen.Int[0, 23], Gen.Int[-2, 30], Gen.Int[0, 3], Gen.Int[1, 13],
        (key, day, from, hours, at, kind) => new RecordWork($"{key}", at == 0 ? W2 : W1, (HoursKind)kind, At(day, from), At(day, from + hours), WorkSource.Import, Caller.System));

    [Fact]
    public void A_batch_is_decided_and_answered_as_its_records_one_by_one() => Gen.Select(Work.List[0, 12], Work.List[1, 30]).Sample((before, batch) =>
    {
        var (alone, together) = (new StoredLedger<WorkHoursState, WorkHoursEvent>(Ledger, "1000000001"), new StoredLedger<WorkHoursState, WorkHoursEvent>(Ledger, "1000000001"));
        foreach (var ledger in new[] { alone, together })
        {
            var body = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(Employed(W1), WorkHoursJson.Default.EmploymentKept);
            ledger.Receive(new Parcel("workplace/W26-001", 1, "work-hours/1000000001", WorkHoursLedger.EmploymentParcel, body), Now);
            foreach (var one in before) ledger.Do(Ledger.Decider.Record, one, Now);
        }

        var single = batch.Select(one => alone.Do(Ledger.Decider.Record, one, Now)).Select(d => (d.Refusal?.Reason, d.Repeat)).ToList();
        var many = new WorkBatch(batch);
        together.Do(Ledger.Decider.Record, many, Now);

        Assert.Equal(single, many.Answers(together.State, static (s, key) => WorkHoursAnswers.Entry(s.Find(key)!)).Select(a => (a.Refusal?.Reason, a.Repeat)));
        Assert.Equal(alone.Rows.Select(r => Convert.ToHexString(r.Body)), together.Rows.Select(r => Convert.ToHexString(r.Body)));
        Assert.Equal(alone.Views[^1].Row, together.Views[^1].Row);
    }, iter: 300);
}
