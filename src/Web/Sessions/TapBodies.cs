using JmaActors.Training;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Sessions;

/// <summary>A card at the door.</summary>
/// <param name="At">Event time by the device's clock, with its offset.</param>
/// <param name="Device">Name of the reader, 1 to 40 characters.</param>
/// <param name="Nonce">Unique within the device, 1 to 64 characters: the same again gets the same answer and makes one attendance.</param>
public sealed record TapBody(CardNumber Card, TapDirection Direction, DateTimeOffset At, string Device, string Nonce)
{
    const int DeviceLength = 40;
    const int NonceLength = 64;

    public TapCard ToCommand(Caller caller, string prefix = "") => new(
        Card, Direction, At, Input.Text(Device, prefix + "device", DeviceLength), Input.Text(Nonce, prefix + "nonce", NonceLength), caller);
}

/// <summary>Taps of one door, at most <see cref="TrainingLimits.TapBatch"/>.</summary>
public sealed record TapsBody(IReadOnlyList<TapBody> Taps)
{
    public TapCard[] ToCommands(Caller caller)
    {
        if (Taps.Count is < 1 or > WebLimits.TapBatch) throw new InvalidInputException("taps", $"Send 1 to {WebLimits.TapBatch} taps at a time.");
        return [.. Taps.Select((tap, at) => tap?.ToCommand(caller, $"taps[{at}].") ?? throw new InvalidInputException($"taps[{at}]", "A tap is wanted here."))];
    }
}

/// <summary>Answers to a batch, one for one in the order sent.</summary>
public sealed record TapAnswers(IReadOnlyList<TapAnswer> Taps);

/// <summary>Answer to one tap of a batch.</summary>
/// <param name="Refused">Reason code when the command itself was refused; null otherwise. A tap that was kept but not taken has its reason in the value.</param>
public sealed record TapAnswer(TapResult? Value, long Version, bool Repeat, string? Refused)
{
    public static TapAnswer Of(Answer<TapResult> answer) => new(answer.Value, answer.Version, answer.Repeat, answer.Refusal?.Reason);
}
