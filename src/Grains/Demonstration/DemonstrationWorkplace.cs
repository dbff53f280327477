using JmaActors.WorkHours;

namespace JmaActors.Demonstration;

/// <summary>A made-up institution: its departments, with the level of their physicians, and what night duty is there.</summary>
/// <param name="Share">Of a hundred made-up physicians, those who work here.</param>
/// <param name="Levels">Designated, from the beginning of the agreement.</param>
/// <param name="Departments">In turn the physicians' own.</param>
/// <param name="PermittedPost">A post whose duty at night is permitted; empty where none is.</param>
public sealed record DemonstrationWorkplace(
    WorkplaceId Id, string Name, AssociationId Association, int Share, IReadOnlyList<WorkLevel> Levels, IReadOnlyList<(string Name, WorkLevel Level)> Departments, string PermittedPost = "")
{
    /// <summary>病棟当直, where it is permitted: 17:00 to 8:30.</summary>
    public static readonly (TimeOnly Begins, TimeOnly Ends) PermittedBand = (new(17, 0), new(8, 30));

    /// <summary>The duty manager of the demonstration is of the first, side jobs are done at the last.</summary>
    public static readonly IReadOnlyList<DemonstrationWorkplace> All =
    [
        new(new("W26-001"), "(見本)京都中央病院", AssociationId.Local(26, 1), 42, [WorkLevel.B, WorkLevel.C1, WorkLevel.C2],
            [("救命救急科", WorkLevel.B), ("外科", WorkLevel.B), ("内科", WorkLevel.A), ("産婦人科", WorkLevel.B), ("総合診療科", WorkLevel.C1), ("心臓血管外科", WorkLevel.C2), ("麻酔科", WorkLevel.A)], "病棟当直"),
        new(new("W13-001"), "(見本)東京みなと病院", AssociationId.Local(13, 1), 24, [WorkLevel.LinkedB, WorkLevel.B], [("救急科", WorkLevel.B), ("外科", WorkLevel.LinkedB), ("内科", WorkLevel.A)], "病棟当直"),
        new(new("W27-001"), "(見本)大阪なにわ病院", AssociationId.Local(27, 1), 16, [WorkLevel.LinkedB], [("産婦人科", WorkLevel.LinkedB), ("小児科", WorkLevel.A)], "病棟当直"),
        new(new("W26-002"), "(見本)洛北病院", AssociationId.Local(26, 2), 14, [], [("内科", WorkLevel.A), ("整形外科", WorkLevel.A)], "病棟当直"),
        new(new("W26-003"), "(見本)鴨川診療所", AssociationId.Local(26, 1), 4, [], [("内科", WorkLevel.A)]),
    ];

    public static DemonstrationWorkplace First => All[0];

    public static DemonstrationWorkplace SideJobs => All[^1];

    public static readonly Caller By = Caller.System;

    /// <summary>How many of so many physicians in all work here; at least one.</summary>
    public int Physicians(int all) => Math.Max(1, all * Share / 100);

    /// <summary>The 1 April the running agreement began on: years and months run from it.</summary>
    public static DateOnly Agreement(DateOnly today) => FiscalYear.Of(today).FirstDay;

    /// <summary>Whether the n-th physician's nights are permitted duty: at a department of level A, where there is a permit.</summary>
    public bool NightsPermitted(int n) => PermittedPost.Length > 0 && Departments[n % Departments.Count].Level == WorkLevel.A;
}
