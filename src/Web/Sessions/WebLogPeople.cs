using JmaActors.Rosters;
using JmaActors.Training;
using JmaActors.Web.Access;

namespace JmaActors.Web.Sessions;

/// <summary>Finds out whom the lines of a web log are about, and puts them in order: a person's lines stay together.</summary>
public sealed class WebLogPeople(Gateway gateway)
{
    /// <summary>Batches for the session, each of whole people; lines about nobody, or about two people, are added to the errors. Null when there is no such session.</summary>
    public async Task<IReadOnlyList<WebAttendance[]>?> Batches(SessionId session, IReadOnlyList<WebLogRow> rows, List<RowError> errors, Caller caller, CancellationToken ct)
    {
        if (await FilePeople.Find(gateway, session, [.. rows.Select(Numbers)], caller, ct).ConfigureAwait(false) is not { } people) return null;
        var lines = new SortedDictionary<MemberId, List<WebAttendance>>();
        foreach (var row in rows)
        {
            if (people.One(row.Line, Numbers(row), errors) is { } person) Add(lines, row, person, errors);
        }

        return [.. Packed(lines.Values)];
    }

    static LineNumbers Numbers(WebLogRow row) => new(row.Member, row.Registry, row.Card);

    static void Add(SortedDictionary<MemberId, List<WebAttendance>> lines, WebLogRow row, MemberId person, List<RowError> errors)
    {
        if (!lines.TryGetValue(person, out var own)) lines.Add(person, own = []);
        var line = new WebAttendance(person, row.From, row.To, row.Identity, row.Keyword);
        if (own.Contains(line)) return;
        if (own.Count >= TrainingLimits.WebStays) errors.Add(new RowError(row.Line, "person", "too-many-lines", $"One person has at most {TrainingLimits.WebStays} times on the web."));
        else own.Add(line);
    }

    static IEnumerable<WebAttendance[]> Packed(IEnumerable<List<WebAttendance>> people)
    {
        var batch = new List<WebAttendance>(TrainingLimits.WebLogBatch);
        foreach (var own in people)
        {
            if (batch.Count + own.Count > TrainingLimits.WebLogBatch)
            {
                yield return [.. batch];
                batch.Clear();
            }

            batch.AddRange(own);
        }

        if (batch.Count > 0) yield return [.. batch];
    }
}
