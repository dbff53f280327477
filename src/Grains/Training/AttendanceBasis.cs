using JmaActors.Credits;

namespace JmaActors.Training;

/// <summary>How the attendance of one claim is counted: its scheme's policy, with what the program asks or forgives beside it.</summary>
/// <param name="Scale">What counted time is worth.</param>
/// <param name="LeavingVoids">Being out between the first entry and the end earns nothing.</param>
/// <param name="LatenessVoids">Coming late earns nothing.</param>
/// <param name="EntryTolerance">How late counts as from the start.</param>
/// <param name="ExitTolerance">How early leaving counts as staying to the end.</param>
/// <param name="SharePercent">Less than this share of the talk earns nothing; 0 asks for none.</param>
public readonly record struct AttendanceBasis(
    UnitScale Scale, bool LeavingVoids, bool LatenessVoids, TimeSpan EntryTolerance, TimeSpan ExitTolerance, int SharePercent)
{
    public static AttendanceBasis Of(CmePolicy policy, bool wholeTalk, AttendanceTerms? terms = null) => new(
        policy.Scale, wholeTalk, false, Minutes(terms?.EntryMinutes) ?? policy.LateTolerance, Minutes(terms?.ExitMinutes) ?? policy.EarlyLeaveTolerance,
        terms?.SharePercent ?? 0);

    public static AttendanceBasis Of(SchemePolicy policy, bool wholeTalk, AttendanceTerms? terms = null) => new(
        policy.Scale, wholeTalk || policy.WholeTalk, policy.WholeTalk, Minutes(terms?.EntryMinutes) ?? TimeSpan.Zero, Minutes(terms?.ExitMinutes) ?? TimeSpan.Zero,
        terms?.SharePercent ?? 0);

    static TimeSpan? Minutes(int? minutes) => minutes is { } m ? TimeSpan.FromMinutes(m) : null;
}
