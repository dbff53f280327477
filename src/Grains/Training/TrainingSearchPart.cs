using JmaActors.Directory;

namespace JmaActors.Training;

/// <summary>By which sessions people attended they are searched.</summary>
public static class TrainingSearchPart
{
    const string Training = "training";

    public static readonly SearchPart Part = new(
        [
            new RowsTerm("session", Training, TermKind.Session, TrainingViews.Attendance, "session_id"),
            new RowsTerm("attended", Training, TermKind.Dates, TrainingViews.Attendance, "starts_at", TrainingViews.Programs),
        ],
        []);
}
