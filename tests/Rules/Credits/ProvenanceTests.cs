using JmaActors.Credits;
using JmaActors.Members;

namespace JmaActors.Tests.Rules.Credits;

/// <summary>What may be taken over, from what, and of which days.</summary>
public class ProvenanceTests
{
    static readonly DateOnly Today = new(2026, 11, 23);

    static AccrueCredit Past(CreditSource source, DateOnly date, CreditScheme scheme = CreditScheme.Cme, Caller? by = null, string host = "") =>
        new("past-1", CreditMethod.Lecture, new CurriculumCode(scheme == CreditScheme.Cme ? (short)12 : (short)11), Units.Of(1m), date, "講演会", true, by ?? Caller.Office(AssociationId.Local(26, 1)), null, null, scheme,
            new CreditProvenance(source, host));

    static string? Reason(AccrueCredit command) => AccrualRules.Check(command, Today, null, null, Seeds.Book)?.Reason;

    [Theory]
    [InlineData(CreditSource.Booklet, "2025-03-31", null)]
    [InlineData(CreditSource.Booklet, "2025-04-01", "source-too-late")]
    [InlineData(CreditSource.Sticker, "2025-03-31", null)]
    [InlineData(CreditSource.Sticker, "2025-04-01", "source-too-late")]
    [InlineData(CreditSource.Certificate, "2026-11-22", null)]
    [InlineData(CreditSource.Statement, "2026-03-31", null)]
    [InlineData(CreditSource.OtherSystem, "2026-11-23", null)]
    [InlineData((CreditSource)9, "2024-04-01", "bad-source")]
    public void A_source_holds_credits_of_its_own_days(CreditSource source, string date, string? reason) =>
        Assert.Equal(reason, Reason(Past(source, DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture))));

    [Fact]
    public void Every_source_has_its_rule_with_a_source_in_the_seeds() =>
        Assert.All(Enum.GetValues<CreditSource>(), s => Assert.NotNull(Seeds.Book.Table.Find(ProvenanceRules.RuleOf(s), new DateOnly(2025, 3, 31))));

    [Fact]
    public void A_person_takes_nothing_over_by_herself() =>
        Assert.Equal("office-posts", Reason(Past(CreditSource.Certificate, Today, by: Caller.Member(new MemberId(1_000_000_001)))));

    [Fact]
    public void Units_of_other_schemes_are_taken_over_from_a_source_only()
    {
        var occupational = Past(CreditSource.Booklet, new DateOnly(2024, 4, 1), CreditScheme.Occupational);
        Assert.Null(Reason(occupational));
        Assert.Equal("source-missing", Reason(occupational with { Provenance = null }));
        Assert.Equal("unknown-subject", Reason(occupational with { Code = new CurriculumCode(999) }));
        Assert.Equal("bad-units", Reason(occupational with { Units = new Units(7) }));
        Assert.Equal("date-in-future", Reason(Past(CreditSource.Certificate, Today.AddDays(1), CreditScheme.Occupational)));
    }

    [Fact]
    public void The_same_credit_has_the_same_key_however_it_is_written_and_another_has_another()
    {
        static string Key(string title, string host = "京都府医師会", short subject = 12) => PastCreditKeys.Of(CreditScheme.Cme, new DateOnly(2024, 10, 20), subject, title, host);
        Assert.Equal(Key("秋季学術講演会 ２０２４"), Key("秋季 学術講演会2024", "京都府 医師会"));
        Assert.Equal(5, new[] { Key("a"), Key("b"), Key("a", "other"), Key("a", subject: 13), PastCreditKeys.Of(CreditScheme.Sports, new DateOnly(2024, 10, 20), 12, "a", "京都府医師会") }.Distinct().Count());
        Assert.InRange(Key("a").Length, 1, CreditLimits.KeyLength);
    }
}
