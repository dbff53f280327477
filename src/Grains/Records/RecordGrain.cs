using JmaActors.Ledgers;
using JmaActors.Time;

namespace JmaActors.Records;

/// <inheritdoc cref="IRecordGrain" />
[StatelessWorker, GrainType("record")]
sealed class RecordGrain(IEnumerable<IChapter> chapters, RecordReadings readings) : Grain, IRecordGrain
{
    static readonly Refusal TooLong = new("history-too-long", "", $"A ledger of this person has more than {RecordLimits.Events} events.");

    public async Task<Answer<RecordPage>> History(RecordQuery query, Caller caller, CancellationToken ct)
    {
        try
        {
            var page = new RecordPaging(RecordCursor.Parse(query.After), Math.Clamp(query.Size, 1, RecordLimits.HistoryPage));
            foreach (var member in query.Holds?.Prepend(query.Member) ?? [query.Member])
            {
                foreach (var chapter in chapters.Where(c => query.Chapters.Contains(c.Name)))
                {
                    await foreach (var line in chapter.Tell(member, ct)) page.Add(line);
                }
            }
            return new Answer<RecordPage>(page.Page(), null, 0, false);
        }
        catch (PastTooLongException)
        {
            return new Answer<RecordPage>(null, TooLong, 0, false);
        }
    }

    public Task<Answer<RecordAsOf>> AsOf(MemberId member, DateOnly on, Caller caller, CancellationToken ct) => Of(member, on, null, ct);

    public Task<Answer<RecordAsOf>> ReadAsOf(RecordAsOfQuery query, Caller caller, CancellationToken ct) => Of(query.Member, query.On, query.Benefits, ct);

    async Task<Answer<RecordAsOf>> Of(MemberId member, DateOnly on, IReadOnlyList<string>? benefits, CancellationToken ct)
    {
        try
        {
            // Everything that was recorded before the next day began was believed by the end of this one.
            var end = Tokyo.StartOf(on.AddDays(1)).AddTicks(-1);
            var both = await readings.Read(member, on, [null, end], benefits, ct);
            return new Answer<RecordAsOf>(both is null ? null : new RecordAsOf(member, on, both[0], both[1], RecordReadings.Differ(both[0], both[1])), null, 0, false);
        }
        catch (PastTooLongException)
        {
            return new Answer<RecordAsOf>(null, TooLong, 0, false);
        }
    }
}
