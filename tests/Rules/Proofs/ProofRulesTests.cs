using JmaActors.Credits;
using JmaActors.Proofs;

namespace JmaActors.Tests.Rules.Proofs;

public sealed class ProofRulesTests
{
    static readonly CreditEntry One = new(
        "P26-1.1/1", CreditMethod.Lecture, CreditState.Posted, Units.Of(0.5m), new CurriculumCode(12), new DateOnly(2026, 11, 23), "Talk", new SessionId("P26-1.1"), 1, null, 3);

    [Theory]
    [InlineData("見本 花子", "見＊＊　花＊＊")]
    [InlineData("髙橋　春香", "髙＊＊　春＊＊")]
    [InlineData("葛\U000E0100城 葵", "葛\U000E0100＊＊　葵＊＊")]
    [InlineData("Smith", "S＊＊")]
    [InlineData("", "")]
    public void Of_each_part_of_a_name_only_the_first_character_shows(string name, string masked) => Assert.Equal(masked, ProofRules.Masked(name));

    [Fact]
    public void Only_what_is_posted_and_earns_something_counts()
    {
        Assert.True(ProofRules.Counts(One));
        Assert.False(ProofRules.Counts(One with { State = CreditState.Pending }));
        Assert.False(ProofRules.Counts(One with { State = CreditState.Voided }));
        Assert.False(ProofRules.Counts(One with { Units = Units.Zero }));
    }

    [Fact]
    public void The_basis_is_the_same_in_any_order_and_another_for_any_other_entry()
    {
        var two = One with { Key = "P26-1.1/2", Talk = 2 };
        var basis = ProofRules.Basis([One, two]);
        Assert.Equal(basis, ProofRules.Basis([two, One]));
        Assert.All(
            (CreditEntry[][])[[One], [One, two with { Units = Units.Of(1m) }], [One, two with { Code = new(13) }], [One, two with { Key = "P26-1.1/3" }], [One, two with { Date = two.Date.AddDays(1) }]],
            other => Assert.NotEqual(basis, ProofRules.Basis(other)));
        Assert.Equal(basis, ProofRules.Basis([One with { Version = 9 }, two with { Title = "Renamed" }]));
    }
}
