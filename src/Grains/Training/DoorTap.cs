using JmaActors.Members;

namespace JmaActors.Training;

/// <summary>A tap with what had to be looked up before it can be decided: who it is.</summary>
/// <param name="Fault">What is wrong with the pass shown; null when nothing is or none was.</param>
/// <param name="Pass">Fingerprint of the pass shown; null when none was.</param>
readonly record struct DoorTap(TapCard Card, CardHolder? Holder, TapKey Key, string? Fault = null, long? Pass = null)
{
    /// <summary>What is wrong with a tap's form, before anything else is asked; null when nothing is.</summary>
    public static Refusal? CheckForm(TapCard tap) => tap switch
    {
        _ when Ways(tap) != 1 => new Refusal("bad-card", "", "A tap names one of card, pass and person."),
        { Pass: { Length: 0 or > SessionLimits.PassLength } } => new Refusal("forged-pass", "", $"A pass has at most {SessionLimits.PassLength} characters."),
        { Pass: null, Person: null, Card.Text: { Length: 0 or > 24 } } => new Refusal("bad-card", "", "A card number has 4 to 24 letters or digits."),
        { Device: null or { Length: 0 or > TrainingLimits.DeviceLength } } => new Refusal("bad-device", "", $"A reader's name has 1 to {TrainingLimits.DeviceLength} characters."),
        { Nonce: null or { Length: 0 or > TrainingLimits.NonceLength } } => new Refusal("bad-nonce", "", $"A nonce has 1 to {TrainingLimits.NonceLength} characters."),
        _ when tap.At < SessionLimits.Earliest || tap.At > SessionLimits.Latest => new Refusal("bad-time", "", "The time of a tap lies in this century."),
        _ when !Enum.IsDefined(tap.Direction) => new Refusal("bad-direction", "", "A tap is in or out."),
        _ => null,
    };

    static int Ways(TapCard tap) => (tap.Card.Text is null ? 0 : 1) + (tap.Pass is null ? 0 : 1) + (tap.Person is null ? 0 : 1);
}
