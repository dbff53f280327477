namespace JmaActors;

/// <summary>A training program (研修会), e.g. <c>P26-20261123-7KQ2</c>.</summary>
[GenerateSerializer, Immutable, Alias("program-id"), JsonConverter(typeof(ProgramIdJson))]
public readonly record struct ProgramId([property: Id(0)] string Code)
{
    public static bool TryParse(string? text, out ProgramId id)
    {
        id = default;
        if (text is not { Length: >= 3 and <= 40 } || !text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')) return false;
        id = new ProgramId(text);
        return true;
    }

    public override string ToString() => Code;
}

/// <summary>One sitting of a program with a door of its own: the program's id, a slash-free suffix and a number, e.g. <c>P26-20261123-7KQ2.1</c>.</summary>
[GenerateSerializer, Immutable, Alias("session-id"), JsonConverter(typeof(SessionIdJson))]
public readonly record struct SessionId([property: Id(0)] string Code)
{
    public static SessionId Of(ProgramId program, int number) => new($"{program.Code}.{number}");

    public ProgramId Program => new(Code[..Code.LastIndexOf('.')]);

    public static bool TryParse(string? text, out SessionId id)
    {
        id = default;
        var dot = text?.LastIndexOf('.') ?? -1;
        if (dot < 0 || !ProgramId.TryParse(text![..dot], out _) || !IsNumber(text.AsSpan(dot + 1))) return false;
        id = new SessionId(text);
        return true;
    }

    /// <summary>1 to 99 and written in one way only: a second spelling would be a second actor for the same session.</summary>
    static bool IsNumber(ReadOnlySpan<char> text) => text is [>= '1' and <= '9'] or [>= '1' and <= '9', >= '0' and <= '9'];

    public override string ToString() => Code;
}

/// <summary>カリキュラムコード (CC) of 日医生涯教育. A number; what it means is data with an edition (seeds/curriculum).</summary>
[GenerateSerializer, Immutable, Alias("curriculum-code"), JsonConverter(typeof(CurriculumCodeJson))]
public readonly record struct CurriculumCode([property: Id(0)] short Number) : IComparable<CurriculumCode>
{
    public int CompareTo(CurriculumCode other) => Number.CompareTo(other.Number);

    public override string ToString() => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
