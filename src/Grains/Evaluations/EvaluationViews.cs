using JmaActors.Journal;
using C = JmaActors.Journal.Columns<JmaActors.Evaluations.EvaluationRow>;
using D = JmaActors.Journal.Columns<JmaActors.Evaluations.DesignatedRow>;
using F = JmaActors.Journal.Columns<JmaActors.Evaluations.InstitutionDocumentRow>;

namespace JmaActors.Evaluations;

/// <summary>An application as lists find it: a row of <c>evaluation</c>.</summary>
/// <param name="Prefecture">Two digits.</param>
/// <param name="Levels">One bit each, 1 shifted by the level.</param>
/// <param name="Told">The result is with the prefecture.</param>
public sealed record EvaluationRow(
    string Id, string Workplace, string Name, string Association, string Prefecture, int Levels, int Stage, int Waits, string Doctor, string Labour, bool Told, DateTimeOffset Opened, DateTimeOffset? Filed, DateOnly? Target,
    DateOnly? NextBy, DateOnly? ReviewDue, long Version);

/// <summary>A level a prefecture designated and published: a row of <c>designated</c>.</summary>
public sealed record DesignatedRow(string Workplace, int Level, string Name, string Prefecture, DateOnly From, DateOnly? To, string Result, string Evaluation, long Version);

/// <summary>A document an application names: a row of <c>institution_document</c>.</summary>
/// <param name="Holder">See <see cref="Credits.EvidenceHolders"/>.</param>
public sealed record InstitutionDocumentRow(long Holder, string Sha256, long Version);

/// <summary>View tables written by applications.</summary>
public static class EvaluationViews
{
    public static readonly ViewTable<EvaluationRow> Evaluations = new(
        "evaluation",
        1,
        [
            C.Text("evaluation_id", r => r.Id),
            C.Text("workplace", r => r.Workplace),
            C.Text("name", r => r.Name),
            C.Text("association", r => r.Association),
            C.Text("prefecture", r => r.Prefecture),
            C.Int("levels", r => r.Levels),
            C.Int("stage", r => r.Stage),
            C.Int("waits", r => r.Waits),
            C.Text("doctor", r => r.Doctor),
            C.Text("labour", r => r.Labour),
            C.Bool("told", r => r.Told),
            C.Instant("opened", r => r.Opened),
            C.InstantOrNull("filed", r => r.Filed),
            C.DateOrNull("target", r => r.Target),
            C.DateOrNull("next_by", r => r.NextBy),
            C.DateOrNull("review_due", r => r.ReviewDue),
            C.Big("version", r => r.Version),
        ],
        new ViewIndex("evaluation_by_workplace", "workplace", "opened"),
        new ViewIndex("evaluation_by_prefecture", "prefecture", "opened"),
        new ViewIndex("evaluation_by_opened", "opened", "evaluation_id"));

    public static readonly ViewTable<DesignatedRow> Designated = new(
        "designated",
        2,
        [
            D.Text("workplace", r => r.Workplace),
            D.Int("level", r => r.Level),
            D.Text("name", r => r.Name),
            D.Text("prefecture", r => r.Prefecture),
            D.Date("from_day", r => r.From),
            D.DateOrNull("to_day", r => r.To),
            D.Text("result", r => r.Result),
            D.Text("evaluation_id", r => r.Evaluation),
            D.Big("version", r => r.Version),
        ],
        new ViewIndex("designated_by_level", "level", "prefecture", "workplace"));

    public static readonly ViewTable<InstitutionDocumentRow> Documents = new(
        "institution_document", 2, [F.Big("holder", r => r.Holder), F.Text("sha256", r => r.Sha256), F.Big("version", r => r.Version)]);

    public static readonly IReadOnlyList<ViewTable> All = [Evaluations, Designated, Documents];
}
