using JmaActors.Associations;
using JmaActors.Journal;
using JmaActors.Members;
using JmaActors.Training;

namespace JmaActors.Directory;

/// <summary>Searches over the views; see <see cref="IDirectoryGrain"/>. The caller's scope is added here and nowhere else.</summary>
[StatelessWorker]
sealed class DirectoryGrain(IMemberDirectory members, ITrainingIndex training, AssociationNames associations) : Grain, IDirectoryGrain
{
    /// <summary>Codes and ids asked for at once.</summary>
    const int CodesMost = 1_000;
    const int NamesMost = 200;

    /// <summary>Longest text looked for.</summary>
    const int TextMost = 100;

    static readonly MemberPage NoMembers = new([], null);
    static readonly DoorPeople Nobody = new([], false);

    public async Task<MemberPage> Members(MemberQuery query, Caller caller, CancellationToken ct)
    {
        var scope = SearchScope.Of(caller);
        if (scope.Nobody || query.Text.Length > TextMost) return NoMembers;
        var sought = query with { Text = query.Text.Trim(), Size = Math.Clamp(query.Size, 1, DirectoryLimits.Page) };
        if (scope.Self is { } self)
        {
            // Found by their own id, whatever was sought; the page is themselves or nobody.
            var own = await members.Search(new MemberQuery(self.ToString(), null, null, null, null, 1), "", null, ct).OrTryAgain();
            return new MemberPage([.. own.Members.Where(m => m.Id == self)], null);
        }
        var kana = KanaRules.Fold(sought.Text);
        return await members.Search(sought, KanaRules.IsReading(kana) ? kana : "", scope.SeenFrom, ct).OrTryAgain();
    }

    public Task<ProgramPage> Programs(ProgramQuery query, Caller caller, CancellationToken ct) =>
        training.Programs(query with { Size = Math.Clamp(query.Size, 1, DirectoryLimits.Page) }, ct).OrTryAgain();

    public async Task<IReadOnlyDictionary<string, string>> Associations(IReadOnlyList<string> codes, CancellationToken ct)
    {
        var known = await associations.All(ct).AsTask().OrTryAgain();
        return codes.Take(CodesMost).Where(known.ContainsKey).Distinct(StringComparer.Ordinal).ToDictionary(code => code, code => known[code].Name, StringComparer.Ordinal);
    }

    public async Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyList<MemberId> ids, Caller caller, CancellationToken ct)
    {
        var scope = SearchScope.Of(caller);
        var sought = ids.Take(NamesMost).Where(id => scope.Self is null || id == scope.Self).Select(id => id.Number).Distinct().ToList();
        if (scope.Nobody || sought.Count == 0) return new Dictionary<long, string>();
        return await members.Names(sought, scope.SeenFrom, ct).OrTryAgain();
    }

    public async Task<DoorPeople> AtDoor(string text, Caller caller, CancellationToken ct)
    {
        if (caller.Role == CallerRole.Member || text.Length > TextMost || DoorSearchRules.Query(text) is not { } query) return Nobody;
        var found = await members.AtDoor(query, DirectoryLimits.AtDoor + 1, ct).OrTryAgain();
        return new DoorPeople([.. found.Take(DirectoryLimits.AtDoor)], found.Count > DirectoryLimits.AtDoor);
    }
}
