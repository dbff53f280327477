using JmaActors.Time;

namespace JmaActors.Members;

/// <summary>
/// What a person's attributes must be. Identity keys of 日医生涯教育 are registry number, name, kana and birth date (benefit rules, section 1);
/// a name is kept as written (旧字・異体字), a reading in one form (<see cref="KanaRules"/>).
/// </summary>
public static class PersonRules
{
    /// <summary>Nobody alive was born, and no entry holds, before this day.</summary>
    public static readonly DateOnly Earliest = new(1900, 1, 1);

    /// <summary>A person whose key was destroyed: nothing can be read any more.</summary>
    public static readonly Person Erased = new("", "", null, null, null);

    /// <summary>The attributes as they are kept: trimmed, the reading folded.</summary>
    public static Person Normal(Person person) => person with { Name = person.Name.Trim(), Kana = KanaRules.Fold(person.Kana) };

    /// <summary>The first thing wrong with normal attributes on a date; null when nothing is.</summary>
    public static Refusal? Fault(Person person, DateOnly today)
    {
        if (!IsText(person.Name)) return new Refusal("bad-name", "member.name", $"A name has 1 to {MemberLimits.NameLength} characters.");
        if (person.Kana.Length > MemberLimits.NameLength || !KanaRules.IsReading(person.Kana))
        {
            return new Refusal("bad-kana", "member.kana", $"A reading is katakana of 1 to {MemberLimits.NameLength} characters.");
        }
        if (person.Registry is { } registry && !(RegistryNumber.TryParse(registry.Text, out var number) && number == registry))
        {
            return new Refusal("bad-registry", "member.registry", "A registry number has one to seven digits.");
        }
        if (person.BirthDate is { } born && (born < Earliest || born > today)) return new Refusal("bad-birth-date", "member.birth-date", "The birth date is not in the past.");
        if (person.LicensedOn is { } licensed && (licensed < Earliest || licensed > today || licensed <= person.BirthDate))
        {
            return new Refusal("bad-licence-date", "member.licence-date", "The licence date lies before birth or in the future.");
        }
        if (person.GraduatedOn is { } graduated && (graduated < Earliest || graduated > today || graduated <= person.BirthDate))
        {
            return new Refusal("bad-graduation-date", "member.graduation-date", "The graduation lies before birth or in the future.");
        }
        return null;
    }

    /// <summary>The first thing wrong with a date from which something is to hold; null when nothing is.</summary>
    public static Refusal? Fault(DateOnly effectiveFrom) =>
        effectiveFrom < Earliest ? new Refusal("bad-date", "member.effective", "The date from which it holds is missing.") : null;

    /// <summary>The civil date in Tokyo a decision is made on.</summary>
    public static DateOnly Today(DateTimeOffset now) => Tokyo.DateOf(now);

    static bool IsText(string text)
    {
        if (text.Length is 0 or > MemberLimits.NameLength) return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) || char.IsLowSurrogate(text[i])) return false;
            if (char.IsHighSurrogate(text[i]) && (++i == text.Length || !char.IsLowSurrogate(text[i]))) return false;
        }
        return true;
    }
}
