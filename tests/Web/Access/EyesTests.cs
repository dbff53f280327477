using JmaActors.Web.Access;

namespace JmaActors.Tests.Web.Access;

public sealed class EyesTests
{
    [Theory]
    [InlineData(null, CallerRole.Operator, "*")]
    [InlineData("", CallerRole.Operator, "*")]
    [InlineData("operator", CallerRole.Operator, "*")]
    [InlineData("office:JMA", CallerRole.Office, "JMA")]
    [InlineData("office:26", CallerRole.Office, "26")]
    [InlineData("office:26-003", CallerRole.Office, "26-003")]
    [InlineData("office:26-U01", CallerRole.Office, "26-U01")]
    [InlineData("member:1000000001", CallerRole.Member, "1000000001")]
    [InlineData("office:26:clerk", CallerRole.Office, "26")]
    [InlineData("office:JMA:approver+treasurer", CallerRole.Office, "JMA")]
    [InlineData("auditor:26-003", CallerRole.Auditor, "26-003")]
    [InlineData("workplace:W26-1", CallerRole.Workplace, "W26-1")]
    [InlineData("interviewer:W26-1", CallerRole.Interviewer, "W26-1")]
    [InlineData("surveyor:JMA", CallerRole.Surveyor, "JMA")]
    [InlineData("host:26", CallerRole.Host, "26")]
    [InlineData("door:P26-20261123-7KQ2.1", CallerRole.Door, "P26-20261123-7KQ2.1")]
    public void A_switch_position_gives_its_caller_and_back(string? text, CallerRole role, string scope)
    {
        Assert.True(Eyes.TryParse(text, out var caller, out _));

        Assert.Equal((role, scope), (caller.Role, caller.Scope));
        Assert.Equal(string.IsNullOrEmpty(text) ? "operator" : text, Eyes.Of(caller));
    }

    [Theory]
    [InlineData("system")]
    [InlineData("Operator")]
    [InlineData("operator:JMA")]
    [InlineData("office:2")]
    [InlineData("member")]
    [InlineData("office:99")]
    [InlineData("office:26-003 ")]
    [InlineData("office:<script>")]
    [InlineData("member:1")]
    [InlineData("member:1000000001000000001")]
    [InlineData("host:P26-1.1")]
    [InlineData("door:26")]
    [InlineData("office:JMA,office:26")]
    [InlineData("office:26:")]
    [InlineData("office:26:all")]
    [InlineData("office:26:clerk+")]
    [InlineData("office:26:Clerk")]
    [InlineData("workplace:")]
    [InlineData("workplace:w 1")]
    [InlineData("door:P26-20261123-7KQ2-0123456789012345678901234567890123456789.1")]
    public void Anything_else_is_refused_with_what_is_wanted(string text)
    {
        Assert.False(Eyes.TryParse(text, out _, out var error));

        Assert.Contains("office:", error, StringComparison.Ordinal);
        Assert.DoesNotContain("script", error, StringComparison.Ordinal);
    }
}
