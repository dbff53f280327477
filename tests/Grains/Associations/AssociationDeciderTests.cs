using JmaActors.Associations;

namespace JmaActors.Tests.Grains.Associations;

public class AssociationDeciderTests
{
    readonly Story<AssociationState, AssociationEvent> story = new(new AssociationLedger(), "26-007");

    static Establishing Establish(string name, string code = "26-007") => new(code, new EstablishAssociation(name, "075-000-0000", "test", true, Caller.System));

    [Fact]
    public void It_is_established_once_and_changed_by_other_values()
    {
        story.When(AssociationDecider.Establish, Establish("伏見医師会")).Then<AssociationEstablished>();
        var row = Assert.IsType<AssociationRow>(Assert.Single(story.Rows).Row);
        Assert.Equal(("26-007", "伏見医師会", 2, "26"), (row.AssociationId, row.Name, row.Layer, row.Parent));
        story.When(AssociationDecider.Establish, Establish("伏見医師会")).ThenNothing(repeat: true);
        story.When(AssociationDecider.Establish, Establish("伏見市医師会")).Then<AssociationChanged>();
        Assert.Equal("伏見市医師会", story.State.Name);
    }

    [Theory]
    [InlineData("", "26-007", "bad-name")]
    [InlineData("医師会", "48-001", "bad-association")]
    public void It_needs_a_name_and_a_place(string name, string code, string reason) =>
        story.When(AssociationDecider.Establish, Establish(name, code)).ThenRefused(reason);
}
