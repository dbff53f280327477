using JmaActors.Credits;
using JmaActors.Pages.Members;
using JmaActors.Pages.Programs;
using JmaActors.Tests.Web.Fakes;
using JmaActors.Training;
using JmaActors.Web.Access;

namespace JmaActors.Tests.Web.Pages;

public sealed class ProgramDraftTests
{
    [Fact]
    public void A_program_that_is_edited_keeps_all_that_was_not_touched()
    {
        var terms = new AttendanceTerms(5, 10, 80, ReEntry: false, SignUpOnly: true, Capacity: 120);
        var view = new FakeProgram("P26-1", AssociationId.Prefecture(26), published: false, ApprovalState.Waiting).View with { Terms = terms, Delivery = ProgramDelivery.Web };
        var change = ProgramDraft.Of(view).ToChange(Eyes.Operator);
        Assert.Equal((terms, ProgramDelivery.Web), (change.Terms, change.Delivery));
        Assert.Equal(ProgramDelivery.Hall, ProgramDraft.New().ToCommand(Eyes.Operator).Delivery);
        Assert.Equal((view.Title, view.Place, view.WholeTalk, view.DoorsOpen, view.DoorsClose), (change.Title, change.Place, change.WholeTalk, change.DoorsOpen, change.DoorsClose));
    }

    [Fact]
    public void Members_are_led_to_the_program_and_others_to_the_board()
    {
        var session = new SessionId("P26-1.1");
        Assert.Equal("/programs/P26-1", SeminarLink.Of(session, Caller.Member(new MemberId(1_000_000_001))));
        Assert.Equal("/seminars/P26-1.1", SeminarLink.Of("P26-1.1", Eyes.Operator));
    }
}
