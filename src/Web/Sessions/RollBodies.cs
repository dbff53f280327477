using JmaActors.Training;
using JmaActors.Web.Http;

namespace JmaActors.Web.Sessions;

/// <summary>Takes a tap back.</summary>
public sealed record UndoBody(string Device, string Nonce)
{
    public UndoTap ToCommand(Caller caller) => new(Input.Text(Device, "device", TrainingLimits.DeviceLength), Input.Text(Nonce, "nonce", TrainingLimits.NonceLength), caller);
}

/// <summary>Decides about somebody's attendance.</summary>
/// <param name="Verdict"><c>grant</c>, <c>deny</c>, or <c>asTapped</c> to let the taps speak again.</param>
/// <param name="Reason">Kept with the decision; no personal data.</param>
/// <param name="Talk">Number of the talk; all of them when left out.</param>
public sealed record DecisionBody(RollVerdict Verdict, string Reason, int? Talk = null)
{
    public DecideAttendance ToCommand(MemberId member, Caller caller) =>
        new(member, Talk, Verdict, Input.Text(Reason, "reason", TrainingLimits.TitleLength), caller);
}

/// <summary>What a desk says of itself.</summary>
/// <param name="SentAt">By the desk's clock.</param>
/// <param name="Waiting">Taps it could not send yet.</param>
public sealed record DeskBody(string Device, DateTimeOffset SentAt, int Waiting = 0)
{
    public DeskReport ToReport() => new(Input.Text(Device, "device", TrainingLimits.DeviceLength), SentAt, Waiting);
}
