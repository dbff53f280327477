using JmaActors.Journal;
using C = JmaActors.Journal.Columns<JmaActors.WorkHours.WorkplaceRow>;

namespace JmaActors.WorkHours;

/// <summary>A workplace as lists find it: a row of <c>workplace</c>.</summary>
/// <param name="Levels">Levels designated at any time, one bit each (1 shifted by the level).</param>
public sealed record WorkplaceRow(string Workplace, string Name, string Association, DateOnly? AgreementFrom, int Levels, int Physicians, long Version);

/// <summary>View tables written by workplaces. Keys: <c>new ViewKey(0, workplace)</c>.</summary>
public static class WorkplaceViews
{
    public static readonly ViewTable<WorkplaceRow> Workplaces = new(
        "workplace",
        1,
        [
            C.Text("workplace", r => r.Workplace),
            C.Text("name", r => r.Name),
            C.Text("association", r => r.Association),
            C.DateOrNull("agreement_from", r => r.AgreementFrom),
            C.Int("levels", r => r.Levels),
            C.Int("physicians", r => r.Physicians),
            C.Big("version", r => r.Version),
        ],
        new ViewIndex("workplace_by_association", "association", "workplace"));

    public static readonly IReadOnlyList<ViewTable> All = [Workplaces];
}
