namespace JmaActors.Training;

/// <summary>How one claim of a plan is counted.</summary>
/// <param name="Web">Whether the scheme gives units for the subject on the web.</param>
readonly record struct ClaimBasis(AttendanceBasis Basis, bool Web);
