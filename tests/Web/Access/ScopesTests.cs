using JmaActors.Alerts;
using JmaActors.Members;
using JmaActors.Rosters;
using JmaActors.Training;
using JmaActors.Web.Access;

namespace JmaActors.Tests.Web.Access;

/// <summary>Who may see and do what, row by row.</summary>
public sealed class ScopesTests
{
    static readonly MemberId Self = new(1_000_000_001);
    static readonly AssociationId Local = AssociationId.Local(26, 3);
    static readonly SessionId Sitting = new("P26-20261123-7KQ2.1");

    [Theory]
    [InlineData("operator", MembershipLayers.None, true)]
    [InlineData("office:JMA", MembershipLayers.All, true)]
    [InlineData("office:JMA", MembershipLayers.Local | MembershipLayers.Prefecture, false)]
    [InlineData("office:JMA", MembershipLayers.Local, false)]
    [InlineData("office:26", MembershipLayers.All, true)]
    [InlineData("office:26", MembershipLayers.Local | MembershipLayers.Prefecture, true)]
    [InlineData("office:26", MembershipLayers.Local, false)]
    [InlineData("office:27", MembershipLayers.All, false)]
    [InlineData("office:26-003", MembershipLayers.Local, true)]
    [InlineData("office:26-004", MembershipLayers.All, false)]
    [InlineData("member:1000000001", MembershipLayers.None, true)]
    [InlineData("member:1000000002", MembershipLayers.All, false)]
    [InlineData("host:26-003", MembershipLayers.All, false)]
    [InlineData("door:P26-20261123-7KQ2.1", MembershipLayers.All, false)]
    public void A_person_is_seen_by_the_layers_the_person_belongs_to(string eyes, MembershipLayers layers, bool seen) =>
        Assert.Equal(seen, Scopes.Allows(Of(eyes), new Target.SeeMember(Self, new Membership(Local, layers, null))));

    [Theory]
    [InlineData("operator", true, true, true)]
    [InlineData("office:JMA", true, false, false)]
    [InlineData("office:26", true, false, false)]
    [InlineData("office:26-003", true, true, true)]
    [InlineData("auditor:26-003", true, true, false)]
    [InlineData("office:26-004", false, false, false)]
    [InlineData("office:27", false, false, false)]
    [InlineData("host:26-003", false, false, false)]
    [InlineData("member:1000000001", false, false, false)]
    public void Figures_of_dues_are_seen_from_above_and_who_owes_what_by_the_own_association_alone(string eyes, bool board, bool people, bool run)
    {
        Assert.Equal(board, Scopes.Allows(Of(eyes), new Target.SeeDuesBoard(Local)));
        Assert.Equal(people, Scopes.Allows(Of(eyes), new Target.ListDues(Local)));
        Assert.Equal(run, Scopes.Allows(Of(eyes), new Target.RunDues(Local)));
    }

    [Theory]
    [InlineData("operator", true, true, true)]
    [InlineData("office:26", true, true, true)]
    [InlineData("office:27", false, false, false)]
    [InlineData("member:1000000001", false, true, false)]
    [InlineData("member:1000000002", false, false, false)]
    [InlineData("host:26", false, false, false)]
    public void Offices_change_and_settle_and_a_member_reports_own_pending_credit_only(string eyes, bool posts, bool reports, bool changes)
    {
        var membership = new Membership(Local, MembershipLayers.All, MemberCategory.A1);

        Assert.Equal(posts, Scopes.Allows(Of(eyes), new Target.ReportCredit(Self, membership, Post: true)));
        Assert.Equal(reports, Scopes.Allows(Of(eyes), new Target.ReportCredit(Self, membership, Post: false)));
        Assert.Equal(changes, Scopes.Allows(Of(eyes), new Target.SettleCredit(Self, membership)));
        Assert.Equal(changes, Scopes.Allows(Of(eyes), new Target.ChangeMember(Self, membership)));
    }

    [Theory]
    [InlineData("operator", true, true)]
    [InlineData("office:JMA", true, true)]
    [InlineData("office:26", true, true)]
    [InlineData("office:26-003", true, true)]
    [InlineData("host:26-003", false, false)]
    [InlineData("member:1000000001", false, false)]
    [InlineData("door:P26-20261123-7KQ2.1", false, false)]
    public void Every_layer_exports_and_its_clerks_do_something_to_many_at_once(string eyes, bool exports, bool acts)
    {
        Assert.Equal(exports, Scopes.Allows(Of(eyes), new Target.WorkOnMembers(JmaActors.Works.WorkKind.Export)));
        Assert.Equal(acts, Scopes.Allows(Of(eyes), new Target.WorkOnMembers(JmaActors.Works.WorkKind.RevokePasses)));
        Assert.False(Scopes.Allows(Of(eyes) with { Duties = OfficeDuties.Treasurer, Role = CallerRole.Office, Scope = "26-003" }, new Target.WorkOnMembers(JmaActors.Works.WorkKind.Transcripts)));
    }

    [Theory]
    [InlineData("operator", "JMA", true)]
    [InlineData("office:JMA", "26-003", true)]
    [InlineData("office:26", "26", true)]
    [InlineData("office:26", "26-003", true)]
    [InlineData("office:26", "JMA", false)]
    [InlineData("office:26", "27-001", false)]
    [InlineData("office:26-003", "26-003", true)]
    [InlineData("office:26-003", "26", false)]
    [InlineData("office:26-003", "26-004", false)]
    [InlineData("host:26", "26", false)]
    [InlineData("member:1000000001", "26-003", false)]
    public void Boards_are_seen_for_the_own_layer_and_those_below(string eyes, string association, bool seen) =>
        Assert.Equal(seen, Scopes.Allows(Of(eyes), new Target.SeeAssociation(new AssociationId(association))));

    [Theory]
    [InlineData("operator", "26-003", true)]
    [InlineData("office:26-003", "26-003", true)]
    [InlineData("office:26-003:treasurer", "26-003", true)]
    [InlineData("auditor:26-003", "26-003", true)]
    [InlineData("office:JMA", "26-003", false)]
    [InlineData("office:26", "26-003", false)]
    [InlineData("office:26-003", "26", false)]
    [InlineData("office:26-004", "26-003", false)]
    [InlineData("host:26-003", "26-003", false)]
    [InlineData("member:1000000001", "26-003", false)]
    [InlineData("office:26-003:clerk@1000000001", "26-003", false)]
    public void What_waits_in_an_office_is_its_own_business(string eyes, string office, bool seen) =>
        Assert.Equal(seen, Scopes.Allows(Of(eyes), new Target.SeeOffice(new AssociationId(office))));

    [Theory]
    [InlineData("operator", "JMA", true)]
    [InlineData("office:JMA", "JMA", true)]
    [InlineData("office:JMA", "26", true)]
    [InlineData("auditor:JMA", "26", true)]
    [InlineData("surveyor:JMA", "26", true)]
    [InlineData("office:26:treasurer", "26", true)]
    [InlineData("office:26", "JMA", false)]
    [InlineData("office:26", "27", false)]
    [InlineData("office:26-003", "26", false)]
    [InlineData("office:26:clerk@1000000001", "26", false)]
    [InlineData("host:26", "26", false)]
    [InlineData("workplace:W26-001", "26", false)]
    [InlineData("interviewer:W26-001", "26", false)]
    [InlineData("member:1000000001", "26", false)]
    public void How_institutions_of_a_region_keep_to_the_limits_is_seen_by_its_office_and_above(string eyes, string region, bool seen) =>
        Assert.Equal(seen, Scopes.Allows(Of(eyes), new Target.SeeRegionHours(new AssociationId(region))));

    [Theory]
    [InlineData("operator", true, true, true, true)]
    [InlineData("office:JMA", true, false, false, false)]
    [InlineData("office:26", true, true, true, true)]
    [InlineData("office:26-003", false, false, false, false)]
    [InlineData("host:26", true, true, true, true)]
    [InlineData("host:27", false, false, false, false)]
    [InlineData("door:P26-20261123-7KQ2.1", true, false, false, true)]
    [InlineData("door:P26-20261123-7KQ2.2", false, false, false, false)]
    [InlineData("member:1000000001", false, false, false, false)]
    public void A_session_is_steered_by_its_host_and_tapped_at_its_door(string eyes, bool sees, bool roll, bool steers, bool taps)
    {
        var host = AssociationId.Prefecture(26);

        Assert.Equal(sees, Scopes.Allows(Of(eyes), new Target.SeeSession(Sitting, host)));
        Assert.Equal(roll, Scopes.Allows(Of(eyes), new Target.SeeRoll(Sitting, host)));
        Assert.Equal(steers, Scopes.Allows(Of(eyes), new Target.SteerProgram(host)));
        Assert.Equal(taps, Scopes.Allows(Of(eyes), new Target.TapAt(Sitting, host)));
    }

    [Theory]
    [InlineData("operator", true)]
    [InlineData("office:JMA", false)]
    [InlineData("office:26", false)]
    [InlineData("member:1000000001", false)]
    [InlineData("host:26", false)]
    [InlineData("door:P26-20261123-7KQ2.1", false)]
    public void Operations_and_imports_of_no_association_are_for_operators(string eyes, bool allowed)
    {
        Assert.Equal(allowed, Scopes.Allows(Of(eyes), new Target.Operations()));
        Assert.Equal(allowed, Scopes.Allows(Of(eyes), new Target.Import(null)));
        Assert.Equal(allowed, Scopes.Allows(Of(eyes), new Target.ImportCredits(null, false)));
        Assert.Equal(allowed, Scopes.Allows(Of(eyes), new Target.SeeImport(null)));
    }

    [Theory]
    [InlineData("operator", true, true, true, true)]
    [InlineData("office:26:clerk", true, true, false, true)]
    [InlineData("office:26:approver", false, false, true, true)]
    [InlineData("office:26:treasurer", false, false, false, true)]
    [InlineData("office:JMA", false, false, false, false)]
    [InlineData("office:26-001", false, false, false, false)]
    [InlineData("office:27", false, false, false, false)]
    [InlineData("auditor:26", false, false, false, true)]
    [InlineData("host:26", false, false, false, false)]
    [InlineData("member:1000000001", false, false, false, false)]
    public void An_office_imports_what_is_its_own_each_by_whose_duty_it_is(string eyes, bool roster, bool pending, bool posted, bool sees)
    {
        var own = AssociationId.Prefecture(26);

        Assert.Equal(roster, Scopes.Allows(Of(eyes), new Target.Import(own)));
        Assert.Equal(pending, Scopes.Allows(Of(eyes), new Target.ImportCredits(own, false)));
        Assert.Equal(posted, Scopes.Allows(Of(eyes), new Target.ImportCredits(own, true)));
        Assert.Equal(sees, Scopes.Allows(Of(eyes), new Target.SeeImport(own)));
    }

    [Fact]
    public void A_caller_whose_scope_cannot_be_read_sees_nothing() =>
        Assert.All(
            Enum.GetValues<CallerRole>().Except([CallerRole.System, CallerRole.Operator]),
            role => Assert.False(Scopes.Allows(new Caller("x", role, "*"), new Target.SeeAssociation(AssociationId.Jma))));

    [Theory]
    [InlineData("operator", true, true)]
    [InlineData("office:26", true, true)]
    [InlineData("office:26-003", true, false)]
    [InlineData("host:26-003", true, false)]
    [InlineData("host:26", false, false)]
    [InlineData("office:JMA", false, false)]
    [InlineData("office:27", false, false)]
    [InlineData("member:1000000001", false, false)]
    public void A_draft_is_its_hosts_and_its_approvers_and_the_word_is_the_approvers_alone(string eyes, bool sees, bool approves)
    {
        Assert.Equal(sees, Scopes.Allows(Of(eyes), new Target.SeeDraft(Local, [AssociationId.Prefecture(26)])));
        Assert.Equal(approves, Scopes.Allows(Of(eyes), new Target.ApproveProgram(AssociationId.Prefecture(26))));
    }

    [Theory]
    [InlineData("office:26", true, true, true)]
    [InlineData("office:26:clerk", true, false, false)]
    [InlineData("office:26:approver", false, true, false)]
    [InlineData("office:26:treasurer", false, false, true)]
    [InlineData("auditor:26", false, false, false)]
    [InlineData("office:27:clerk+approver+treasurer", false, false, false)]
    public void What_an_office_does_depends_on_the_duty_and_what_it_reads_does_not(string eyes, bool keeps, bool decides, bool money)
    {
        var (host, membership, caller) = (AssociationId.Prefecture(26), new Membership(Local, MembershipLayers.All, MemberCategory.A1), Of(eyes));
        Target[] clerk =
        [
            new Target.ChangeMember(Self, membership), new Target.RevokePasses(Self, membership), new Target.ReportCredit(Self, membership, false), new Target.ActFor(Self, membership),
            new Target.SteerProgram(host), new Target.Enrol(Self, host), new Target.TapAt(Sitting, host),
            new Target.FindAtDoor(Sitting, host, SessionStatus.Open), new Target.TakeDown(Sitting, host, SessionStatus.Open),
            new Target.AddAtDoor(Sitting, host, SessionStatus.Open),
        ];
        Target[] approver =
        [
            new Target.ReportCredit(Self, membership, true), new Target.SettleCredit(Self, membership), new Target.ApproveProgram(host), new Target.DecideOnRoll(host),
            new Target.RevokeCertificate(membership, host),
        ];
        Target[] read =
        [
            new Target.SeeMember(Self, membership), new Target.SeeAssociation(host), new Target.SeeSession(Sitting, host), new Target.SeeDraft(host, []), new Target.SeeApprovals(host),
            new Target.SeeRoll(Sitting, host), new Target.SeePlace(Self, host), new Target.SeeAttendees(host), new Target.SeeCertificate(membership, host),
        ];

        Assert.All(clerk, t => Assert.Equal((t, keeps), (t, Scopes.Allows(caller, t))));
        Assert.All(approver, t => Assert.Equal((t, decides), (t, Scopes.Allows(caller, t))));
        Assert.Equal(money, Scopes.Allows(caller, new Target.TakeMoney(host)));
        Assert.All(read, t => Assert.Equal((t, caller.Scope == "26"), (t, Scopes.Allows(caller, t))));
    }

    [Theory]
    [InlineData("office:26-003:clerk@1000000001", true)]
    [InlineData("office:26-003:approver@1000000001", false)]
    [InlineData("office:26-004:clerk@1000000001", false)]
    [InlineData("office:26-003:clerk@1000000002", false)]
    public void Who_acts_for_a_member_may_what_she_may_and_the_office_sees(string eyes, bool may)
    {
        var (host, membership, caller) = (AssociationId.Prefecture(27), new Membership(Local, MembershipLayers.Local, MemberCategory.A1), Of(eyes));
        Target[] hers =
        [
            new Target.SeeMember(Self, membership), new Target.ReportCredit(Self, membership, false), new Target.RevokePasses(Self, membership), new Target.Enrol(Self, host, membership),
            new Target.SeePlace(Self, host, membership), new Target.SeeEnrolmentsOf(Self, membership), new Target.SeeWhoSaw(Self, membership),
        ];
        Target[] nobodys =
        [
            new Target.ShowPass(Self), new Target.ChangeMember(Self, membership), new Target.ReportCredit(Self, membership, true), new Target.Enrol(Self, Local), new Target.SearchMembers(),
            new Target.SteerProgram(Local), new Target.SeeRoll(Sitting, Local), new Target.SeeAssociation(Local), new Target.SeeAudit(Local),
        ];

        Assert.All(hers, t => Assert.Equal((t, may), (t, Scopes.Allows(caller, t))));
        Assert.All(nobodys, t => Assert.False(Scopes.Allows(caller, t), t.ToString()));
    }

    [Theory]
    [InlineData("member:1000000001", true, true, true, false, false)]
    [InlineData("member:1000000002", false, false, false, false, false)]
    [InlineData("workplace:W1", true, true, false, true, true)]
    [InlineData("workplace:W2", false, false, false, false, false)]
    [InlineData("interviewer:W1", true, false, false, true, false)]
    [InlineData("interviewer:W2", false, false, false, false, false)]
    [InlineData("office:26", false, false, false, false, false)]
    [InlineData("office:JMA", false, false, false, false, false)]
    [InlineData("auditor:26", false, false, false, false, false)]
    [InlineData("office:26-003:clerk@1000000001", false, false, false, false, false)]
    [InlineData("operator", true, true, true, true, true)]
    public void Working_hours_are_the_physicians_and_of_the_workplace_that_employs_her(string eyes, bool sees, bool records, bool reports, bool place, bool steers)
    {
        var (one, other, caller) = (new WorkplaceId("W1"), new WorkplaceId("W3"), Of(eyes));

        Assert.Equal(sees, Scopes.Allows(caller, new Target.SeeHours(Self, [other, one])));
        Assert.Equal(records, Scopes.Allows(caller, new Target.RecordHours(Self, one, true)));
        Assert.Equal(reports, Scopes.Allows(caller, new Target.ReportEmployment(Self)));
        Assert.Equal(place, Scopes.Allows(caller, new Target.SeeWorkplace(one)));
        Assert.Equal(steers, Scopes.Allows(caller, new Target.SteerWorkplace(one)));
        Assert.Equal(eyes == "operator", Scopes.Allows(caller, new Target.DesignateWorkplace(one)));
        // Whom it does not employ, and what is of elsewhere, is not the workplace's.
        Assert.Equal(sees && caller.Role is (CallerRole.Member or CallerRole.Operator), Scopes.Allows(caller, new Target.SeeHours(Self, [])));
        Assert.Equal(records && caller.Role is (CallerRole.Member or CallerRole.Operator), Scopes.Allows(caller, new Target.RecordHours(Self, one, false)) || Scopes.Allows(caller, new Target.RecordHours(Self, other, true)));
    }

    [Theory]
    [InlineData("workplace:W1", true, true)]
    [InlineData("workplace:W2", false, false)]
    [InlineData("interviewer:W1", false, false)]
    [InlineData("office:26", false, false)]
    [InlineData("auditor:JMA", false, false)]
    [InlineData("member:1000000001", false, false)]
    [InlineData("operator", true, true)]
    public void Attendance_is_imported_by_the_duty_manager_of_the_workplace(string eyes, bool imports, bool sees)
    {
        var (caller, place) = (Of(eyes), new WorkplaceId("W1"));

        Assert.Equal((imports, sees), (Scopes.Allows(caller, new Target.ImportAttendance(place)), Scopes.Allows(caller, new Target.SeeImport(ImportKeys.OwnerOf("w.W1.x"), ImportKeys.WorkplaceOf("w.W1.x")))));
        // An office whose code is a workplace's code as well gains nothing by it.
        Assert.Null(ImportKeys.OwnerOf("w.26.x"));
        Assert.Null(ImportKeys.WorkplaceOf("26.x"));
    }

    [Theory]
    [InlineData("member:1000000001", "member:1000000001")]
    [InlineData("workplace:W1", "workplace:W1")]
    [InlineData("interviewer:W1", "interviewer:W1")]
    [InlineData("office:26", "office:26")]
    [InlineData("operator", "operator:*")]
    [InlineData("office:26-003:clerk@1000000001", null)]
    public void An_inbox_is_of_the_function_alone_whoever_else_may_do_everything(string eyes, string? own)
    {
        var caller = Of(eyes);
        AlertBoxId[] boxes = [.. new[] { "member:1000000001", "member:1000000002", "workplace:W1", "workplace:W2", "interviewer:W1", "office:26", "operator:*" }
            .Select(t => AlertBoxId.TryParse(t, out var box) ? box : throw new InvalidOperationException(t))];

        Assert.Equal(own is null ? [] : [own], boxes.Where(b => Scopes.Allows(caller, new Target.SeeAlerts(b))).Select(b => b.Text));
        Assert.False(Scopes.Allows(caller, new Target.SeeAlerts(null)));
    }

    [Theory]
    [InlineData("auditor:JMA", true, true, true, true)]
    [InlineData("auditor:26", true, true, true, false)]
    [InlineData("auditor:26-003", true, false, true, false)]
    [InlineData("auditor:26-004", false, false, false, false)]
    [InlineData("auditor:27", false, false, false, false)]
    [InlineData("office:26", false, false, false, false)]
    [InlineData("office:JMA", false, false, false, false)]
    [InlineData("member:1000000001", false, false, false, false)]
    [InlineData("operator", true, true, true, true)]
    public void An_audit_is_read_by_auditors_for_their_association_and_those_below(string eyes, bool local, bool prefecture, bool person, bool whole)
    {
        var (caller, membership) = (Of(eyes), new Membership(Local, MembershipLayers.All, MemberCategory.A1));

        Assert.Equal(
            (local, prefecture, person, whole),
            (Scopes.Allows(caller, new Target.SeeAudit(Local)), Scopes.Allows(caller, new Target.SeeAudit(AssociationId.Prefecture(26))),
                Scopes.Allows(caller, new Target.SeeAuditOf(Self, membership)), Scopes.Allows(caller, new Target.SeeWholeAudit())));
    }

    [Theory]
    [InlineData("workplace:W1")]
    [InlineData("interviewer:W1")]
    [InlineData("surveyor:JMA")]
    public void Functions_of_benefits_to_come_read_what_is_public_and_nothing_else(string eyes)
    {
        var (host, membership) = (AssociationId.Jma, new Membership(Local, MembershipLayers.All, MemberCategory.A1));

        Assert.True(Scopes.Allows(Of(eyes), new Target.SeePublic()));
        Assert.All(
            new Target[] { new Target.SeeMember(Self, membership), new Target.SearchMembers(), new Target.SeeAssociation(host), new Target.SeeSession(Sitting, host), new Target.SteerProgram(host), new Target.SeeAudit(host) },
            t => Assert.False(Scopes.Allows(Of(eyes), t)));
    }

    static Caller Of(string eyes)
    {
        Assert.True(Eyes.TryParse(eyes, out var caller, out _));
        return caller;
    }
}
