using JmaActors.Pages.Enrolments;
using JmaActors.Tests.Web.Fakes;
using JmaActors.Training;

namespace JmaActors.Tests.Web.Pages;

/// <summary>Terms of sign-up as they are proposed and sent, by how the program is held.</summary>
public sealed class TermsDraftTests
{
    static readonly ProgramView Program = new FakeProgram("P26-1", AssociationId.Prefecture(26), published: true, ApprovalState.Approved).View;

    [Theory]
    [InlineData(ProgramDelivery.Hall, false, 100)]
    [InlineData(ProgramDelivery.Both, true, 100)]
    [InlineData(ProgramDelivery.Web, true, null)]
    public void What_is_proposed_fits_how_the_program_is_held(ProgramDelivery delivery, bool web, int? capacity)
    {
        var draft = TermsDraft.Of(null, Program with { Delivery = delivery }, Program.DoorsOpen.AddDays(-30));
        draft.Childcare = 5;
        var terms = draft.ToTerms();
        Assert.Equal((web, capacity, delivery == ProgramDelivery.Web ? 0 : 5), (terms.Web, terms.Capacity, terms.Childcare));
    }

    [Theory, InlineData(-30), InlineData(1)]
    public void Sign_up_is_proposed_for_a_time_that_is_still_to_come(int hours)
    {
        var now = Program.DoorsOpen.AddHours(hours);
        var terms = TermsDraft.Of(null, Program, now).ToTerms();
        Assert.True(terms.Opens < terms.Closes);
        Assert.Equal(hours < 0 ? Program.DoorsOpen : Program.DoorsClose, terms.Closes);
    }
}
