using JmaActors.Rosters;

namespace JmaActors.Tests.Grains.Rosters;

public class ImportDeciderTests
{
    readonly Story<ImportState, ImportEvent> story = new(new ImportLedger(), "roster");

    static ToImport<StartImport> Start(int? expected = null) => new("roster", new StartImport("roster.csv", expected, false, Caller.System));

    static ToImport<ChunkShape> Look(int index, int rows = 10, int unreadable = 0, string digest = "0a") => new("roster", new ChunkShape(index, rows, unreadable, digest));

    static ToImport<ChunkImported> Note(int index, int errors = 0) =>
        new("roster", new ChunkImported(index, 3, 2, 1, errors, [.. Enumerable.Range(1, errors).Select(i => new RowError(i, "kana", "bad-kana", ""))], "0a"));

    [Fact]
    public void It_starts_once()
    {
        story.When(ImportDecider.Start, Start()).Then<ImportStarted>();
        story.When(ImportDecider.Start, Start(7)).ThenNothing(repeat: true);
    }

    [Fact]
    public void It_is_not_endless()
    {
        story.When(ImportDecider.Start, Start(RosterLimits.Rows + 1)).ThenRefused("too-many-rows");
        story.When(ImportDecider.Start, Start()).Then<ImportStarted>();
        story.When(ImportDecider.Look, Look(0, RosterLimits.Chunk + 1)).ThenRefused("chunk-too-big");
        story.Given(new ChunkImported(0, RosterLimits.Rows - 5, 0, 0, 0, []));
        story.When(ImportDecider.Look, Look(1, 4, 2)).ThenRefused("too-many-rows");
        story.When(ImportDecider.Look, Look(1, 4, 1)).ThenNothing(repeat: false);
    }

    [Fact]
    public void A_chunk_counts_once()
    {
        story.When(ImportDecider.Look, Look(0)).ThenRefused("not-started");
        story.Given(new ImportStarted("roster.csv", null, false, Caller.System));
        story.When(ImportDecider.Look, Look(0)).ThenNothing(repeat: false);
        story.When(ImportDecider.Note, Note(0)).Then<ChunkImported>();
        story.When(ImportDecider.Note, Note(0)).ThenNothing(repeat: true);
        story.When(ImportDecider.Look, Look(0)).ThenNothing(repeat: true);
        Assert.Equal((1, 3, 2, 1), (story.State.Chunks.Count, story.State.Created, story.State.Updated, story.State.Unchanged));
    }

    [Fact]
    public void Another_file_under_the_same_key_is_refused()
    {
        story.Given(new ImportStarted("roster.csv", null, false, Caller.System));
        story.When(ImportDecider.Note, Note(0)).Then<ChunkImported>();
        story.When(ImportDecider.Look, Look(0, digest: "0b")).ThenRefused("other-file");
        story.Given(new ImportFinished());
        story.When(ImportDecider.Look, Look(0, digest: "0b")).ThenRefused("other-file");
        story.When(ImportDecider.Look, Look(0)).ThenNothing(repeat: true);
    }

    [Fact]
    public void An_import_older_than_digests_passes_its_chunks_over()
    {
        story.Given(new ImportStarted("roster.csv", null, false, Caller.System), new ChunkImported(0, 1, 0, 0, 0, []));
        story.When(ImportDecider.Look, Look(0)).ThenNothing(repeat: true);
    }

    [Fact]
    public void Errors_beyond_the_limit_are_only_counted()
    {
        story.Given(new ImportStarted("roster.csv", null, false, Caller.System));
        for (var i = 0; i < 6; i++) story.When(ImportDecider.Note, Note(i, 200)).Then<ChunkImported>();
        Assert.Equal((1_200, RosterLimits.ErrorsKept), (story.State.Failed, story.State.Errors.Count));
    }

    [Fact]
    public void After_the_end_nothing_more_is_taken()
    {
        story.When(ImportDecider.Finish, "roster").ThenRefused("not-started");
        story.Given(new ImportStarted("roster.csv", null, false, Caller.System)).When(ImportDecider.Finish, "roster").Then<ImportFinished>();
        story.When(ImportDecider.Look, Look(0)).ThenRefused("finished");
        story.When(ImportDecider.Finish, "roster").ThenNothing(repeat: true);
    }
}
