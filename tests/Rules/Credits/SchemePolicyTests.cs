using JmaActors.Credits;
using JmaActors.Policies;

namespace JmaActors.Tests.Rules.Credits;

public class SchemePolicyTests
{
    static readonly DateOnly Today = new(2026, 11, 23);

    static SchemePolicy Policy(CreditScheme scheme) => Seeds.Book.Scheme(scheme, Today)!;

    [Theory]
    [InlineData(CreditScheme.Occupational, 30, 0.5)]
    [InlineData(CreditScheme.Sports, 60, 1)]
    [InlineData(CreditScheme.Kakaritsuke, 60, 1)]
    [InlineData(CreditScheme.CommonLecture, 60, 1)]
    public void An_hour_is_one_unit_in_every_scheme_and_half_hours_count_for_occupational_physicians(CreditScheme scheme, int minutes, double units)
    {
        var policy = Policy(scheme);
        Assert.Equal((TimeSpan.FromMinutes(minutes), Units.Of((decimal)units)), (policy.Scale.Step, policy.Scale.StepUnits));
        Assert.Equal(Units.Of(1m), policy.Scale.Of(TimeSpan.FromHours(1)));
        Assert.Equal(Units.Zero, policy.Scale.Of(policy.Scale.Step - TimeSpan.FromTicks(1)));
        Assert.True(policy.WholeTalk);
        Assert.True(policy.Rows[SchemePolicy.Prefix(scheme) + "rounding"].Rule.Unverified);
    }

    [Theory]
    [InlineData(CreditScheme.Occupational, "basic-front", 8)]
    [InlineData(CreditScheme.Occupational, "basic-practical", 2)]
    [InlineData(CreditScheme.Occupational, "basic-later", 1)]
    [InlineData(CreditScheme.Occupational, "lifelong-renewal", 1)]
    [InlineData(CreditScheme.Occupational, "lifelong-practical", 2)]
    [InlineData(CreditScheme.Occupational, "lifelong-special", 1)]
    [InlineData(CreditScheme.Sports, "front", 13)]
    [InlineData(CreditScheme.Sports, "later", 12)]
    [InlineData(CreditScheme.Sports, "retraining", 1)]
    [InlineData(CreditScheme.Kakaritsuke, "applied", 6)]
    [InlineData(CreditScheme.CommonLecture, "a", 3)]
    [InlineData(CreditScheme.CommonLecture, "b", 5)]
    [InlineData(CreditScheme.CommonLecture, "c", 1)]
    public void Each_part_has_its_subjects(CreditScheme scheme, string part, int subjects) =>
        Assert.Equal(subjects, Policy(scheme).Subjects.Values.Count(s => s.Part == part));

    [Fact]
    public void Only_the_courses_subjects_and_the_visits_are_limited()
    {
        Assert.Equal([21, 44], Policy(CreditScheme.Occupational).Subjects.Values.Where(s => s.Limit is not null).Select(s => (int)s.Number).Order());
        Assert.Equal(25, Policy(CreditScheme.Sports).Subjects.Values.Count(s => s.Limit?.UnitsMost == Units.Of(1m)));
        var visit = Policy(CreditScheme.Occupational).Subjects[21].Limit!;
        Assert.Equal((Units.Of(3m), 10, false), (visit.UnitsMost, visit.PeopleMost, visit.Rule.Unverified));
        Assert.DoesNotContain(Policy(CreditScheme.Kakaritsuke).Subjects.Values.Concat(Policy(CreditScheme.CommonLecture).Subjects.Values), s => s.Limit is not null);
    }

    [Fact]
    public void The_codes_a_common_lecture_is_linked_to_exist()
    {
        var linked = Policy(CreditScheme.CommonLecture).Subjects.Values.Where(s => s.Codes.Count > 0).OrderBy(s => s.Number).ToArray();
        Assert.Equal(["11: 7", "12: 8", "13: 2 3"], linked.Select(s => $"{s.Number}: {string.Join(' ', s.Codes)}"));
        Assert.All(linked.SelectMany(s => s.Codes), c => Assert.True(Seeds.Book.Codes.Knows(c)));
    }

    [Fact]
    public void Web_parts_are_parts_of_the_scheme()
    {
        foreach (var scheme in Enum.GetValues<CreditScheme>().Where(s => s != CreditScheme.Cme))
            Assert.Subset(Policy(scheme).Subjects.Values.Select(s => s.Part).ToHashSet(), Policy(scheme).WebParts.ToHashSet());
        Assert.Equal(AssociationLayer.Prefecture, Policy(CreditScheme.Occupational).WebHost);
        Assert.Null(Policy(CreditScheme.Kakaritsuke).WebHost);
    }

    [Fact]
    public void A_date_before_the_first_edition_is_judged_by_the_first_and_CME_has_no_subjects()
    {
        Assert.Empty(Seeds.Book.Scheme(CreditScheme.Sports, new DateOnly(2010, 1, 1))!.WebParts);
        Assert.Null(Seeds.Book.Scheme(CreditScheme.Cme, Today));
        Assert.Equal("スポーツ医学概論", Seeds.Book.Title(CreditScheme.Sports, 1, Today).Ja.Split(' ')[1]);
        Assert.Equal("99", Seeds.Book.Title(CreditScheme.Sports, 99, Today).Ja);
    }

    [Theory]
    [InlineData("policy/occupational.json", CreditScheme.Occupational, "\"host\": \"prefecture\"", "\"host\": \"anybody\"")]
    [InlineData("policy/occupational.json", CreditScheme.Occupational, "\"subjects\": \"21,44\"", "\"people\": \"21,44\"")]
    [InlineData("policy/occupational.json", CreditScheme.Occupational, "occupational.rounding", "occupational.ground")]
    [InlineData("policy/occupational.json", CreditScheme.Occupational, "occupational.subject.11", "occupational.subject.one")]
    [InlineData("policy/occupational.json", CreditScheme.Occupational, "\"odd-minutes\": \"floor\"", "\"odd-minutes\": \"up\"")]
    [InlineData("policy/common-lectures.json", CreditScheme.CommonLecture, "\"13\": \"2,3\"", "\"13\": \"2,x\"")]
    public void A_word_nobody_knows_or_a_missing_row_stops_the_start(string file, CreditScheme scheme, string right, string wrong)
    {
        var text = Seeds.Text(file);
        Assert.Contains(right, text, StringComparison.Ordinal);
        var table = PolicyTable.Parse([text.Replace(right, wrong, StringComparison.Ordinal)]);
        Assert.Throws<FormatException>(() => SchemePolicy.Of(scheme, table, Today));
    }
}
