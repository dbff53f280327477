using JmaActors.Associations;
using JmaActors.Journal;
using JmaActors.Credits;
using JmaActors.Members;
using JmaActors.Policies;
using JmaActors.Training;

namespace JmaActors.Directory;

/// <summary>Searches over the views; see <see cref="IDirectoryGrain"/>. The caller's scope is added here and nowhere else.</summary>
[StatelessWorker]
sealed class DirectoryGrain(IMemberDirectory members, ITrainingIndex training, AssociationNames associations, PolicyBook book) : Grain, IDirectoryGrain
{
    /// <summary>Codes and ids asked for at once.</summary>
    const int CodesMost = 1_000;
    const int NamesMost = 200;

    /// <summary>Longest text looked for.</summary>
    const int TextMost = 100;

    static readonly MemberPage NoMembers = new([], null);
    static readonly PeopleFound NobodyFound = new([], new Dictionary<string, MemberId>(), new Dictionary<string, MemberId>());
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
        training.Programs(query with { Size = Math.Clamp(query.Size, 1, DirectoryLimits.Page) }, ProgramScope.Of(caller), ct).OrTryAgain();

    public Task<IReadOnlyList<SubjectLine>> Subjects(DateOnly on, CancellationToken ct) => Task.FromResult<IReadOnlyList<SubjectLine>>(
        [.. Enum.GetValues<CreditScheme>()
            .Select(scheme => scheme == CreditScheme.Cme ? null : book.Scheme(scheme, on))
            .SelectMany(policy => policy?.Subjects.Values ?? [])
            .OrderBy(s => s.Scheme).ThenBy(s => s.Number)
            .Select(s => new SubjectLine(s.Scheme, s.Number, s.Part, s.Title))]);

    public async Task<IReadOnlyDictionary<string, string>> Associations(IReadOnlyList<string> codes, CancellationToken ct)
    {
        var known = await associations.All(ct).AsTask().OrTryAgain();
        return codes.Take(CodesMost).Where(known.ContainsKey).Distinct(StringComparer.Ordinal).ToDictionary(code => code, code => known[code].Name, StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<FoundAssociation>> FindAssociations(string text, CancellationToken ct) =>
        text.Length > AssociationFinder.TextMost ? [] : AssociationFinder.Find(text, (await associations.All(ct).AsTask().OrTryAgain()).Values);

    public async Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyList<MemberId> ids, Caller caller, CancellationToken ct)
    {
        var scope = SearchScope.Of(caller);
        var sought = ids.Take(NamesMost).Where(id => scope.Self is null || id == scope.Self).Select(id => id.Number).Distinct().ToList();
        if (scope.Nobody || sought.Count == 0) return new Dictionary<long, string>();
        return await members.Names(sought, scope.SeenFrom, ct).OrTryAgain();
    }

    public async Task<PeopleFound> Identify(PeopleSought sought, Caller caller, CancellationToken ct)
    {
        if (!SearchScope.Of(caller).Everyone) return NobodyFound;
        var ids = sought.Members.Take(DirectoryLimits.Identified).Select(m => m.Number).ToList();
        var known = ids.Count == 0 ? [] : (await members.LocalAssociations(ids, ct).OrTryAgain()).Keys.Select(n => new MemberId(n)).ToList();
        var registries = sought.Registries.Take(DirectoryLimits.Identified).ToList();
        var byRegistry = registries.Count == 0 ? [] : (await members.ByRegistries(registries, ct).OrTryAgain()).ToDictionary(r => r.Key, r => new MemberId(r.Value), StringComparer.Ordinal);
        var cards = sought.Cards.Take(DirectoryLimits.Identified).ToList();
        var byCard = cards.Count == 0 ? [] : (await members.ByCards(cards, ct).OrTryAgain()).ToDictionary(c => c.Key, c => new MemberId(c.Value.MemberId), StringComparer.Ordinal);
        return new PeopleFound(known, byRegistry, byCard);
    }

    public async Task<IReadOnlyList<MemberId>> OnRoll(SessionId session, string text, Caller caller, CancellationToken ct)
    {
        if (!SearchScope.Of(caller).Everyone || text.Length > TextMost || DoorSearchRules.Query(text) is not { } query) return [];
        var card = CardNumber.TryParse(text, out var number) ? number.Text : null;
        return [.. (await training.OnRoll(session.Code, query, card, ct).OrTryAgain()).Select(n => new MemberId(n))];
    }

    public async Task<AttendancePage> Attendance(MemberId member, string? after, int size, Caller caller, CancellationToken ct)
    {
        var scope = SearchScope.Of(caller);
        if (!scope.Everyone && scope.Self != member) return new AttendancePage([], null);
        return await training.Attendance(member.Number, after, Math.Clamp(size, 1, DirectoryLimits.Page), ct).OrTryAgain();
    }

    public async Task<DoorPeople> AtDoor(string text, Caller caller, CancellationToken ct)
    {
        if (caller.Role == CallerRole.Member || text.Length > TextMost || DoorSearchRules.Query(text) is not { } query) return Nobody;
        var found = await members.AtDoor(query, DirectoryLimits.AtDoor + 1, ct).OrTryAgain();
        return new DoorPeople([.. found.Take(DirectoryLimits.AtDoor)], found.Count > DirectoryLimits.AtDoor);
    }
}
