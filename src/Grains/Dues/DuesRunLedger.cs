using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using JmaActors.Journal;
using JmaActors.Ledgers;
using R = JmaActors.Journal.Columns<JmaActors.Dues.DuesRehearsedRow>;

namespace JmaActors.Dues;

/// <summary>The kind <c>dues-run</c>: the dues of an association's people for a year, keyed by <see cref="DuesRunId.Text"/>.</summary>
public sealed class DuesRunLedger : LedgerDefinition<DuesRunState, DuesRunEvent>
{
    /// <summary>Name of the kind.</summary>
    public const string Name = "dues-run";

    public override string Kind => Name;

    public override bool NumberKey => false;

    public override EventCatalog<DuesRunEvent> Events { get; } = new EventCatalog<DuesRunEvent>()
        .Add("dues-rehearsal-began", 1, DuesRunJson.Default.RehearsalBegan)
        .Add("dues-page-rehearsed", 1, DuesRunJson.Default.PageRehearsed)
        .Add("dues-run-began", 1, DuesRunJson.Default.RunBegan)
        .Add("dues-page-billed", 1, DuesRunJson.Default.PageBilled);

    public override JsonTypeInfo<DuesRunState> SnapshotJson => DuesRunJson.Default.DuesRunState;

    public override IReadOnlyList<ViewTable> Views => DuesRunViews.All;

    public override void Evolve(DuesRunState state, DuesRunEvent e, in EventMeta meta)
    {
        state.Version = meta.Version;
        switch (e)
        {
            case RehearsalBegan began:
                state.Keys.Add(began.Key);
                (state.Stage, state.Began, state.After, state.Rehearsed, state.Round, state.Tables) = (DuesRunStage.Rehearsing, meta.Recorded, 0, DuesRunSum.Zero, state.Round + 1, began.Tables);
                break;
            case PageRehearsed page:
                state.Rehearsed += page.Lines.Aggregate(DuesRunSum.Zero, static (sum, line) => sum.Plus(line));
                (state.After, state.Stage) = (page.After, page.Last ? DuesRunStage.Rehearsed : DuesRunStage.Rehearsing);
                break;
            case RunBegan began:
                state.Keys.Add(began.Key);
                (state.Stage, state.Began, state.After, state.Billed, state.Different) = (DuesRunStage.Running, meta.Recorded, 0, DuesRunSum.Zero, 0);
                state.Differences.Clear();
                break;
            case PageBilled page:
                state.Billed += page.Sum;
                state.Different += page.Different;
                state.Differences.AddRange(page.Named.Take(DuesRunLimits.Named - state.Differences.Count));
                (state.After, state.Stage) = (page.After, page.Last ? DuesRunStage.Done : DuesRunStage.Running);
                break;
        }
    }

    /// <summary>Names the lines of the last rehearsal, e.g. <c>26-007.2027#1</c>.</summary>
    internal static string Rehearsal(string key, DuesRunState state) => Rehearsal(key, state.Round);

    static string Rehearsal(string key, int round) => string.Create(CultureInfo.InvariantCulture, $"{key}#{round}");

    public override void Project(string key, DuesRunState state, DuesRunEvent e, in EventMeta meta, ViewSink views)
    {
        if (e is not PageRehearsed page) return;
        var rehearsal = Rehearsal(key, state);
        foreach (var line in page.Lines)
        {
            // A line takes the place of the same person's line of the rehearsal before.
            if (state.Round > 1) views.Remove(DuesRunViews.Rehearsed, new ViewKey(line.Member.Number, Rehearsal(key, state.Round - 1)), Row(line, Rehearsal(key, state.Round - 1)));
            views.Put(DuesRunViews.Rehearsed, new ViewKey(line.Member.Number, rehearsal), Row(line, rehearsal));
        }
    }

    static DuesRehearsedRow Row(DuesRunLine line, string rehearsal) =>
        new(line.Member.Number, rehearsal, line.Jma.Amount, line.Prefecture.Amount, line.Local.Amount, line.LastYear.Amount, line.Moved, line.Gaps, (int)line.Proposals);
}

/// <summary>What a run rehearsed for one person: a row of <c>dues_rehearsed</c>.</summary>
public sealed record DuesRehearsedRow(long MemberId, string Run, long Jma, long Prefecture, long Local, long LastYear, bool Moved, int Gaps, int Proposals = 0);

/// <summary>View tables written by yearly runs. Keys: <c>new ViewKey(member, run)</c>.</summary>
public static class DuesRunViews
{
    public static readonly ViewTable<DuesRehearsedRow> Rehearsed = new(
        "dues_rehearsed",
        2,
        [
            R.Big("member_id", r => r.MemberId),
            R.Text("run", r => r.Run),
            R.Big("jma", r => r.Jma),
            R.Big("prefecture", r => r.Prefecture),
            R.Big("local", r => r.Local),
            R.Big("last_year", r => r.LastYear),
            R.Bool("moved", r => r.Moved),
            R.Int("gaps", r => r.Gaps),
            R.Int("proposals", r => r.Proposals),
        ],
        new ViewIndex("dues_rehearsed_run", "run", "moved", "member_id"));

    public static readonly IReadOnlyList<ViewTable> All = [Rehearsed];
}
