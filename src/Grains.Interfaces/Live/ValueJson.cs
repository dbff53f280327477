using System.Text.Json;
using System.Text.Json.Serialization;

namespace JmaActors.Live;

/// <summary>
/// JSON of the value types: ids as strings, <see cref="Units"/>, codes and years as numbers. One form everywhere: HTTP API, pictures, journal events.
/// Text of the wrong shape is a <see cref="JsonException"/> that says what shape is wanted; the serializer adds where.
/// </summary>
public abstract class TextValueJson<T> : JsonConverter<T>
    where T : struct
{
    /// <summary>Longest text worth looking at; anything longer is refused unread.</summary>
    const int Longest = 64;

    protected abstract string Wanted { get; }

    protected abstract bool TryParse(string text, out T value);

    protected abstract string Format(T value);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException(Wanted);
        return ReadText(ref reader);
    }

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadText(ref reader);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Format(value));

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(Format(value));

    T ReadText(ref Utf8JsonReader reader)
    {
        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        return length <= Longest * 6 && TryParse(reader.GetString()!, out var value) ? value : throw new JsonException(Wanted);
    }
}

/// <summary>Ten digits in a string.</summary>
public sealed class MemberIdJson : TextValueJson<MemberId>
{
    protected override string Wanted => "A member id is a string of ten digits.";

    protected override bool TryParse(string text, out MemberId value) => MemberId.TryParse(text, out value);

    protected override string Format(MemberId value) => value.ToString();
}

/// <summary><c>JMA</c>, <c>26</c>, <c>26-007</c> or <c>26-U01</c>.</summary>
public sealed class AssociationIdJson : TextValueJson<AssociationId>
{
    protected override string Wanted => "An association is JMA, two digits (01 to 47), or like 26-007 or 26-U01.";

    protected override bool TryParse(string text, out AssociationId value) => AssociationId.TryParse(text, out value);

    protected override string Format(AssociationId value) => value.Code;
}

/// <summary>The code of a program.</summary>
public sealed class ProgramIdJson : TextValueJson<ProgramId>
{
    protected override string Wanted => "A program id has 3 to 40 letters, digits or hyphens.";

    protected override bool TryParse(string text, out ProgramId value) => ProgramId.TryParse(text, out value);

    protected override string Format(ProgramId value) => value.Code;
}

/// <summary>The code of a session.</summary>
public sealed class SessionIdJson : TextValueJson<SessionId>
{
    protected override string Wanted => "A session id is a program id, a dot and a number from 1 to 99.";

    protected override bool TryParse(string text, out SessionId value) => SessionId.TryParse(text, out value);

    protected override string Format(SessionId value) => value.Code;
}

/// <summary>A card number as text.</summary>
public sealed class CardNumberJson : TextValueJson<CardNumber>
{
    protected override string Wanted => "A card number has 4 to 24 letters or digits.";

    protected override bool TryParse(string text, out CardNumber value) => CardNumber.TryParse(text, out value);

    protected override string Format(CardNumber value) => value.Text;
}

/// <summary>A registry number as text: leading zeros are kept.</summary>
public sealed class RegistryNumberJson : TextValueJson<RegistryNumber>
{
    protected override string Wanted => "A registry number is a string of one to seven digits.";

    protected override bool TryParse(string text, out RegistryNumber value) => RegistryNumber.TryParse(text, out value);

    protected override string Format(RegistryNumber value) => value.Text;
}

/// <summary>The code of a workplace.</summary>
public sealed class WorkplaceIdJson : TextValueJson<WorkplaceId>
{
    protected override string Wanted => "A workplace has 1 to 20 capital letters, digits or hyphens.";

    protected override bool TryParse(string text, out WorkplaceId value) => WorkplaceId.TryParse(text, out value);

    protected override string Format(WorkplaceId value) => value.Code;
}
