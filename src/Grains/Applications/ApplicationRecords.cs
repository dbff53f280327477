using System.Globalization;
using JmaActors.Associations;
using JmaActors.Benefits;
using JmaActors.Credits;
using JmaActors.Dues;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Members;
using JmaActors.Policies;
using JmaActors.Time;

namespace JmaActors.Applications;

/// <summary>Reads what applications are judged by, and changes the record as agreed. Natural keys make it safe to do either again.</summary>
public sealed class ApplicationRecords(MemberLedger members, LedgerPast past, PersonOpening opening, IEvidenceStore evidence, IGrainFactory grains, PolicyBook book, TimeProvider time)
{
    /// <summary>The policy in force today.</summary>
    public ApplicationPolicy Policy => book.Application(Tokyo.DateOf(time.GetUtcNow()));

    /// <param name="request">Whose reduction is judged too; null where none can be asked for.</param>
    /// <param name="documents">Those looked for among what the applicant holds.</param>
    public async Task<ApplicationReading> Read(MemberId member, ApplicationRequest? request, IReadOnlyList<string> documents, CancellationToken ct)
    {
        var (state, person) = await Opened(member, ct);
        var fault = !state.Registered ? "not-registered" : state.Merged is not null ? "already-merged" : person == PersonRules.Erased ? "erased" : null;
        if (fault is not null) return new ApplicationReading(Policy, [], fault, null, new HashSet<string>(), request, true);
        var held = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sha256 in documents.Take(ApplicationLimits.Documents))
        {
            if (EvidenceRules.Attachable(await evidence.Find(member, sha256, ct), time.GetUtcNow()) is not null) held.Add(sha256);
        }
        return new ApplicationReading(Policy, MembershipPeriods.Of(state.RecordedMemberships), null, await Reduction(member, request, ct), held, request, await Established(request, ct));
    }

    /// <summary>The applicant as on record now.</summary>
    public async Task<ApplicantRecord> Applicant(MemberId member, CancellationToken ct)
    {
        var (state, person) = await Opened(member, ct);
        return new ApplicantRecord(person, MembershipPeriods.Of(state.RecordedMemberships));
    }

    /// <summary>What the fiscal year would come to; null where nobody is registered.</summary>
    public Task<DuesTrial?> Dues(MemberId member, FiscalYear year, ApplicationRequest request, CancellationToken ct) => grains.GetGrain<IDuesGrain>(member.Number).TryAssess(
        new TryDues(year, request.Kind == ApplicationKind.Reduction ? null : request.Membership ?? Membership.None, request.From, request.Reduction is { } asked ? Reduced("trial", request.From, asked, asked.Layers) : null, Caller.System), ct);

    /// <summary>What a membership opens in the place of another, and what it closes.</summary>
    public async Task<(IReadOnlyList<Words> Ends, IReadOnlyList<Words> Begins)> Benefits(MemberId member, Membership before, Membership after, DateOnly on, CancellationToken ct)
    {
        var born = (await Applicant(member, ct)).Person.BirthDate;
        return (EntitlementRules.Lost(book.Table, before, after, born, on), EntitlementRules.Lost(book.Table, after, before, born, on));
    }

    /// <summary>Puts on record what was agreed. Null when it is; else why it cannot be.</summary>
    public async Task<string?> Record(ApplicationRef id, ApplicationState state, CancellationToken ct)
    {
        var (request, key, by) = (state.Asked!, $"application/{id.Text}", state.Steps.Last(s => s.Word == ApplicationWord.Approved).By!);
        if (request.Reduction is { } asked)
        {
            var layers = state.Steps.Where(s => s.Word == ApplicationWord.Approved).Aggregate(MembershipLayers.None, (sum, s) => sum | s.Office.MembersOf());
            return (await grains.GetGrain<IDuesGrain>(id.Member.Number).Reduce(new ReduceDues(Reduced(key, request.From, asked, layers), key, by), ct)).Refusal?.Reason;
        }
        var dead = request.Kind == ApplicationKind.Death;
        var refused = (await grains.GetGrain<IMemberGrain>(id.Member.Number).ChangeMembership(
            new ChangeMembership(key, state.After, request.From, ApplicationPolicy.Rule(request.Kind), by, dead ? null : state.Before), ct)).Refusal?.Reason;
        if (dead && refused is null)
            await grains.GetGrain<IDuesGrain>(id.Member.Number).Hold(new HoldReminders(key, DuesHold.ForGood, ApplicationPolicy.Rule(request.Kind), Caller.System), ct);
        return refused;
    }

    /// <summary>Takes it back out of the record: what was before stands in its place. Null when it does; else why it cannot.</summary>
    public async Task<string?> TakeBack(ApplicationRef id, ApplicationState state, CancellationToken ct)
    {
        var refused = await Restore(id, state, ct);
        if (refused is not null || state.Asked!.Kind != ApplicationKind.Death) return refused;
        var dues = grains.GetGrain<IDuesGrain>(id.Member.Number);
        // A hold of an office's own stays.
        if ((await dues.Read(Caller.System, ct)).Hold is { } hold && hold.Until == DuesHold.ForGood)
            await dues.Hold(new HoldReminders($"application/{id.Text}/undo", null, ApplicationPolicy.Rule(state.Asked.Kind), Caller.System), ct);
        return null;
    }

    async Task<string?> Restore(ApplicationRef id, ApplicationState state, CancellationToken ct)
    {
        var member = grains.GetGrain<IMemberGrain>(id.Member.Number);
        if (await member.Record(Caller.System, ct) is not { } record) return "not-registered";
        var last = record.Memberships[^1];
        if (last.From == state.Asked!.From && last.Membership == state.Before) return null;
        if (last.From != state.Asked.From || last.Membership != state.After) return "changed-since";
        return (await member.CorrectMembership(new CorrectMembership(
            $"application/{id.Text}/undo", last.Version, state.Before!, state.Asked.From, ApplicationPolicy.Rule(state.Asked.Kind), state.Lines.Last(l => l.Word == ApplicationWord.Undone).By, Newest: true), ct)).Refusal?.Reason;
    }

    async Task<(MemberState State, Person Person)> Opened(MemberId member, CancellationToken ct)
    {
        var state = (await past.Read(members, member.Number.ToString(CultureInfo.InvariantCulture), [null], ct))[0];
        return (state, state.Registered ? (await opening.For(member, ct))(state.RecordedIdentities[^1].Sealed) : PersonRules.Erased);
    }

    /// <summary>The local association asked for is on record; so is where none is asked for.</summary>
    async Task<bool> Established(ApplicationRequest? request, CancellationToken ct) =>
        request?.Membership?.Local is not { } local || !AssociationId.TryParse(local.Code, out _) || await grains.GetGrain<IAssociationGrain>(local.Code).Read(Caller.System, ct) is not null;

    async Task<Refusal?> Reduction(MemberId member, ApplicationRequest? request, CancellationToken ct) =>
        request?.Kind == ApplicationKind.Reduction && ApplicationRules.Shape(request) is null ? (await Dues(member, FiscalYear.Of(request.From), request, ct))?.Refusal : null;

    static Reduction Reduced(string key, DateOnly from, ReductionAsked asked, MembershipLayers layers) => new(key, asked.Kind, from, asked.Until, layers);
}
