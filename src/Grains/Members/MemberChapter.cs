using System.Globalization;
using JmaActors.Ledgers;
using JmaActors.Records;

namespace JmaActors.Members;

/// <summary>How a person's identity and membership are told. Personal attributes are opened: whoever asks has been let through.</summary>
sealed class MemberChapter(MemberLedger ledger, LedgerPast past, PersonOpening opening) : Chapter<MemberState, MemberEvent>(RecordChapters.Member, ledger, past)
{
    public override IReadOnlyList<string> Facts { get; } = ["name", "kana", "birth-date", "registry", "licensed-on", "graduated-on", "card", "local", "layers", "category", "covered", "practice", "from", "other", "due-date"];

    protected override async ValueTask<Telling> Begin(MemberId member, CancellationToken ct) => new(member, await opening.For(member, ct));

    protected override ValueTask<IReadOnlyList<string>> Keys(Telling telling, CancellationToken ct) => new([telling.Member.Number.ToString(CultureInfo.InvariantCulture)]);

    protected override Look At(MemberState state, MemberEvent e, Telling telling, bool done)
    {
        var look = new Look();
        if (e is IdentityEvent && Identity(state, e) is { } identity) Add(look, identity, telling.Open(identity.Sealed), e is IdentityCorrected);
        if (e is (MemberRegistered or MembershipChanged or MembershipCorrected or MembershipBegan) && Membership(state, e) is { } membership) Add(look, membership, e is MembershipCorrected);
        if (!done) return look;
        return e switch
        {
            MemberTookIn t => look.Add("other", Number(t.Of)),
            MemberLetGo l => look.Add("other", Number(l.Of)),
            MemberMerged m => look.Add("other", Number(m.Into)),
            ErasureAsked a => look.Add("due-date", a.Due),
            _ => look,
        };
    }

    static string Number(long member) => new MemberId(member).ToString();

    protected override Said Of(MemberState state, MemberEvent e, string key, long version, Telling telling) => e switch
    {
        ProfileChanged c => new Said("", c.Reason),
        MembershipChanged c => new Said("", c.Reason),
        MembershipCorrected c => new Said("", c.Reason, c.Of),
        IdentityCorrected c => new Said("", c.Reason, c.Of),
        MemberMerged m => new Said("", m.Reason),
        MemberCameBack b => new Said("", b.Reason),
        ErasureAsked a => new Said("", a.Reason),
        ErasureStopped s => new Said("", s.Reason),
        _ => new Said(""),
    };

    static void Add(Look look, DatedIdentity identity, Person person, bool dated)
    {
        look.Add("name", person.Name).Add("kana", person.Kana).Add("birth-date", person.BirthDate).Add("registry", person.Registry?.Text)
            .Add("licensed-on", person.LicensedOn).Add("graduated-on", person.GraduatedOn).Add("card", person == PersonRules.Erased ? null : identity.Card?.Text);
        if (dated) look.Add("from", identity.From);
    }

    static void Add(Look look, DatedMembership recorded, bool dated)
    {
        var (local, layers, category, covered, practice) = recorded.Membership;
        look.Add("local", local?.Code).Add("layers", layers == MembershipLayers.None ? null : Layers(layers)).Add("category", category).Add("covered", covered is { } cover ? cover ? "yes" : "no" : null).Add("practice", practice);
        if (dated) look.Add("from", recorded.From);
    }

    static string Layers(MembershipLayers layers) => string.Join(
        ',', MembershipReach.Upwards.Where(l => layers.HasFlag(l)).Select(l => l.ToString().ToLowerInvariant()));

    static DatedIdentity? Identity(MemberState state, MemberEvent e) =>
        e is IdentityCorrected c ? state.RecordedIdentities.FirstOrDefault(i => i.Version == c.Of) : state.RecordedIdentities.LastOrDefault();

    /// <summary>A correction is told of what it corrects, a beginning of what is in force, anything else of what was recorded last.</summary>
    static DatedMembership? Membership(MemberState state, MemberEvent e) => e switch
    {
        MembershipCorrected c => state.RecordedMemberships.FirstOrDefault(m => m.Version == c.Of),
        MembershipBegan => new DatedMembership(0, default, state.Membership),
        _ => state.RecordedMemberships.LastOrDefault(),
    };
}
