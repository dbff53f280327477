using JmaActors.Training;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Sessions;

/// <summary>Somebody at the door, named by exactly one of card, QR pass and person.</summary>
/// <param name="At">Event time by the device's clock, with its offset.</param>
/// <param name="Device">Name of the reader, 1 to 40 characters.</param>
/// <param name="Nonce">Unique within the device, 1 to 64 characters: the same again gets the same answer and makes one attendance.</param>
/// <param name="Direction"><c>in</c>, <c>out</c>, or <c>auto</c>: in for who is outside, out for who is inside.</param>
/// <param name="Pass">What the QR pass says.</param>
/// <param name="Person">Picked by hand from a search; marked as such.</param>
/// <param name="Force">Let in all the same; counts as forced only when something was against it.</param>
public sealed record TapBody(TapDirection Direction, DateTimeOffset At, string Device, string Nonce, CardNumber? Card = null, string? Pass = null, MemberId? Person = null, bool Force = false)
{
    public TapCard ToCommand(Caller caller, string prefix = "") => new(
        Card ?? default, Direction, At, Input.Text(Device, prefix + "device", TrainingLimits.DeviceLength), Input.Text(Nonce, prefix + "nonce", TrainingLimits.NonceLength), caller, Pass, Person, Force);
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
