using JmaActors.Members;

namespace JmaActors.Pages.Members;

/// <summary>会員区分 as JMA writes it, in every language.</summary>
public static class CategoryText
{
    public static readonly IReadOnlyList<MemberCategory> All =
        [MemberCategory.A1, MemberCategory.A2B, MemberCategory.A2C, MemberCategory.B, MemberCategory.C];

    public static string Of(MemberCategory category) => category switch
    {
        MemberCategory.A1 => "A①",
        MemberCategory.A2B => "A②(B)",
        MemberCategory.A2C => "A②(C)",
        MemberCategory.B => "B",
        _ => "C",
    };
}
