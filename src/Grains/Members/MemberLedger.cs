using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using JmaActors.Dues;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Time;

namespace JmaActors.Members;

/// <summary>How a member's events fold, and what they show.</summary>
public sealed class MemberLedger : LedgerDefinition<MemberState, MemberEvent>
{
    public override string Kind => "member";

    public override bool NumberKey => true;

    public override EventCatalog<MemberEvent> Events { get; } = new EventCatalog<MemberEvent>()
        .Add("member-registered", 1, MemberJson.Default.MemberRegistered)
        .Add("profile-changed", 1, MemberJson.Default.ProfileChanged)
        .Add("membership-changed", 1, MemberJson.Default.MembershipChanged)
        .Add("membership-corrected", 1, MemberJson.Default.MembershipCorrected)
        .Add("identity-corrected", 1, MemberJson.Default.IdentityCorrected)
        .Add("membership-began", 1, MemberJson.Default.MembershipBegan)
        .Add("erasure-asked", 1, MemberJson.Default.ErasureAsked)
        .Add("erasure-stopped", 1, MemberJson.Default.ErasureStopped)
        .Add("member-erased", 1, MemberJson.Default.MemberErased)
        .Add("erasure-followed", 1, MemberJson.Default.ErasureFollowed)
        .Add("member-took-in", 1, MemberJson.Default.MemberTookIn)
        .Add("member-let-go", 1, MemberJson.Default.MemberLetGo)
        .Add("member-merged", 1, MemberJson.Default.MemberMerged)
        .Add("member-kept", 1, MemberJson.Default.MemberKept)
        .Add("member-came-back", 1, MemberJson.Default.MemberCameBack);

    public override JsonTypeInfo<MemberState> SnapshotJson => MemberJson.Default.MemberState;

    /// <summary>2: what is recorded is kept with the dates it holds from.</summary>
    public override int SnapshotSchema => 2;

    public override IReadOnlyList<ViewTable> Views => MemberViews.All;

    /// <remarks>Folding opens nothing: <see cref="MemberState.Person"/> is what the event carries while new, and null again when it was read from the journal.</remarks>
    public override void Evolve(MemberState state, MemberEvent e, in EventMeta meta) => MemberFold.Evolve(state, e, meta);

    public override void Project(string key, MemberState state, MemberEvent e, in EventMeta meta, ViewSink views)
    {
        var person = state.Person ?? throw new InvalidOperationException("A member is opened before a change is decided: the view row shows it.");
        var number = long.Parse(key, CultureInfo.InvariantCulture);
        MemberErasing.Project(number, e, views);
        if (state.Due is { } due) views.Put(MemberViews.Due, new ViewKey(number), new MemberDueRow(number, Tokyo.StartOf(due)));
        else if (state.Memberships is not null) views.Remove(MemberViews.Due, new ViewKey(number), new MemberDueRow(number, default));
        if (MemberMerging.Project(number, state, e, person, views)) return;
        var row = new MemberRow(
            number, person.Name, person.Kana, person.Registry?.Text, state.Card?.Text, state.Membership.Local?.Code,
            (int)state.Membership.Layers, (int?)state.Membership.Category, state.Demonstration, person.BirthDate, person.LicensedOn, meta.Version);
        views.Put(MemberViews.Members, new ViewKey(number), row);
        if (e is IdentityEvent) views.Put(MemberViews.Names, new ViewKey(number), MemberNameRow.Of(number, person.Name, person.Kana));
        if (e is MemberRegistered { WrappedKey: { } wrapped }) views.Put(MemberViews.PersonKeys, new ViewKey(number), new PersonKeyRow(number, wrapped));
        views.Put(MemberViews.People, new ViewKey(number), PersonRow.Of(row, meta.Recorded));
    }

    /// <summary>Dues are reckoned anew after a change. Who is registered is billed by the run of the year, or by the office.</summary>
    public override void Tell(string key, MemberState state, MemberEvent e, in EventMeta meta, ParcelSink parcels)
    {
        if (e is not (MembershipChanged or MembershipCorrected or MembershipBegan or ProfileChanged or IdentityCorrected or MemberMerged or MemberCameBack)) return;
        parcels.Send(LedgerNames.Name(DuesLedger.Name, key), MemberMoved.Parcel, new MemberMoved(meta.Version), DuesJson.Default.MemberMoved);
    }

    public override void Touch(string key, MemberState state, List<Touch> touches)
    {
        touches.Add(new Touch(TouchKind.Member, "", long.Parse(key, CultureInfo.InvariantCulture)));
        if (state.Membership.Local is { } local) touches.Add(new Touch(TouchKind.Association, local.Code));
        if (state.FormerLocal is { } former && former != state.Membership.Local) touches.Add(new Touch(TouchKind.Association, former.Code));
    }
}
