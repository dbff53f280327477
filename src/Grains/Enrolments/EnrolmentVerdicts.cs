using JmaActors.Time;

namespace JmaActors.Enrolments;

/// <summary>Says why somebody pays what they pay.</summary>
static class EnrolmentVerdicts
{
    static readonly RuleRef Rule = new(
        EnrolmentRuleIds.Price,
        new Words("受講料は申込時の会員資格で決まり、その後に資格や料金が変わっても変わりません。", "The course fee is decided by the membership at sign-up; later changes of membership or fees do not touch it."),
        "主催者の受講申込条件 / the host's terms of sign-up");

    public static Verdict Price(Seat seat)
    {
        var member = seat.Price.Tariff == EnrolmentTariff.Member;
        var text = (member, seat.Price.Circle) switch
        {
            (_, EnrolmentCircle.Everybody) => new Words("どなたも同じ受講料です。", "Everybody pays the same."),
            (true, EnrolmentCircle.HostMembers) => new Words("申込時に主催医師会の会員でした：会員料金です。", "A member of the hosting association at sign-up: the member's price."),
            (true, _) => new Words("申込時に日本医師会の会員でした：会員料金です。", "A member of the Japan Medical Association at sign-up: the member's price."),
            (false, EnrolmentCircle.HostMembers) => new Words("申込時に主催医師会の会員ではありませんでした：一般料金です。", "Not a member of the hosting association at sign-up: the other price."),
            (false, _) => new Words("申込時に日本医師会の会員ではありませんでした：一般料金です。", "Not a member of the Japan Medical Association at sign-up: the other price."),
        };
        return new Verdict(
            member ? "member-price" : "other-price", Mark.Ok, text,
            [new Figure("fee", new Words("受講料", "Course fee"), seat.Price.Fee.Amount, null, "yen")], [Rule], null, Tokyo.DateOf(seat.SignedUp), "");
    }
}
