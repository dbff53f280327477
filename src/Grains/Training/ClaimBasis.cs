using JmaActors.Credits;

namespace JmaActors.Training;

/// <summary>How one claim of a plan is counted.</summary>
/// <param name="Web">Whether the scheme gives units for the subject on the web.</param>
/// <param name="Proof">What must be shown for it there.</param>
readonly record struct ClaimBasis(AttendanceBasis Basis, bool Web, WebProof Proof)
{
    /// <summary>How time on the web is counted: where the whole talk must be shown, nothing is forgiven at either end.</summary>
    public AttendanceBasis OnTheWeb => Proof.WholeTalk
        ? Basis with { LeavingVoids = true, LatenessVoids = true, EntryTolerance = TimeSpan.Zero, ExitTolerance = TimeSpan.Zero }
        : Basis;
}
