using JmaActors.Members;
using JmaActors.Passes;
using JmaActors.Training;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Passes;

/// <summary>A pass as a phone shows it.</summary>
/// <param name="Token">What the QR code says.</param>
/// <param name="From">Holds from here.</param>
/// <param name="Until">Holds up to here; then it is to be hidden.</param>
/// <param name="Next">When to ask for the next one.</param>
/// <param name="Now">The house's clock: a phone whose own is wrong counts from here.</param>
/// <param name="Qr">How to draw it.</param>
public sealed record PassBody(string Token, DateTimeOffset From, DateTimeOffset Until, DateTimeOffset Next, DateTimeOffset Now, QrShape Qr)
{
    public static PassBody Of(ShownPass pass, DateTimeOffset now) => new(pass.Token, pass.From, pass.Until, pass.Next, now, QrShape.Of(pass.Token));
}

/// <summary>Takes every pass shown so far back.</summary>
/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
public sealed record RevokeBody(string Key, string Reason)
{
    public RevokePasses ToCommand(Caller caller) =>
        new(Input.Text(Key, "key", PassLimits.KeyLength), Input.Text(Reason, "reason", PassLimits.ReasonLength), caller);
}

/// <summary>Somebody at a door who is not on record.</summary>
/// <param name="Kana">Reading; any kana.</param>
/// <param name="Registry">医籍登録番号: whose it is on record is who is meant.</param>
/// <param name="At">Event time by the device's clock, with its offset.</param>
/// <param name="Device">Name of the reader, 1 to 40 characters.</param>
/// <param name="Nonce">Unique within the device, 1 to 64 characters: the same again is the same person.</param>
public sealed record WalkInBody(
    string Name, string Kana, DateTimeOffset At, string Device, string Nonce, RegistryNumber? Registry = null, DateOnly? BirthDate = null)
{
    const int FirstYear = 2000, LastYear = 2100;

    static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    public WalkIn ToCommand(Caller caller)
    {
        if (At.Year is < FirstYear or > LastYear) throw new InvalidInputException("at", "The time lies in this century.");
        var person = new Person(Input.Text(Name, "name", MemberLimits.NameLength), Input.Text(Kana, "kana", MemberLimits.NameLength), BirthDate, Registry, null);
        return new WalkIn(
            person, DateOnly.FromDateTime(At.ToOffset(Tokyo).DateTime), Input.Text(Device, "device", TrainingLimits.DeviceLength), Input.Text(Nonce, "nonce", TrainingLimits.NonceLength), caller);
    }
}
