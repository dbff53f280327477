using JmaActors.Audit;
using JmaActors.Benefits;
using JmaActors.Credits;
using JmaActors.Members;
using JmaActors.Records;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    static readonly string[] OfWhoeverSees = [RecordChapters.Member, RecordChapters.Credits, RecordChapters.Passes, RecordChapters.Certificates];

    /// <summary>Parts of this person's record the caller may read of: sign-ups and working hours are told to those alone who may see all of them.</summary>
    /// <param name="of">The person's membership.</param>
    public IReadOnlyList<string> Chapters(MemberId id, Membership of, Caller caller)
    {
        List<string> chapters = [.. OfWhoeverSees];
        if (Scopes.Allows(caller, new Target.SeeEnrolmentsOf(id, of))) chapters.Add(RecordChapters.Enrolments);
        if (MaySeeHours(id, caller)) chapters.Add(RecordChapters.WorkHours);
        if (Scopes.Allows(caller, new Target.SeeDues(id, of))) chapters.Add(RecordChapters.Dues);
        return chapters;
    }

    /// <summary>What happened to a person's record, newest first; null when there is no such person for this caller.</summary>
    /// <param name="chapter">One part of it alone, see <see cref="RecordChapters"/>; null for all the caller may read of.</param>
    public async Task<Answer<RecordPage>?> RecordHistory(MemberId id, string? chapter, string? after, int size, Caller caller, CancellationToken ct)
    {
        if (await SeesHistory(id, caller, ct).ConfigureAwait(false) is not { } view) return null;
        var chapters = Chapters(id, view.Membership, caller);
        // Sign-ups, hours and dues are the only parts that are not for everybody who reads a history.
        if (chapter is not null && !chapters.Contains(chapter)) Require(caller, Part(chapter, id, view.Membership), $"read of {chapter}");
        if (chapter is not null) chapters = [chapter];
        await Look(id, AuditParts.History | Parts(chapters), caller, ct).ConfigureAwait(false);
        var query = new RecordQuery(view.Id, chapters, after, size, view.Holds);
        return await Ask(Records, (query, caller), static (g, w, t) => g.History(w.query, w.caller, t), ct).ConfigureAwait(false);
    }

    /// <summary>The record on a past date, as it held and as it was believed; null when there is no such person for this caller.</summary>
    public async Task<Answer<RecordAsOf>?> RecordAsOf(MemberId id, DateOnly on, Caller caller, CancellationToken ct)
    {
        if (await SeesHistory(id, caller, ct).ConfigureAwait(false) is not { } view) return null;
        await Look(id, AuditParts.History | AuditParts.Identity | AuditParts.Credits, caller, ct).ConfigureAwait(false);
        if (MaySeeHours(id, caller)) await Look(id, AuditParts.Hours, caller, ct).ConfigureAwait(false);
        var query = new RecordAsOfQuery(view.Id, on, [.. benefits.All.Where(b => Open(b, id, caller)).Select(b => b.Name)]);
        return await Ask(Records, (query, caller), static (g, w, t) => g.ReadAsOf(w.query, w.caller, t), ct).ConfigureAwait(false);
    }

    /// <summary>The record with the dates it holds from; null when there is no such person for this caller.</summary>
    public async Task<MemberRecord?> Record(MemberId id, Caller caller, CancellationToken ct)
    {
        if (await SeesHistory(id, caller, ct).ConfigureAwait(false) is not { } view) return null;
        await Look(id, AuditParts.Identity, caller, ct).ConfigureAwait(false);
        return await Ask(Member(view.Id), caller, static (g, c, t) => g.Record(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>What a benefit's figure of a date is made of; null when there is no such person for this caller, or no such benefit.</summary>
    public async Task<Counted?> WhatCounts(MemberId id, string benefit, DateOnly on, Caller caller, CancellationToken ct)
    {
        if (benefits.All.FirstOrDefault(b => b.Name == benefit) is not { } found || !await Opens(id, AuditParts.Benefits, caller, ct).ConfigureAwait(false)) return null;
        if (found.Needs is { } needs) Require(caller, needs(id), "see a benefit");
        return await Ask(found.Of(actors, await Lead(id, ct).ConfigureAwait(false)), (on, caller), static (g, w, t) => g.WhatCounts(w.on, w.caller, t), ct).ConfigureAwait(false);
    }

    /// <summary>True when the caller may correct entries of this person, as far as she is seen at all.</summary>
    public bool MayCorrect(MemberView member, Caller caller) => Scopes.Allows(caller, new Target.CorrectCredit(member.Id, member.Membership));

    /// <summary>True when the caller may correct this person's identity and membership.</summary>
    public bool MayCorrectMember(MemberView member, Caller caller) => Scopes.Allows(caller, new Target.CorrectMember(member.Id, member.Membership));

    /// <summary>Corrects an entry. Null when there is no such person for this caller.</summary>
    public async Task<Answer<CreditEntry>?> CorrectCredit(MemberId id, CorrectCredit command, CancellationToken ct)
    {
        if (!await Corrects(id, command.Caller, ct).ConfigureAwait(false)) return null;
        return await Ask(Credits(id), command, static (g, c, t) => g.Correct(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>What a correction of an entry would change. Null when there is no such person for this caller.</summary>
    public async Task<CorrectionTrial?> TryCorrection(MemberId id, CorrectCredit command, CancellationToken ct)
    {
        if (!await Corrects(id, command.Caller, ct).ConfigureAwait(false)) return null;
        await Look(id, AuditParts.Credits, command.Caller, ct).ConfigureAwait(false);
        return await Ask(Credits(id), command, static (g, c, t) => g.TryCorrection(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>
    /// Corrects what was recorded of the membership, which the caller must be allowed to touch before and after. The answer has no value when the caller may
    /// not see the person any more. Null when there is no such person for this caller.
    /// </summary>
    public async Task<Answer<MemberView>?> CorrectMembership(MemberId id, CorrectMembership command, CancellationToken ct)
    {
        if (!await CorrectsMembership(id, command, ct).ConfigureAwait(false)) return null;
        var answer = await Ask(Member(id), command, static (g, c, t) => g.CorrectMembership(c, t), ct).ConfigureAwait(false);
        return answer.Value is null || MaySee(command.Caller, answer.Value) ? answer : answer with { Value = null };
    }

    /// <summary>What a correction of the membership would change. Null when there is no such person for this caller.</summary>
    public async Task<MembershipTrial?> TryMembership(MemberId id, CorrectMembership command, CancellationToken ct)
    {
        if (!await CorrectsMembership(id, command, ct).ConfigureAwait(false)) return null;
        await Look(id, AuditParts.Identity, command.Caller, ct).ConfigureAwait(false);
        return await Ask(Member(id), command, static (g, c, t) => g.TryMembership(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>Corrects what was recorded of the identity. Null when there is no such person for this caller.</summary>
    public async Task<Answer<MemberView>?> CorrectIdentity(MemberId id, CorrectIdentity command, CancellationToken ct)
    {
        if (await Visible(id, command.Caller, ct).ConfigureAwait(false) is not { } before) return null;
        Require(command.Caller, new Target.CorrectMember(id, before.Membership), "correct an identity");
        return await Ask(Member(id), command, static (g, c, t) => g.CorrectIdentity(c, t), ct).ConfigureAwait(false);
    }

    async Task<bool> CorrectsMembership(MemberId id, CorrectMembership command, CancellationToken ct)
    {
        if (await Visible(id, command.Caller, ct).ConfigureAwait(false) is not { } before) return false;
        Require(command.Caller, new Target.CorrectMember(id, before.Membership), "correct a membership");
        if (!MembershipReach.Leaves(before.Membership, command.Membership)) Require(command.Caller, new Target.CorrectMember(id, command.Membership), "correct a membership");
        return true;
    }

    async Task<bool> Corrects(MemberId id, Caller caller, CancellationToken ct)
    {
        if (await Seen(id, caller, ct).ConfigureAwait(false) is not { } membership) return false;
        if (!SeesAll(caller)) Require(caller, new Target.CorrectCredit(id, membership), "correct credit");
        return true;
    }

    /// <summary>A person the caller may see, and whose past she may then see too or is told not; a merged number leads to the person's record. Null when there is no such person for her.</summary>
    async Task<MemberView?> SeesHistory(MemberId id, Caller caller, CancellationToken ct)
    {
        if (await Visible(id, caller, ct).ConfigureAwait(false) is not { } view) return null;
        Require(caller, new Target.SeeHistory(id, view.Membership), "see a history");
        return view;
    }

    static Target Part(string chapter, MemberId id, Membership of) => chapter switch
    {
        RecordChapters.WorkHours => new Target.SeeHours(id, []),
        RecordChapters.Dues => new Target.SeeDues(id, of),
        _ => new Target.SeeEnrolmentsOf(id, of),
    };

    /// <summary>What of a record the audit says was opened.</summary>
    static AuditParts Parts(IReadOnlyList<string> chapters) => chapters.Aggregate(AuditParts.None, (parts, chapter) => parts | chapter switch
    {
        RecordChapters.Member => AuditParts.Identity,
        RecordChapters.Credits => AuditParts.Credits,
        RecordChapters.Enrolments => AuditParts.Enrolments,
        RecordChapters.Certificates => AuditParts.Certificates,
        RecordChapters.WorkHours => AuditParts.Hours,
        RecordChapters.Dues => AuditParts.Dues,
        _ => AuditParts.None,
    });

    IRecordGrain Records => actors.Grain<IRecordGrain>(0);
}
