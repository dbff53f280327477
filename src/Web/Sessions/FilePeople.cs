using JmaActors.Directory;
using JmaActors.Rosters;
using JmaActors.Web.Access;

namespace JmaActors.Web.Sessions;

/// <summary>Numbers of one line of a file, of which at least one is given.</summary>
public readonly record struct LineNumbers(MemberId? Member, RegistryNumber? Registry, CardNumber? Card);

/// <summary>Whom the lines of a file about a session are about.</summary>
public sealed class FilePeople
{
    readonly HashSet<MemberId> members = [];
    readonly Dictionary<string, MemberId> registries = new(StringComparer.Ordinal);
    readonly Dictionary<string, MemberId> cards = new(StringComparer.Ordinal);

    FilePeople() { }

    /// <summary>Looks all of them up, for who steers the program of the session. Null when there is no such session.</summary>
    public static async Task<FilePeople?> Find(Gateway gateway, SessionId session, IReadOnlyCollection<LineNumbers> lines, Caller caller, CancellationToken ct)
    {
        var people = new FilePeople();
        foreach (var part in Sought(lines))
        {
            if (await gateway.Identify(session, part, caller, ct).ConfigureAwait(false) is not { } found) return null;
            people.members.UnionWith(found.Members);
            foreach (var (number, id) in found.Registries) people.registries[number] = id;
            foreach (var (number, id) in found.Cards) people.cards[number] = id;
        }

        return people;
    }

    /// <summary>The one person the numbers of a line lead to; a number nobody has leads nowhere. Null with the error added when it is not one.</summary>
    public MemberId? One(int line, LineNumbers numbers, List<RowError> errors)
    {
        MemberId?[] said =
        [
            numbers.Member is { } m ? members.Contains(m) ? m : default : null,
            numbers.Registry is { } r ? registries.GetValueOrDefault(r.Text) : null,
            numbers.Card is { } c ? cards.GetValueOrDefault(c.Text) : null,
        ];
        var people = said.OfType<MemberId>().Where(p => p.IsValid).Distinct().ToArray();
        if (people is [var one]) return one;
        errors.Add(people.Length == 0
            ? new RowError(line, "person", "no-such-person", "Nobody is registered under this number.")
            : new RowError(line, "person", "person-mismatch", "The numbers of this line are of different people."));
        return null;
    }

    static IEnumerable<PeopleSought> Sought(IReadOnlyCollection<LineNumbers> lines)
    {
        foreach (var m in lines.Select(l => l.Member).OfType<MemberId>().Distinct().Chunk(DirectoryLimits.Identified)) yield return new PeopleSought(m, [], []);
        foreach (var r in lines.Select(l => l.Registry?.Text).OfType<string>().Distinct().Chunk(DirectoryLimits.Identified)) yield return new PeopleSought([], r, []);
        foreach (var c in lines.Select(l => l.Card?.Text).OfType<string>().Distinct().Chunk(DirectoryLimits.Identified)) yield return new PeopleSought([], [], c);
    }
}
