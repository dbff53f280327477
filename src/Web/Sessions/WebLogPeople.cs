using JmaActors.Directory;
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
        var members = new HashSet<MemberId>();
        var registries = new Dictionary<string, MemberId>(StringComparer.Ordinal);
        var cards = new Dictionary<string, MemberId>(StringComparer.Ordinal);
        foreach (var part in Sought(rows))
        {
            if (await gateway.Identify(session, part, caller, ct).ConfigureAwait(false) is not { } found) return null;
            members.UnionWith(found.Members);
            foreach (var (number, id) in found.Registries) registries[number] = id;
            foreach (var (number, id) in found.Cards) cards[number] = id;
        }

        var lines = new SortedDictionary<MemberId, List<WebAttendance>>();
        foreach (var row in rows)
        {
            MemberId?[] said =
            [
                row.Member is { } m ? members.Contains(m) ? m : default : null,
                row.Registry is { } r ? registries.GetValueOrDefault(r.Text) : null,
                row.Card is { } c ? cards.GetValueOrDefault(c.Text) : null,
            ];
            if (One(row, said, errors) is { } person) Add(lines, row, person, errors);
        }

        return [.. Packed(lines.Values)];
    }

    /// <summary>The one person the numbers of a line lead to; a number nobody has leads nowhere.</summary>
    static MemberId? One(WebLogRow row, MemberId?[] said, List<RowError> errors)
    {
        var people = said.OfType<MemberId>().Where(p => p.IsValid).Distinct().ToArray();
        if (people is [var one]) return one;
        errors.Add(people.Length == 0
            ? new RowError(row.Line, "person", "no-such-person", "Nobody is registered under this number.")
            : new RowError(row.Line, "person", "person-mismatch", "The numbers of this line are of different people."));
        return null;
    }

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

    static IEnumerable<PeopleSought> Sought(IReadOnlyList<WebLogRow> rows)
    {
        foreach (var m in rows.Select(r => r.Member).OfType<MemberId>().Distinct().Chunk(DirectoryLimits.Identified)) yield return new PeopleSought(m, [], []);
        foreach (var r in rows.Select(r => r.Registry?.Text).OfType<string>().Distinct().Chunk(DirectoryLimits.Identified)) yield return new PeopleSought([], r, []);
        foreach (var c in rows.Select(r => r.Card?.Text).OfType<string>().Distinct().Chunk(DirectoryLimits.Identified)) yield return new PeopleSought([], [], c);
    }
}
