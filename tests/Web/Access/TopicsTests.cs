using JmaActors.Web.Access;

namespace JmaActors.Tests.Web.Access;

public sealed class TopicsTests
{
    [Theory]
    [InlineData("seminar/P26-20261123-7KQ2.1", TopicKind.Seminar, "P26-20261123-7KQ2.1")]
    [InlineData("member/1000000001/credits", TopicKind.MemberCredits, "1000000001")]
    [InlineData("member/1000000001/dues", TopicKind.MemberDues, "1000000001")]
    [InlineData("dues/26-007.2026", TopicKind.Dues, "26-007.2026")]
    [InlineData("dues-run/JMA.2027", TopicKind.DuesRun, "JMA.2027")]
    [InlineData("member/1000000001/hours", TopicKind.MemberHours, "1000000001")]
    [InlineData("member/1000000001/hours/W26-001", TopicKind.MemberHoursAt, "1000000001/W26-001")]
    [InlineData("association/JMA", TopicKind.Association, "JMA")]
    [InlineData("association/26-U01", TopicKind.Association, "26-U01")]
    [InlineData("operations", TopicKind.Operations, "")]
    [InlineData("office/26-003", TopicKind.Office, "26-003")]
    [InlineData("evaluation/W26-014.2026-a", TopicKind.Evaluation, "W26-014.2026-a")]
    [InlineData("interviews/W26-014", TopicKind.Interviews, "W26-014")]
    [InlineData("interview/W26-014.1000000001.20261101", TopicKind.Interview, "W26-014.1000000001.20261101")]
    [InlineData("alerts/workplace:W26-014", TopicKind.Alerts, "workplace:W26-014")]
    [InlineData("alerts/member:1000000001", TopicKind.Alerts, "member:1000000001")]
    [InlineData("work/0123456789abcdefghjkmnpqrs", TopicKind.Work, "0123456789abcdefghjkmnpqrs")]
    [InlineData("workplace/W26-001", TopicKind.Duty, "W26-001")]
    [InlineData("work-hours/JMA", TopicKind.Hours, "JMA")]
    [InlineData("work-hours/26", TopicKind.Hours, "26")]
    [InlineData("import/roster_2026-04.a", TopicKind.Import, "roster_2026-04.a")]
    public void A_topic_reads_back_as_it_is_written(string text, TopicKind kind, string key)
    {
        Assert.True(Topic.TryParse(text, out var topic));

        Assert.Equal((kind, key, text), (topic.Kind, topic.Key, topic.Text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("seminar")]
    [InlineData("seminar/")]
    [InlineData("seminar/P26-1.01")]
    [InlineData("seminar/P26-1.1/x")]
    [InlineData("member/1000000001")]
    [InlineData("member/01000000001/credits")]
    [InlineData("Operations")]
    [InlineData("operations/")]
    [InlineData("association/00")]
    [InlineData("dues/26-007")]
    [InlineData("dues/26-007.26")]
    [InlineData("office/48")]
    [InlineData("work/short")]
    [InlineData("interviews/w26")]
    [InlineData("evaluation/W26-014")]
    [InlineData("interview/W26-014.1000000001.20261301")]
    [InlineData("alerts/member:1")]
    [InlineData("alerts/door:P26-1.1")]
    [InlineData("work/0123456789ABCDEFGHJKMNPQRS")]
    [InlineData("workplace/w26")]
    [InlineData("work-hours/26-001")]
    [InlineData("import/a b")]
    [InlineData("import/../x")]
    public void What_is_no_topic_is_none(string? text) => Assert.False(Topic.TryParse(text, out _));

    [Fact]
    public void A_topic_longer_than_any_is_not_looked_at() => Assert.False(Topic.TryParse($"import/{new string('a', 1_000_000)}", out _));
}
