using System.Collections.Concurrent;
using JmaActors.Audit;
using JmaActors.Directory;
using JmaActors.Enrolments;
using JmaActors.Web.Enrolments;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>A program's host never changes, so it is asked for once.</summary>
    readonly ConcurrentDictionary<ProgramId, AssociationId> _programHosts = new();

    /// <summary>Sets the terms of sign-up; null when there is no such program.</summary>
    public Task<Answer<EnrolmentOffer>?> SetEnrolmentTerms(ProgramId id, SetEnrolmentTerms command, CancellationToken ct) =>
        AtEnrolment(id, command.Caller, static h => new Target.SteerProgram(h), "set terms", command, static (g, c, t) => g.SetTerms(c, t), ct);

    /// <summary>Terms and free places; null when there is no such program, or no sign-up for it.</summary>
    public async Task<EnrolmentOffer?> EnrolmentOffer(ProgramId id, Caller caller, CancellationToken ct)
    {
        if (await ReadProgram(id, caller, ct).ConfigureAwait(false) is null) return null;
        return await Ask(Enrolment(id), caller, static (g, c, t) => g.Read(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>The host's figures; null when there is no such program, or no sign-up for it.</summary>
    public Task<EnrolmentFigures?> EnrolmentFigures(ProgramId id, Caller caller, CancellationToken ct) =>
        AtEnrolment(id, caller, static h => new Target.SeeAttendees(h), "see figures of sign-up", caller, static (g, c, t) => g.Figures(c, t), ct);

    /// <summary>Signs somebody up; null when there is no such program.</summary>
    public async Task<Answer<EnrolmentPlace>?> SignUp(ProgramId id, SignUp command, CancellationToken ct)
    {
        if (await ReadProgram(id, command.Caller, ct).ConfigureAwait(false) is not { } program) return null;
        Require(command.Caller, new Target.Enrol(command.Member, program.Host, await ActedFor(command.Member, command.Caller, ct).ConfigureAwait(false)), "sign up");
        return await Ask(Enrolment(id), command, static (g, c, t) => g.SignUp(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>Adds somebody at the door, while people are let in; null when there is no such program.</summary>
    public async Task<Answer<EnrolmentPlace>?> AddAttendee(ProgramId id, AddAttendee command, CancellationToken ct)
    {
        if (await DoorOf(id, ct).ConfigureAwait(false) is not { } door) return null;
        Require(command.Caller, door, "add an attendee");
        return await Ask(Enrolment(id), command, static (g, c, t) => g.Add(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>Gives a place back; null when there is no such program.</summary>
    public async Task<Answer<EnrolmentPlace>?> CancelSignUp(ProgramId id, CancelSignUp command, CancellationToken ct)
    {
        if (await HostOf(id, ct).ConfigureAwait(false) is not { } host) return null;
        Require(command.Caller, new Target.Enrol(command.Member, host, await ActedFor(command.Member, command.Caller, ct).ConfigureAwait(false)), "cancel a sign-up");
        return await Ask(Enrolment(id), command, static (g, c, t) => g.Cancel(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>Records a payment; null when there is no such program.</summary>
    public Task<Answer<EnrolmentPlace>?> RecordPayment(ProgramId id, RecordPayment command, CancellationToken ct) =>
        AtEnrolment(id, command.Caller, static h => new Target.TakeMoney(h), "record money", command, static (g, c, t) => g.RecordPayment(c, t), ct);

    /// <summary>Records a refund; null when there is no such program.</summary>
    public Task<Answer<EnrolmentPlace>?> RecordRefund(ProgramId id, RecordRefund command, CancellationToken ct) =>
        AtEnrolment(id, command.Caller, static h => new Target.TakeMoney(h), "record money", command, static (g, c, t) => g.RecordRefund(c, t), ct);

    /// <summary>Voids an entry; null when there is no such program.</summary>
    public Task<Answer<EnrolmentPlace>?> VoidEntry(ProgramId id, VoidEntry command, CancellationToken ct) =>
        AtEnrolment(id, command.Caller, static h => new Target.TakeMoney(h), "record money", command, static (g, c, t) => g.VoidEntry(c, t), ct);

    /// <summary>Somebody's place; null when there is no such program, or the person never signed up.</summary>
    public async Task<EnrolmentPlace?> EnrolmentPlace(ProgramId id, MemberId member, Caller caller, CancellationToken ct)
    {
        var of = await ActedFor(member, caller, ct).ConfigureAwait(false);
        var place = await AtEnrolment(
            id, caller, h => new Target.SeePlace(member, h, of), "see a place", (member, caller), static (g, w, t) => g.Place(w.member, w.caller, t), ct).ConfigureAwait(false);
        if (place is not null) await Look(member, AuditParts.Enrolments, caller, ct).ConfigureAwait(false);
        return place;
    }

    /// <summary>Attendees in order of arrival; null when there is no such program.</summary>
    public async Task<AttendeePage?> Attendees(AttendeeQuery query, Caller caller, CancellationToken ct)
    {
        if (await HostOf(query.Program, ct).ConfigureAwait(false) is not { } host) return null;
        Require(caller, new Target.SeeAttendees(host), "see attendees");
        var page = await Ask(EnrolmentLists, (query, caller), static (g, w, t) => g.Attendees(w.query, w.caller, t), ct).ConfigureAwait(false);
        await Listed(ListKinds.Attendees, page.Attendees.Select(a => a.Member), caller, ct).ConfigureAwait(false);
        return page;
    }

    /// <summary>A person's own sign-ups, the newest program first.</summary>
    public async Task<MemberEnrolmentPage> EnrolmentsOf(MemberId member, string? after, int size, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeeEnrolmentsOf(member, await ActedFor(member, caller, ct).ConfigureAwait(false)), "see sign-ups");
        await Look(member, AuditParts.Enrolments, caller, ct).ConfigureAwait(false);
        return await Ask(EnrolmentLists, (member, after, size, caller), static (g, w, t) => g.OfMember(w.member, w.after, w.size, w.caller, t), ct).ConfigureAwait(false);
    }

    /// <summary>What a receipt or refund note says; null when there is no such program, or no such entry of this person.</summary>
    public async Task<EnrolmentReceipt?> EnrolmentReceipt(ProgramId id, MemberId member, int no, Caller caller, CancellationToken ct)
    {
        if (await EnrolmentPlace(id, member, caller, ct).ConfigureAwait(false) is not { } place || place.Entries.FirstOrDefault(e => e.No == no) is not { } entry) return null;
        var program = await Ask(Program(id), Caller.System, static (g, c, t) => g.Read(c, t), ct).ConfigureAwait(false);
        var person = await Ask(Member(member), Caller.System, static (g, c, t) => g.Read(c, t), ct).ConfigureAwait(false);
        var hosts = await Ask(DirectoryGrain, program!.Host.Code, static (g, c, t) => g.Associations([c], t), ct).ConfigureAwait(false);
        return new EnrolmentReceipt(
            id, program.Title, program.Place, program.DoorsOpen, program.Host, hosts.GetValueOrDefault(program.Host.Code) ?? program.Host.Code,
            entry.No, entry.Kind, member, person?.Person.Name ?? "", entry.Amount, place.Price.Tariff, entry.Method, entry.PaidOn, entry.Recorded, entry.Reason, entry.Voided,
            entry.TaxPercent, person?.Demonstration ?? false);
    }

    /// <summary>
    /// Whom a number means that somebody shows at the door: member number, card or 医籍登録番号, in full. Null when nobody, or when there is no such
    /// program. Like a tap, it finds people the host may not search for.
    /// </summary>
    public async Task<DoorPerson?> AtTheDoor(ProgramId id, string number, Caller caller, CancellationToken ct)
    {
        if (await DoorOf(id, ct).ConfigureAwait(false) is not { } door) return null;
        Require(caller, door, "find somebody at the door");
        var text = number.Trim();
        var found = await Ask(DirectoryGrain, new MemberQuery(text, null, null, null, null, 2), static (g, q, t) => g.Members(q, Caller.System, t), ct).ConfigureAwait(false);
        var named = found.Members.Where(m => m.Id.ToString() == text || m.Registry == text || string.Equals(m.Card, text, StringComparison.OrdinalIgnoreCase)).ToList();
        if (named is not [var only]) return null;
        await Look(only.Id, AuditParts.Identity, caller, ct).ConfigureAwait(false);
        return DoorPersonOf(only);
    }

    /// <summary>Credits, category and card are none of a host's business.</summary>
    static DoorPerson DoorPersonOf(MemberLine m) => new(m.Id, m.Name, m.Kana, m.AssociationName, m.Registry is { Length: > 0 } registry ? registry[Math.Max(0, registry.Length - RegistryEnd)..] : null);

    /// <summary>Digits of a registry number that tell namesakes apart.</summary>
    const int RegistryEnd = 3;

    /// <summary>Asks a program's sign-up for somebody who may; null when there is no such program.</summary>
    async Task<T?> AtEnrolment<TWhat, T>(
        ProgramId id, Caller caller, Func<AssociationId, Target> target, string what, TWhat asked,
        Func<IEnrolmentGrain, TWhat, CancellationToken, Task<T>> question, CancellationToken ct)
        where T : class?
    {
        if (await HostOf(id, ct).ConfigureAwait(false) is not { } host) return null;
        Require(caller, target(host), what);
        return await Ask(Enrolment(id), asked, question, ct).ConfigureAwait(false);
    }

    async Task<AssociationId?> HostOf(ProgramId id, CancellationToken ct)
    {
        if (_programHosts.TryGetValue(id, out var known)) return known;
        var program = await Ask(Program(id), Caller.System, static (g, c, t) => g.Read(c, t), ct).ConfigureAwait(false);
        if (program is null) return null;
        if (_programHosts.Count >= WebLimits.SessionHosts) _programHosts.Clear();
        _programHosts[id] = program.Host;
        return program.Host;
    }

    /// <summary>A program's door as it stands now: what is not open yet lets nobody in.</summary>
    async Task<Target?> DoorOf(ProgramId id, CancellationToken ct)
    {
        if (await Ask(Program(id), Caller.System, static (g, c, t) => g.Read(c, t), ct).ConfigureAwait(false) is not { } program) return null;
        return new Target.AddAtDoor(program.Session, program.Host, await StatusOf(program.Session, ct).ConfigureAwait(false));
    }

    IEnrolmentGrain Enrolment(ProgramId id) => actors.Grain<IEnrolmentGrain>(id.Code);

    IEnrolmentListGrain EnrolmentLists => actors.Grain<IEnrolmentListGrain>(0);
}
