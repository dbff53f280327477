using System.IO.Pipelines;
using JmaActors.Rosters;
using JmaActors.Training;
using JmaActors.Web.Access;
using JmaActors.Web.Files;

namespace JmaActors.Web.Sessions;

/// <summary>What became of a paper list, or would.</summary>
/// <param name="DryRun">Nothing was changed.</param>
/// <param name="Rows">Lines of the file but the heading and empty ones.</param>
/// <param name="Taken">Lines of which all was taken and something is new.</param>
/// <param name="Repeated">Lines that were on record already.</param>
/// <param name="People">People the readable lines are about.</param>
/// <param name="Failed">Lines of which something was not taken. A coming may be on record all the same when only the going was refused.</param>
/// <param name="Errors">The first <see cref="WebLimits.WebLogErrors"/> of them.</param>
public sealed record PaperListReport(bool DryRun, int Rows, int Taken, int Repeated, int People, int Failed, IReadOnlyList<RowError> Errors);

/// <summary>
/// Takes a paper list: each coming and going is a tap of somebody who was picked by hand, so that the session's own rules decide and whoever confirms sees it. The same
/// file again is the same taps.
/// </summary>
public sealed class PaperListUpload(Gateway gateway)
{
    /// <summary>Name of the reader such taps are of.</summary>
    public const string Device = "paper-list";

    /// <summary>The report; null when there is no such session.</summary>
    /// <param name="columns">What each column is, joined with commas; null to go by the headings.</param>
    public async Task<PaperListReport?> Take(SessionId id, PipeReader file, bool dryRun, string? columns, Caller caller, CancellationToken ct)
    {
        if (await gateway.WebLogSession(id, caller, ct).ConfigureAwait(false) is not { } session) return null;
        var (rows, errors, lines) = await Read(file, columns, WebLogTimes.Of(session, session.DoorsOpen).Day, ct).ConfigureAwait(false);
        if (await FilePeople.Find(gateway, id, [.. rows.Select(r => r.Numbers)], caller, ct).ConfigureAwait(false) is not { } people) return null;
        var meant = new List<Meant>();
        foreach (var row in rows)
        {
            if (people.One(row.Line, row.Numbers, errors) is { } person) meant.Add(new Meant(row, person, caller));
        }

        var (taken, repeated) = (0, 0);
        foreach (var batch in Packed(meant))
        {
            if (await Say(id, [.. batch.SelectMany(m => m.Taps)], dryRun, caller, ct).ConfigureAwait(false) is not { } answers) return null;
            var at = 0;
            foreach (var (row, taps) in batch.Select(m => (m.Row, m.Taps)))
            {
                var said = answers[at..(at += taps.Length)];
                if (Array.FindIndex(said, s => s.Reason is not null) is var bad and >= 0) errors.Add(new RowError(row.Line, bad == 0 ? "enter" : "leave", said[bad].Reason!, ""));
                else if (Array.TrueForAll(said, s => s.Repeat)) repeated++;
                else taken++;
            }
        }

        errors.Sort((a, b) => a.Line.CompareTo(b.Line));
        return new PaperListReport(dryRun, lines, taken, repeated, meant.Select(m => m.Person).Distinct().Count(), errors.Count, [.. errors.Take(WebLimits.WebLogErrors)]);
    }

    async Task<TapTried[]?> Say(SessionId id, TapCard[] taps, bool dryRun, Caller caller, CancellationToken ct)
    {
        if (dryRun) return await gateway.TryTaps(id, taps, caller, ct).ConfigureAwait(false) is { } tried ? [.. tried] : null;
        return await gateway.TapBatch(id, taps, caller, ct).ConfigureAwait(false) is { } answers ? [.. answers.Select(a => new TapTried(a.Refusal?.Reason ?? a.Value?.Reason, a.Repeat))] : null;
    }

    static async Task<(List<PaperRow> Rows, List<RowError> Errors, int Lines)> Read(PipeReader file, string? said, DateOnly day, CancellationToken ct)
    {
        await using var table = await FileTable.Open(file, ct).ConfigureAwait(false);
        var columns = said is null ? new ColumnMap<PaperColumn>(PaperListColumns.Set.Guess(table.Headings)) : PaperListColumns.Set.Read(said, table.Headings.Length);
        if (!columns.Has(PaperColumn.Enter)) throw new InvalidInputException("file", "The column enter is wanted.");
        if (!columns.Has(PaperColumn.Person) && !columns.Has(PaperColumn.Member) && !columns.Has(PaperColumn.Registry) && !columns.Has(PaperColumn.Card))
            throw new InvalidInputException("file", "A column that says who it was is wanted: member, registry, card or person.");
        var (rows, errors, lines) = (new List<PaperRow>(), new List<RowError>(), 0);
        while (await table.Next(ct).ConfigureAwait(false) is { } line)
        {
            if (++lines > WebLimits.PaperLines) throw new InvalidInputException("file", $"A paper list has at most {WebLimits.PaperLines} lines: split it.");
            if (line.Fault is { } fault)
            {
                errors.Add(fault);
                continue;
            }

            var (row, wrong) = PaperListLine.Look(line.Line, line.Fields, columns, day);
            if (wrong.Count == 0) rows.Add(row);
            else errors.Add(wrong[0]);
        }

        return (rows, errors, lines);
    }

    /// <summary>Batches of whole people: what one comes to depends on all of one's comings and goings.</summary>
    static IEnumerable<List<Meant>> Packed(List<Meant> meant)
    {
        var batch = new List<Meant>();
        var taps = 0;
        foreach (var person in meant.GroupBy(m => m.Person).Select(g => g.ToList()))
        {
            var own = person.Sum(m => m.Taps.Length);
            if (taps > 0 && taps + own > TrainingLimits.TapBatch)
            {
                yield return batch;
                (batch, taps) = ([], 0);
            }

            foreach (var row in person)
            {
                if (taps + row.Taps.Length > TrainingLimits.TapBatch)
                {
                    yield return batch;
                    (batch, taps) = ([], 0);
                }

                batch.Add(row);
                taps += row.Taps.Length;
            }
        }

        if (batch.Count > 0) yield return batch;
    }

    /// <summary>A line whose person is known, as taps: the person and the minute are the nonce.</summary>
    sealed record Meant(PaperRow Row, MemberId Person, TapCard[] Taps)
    {
        public Meant(PaperRow row, MemberId person, Caller caller)
            : this(row, person, row.Left is { } left ? [Tap(person, TapDirection.In, row.Entered, caller), Tap(person, TapDirection.Out, left, caller)] : [Tap(person, TapDirection.In, row.Entered, caller)])
        {
        }

        static TapCard Tap(MemberId person, TapDirection direction, DateTimeOffset at, Caller caller) =>
            new(default, direction, at, Device, $"{person}-{at.ToUnixTimeSeconds()}-{(direction == TapDirection.In ? "in" : "out")}", caller, Person: person);
    }
}
