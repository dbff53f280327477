using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Members;
using JmaActors.WorkHours;

namespace JmaActors.Rosters;

/// <summary>
/// Brings the attendance of one chunk to the physicians' ledgers, or only asks what they would say. Whether a record is taken is the ledger's to decide; here it is found out
/// whose it is. Of somebody the workplace does not employ nothing is told, also not whether somebody is there.
/// </summary>
sealed class AttendanceChunkWork(IGrainFactory grains, IMemberDirectory directory, string import, WorkplaceId place)
{
    /// <summary>Physicians under way at once.</summary>
    const int AtOnce = 64;

    readonly ChunkTally tally = new();

    public async Task<ChunkImported> Run(ImportChunk chunk, string digest, CancellationToken ct)
    {
        foreach (var error in chunk.Unreadable) tally.Fail(error);
        var people = await Meant(chunk.Attendance ?? [], ct);
        await SideBySide.Do([.. people], AtOnce, person => Person(grains.GetGrain<IWorkHoursGrain>(person.Key), person.Value, chunk, ct));
        return tally.Of(chunk.Index, digest);
    }

    /// <summary>The rows by whom they are about.</summary>
    async Task<Dictionary<long, List<AttendanceRow>>> Meant(AttendanceRow[] rows, CancellationToken ct)
    {
        var registries = rows.Where(r => r.Registry is not null).Select(r => r.Registry!.Value.Text).Distinct().ToList();
        var known = registries.Count == 0 ? new Dictionary<string, long>() : await directory.ByRegistries(registries, ct).OrTryAgain();
        var members = rows.Where(r => r.Member is not null).Select(r => r.Member!.Value).Concat(known.Values.Select(m => new MemberId(m))).Distinct().ToList();
        var numbers = rows.Where(r => r.Employee.Length > 0).Select(r => r.Employee).Distinct().ToList();
        var found = await Patiently.Do(() => grains.GetGrain<IWorkplaceGrain>(place.Code).FindEmployees(numbers, members, ct), ct);
        var employed = found.Employed.ToHashSet();
        var people = new Dictionary<long, List<AttendanceRow>>();
        foreach (var row in rows)
        {
            var said = new List<MemberId?>(3);
            if (row.Member is { } member) said.Add(employed.Contains(member) ? member : null);
            if (row.Registry is { } registry) said.Add(known.TryGetValue(registry.Text, out var holder) && employed.Contains(new MemberId(holder)) ? new MemberId(holder) : null);
            if (row.Employee.Length > 0) said.Add(found.Numbers.TryGetValue(row.Employee, out var numbered) ? numbered : null);
            if (said.Count == 0) Fail(row, "no-employee");
            else if (said[0] is not { } one || said.Distinct().Count() > 1) Fail(row, "not-employed");
            else if (people.TryGetValue(one.Number, out var more)) more.Add(row);
            else people.Add(one.Number, [row]);
        }
        return people;
    }

    async Task Person(IWorkHoursGrain hours, List<AttendanceRow> rows, ImportChunk chunk, CancellationToken ct)
    {
        var waiting = new List<(AttendanceRow Row, IReadOnlyList<RecordWork> Records)>();
        var count = 0;
        foreach (var row in rows)
        {
            var records = AttendanceRules.Records(row, place, import, chunk.Caller);
            if (records.Count == 0)
            {
                tally.Add(RowOutcome.Skipped);
                continue;
            }
            if (count + records.Count > WorkHoursLimits.Batch)
            {
                await Bring(hours, waiting, chunk.DryRun, ct);
                waiting.Clear();
                count = 0;
            }
            waiting.Add((row, records));
            count += records.Count;
        }
        if (count > 0) await Bring(hours, waiting, chunk.DryRun, ct);
    }

    /// <summary>Tries all of them, so that of a line nothing is recorded when some of it cannot be; then brings those that can.</summary>
    async Task Bring(IWorkHoursGrain hours, List<(AttendanceRow Row, IReadOnlyList<RecordWork> Records)> rows, bool dryRun, CancellationToken ct)
    {
        var tried = await Ask(rows, records => hours.TryRecordBatch(records, ct), ct);
        var fit = rows.Where((_, i) => tried[i].All(a => a.Refusal is null)).ToList();
        var done = dryRun || fit.Count == 0 ? null : await Ask(fit, records => hours.RecordBatch(records, ct), ct);
        var next = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            var could = tried[i].All(a => a.Refusal is null);
            Tell(rows[i].Row, rows[i].Records, could && done is not null ? done[next++] : tried[i]);
        }
    }

    void Tell(AttendanceRow row, IReadOnlyList<RecordWork> records, IReadOnlyList<Answer<WorkEntry>> answers)
    {
        if (answers.FirstOrDefault(a => a.Refusal is not null)?.Refusal is { } refusal) tally.Fail(new RowError(row.Line, AttendanceRules.Column(refusal.Reason), refusal.Reason, refusal.Detail));
        else if (records.Where((r, i) => answers[i].Repeat && AttendanceRules.Differs(r, answers[i].Value)).Any()) Fail(row, "attendance-differs");
        else tally.Add(answers.Any(a => !a.Repeat) ? RowOutcome.Created : RowOutcome.Unchanged);
    }

    static async Task<IReadOnlyList<IReadOnlyList<Answer<WorkEntry>>>> Ask(
        List<(AttendanceRow Row, IReadOnlyList<RecordWork> Records)> rows, Func<IReadOnlyList<RecordWork>, Task<IReadOnlyList<Answer<WorkEntry>>>> ask, CancellationToken ct)
    {
        List<RecordWork> records = [.. rows.SelectMany(r => r.Records)];
        var answers = await Patiently.Do(() => ask(records), ct);
        var (told, at) = (new List<IReadOnlyList<Answer<WorkEntry>>>(rows.Count), 0);
        foreach (var (_, own) in rows)
        {
            told.Add(own.Count == 1 ? [answers[at]] : [answers[at], answers[at + 1]]);
            at += own.Count;
        }
        return told;
    }

    void Fail(AttendanceRow row, string reason) => tally.Fail(new RowError(row.Line, AttendanceRules.Column(reason), reason, ""));
}
