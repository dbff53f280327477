using System.Globalization;

namespace JmaActors.Bank;

/// <summary>
/// 振込依頼人番号 (収納番号): ten digits by which a payment names whose dues it is for, printed on invoices. The member's number less what all of them begin with, and two check digits
/// (ISO 7064 MOD 97-10), which notice every digit mistyped and any two exchanged. It follows from the member's number, so that it is unique and for life without being kept anywhere.
/// </summary>
public static class PayerNumber
{
    /// <summary>Digits: as many as 振込依頼人コード has in bank files.</summary>
    public const int Digits = 10;

    const long Before = MemberId.First - 1, Serials = 100_000_000;
    const int Modulus = 97;

    /// <summary>Null for a member's number beyond those eight digits can carry.</summary>
    public static string? Of(MemberId member)
    {
        var serial = member.Number - Before;
        return serial is <= 0 or >= Serials ? null : string.Create(CultureInfo.InvariantCulture, $"{serial:D8}{Modulus + 1 - (serial * 100 % Modulus):D2}");
    }

    /// <summary>As it is printed: <c>00000001-95</c>.</summary>
    public static string? Printed(MemberId member) => Of(member)?.Insert(Digits - 2, "-");

    /// <summary>Whose number it is; false where the check digits are not right.</summary>
    public static bool TryRead(string? text, out MemberId member)
    {
        member = default;
        if (text is not { Length: Digits } || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        var serial = number / 100;
        member = new MemberId(Before + serial);
        return serial > 0 && Of(member) == text;
    }

    /// <summary>The number a payer gave: as the code of a bank file, or before the name, where the payer's own bank takes no code.</summary>
    public static MemberId? Find(string code, string name)
    {
        if (TryRead(code.Trim(), out var member)) return member;
        var said = string.Concat(name.TrimStart().TakeWhile(c => char.IsAsciiDigit(c) || c is '-' or ' ').Where(char.IsAsciiDigit));
        return TryRead(said, out member) ? member : null;
    }
}
