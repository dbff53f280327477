using System.IO.Pipelines;
using JmaActors.Credits;
using JmaActors.Rosters;
using JmaActors.Training;
using JmaActors.Web.Access;

namespace JmaActors.Web.Sessions;

/// <summary>What became of a web log, or would.</summary>
/// <param name="DryRun">Nothing was changed.</param>
/// <param name="Rows">Lines of the file but the heading and empty ones.</param>
/// <param name="Taken">Times on the web that are new.</param>
/// <param name="Repeated">Times known before, or said twice.</param>
/// <param name="People">People the readable lines are about.</param>
/// <param name="Columns">Our columns, with the heading of the file each was found under.</param>
/// <param name="Ignored">Headings that mean nothing here.</param>
/// <param name="Missing">Of identity and keyword, those the file lacks: counted as "no" in every line.</param>
/// <param name="Failed">Lines that could not be taken.</param>
/// <param name="Errors">The first <see cref="WebLimits.WebLogErrors"/> of them.</param>
/// <param name="Earned">Of a dry run: units more than now under each scheme, never added up across schemes.</param>
/// <param name="Voids">Of a dry run: entries that would be voided, by reason.</param>
public sealed record WebLogReport(
    bool DryRun, int Rows, int Taken, int Repeated, int People, IReadOnlyDictionary<string, string> Columns, IReadOnlyList<string> Ignored, IReadOnlyList<string> Missing,
    int Failed, IReadOnlyList<RowError> Errors, IReadOnlyList<SchemeFigures> Earned, IReadOnlyDictionary<string, int> Voids);

/// <summary>Takes a web log: reads it whole, finds its people, and hands the session one batch after the other. The same file again changes nothing.</summary>
public sealed class WebLogUpload(Gateway gateway, TimeProvider clock)
{
    readonly WebLogPeople people = new(gateway);

    /// <summary>The report; a refusal of the session ends it, and what came before stays. Null when there is no such session.</summary>
    /// <param name="progress">Told how many lines were handed over so far, and of how many.</param>
    public async Task<Answer<WebLogReport>?> Take(SessionId id, PipeReader file, bool dryRun, Caller caller, Action<int, int>? progress, CancellationToken ct)
    {
        if (await gateway.WebLogSession(id, caller, ct).ConfigureAwait(false) is not { } session) return null;
        var read = await WebLogReader.Read(file, WebLogTimes.Of(session, clock.GetUtcNow()), ct).ConfigureAwait(false);
        var errors = new List<RowError>(read.Errors);
        if (await people.Batches(id, read.Rows, errors, caller, ct).ConfigureAwait(false) is not { } batches) return null;
        var (sum, version, lines, all) = (new WebLogAnswer(0, 0, 0, [], new Dictionary<string, int>()), session.Version, 0, batches.Sum(b => b.Length));
        foreach (var batch in batches)
        {
            var answer = dryRun ? await gateway.TryWebLog(id, batch, caller, ct).ConfigureAwait(false) : await gateway.TakeWebLog(id, batch, caller, ct).ConfigureAwait(false);
            if (answer is null) return null;
            if (answer.Value is not { } value) return new Answer<WebLogReport>(null, answer.Refusal, answer.Version, false);
            (sum, version) = (Sum(sum, value), answer.Version);
            progress?.Invoke(lines += batch.Length, all);
        }

        var rows = read.Rows.Count + read.Errors.Count;
        errors.Sort(static (a, b) => a.Line.CompareTo(b.Line));
        var report = new WebLogReport(
            dryRun, rows, sum.Taken, rows - errors.Count - sum.Taken, sum.People, read.Columns.Found, read.Columns.Ignored, read.Columns.Missing,
            errors.Count, [.. errors.Take(WebLimits.WebLogErrors)], sum.Earned ?? [], sum.Voids ?? new Dictionary<string, int>());
        return new Answer<WebLogReport>(report, null, version, !dryRun && sum.Taken == 0);
    }

    /// <summary>Batches are of different people, so their answers add up.</summary>
    static WebLogAnswer Sum(WebLogAnswer a, WebLogAnswer b) => new(
        a.Taken + b.Taken, a.Repeated + b.Repeated, a.People + b.People,
        [.. (a.Earned ?? []).Concat(b.Earned ?? []).GroupBy(e => e.Scheme).OrderBy(g => g.Key).Select(g => new SchemeFigures(g.Key, g.Sum(e => e.PendingTenths), g.Sum(e => e.PostedTenths), g.Sum(e => e.Voided)))],
        (a.Voids ?? new Dictionary<string, int>()).Concat(b.Voids ?? new Dictionary<string, int>()).GroupBy(v => v.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(v => v.Value), StringComparer.Ordinal));
}
