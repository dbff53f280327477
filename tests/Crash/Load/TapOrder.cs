using System.Globalization;
using System.Text.Json;

namespace JmaActors.Crash.Load;

/// <summary>A tap as a device sends it. Device and nonce are its natural key within the session.</summary>
sealed record Tap(string Device, string Nonce, string Card, bool In, DateTimeOffset At)
{
    public string Json => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"card":"{{Card}}","direction":"{{(In ? "in" : "out")}}","at":"{{At:O}}","device":"{{Device}}","nonce":"{{Nonce}}"}""");
}

/// <summary>What the session answered to a tap.</summary>
sealed record TapAnswer(string? Reason, long? Member, bool In, DateTimeOffset At, int Inside, long Sequence)
{
    public static TapAnswer Of(JsonElement value) => new(
        value.TryGetProperty("reason", out var reason) ? reason.GetString() : null,
        value.TryGetProperty("member", out var member) && member.GetString() is { } number ? long.Parse(number, CultureInfo.InvariantCulture) : null,
        value.GetProperty("direction").GetString() == "in",
        value.GetProperty("at").GetDateTimeOffset(),
        value.GetProperty("inside").GetInt32(),
        value.GetProperty("sequence").GetInt64());
}

/// <summary>One tap, or a batch of them, at one session.</summary>
sealed class TapOrder : Order
{
    readonly OnceOnly[] once;

    public TapOrder(string session, IReadOnlyList<Tap> taps)
        : base($"sessions/{session}/{(taps.Count == 1 ? "tap" : "taps")}", taps.Count == 1 ? taps[0].Json : $$"""{"taps":[{{string.Join(',', taps.Select(t => t.Json))}}]}""") =>
        (Session, Taps, Answers, once) = (session, taps, new TapAnswer?[taps.Count], [.. taps.Select(t => new OnceOnly($"tap {t.Device}/{t.Nonce} at {session}"))]);

    public string Session { get; }

    public IReadOnlyList<Tap> Taps { get; }

    /// <summary>The first answer to each tap; null while none came.</summary>
    public TapAnswer?[] Answers { get; }

    protected override void Read(JsonElement answer, Complaints complaints)
    {
        if (Taps.Count == 1)
        {
            Read(0, answer, complaints);
            return;
        }
        var taps = answer.GetProperty("taps");
        complaints.Same($"answers to a batch at {Session}", Taps.Count, taps.GetArrayLength());
        for (var i = 0; i < Taps.Count; i++) Read(i, taps[i], complaints);
    }

    void Read(int i, JsonElement answer, Complaints complaints)
    {
        var (tap, name) = (Taps[i], $"tap {Taps[i].Device}/{Taps[i].Nonce} at {Session}");
        if (!answer.TryGetProperty("value", out var value) || value.ValueKind != JsonValueKind.Object)
        {
            complaints.Add($"{name} was refused: {answer.GetRawText()}");
            return;
        }
        var said = TapAnswer.Of(value);
        complaints.Same($"answer to {name}", Answers[i] ??= said, said);
        complaints.Same($"direction of {name}", tap.In, said.In);
        complaints.Same($"event time of {name}", tap.At, said.At);
        once[i].Read(answer, complaints);
    }
}
