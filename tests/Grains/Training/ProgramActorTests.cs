using JmaActors.Credits;
using JmaActors.Directory;
using JmaActors.Time;
using JmaActors.Training;

namespace JmaActors.Tests.Grains.Training;

/// <summary>Programs as actors: what is approved opens, what is copied is a draft of its own, what happened can be read.</summary>
public class ProgramActorTests(TimedHouse house) : IClassFixture<TimedHouse>
{
    static CancellationToken Ct => TimedHouse.Ct;

    static readonly AssociationId Host = AssociationId.Local(26, 7);

    static Talk Talk(int no, int day, int hour, short code) => new(
        no, Tokyo.At(new DateOnly(2027, 2, day), new TimeOnly(hour, 0)), Tokyo.At(new DateOnly(2027, 2, day), new TimeOnly(hour + 1, 0)), $"高血圧 {no}", "見本 一郎", new CurriculumCode(code));

    async Task<ITrainingProgramGrain> Create(string id, int day = 10, string title = "Seminar")
    {
        var program = house.Grains.GetGrain<ITrainingProgramGrain>(id);
        Talk[] talks = [Talk(1, day, 13, 74), Talk(2, day, 15, 12)];
        var created = await program.Create(new CreateProgram(Host, title, "会館", true, talks[0].Start.AddHours(-1), talks[1].End.AddHours(1), talks, Caller.System, Organizer: "市民病院"), Ct);
        Assert.Null(created.Refusal);
        return program;
    }

    IDirectoryGrain Directory => house.Grains.GetGrain<IDirectoryGrain>(0);

    [Fact]
    public async Task Approved_and_opened_program_hands_its_session_over_and_tells_its_history()
    {
        var program = await Create("P26-ACT-1");
        Assert.Equal("not-approved", (await program.Open(Caller.System, Ct)).Refusal!.Reason);
        await program.Approved(Ct);
        await program.Change(Changed((await program.Read(Caller.System, Ct))!) with { Title = "Better" }, Ct);
        await program.Publish(Caller.System, Ct);
        var opened = await program.Open(Caller.System, Ct);

        Assert.Equal(ProgramStage.Open, opened.Value!.Stage);
        Assert.Equal("Better", (await house.Grains.GetGrain<ISessionGrain>(opened.Value.Session.Code).Read(Caller.System, Ct))!.Title);
        var history = await program.History(0, Caller.System, Ct);
        Assert.Equal(["created", "applied", "approve", "changed", "published", "opened"], history.Select(h => h.What));
        Assert.Equal(("office:26", 1L), (history[2].By, history[2].On));
        Assert.Equal(("title", "Seminar", "Better"), (history[3].Changes[0].Field, history[3].Changes[0].Before.Ja, history[3].Changes[0].After.Ja));
        Assert.Equal(["opened"], (await program.History(5, Caller.System, Ct)).Select(h => h.What));
    }

    [Fact]
    public async Task Copy_moves_every_instant_by_whole_days_and_is_a_draft_again()
    {
        var program = await Create("P26-ACT-2");
        await program.Approved(Ct);
        var copy = house.Grains.GetGrain<ITrainingProgramGrain>("P26-ACT-2C");
        var answer = await copy.Copy(new CopyProgram(new ProgramId("P26-ACT-2"), new DateOnly(2027, 3, 10), null, Caller.System), Ct);
        var again = await copy.Copy(new CopyProgram(new ProgramId("P26-ACT-2"), new DateOnly(2027, 3, 11), null, Caller.System), Ct);

        Assert.True(again.Repeat);
        var v = answer.Value!;
        Assert.Equal((ProgramStage.Draft, "P26-ACT-2", "市民病院"), (v.Stage, v.CopiedFrom?.Code, v.Organizer));
        Assert.Equal(Tokyo.At(new DateOnly(2027, 3, 10), new TimeOnly(13, 0)), v.Talks[0].Start);
        Assert.Equal(Tokyo.At(new DateOnly(2027, 3, 10), new TimeOnly(12, 0)), v.DoorsOpen);
        Assert.Equal("no-program", (await house.Grains.GetGrain<ITrainingProgramGrain>("P26-ACT-2D").Copy(new CopyProgram(new ProgramId("NOBODY"), new DateOnly(2027, 3, 10), null, Caller.System), Ct)).Refusal!.Reason);
        Assert.Equal("copied", (await copy.History(0, Caller.System, Ct))[0].What);
    }

    [Fact]
    public async Task Drafts_are_found_by_their_host_applications_by_their_approver_and_published_ones_by_everybody()
    {
        var program = await Create("P26-ACT-3", 11, "とても珍しい題名");
        var query = new ProgramQuery(null, null, null, Text: "珍しい");
        var member = Caller.Member(new MemberId(1_000_000_001));

        Assert.Single(await Found(query, Caller.Office(Host)));
        Assert.Empty(await Found(query, Caller.Office(AssociationId.Prefecture(26))));
        Assert.Empty(await Found(query, member));
        await program.Apply(Caller.System, Ct);
        Assert.Single(await Found(query with { WaitsFor = AssociationId.Prefecture(26) }, Caller.Office(AssociationId.Prefecture(26))));
        Assert.Empty(await Found(query, Caller.Office(AssociationId.Prefecture(27))));
        Assert.Empty(await Found(query, member));
        await program.Approved(Ct);
        Assert.Empty(await Found(query with { WaitsFor = AssociationId.Prefecture(26) }, Caller.System));
        await program.Publish(Caller.System, Ct);
        var line = Assert.Single(await Found(query, member));
        Assert.Equal((ProgramStage.Published, CreditScheme.Cme, "市民病院"), (line.Stage, Assert.Single(line.Schemes!), line.Organizer));
    }

    [Fact]
    public async Task Subjects_to_offer_are_those_of_the_date_with_their_titles()
    {
        var subjects = await Directory.Subjects(new DateOnly(2026, 11, 23), Ct);

        Assert.Equal([CreditScheme.Occupational, CreditScheme.Sports, CreditScheme.Kakaritsuke, CreditScheme.CommonLecture], subjects.Select(s => s.Scheme).Distinct());
        Assert.All(subjects, s => Assert.True(s.Title.Ja.Length > 0 && s.Title.En.Length > 0));
    }

    async Task<IReadOnlyList<ProgramLine>> Found(ProgramQuery query, Caller caller) => (await Directory.Programs(query, caller, Ct)).Programs;

    static ChangeProgram Changed(ProgramView v) => new(v.Title, v.Place, v.WholeTalk, v.DoorsOpen, v.DoorsClose, v.Talks, v.Terms, v.Organizer, v.Content, Caller.System);
}
