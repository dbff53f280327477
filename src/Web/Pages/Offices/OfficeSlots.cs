using JmaActors.Members;
using JmaActors.Offices;
using JmaActors.Web.Access;
using JmaActors.Works;

namespace JmaActors.Pages.Offices;

/// <summary>One benefit's part of an office's home, on the three questions: may I, where do we stand, what next.</summary>
/// <param name="Name">Stable; the heading is the text <c>Office.{Name}</c>.</param>
/// <param name="MayI">What one must be allowed to see for the part to be there.</param>
/// <param name="Stand">A component that shows where the office's people and things stand, an <see cref="OfficePart{T}"/> or of the same parameters; null when there is only work.</param>
/// <param name="Next">Work that can wait.</param>
public sealed record OfficeSlot(string Name, Func<AssociationId, Target> MayI, Type? Stand, IReadOnlyList<OfficeTask> Next)
{
    /// <summary>Takes the whole width.</summary>
    public bool Wide { get; init; }
}

/// <summary>A kind of work, counted by <see cref="IOfficeBoardGrain"/>.</summary>
/// <param name="Name">As <see cref="OfficeWorkNames"/>; its words are the texts <c>Office.{Name}</c> and <c>Office.{Name}.Text</c>.</param>
/// <param name="List">The address of the list that holds exactly what is counted.</param>
/// <param name="See">Who may see that list.</param>
/// <param name="Do">Who does the work.</param>
/// <param name="Duty">By whose duty it is, in words for those who only see it.</param>
/// <param name="Unit">What is counted: the text <c>Office.Unit.{Unit}</c>.</param>
public sealed record OfficeTask(
    string Name, Func<AssociationId, string> List, Func<AssociationId, Target> See, Func<AssociationId, Target> Do, OfficeDuties Duty, string Unit = "Cases");

/// <summary>Every benefit's part, in the order offices see them. A benefit that gives offices work adds a slot here, and its count to the silo.</summary>
public static class OfficeSlots
{
    public static readonly IReadOnlyList<OfficeSlot> All =
    [
        new("Programs", static office => new Target.SeeDraft(office, []), typeof(ProgramsPart),
        [
            new(OfficeWorkNames.Approvals, static _ => "/approvals", static office => new Target.SeeApprovals(Approving(office)), static office => new Target.ApproveProgram(office), OfficeDuties.Approver),
            new(OfficeWorkNames.Rolls, static office => Listed(office, "closed"), static office => new Target.SeeDraft(office, []), static office => new Target.DecideOnRoll(office), OfficeDuties.Approver),
            new(OfficeWorkNames.Returned, static office => Listed(office, "returned"), static office => new Target.SeeDraft(office, []), static office => new Target.SteerProgram(office), OfficeDuties.Clerk),
            new(OfficeWorkNames.Ready, static office => Listed(office, "approved"), static office => new Target.SeeDraft(office, []), static office => new Target.SteerProgram(office), OfficeDuties.Clerk),
        ]),
        new("Applying", static office => new Target.SeeApplication(null, [office]), typeof(ApplicationsPart),
        [
            new(OfficeWorkNames.Applications, static _ => "/applications", static office => new Target.SeeApplication(null, [office]), static office => new Target.DecideApplication(office), OfficeDuties.Approver),
        ]),
        new("Members", static office => new Target.SeeAssociation(office), typeof(MembersPart),
        [
            new(OfficeWorkNames.Duplicates, static _ => "/duplicates", static _ => new Target.SeeDuplicates(), static office => new Target.DecidePair(default, Own(office), null, true), OfficeDuties.Approver, "Pairs"),
        ]) { Wide = true },
        new("Dues", static office => new Target.SeeDuesBoard(office), typeof(DuesPart),
        [
            new(OfficeWorkNames.BankLines, static office => $"/bank/{office}", static office => new Target.SeeBank(office), static office => new Target.KeepBank(office), OfficeDuties.Treasurer),
        ]) { Wide = true },
        new("Credits", static _ => new Target.SearchMembers(), typeof(CreditsPart),
        [
            new(OfficeWorkNames.Reports, static _ => "/members?reports=waiting", static _ => new Target.SearchMembers(), static office => new Target.SettleCredit(default, Own(office)), OfficeDuties.Approver, "People"),
        ]),
        new("Disputes", static office => new Target.SeeDispute(null, office), null,
        [
            new(OfficeWorkNames.Disputes, static _ => "/disputes", static office => new Target.SeeDispute(null, office), static office => new Target.AnswerDispute(office), OfficeDuties.Clerk),
        ]),
        new("Evaluations", static _ => new Target.SeeEvaluations(null), null,
        [
            new(OfficeWorkNames.Evaluations, static office => $"/evaluations?waits={(office.Layer == AssociationLayer.National ? "centre" : "prefecture")}", static _ => new Target.SeeEvaluations(null),
                static office => office.Layer == AssociationLayer.National ? new Target.DecideEvaluation(default) : new Target.DesignateEvaluation(default, office), OfficeDuties.Approver),
        ]),
        new("Works", static _ => new Target.WorkOnMembers(WorkKind.Export), typeof(WorksPart), []),
    ];

    /// <summary>Local associations approve nothing: nothing can wait there.</summary>
    static AssociationId Approving(AssociationId office) => office.Layer == AssociationLayer.Local ? default : office;

    static string Listed(AssociationId office, string stage) => $"/programs?view=list&host={office}&stage={stage}";

    /// <summary>The membership of somebody who belongs to this very association: whoever does something for its members does it for her.</summary>
    static Membership Own(AssociationId office) => new(
        office.Layer switch
        {
            AssociationLayer.National => null,
            AssociationLayer.Prefecture => new AssociationId($"{office.Code}-001"),
            _ => office,
        },
        MembershipLayers.All, null);
}
