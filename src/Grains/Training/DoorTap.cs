using JmaActors.Members;

namespace JmaActors.Training;

/// <summary>A tap with what had to be looked up before it can be decided: whose card it is.</summary>
readonly record struct DoorTap(TapCard Card, CardHolder? Holder, TapKey Key)
{
    /// <summary>What is wrong with a tap's form, before anything else is asked; null when nothing is.</summary>
    public static Refusal? CheckForm(TapCard tap) => tap switch
    {
        { Card.Text: null or { Length: 0 or > 24 } } => new Refusal("bad-card", "", "A card number has 4 to 24 letters or digits."),
        { Device: null or { Length: 0 or > SessionLimits.DeviceLength } } => new Refusal("bad-device", "", $"A reader's name has 1 to {SessionLimits.DeviceLength} characters."),
        { Nonce: null or { Length: 0 or > SessionLimits.NonceLength } } => new Refusal("bad-nonce", "", $"A nonce has 1 to {SessionLimits.NonceLength} characters."),
        _ when tap.At < SessionLimits.Earliest || tap.At > SessionLimits.Latest => new Refusal("bad-time", "", "The time of a tap lies in this century."),
        _ when !Enum.IsDefined(tap.Direction) => new Refusal("bad-direction", "", "A tap is in or out."),
        _ => null,
    };
}
