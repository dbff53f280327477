using JmaActors.Rosters;

namespace JmaActors.Tests.Grains.Rosters;

/// <summary>A dry run, and the import of what it looked at.</summary>
public class TrialStories
{
    readonly Story<ImportState, ImportEvent> story = new(new ImportLedger(), "roster");

    static ToImport<StartImport> Terms(ImportMode mode = ImportMode.CreateAndUpdate, ImportKind kind = ImportKind.Roster, bool post = false) =>
        new("roster", new StartImport("roster.csv", 20, false, Caller.System, kind, mode, post));

    static ToImport<ChunkShape> Look(int index, string digest = "0a") => new("roster", new ChunkShape(index, 10, 0, digest));

    ToImport<TriedChunk> Tried(int index, ImportStarted? terms = null) => new("roster", new TriedChunk(new ChunkImported(index, 5, 2, 1, 1, [], "0a", 1), terms ?? story.State.Trial!.Started!));

    static ToImport<ChunkImported> Done(int index) => new("roster", new ChunkImported(index, 5, 2, 1, 1, [], "0a", 1));

    void Try(params int[] chunks)
    {
        story.When(ImportDecider.TryStart, Terms()).Then<TrialStarted>();
        foreach (var chunk in chunks) story.When(ImportDecider.TryNote, Tried(chunk)).Then<ChunkTried>();
        story.When(ImportDecider.TryFinish, "roster").Then<TrialFinished>();
    }

    [Fact]
    public void What_was_tried_is_shown_apart_from_what_was_done()
    {
        story.When(ImportDecider.TryStart, Terms()).Then<TrialStarted>();
        Assert.Equal(ImportStage.Trying, story.State.Progress("roster")!.Stage);
        story.When(ImportDecider.TryNote, Tried(0)).Then<ChunkTried>();
        story.When(ImportDecider.TryNote, Tried(0)).ThenNothing(repeat: true);
        story.When(ImportDecider.TryFinish, "roster").Then<TrialFinished>();

        var progress = story.State.Progress("roster")!;
        Assert.Equal((ImportStage.Tried, 0, 10, 1), (progress.Stage, progress.Done, progress.Trial!.Done, progress.Trial.Skipped));
    }

    [Fact]
    public void Only_what_was_tried_is_imported()
    {
        Try(0);
        story.When(ImportDecider.Start, Terms(ImportMode.CreateOnly)).ThenRefused("other-terms");
        story.When(ImportDecider.Start, Terms()).Then<ImportStarted>();
        story.When(ImportDecider.Look, Look(0, "0b")).ThenRefused("other-file");
        story.When(ImportDecider.Look, Look(1)).ThenRefused("other-file");
        story.When(ImportDecider.Look, Look(0)).ThenNothing(repeat: false);
        story.When(ImportDecider.Note, Done(0)).Then<ChunkImported>();
        story.When(ImportDecider.Finish, "roster").Then<ImportFinished>();

        var progress = story.State.Progress("roster")!;
        Assert.Equal((ImportStage.Done, 10, 10), (progress.Stage, progress.Done, progress.Trial!.Done));
    }

    [Fact]
    public void A_dry_run_that_was_cut_off_goes_on_and_one_that_is_done_or_of_other_terms_is_replaced()
    {
        story.When(ImportDecider.TryStart, Terms()).Then<TrialStarted>();
        story.When(ImportDecider.TryNote, Tried(0)).Then<ChunkTried>();
        story.When(ImportDecider.TryStart, Terms()).ThenNothing(repeat: true);
        story.When(ImportDecider.TryLook, Look(0)).ThenNothing(repeat: true);
        var before = story.State.Trial!.Started!;
        story.When(ImportDecider.TryStart, Terms(ImportMode.UpdateOnly)).Then<TrialStarted>();
        Assert.Equal(0, story.State.Trial!.Done);
        story.When(ImportDecider.TryNote, Tried(1, before)).ThenRefused("other-terms");
        story.When(ImportDecider.TryFinish, "roster").Then<TrialFinished>();
        story.When(ImportDecider.TryStart, Terms(ImportMode.UpdateOnly)).Then<TrialStarted>();
    }

    [Fact]
    public void An_import_that_has_begun_is_tried_no_more()
    {
        Try(0);
        story.When(ImportDecider.Start, Terms()).Then<ImportStarted>();
        story.When(ImportDecider.TryStart, Terms()).ThenRefused("already-started");
        story.When(ImportDecider.TryLook, Look(0)).ThenRefused("already-started");
    }

    [Fact]
    public void A_dry_run_that_did_not_end_holds_nobody()
    {
        story.When(ImportDecider.TryStart, Terms()).Then<TrialStarted>();
        story.When(ImportDecider.Start, Terms(ImportMode.CreateOnly)).Then<ImportStarted>();
        story.When(ImportDecider.Look, Look(3)).ThenNothing(repeat: false);
    }

    [Fact]
    public void Nothing_is_tried_before_it_is_begun()
    {
        story.When(ImportDecider.TryLook, Look(0)).ThenRefused("not-started");
        story.When(ImportDecider.TryFinish, "roster").ThenRefused("not-started");
    }

    [Fact]
    public void Chunks_of_another_kind_or_meaning_are_refused()
    {
        story.When(ImportDecider.Start, Terms(kind: ImportKind.Credits, post: true)).Then<ImportStarted>();
        story.When(ImportDecider.Look, Look(0)).ThenRefused("other-terms");
        story.When(ImportDecider.Look, new ToImport<ChunkShape>("roster", new ChunkShape(0, 1, 0, "0a", ImportKind.Credits))).ThenRefused("other-terms");
        story.When(ImportDecider.Look, new ToImport<ChunkShape>("roster", new ChunkShape(0, 1, 0, "0a", ImportKind.Credits, true))).ThenNothing(repeat: false);
    }
}
