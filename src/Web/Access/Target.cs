using JmaActors.Members;
using JmaActors.Merges;
using JmaActors.Training;

namespace JmaActors.Web.Access;

/// <summary>What somebody wants to see or do, with all that the decision needs. Closed: <see cref="Scopes"/> answers for every one.</summary>
public abstract partial record Target
{
    Target() { }

    /// <summary>See a person's record, credits, standing or history.</summary>
    public sealed record SeeMember(MemberId Id, Membership Membership) : Target;

    /// <summary>Register a person, or change identity or membership. Asked for the state before and the state after.</summary>
    public sealed record ChangeMember(MemberId? Id, Membership Membership) : Target;

    /// <summary>Have a person's pass shown, which opens doors in that person's name.</summary>
    public sealed record ShowPass(MemberId Id) : Target;

    /// <summary>Take a person's passes back.</summary>
    public sealed record RevokePasses(MemberId Id, Membership Membership) : Target;

    /// <summary>Record credit; <paramref name="Post"/> when it should count at once.</summary>
    public sealed record ReportCredit(MemberId Id, Membership Membership, bool Post) : Target;

    /// <summary>Post or void an entry.</summary>
    public sealed record SettleCredit(MemberId Id, Membership Membership) : Target;

    /// <summary>Put another entry in the place of a wrong one.</summary>
    public sealed record CorrectCredit(MemberId Id, Membership Membership) : Target;

    /// <summary>Correct what was recorded of identity or membership. Asked for the state before and the state after.</summary>
    public sealed record CorrectMember(MemberId Id, Membership Membership) : Target;

    /// <summary>See what happened to a person's record, by whom, and what it was on a past date.</summary>
    public sealed record SeeHistory(MemberId Id, Membership Membership) : Target;

    /// <summary>Search for people. What is found is narrowed to the caller's scope by the directory.</summary>
    public sealed record SearchMembers : Target;

    /// <summary>Begin long work over whom a search finds: an export, or something done to each. Whom it takes in is narrowed to the caller's scope by the directory.</summary>
    public sealed record WorkOnMembers(JmaActors.Works.WorkKind Kind) : Target;

    /// <summary>See long work, fetch what it put together, stop it. The work itself knows whose it is.</summary>
    public sealed record SeeWork(string Id) : Target;

    /// <summary>An association's name and address, and the list of programs: what everybody with a function may read.</summary>
    public sealed record SeePublic : Target;

    /// <summary>Figures and board of an association.</summary>
    public sealed record SeeAssociation(AssociationId Association) : Target;

    /// <summary>What waits in an association's office: figures that name nobody.</summary>
    public sealed record SeeOffice(AssociationId Office) : Target;

    /// <summary>Count an association again.</summary>
    public sealed record RecountAssociation(AssociationId Association) : Target;

    /// <summary>Write, apply for, publish and open a program, set its terms of sign-up, see to its door and close it.</summary>
    public sealed record SteerProgram(AssociationId Host) : Target;

    /// <summary>Decide about somebody's attendance, and confirm a roll, which posts credits.</summary>
    public sealed record DecideOnRoll(AssociationId Host) : Target;

    /// <summary>Record course fees, refunds and what was a mistake among them.</summary>
    public sealed record TakeMoney(AssociationId Host) : Target;

    /// <summary>What waits for an association's word.</summary>
    public sealed record SeeApprovals(AssociationId Approver) : Target;

    /// <summary>A program that is not published: its host's, and that of whoever was asked to approve it.</summary>
    public sealed record SeeDraft(AssociationId Host, IReadOnlyList<AssociationId> Approvers) : Target;

    /// <summary>Decide on a program's units, by the association whose word it is.</summary>
    public sealed record ApproveProgram(AssociationId Approver) : Target;

    /// <summary>Board and figures of a session. They name nobody.</summary>
    public sealed record SeeSession(SessionId Session, AssociationId Host) : Target;

    /// <summary>Roll and taps of a session, which say who was there.</summary>
    public sealed record SeeRoll(SessionId Session, AssociationId Host) : Target;

    /// <summary>Find somebody who stands at a session's door without a card.</summary>
    public sealed record FindAtDoor(SessionId Session, AssociationId Host, SessionStatus Status) : Target;

    /// <summary>Add somebody who stands at the door to a program's sign-up, found by a number shown.</summary>
    public sealed record AddAtDoor(SessionId Session, AssociationId Host, SessionStatus Status) : Target;

    /// <summary>Take somebody down at a session's door who is not on record; it tells whose a registry number is.</summary>
    public sealed record TakeDown(SessionId Session, AssociationId Host, SessionStatus Status) : Target;

    /// <summary>Sign somebody up for a program, or cancel: oneself, or anybody when one is its host.</summary>
    /// <param name="Of">Membership of the person, where a clerk acts for her; null where it does not matter.</param>
    public sealed record Enrol(MemberId Id, AssociationId Host, Membership? Of = null) : Target;

    /// <summary>See somebody's place at a program: one's own, or anybody's when one is its host.</summary>
    /// <param name="Of">Membership of the person, where a clerk acts for her; null where it does not matter.</param>
    public sealed record SeePlace(MemberId Id, AssociationId Host, Membership? Of = null) : Target;

    /// <summary>All sign-ups of a person, wherever.</summary>
    /// <param name="Of">Membership of the person, where a clerk acts for her; null where it does not matter.</param>
    public sealed record SeeEnrolmentsOf(MemberId Id, Membership? Of = null) : Target;

    /// <summary>Act for a person who cannot use the system (代行).</summary>
    public sealed record ActFor(MemberId Id, Membership Membership) : Target;

    /// <summary>Who may see a person, and who has: the person's own question.</summary>
    public sealed record SeeWhoSaw(MemberId Id, Membership Membership) : Target;

    /// <summary>The audit of an association's functions: who of them saw and did what.</summary>
    public sealed record SeeAudit(AssociationId Office) : Target;

    /// <summary>The audit of one person: who saw and changed the record.</summary>
    public sealed record SeeAuditOf(MemberId Id, Membership Membership) : Target;

    /// <summary>The audit of everybody, and of those whose function is of no association.</summary>
    public sealed record SeeWholeAudit : Target;

    /// <summary>A program's attendees by name, and its money.</summary>
    public sealed record SeeAttendees(AssociationId Host) : Target;

    /// <summary>Hand in taps.</summary>
    public sealed record TapAt(SessionId Session, AssociationId Host) : Target;

    /// <summary>Look up whether a certificate holds: whoever has the paper may.</summary>
    public sealed record VerifyCertificate : Target;

    /// <summary>A certificate as recorded, and why it was withdrawn. <paramref name="Host"/> of the program; null when it is of no program.</summary>
    public sealed record SeeCertificate(Membership Membership, AssociationId? Host) : Target;

    /// <summary>Withdraw a certificate, or let it be issued again. <paramref name="Host"/> of the program; null when it is of no program.</summary>
    public sealed record RevokeCertificate(Membership Membership, AssociationId? Host) : Target;

    /// <summary>Import a roster. Whom each row may be about is narrowed to the caller's scope where it is imported.</summary>
    /// <param name="Owner">The association whose office's import it is; null when it is of none.</param>
    public sealed record Import(AssociationId? Owner) : Target;

    /// <summary>Import past credits; <paramref name="Post"/> when they should count at once.</summary>
    /// <inheritdoc cref="Import" path="/param" />
    public sealed record ImportCredits(AssociationId? Owner, bool Post) : Target;

    /// <summary>See how an import goes on, and which rows failed.</summary>
    /// <param name="Owner">The association whose office's import it is; null when it is of none.</param>
    /// <param name="Workplace">The workplace whose it is; null when it is none's.</param>
    public sealed record SeeImport(AssociationId? Owner, WorkplaceId? Workplace = null) : Target;

    /// <summary>Say that something recorded of a person is wrong, and take that back: the person herself.</summary>
    public sealed record OpenDispute(MemberId Id, Membership Membership) : Target;

    /// <summary>See a case: the person herself and the association that answers. <paramref name="Id"/> is null for the association's list.</summary>
    /// <param name="Of">Membership of the person, where a clerk acts for her; null where it does not matter.</param>
    public sealed record SeeDispute(MemberId? Id, AssociationId Office, Membership? Of = null) : Target;

    /// <summary>Answer a case for the association it is put to.</summary>
    public sealed record AnswerDispute(AssociationId Office) : Target;

    /// <summary>Decide a case for the association it is put to.</summary>
    public sealed record DecideDispute(AssociationId Office) : Target;

    /// <summary>Ask that a person be erased, stop it, and do it: the association the person belongs to or, when she has left, belonged to last.</summary>
    /// <param name="Last">The local association the person belongs or belonged to; null for somebody who never belonged to one.</param>
    public sealed record EraseMember(MemberId Id, Membership Membership, AssociationId? Last) : Target;

    /// <summary>The inbox of records that may be one person's. What is in it is narrowed to the caller's scope.</summary>
    public sealed record SeeDuplicates : Target;

    /// <summary>Two records that may be one person's: who sees both, or one while the other belongs to no association and the pair was found by likeness.</summary>
    /// <param name="Other">Null once they are merged: then the one record that is left decides.</param>
    /// <param name="Proposed">The pair was proposed: who belongs to no association is shown to an office only as somebody a member of its may be.</param>
    public sealed record SeePair(MergePair Pair, Membership One, Membership? Other, bool Proposed) : Target;

    /// <summary>Decide whether two records are one person's, and undo that.</summary>
    /// <inheritdoc cref="SeePair" path="/param" />
    public sealed record DecidePair(MergePair Pair, Membership One, Membership? Other, bool Proposed) : Target;

    /// <summary>Operations board, parked parcels, chains and seals.</summary>
    public sealed record Operations : Target;
}
