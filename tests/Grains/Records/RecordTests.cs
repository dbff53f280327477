using JmaActors.Credits;
using JmaActors.Enrolments;
using JmaActors.Members;
using JmaActors.Passes;
using JmaActors.Records;
using JmaActors.Tests.Grains.Members;
using JmaActors.Tests.Grains.Training;
using JmaActors.Time;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Core.Internal;

namespace JmaActors.Tests.Grains.Records;

/// <summary>What happened to a person is told over all ledgers, and what was so on a past day is read without waking anybody.</summary>
public sealed class RecordTests(TimedHouse house) : IClassFixture<TimedHouse>
{
    static readonly string[] All = [RecordChapters.Member, RecordChapters.Credits, RecordChapters.Enrolments, RecordChapters.Passes, RecordChapters.Certificates];
    static readonly Caller Clerk = Caller.Office(AssociationId.Local(26, 7));
    static CancellationToken Ct => TimedHouse.Ct;

    IRecordGrain Record => house.Grains.GetGrain<IRecordGrain>(0);

    DateOnly Today => Tokyo.DateOf(house.Clock.GetUtcNow());

    [Fact]
    public async Task Everything_that_happened_is_told_newest_first_with_who_what_and_why()
    {
        var (me, _) = await house.Somebody();
        house.Pass(1);
        var credits = house.Credits(me);
        await credits.Accrue(new AccrueCredit("a", CreditMethod.Lecture, new CurriculumCode(12), Units.Of(1m), Today.AddDays(-3), "講演会", true, Clerk), Ct);
        house.Pass(1);
        await credits.Correct(new CorrectCredit("a", Units.Of(1.5m), null, Today.AddDays(-4), null, "受講票の読み違い", Clerk), Ct);
        house.Pass(1);
        await house.Grains.GetGrain<IPassGrain>(me.Number).Revoke(new RevokePasses("p", "lost", Caller.Member(me)), Ct);
        house.Pass(1);
        await house.Grains.GetGrain<IMemberGrain>(me.Number).ChangeProfile(new ChangeProfile("n", People.Person(name: "見本 桜"), null, Today, "改姓", Clerk), Ct);

        var lines = (await Read(me, All)).Lines;

        Assert.Equal(["profile-changed", "passes-revoked", "credit-corrected", "credit-accrued", "member-registered"], lines.Select(l => l.Type));
        Assert.Equal(("改姓", Clerk, Today), (lines[0].Reason, lines[0].By, lines[0].Effective));
        Assert.Contains(new RecordChange("name", "見本 花子", "見本 桜"), lines[0].Changes);
        Assert.DoesNotContain(lines[0].Changes, c => c.Fact == "kana");
        Assert.Equal((CallerRole.Member, "lost"), (lines[1].By.Role, lines[1].Reason));
        var correction = lines[2];
        Assert.Equal(("講演会", "受講票の読み違い", 1L, Today.AddDays(-4)), (correction.About, correction.Reason, correction.Corrects, correction.Effective));
        Assert.Equal([new RecordChange("units", "1", "1.5"), new RecordChange("date", $"{Today.AddDays(-3):yyyy-MM-dd}", $"{Today.AddDays(-4):yyyy-MM-dd}")], correction.Changes);
        Assert.True(correction.Edition.Length > 0);
        Assert.Equal(2L, lines[3].CorrectedBy);
        Assert.Contains(new RecordChange("local", null, "26-007"), lines[4].Changes);
    }

    [Fact]
    public async Task Pages_are_without_gap_or_repeat_and_a_chapter_is_told_alone()
    {
        var (me, _) = await house.Somebody();
        for (var i = 0; i < 23; i++) await house.Credits(me).Accrue(new AccrueCredit($"k{i}", CreditMethod.Lecture, new CurriculumCode(1), Units.Of(0.5m), Today, "t", true, Clerk), Ct);
        var seen = new List<(string, long)>();
        string? after = null;
        do
        {
            var page = (await Record.History(new RecordQuery(me, All, after, 7), Clerk, Ct)).Value!;
            Assert.InRange(page.Lines.Count, 1, 7);
            seen.AddRange(page.Lines.Select(l => (l.Ledger, l.Version)));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(24, seen.Distinct().Count());
        Assert.Equal(24, seen.Count);
        Assert.Equal(["member"], (await Read(me, [RecordChapters.Member])).Lines.Select(l => l.Chapter).Distinct());
        Assert.Empty((await Read(me, [])).Lines);
    }

    [Fact]
    public async Task A_programs_ledger_tells_of_this_person_and_of_nobody_else()
    {
        var now = house.Clock.GetUtcNow();
        var (host, me) = (AssociationId.Prefecture(26), (await house.Somebody()).Id);
        var (other, _) = await house.Somebody();
        var program = house.Grains.GetGrain<JmaActors.Training.ITrainingProgramGrain>("P26-20261123-RECORD");
        var talk = new JmaActors.Training.Talk(1, now.AddDays(9), now.AddDays(9).AddHours(1), "Talk", "Speaker", new CurriculumCode(7));
        Assert.Null((await program.Create(new JmaActors.Training.CreateProgram(host, "冬の研修会", "Hall", false, now.AddDays(9).AddHours(-1), now.AddDays(9).AddHours(3), [talk], Caller.System), Ct)).Refusal);
        await program.Approved(Ct);
        await program.Publish(Caller.System, Ct);
        var enrolment = house.Grains.GetGrain<IEnrolmentGrain>("P26-20261123-RECORD");
        var terms = new EnrolmentTerms(
            10, false, null, Yen.Zero, Yen.Zero, now.AddDays(-1), now.AddDays(8), now.AddDays(8), EnrolmentCircle.Everybody, EnrolmentCircle.Everybody, 0, true);
        var set = await enrolment.SetTerms(new SetEnrolmentTerms(terms, Caller.System), Ct);
        Assert.True(set.Accepted, set.Refusal?.Reason);
        Assert.Null((await enrolment.SignUp(new SignUp(other, EnrolmentMode.Hall, 0, "s1", Caller.Member(other)), Ct)).Refusal);
        Assert.Null((await enrolment.SignUp(new SignUp(me, EnrolmentMode.Hall, 0, "s2", Caller.Member(me)), Ct)).Refusal);
        Assert.Null((await enrolment.Cancel(new CancelSignUp(me, "s3", Caller.Member(me)), Ct)).Refusal);

        var lines = (await Read(me, [RecordChapters.Enrolments])).Lines;

        Assert.Equal(["sign-up-cancelled", "place-given", "signed-up"], lines.Select(l => l.Type));
        Assert.All(lines, l => Assert.Equal("冬の研修会", l.About));
        Assert.Contains(new RecordChange("standing", "confirmed", "cancelled"), lines[0].Changes);
        Assert.Contains(new RecordChange("number", null, "2"), lines[1].Changes);
    }

    [Fact]
    public async Task What_was_believed_and_what_held_differ_by_what_was_recorded_late()
    {
        var (me, _) = await house.Somebody();
        var credits = house.Credits(me);
        var believedOn = Today;
        await credits.Accrue(new AccrueCredit("a", CreditMethod.Lecture, new CurriculumCode(12), Units.Of(1m), Today, "講演会", true, Clerk), Ct);
        house.Pass(60 * 24 * 2);
        await credits.Accrue(new AccrueCredit("late", CreditMethod.Lecture, new CurriculumCode(13), Units.Of(2m), believedOn, "講演会", true, Clerk), Ct);
        await credits.Correct(new CorrectCredit("a", Units.Of(1.5m), null, null, null, "misread", Clerk), Ct);
        await house.Grains.GetGrain<IMemberGrain>(me.Number).ChangeMembership(new ChangeMembership("m", Membership.None, believedOn, "left", Clerk), Ct);

        var read = (await Record.AsOf(me, believedOn, Clerk, Ct)).Value!;

        Assert.True(read.Differ);
        Assert.Equal((2m, 5.5m), (read.Believed.Benefits[0].Standing.Headline.Value, read.Held.Benefits[0].Standing.Headline.Value));
        Assert.Equal((People.Everywhere, Membership.None), (read.Believed.Membership, read.Held.Membership));
        Assert.Equal(["a"], read.Believed.Benefits[0].Counted.Lines.Select(l => l.Key));
        Assert.Equal(["late", "a~2", "a"], read.Held.Benefits[0].Counted.Lines.Select(l => l.Key));
        Assert.Equal(believedOn, read.Held.Benefits[0].Standing.Why.On);
        Assert.Null((await Record.AsOf(People.Someone(), believedOn, Clerk, Ct)).Value);
    }

    [Fact]
    public async Task Looking_back_wakes_nobody()
    {
        var (me, _) = await house.Somebody();
        await house.Credits(me).Accrue(new AccrueCredit("a", CreditMethod.Lecture, new CurriculumCode(12), Units.Of(1m), Today, "講演会", true, Clerk), Ct);
        var actors = new IAddressable[] { house.Credits(me), house.Grains.GetGrain<IMemberGrain>(me.Number) };
        foreach (var actor in actors) await actor.AsReference<IGrainManagementExtension>().DeactivateOnIdle(Ct);
        var management = house.Grains.GetGrain<IManagementGrain>(0);
        await Associations.Eventually.Be("both actors to be asleep", () => Awake(management, actors), awake => awake == 0, Ct);

        Assert.NotNull((await Record.AsOf(me, Today, Clerk, Ct)).Value);
        Assert.NotEmpty((await Read(me, All)).Lines);

        Assert.Equal(0, await Awake(management, actors));
    }

    static async Task<int> Awake(IManagementGrain management, IAddressable[] actors)
    {
        var found = await Task.WhenAll(actors.Select(a => management.GetActivationAddress(a).AsTask()));
        return found.Count(f => f is not null);
    }

    [Fact]
    public async Task A_membership_recorded_ahead_is_shown_by_the_record_at_once_and_by_lists_once_begun()
    {
        var (me, _) = await house.Somebody();
        var member = house.Grains.GetGrain<IMemberGrain>(me.Number);
        await member.ChangeMembership(new ChangeMembership("m", new(AssociationId.Local(26, 8), MembershipLayers.All, MemberCategory.B), Today.AddDays(1), "moves", Clerk), Ct);
        Assert.Equal("26-007", (await member.Read(Clerk, Ct))!.Membership.Local!.Value.Code);
        Assert.Equal([People.From, Today.AddDays(1)], (await member.Record(Clerk, Ct))!.Periods.Select(p => p.From));

        house.Pass(60 * 24);
        Assert.Equal("26-008", (await member.Read(Clerk, Ct))!.Membership.Local!.Value.Code);
        Assert.Equal("26-007", await Listed(me));
        await house.Service<MembershipBeginnings>().Begin(Ct);
        Assert.Equal("26-008", await Listed(me));
        Assert.Equal("membership-began", (await Read(me, [RecordChapters.Member])).Lines[0].Type);
        Assert.False(await member.Begin(Ct));
    }

    [Fact]
    public async Task A_card_goes_with_a_correction_of_who_somebody_is_now()
    {
        var (me, card) = await house.Somebody();
        var member = house.Grains.GetGrain<IMemberGrain>(me.Number);
        var other = People.Card();

        Assert.Null((await member.CorrectIdentity(new CorrectIdentity("c", 1, People.Person(), other, People.From, "typo", Clerk), Ct)).Refusal);

        Assert.Equal(other, (await member.Read(Clerk, Ct))!.Card);
        Assert.Null(await house.Grains.Reservation(Identifiers.Key(card)).Holder(Identifiers.Key(card), Ct));
        Assert.Equal(me, await house.Grains.Reservation(Identifiers.Key(other)).Holder(Identifiers.Key(other), Ct));
        var (somebody, _) = await house.Somebody();
        var taken = await house.Grains.GetGrain<IMemberGrain>(somebody.Number).CorrectIdentity(new CorrectIdentity("c", 1, People.Person(), other, People.From, "typo", Clerk), Ct);
        Assert.Equal("card-taken", taken.Refusal?.Reason);
    }

    async Task<string?> Listed(MemberId me) => (await house.Service<IMemberDirectory>().LocalAssociations([me.Number], Ct))[me.Number];

    async Task<RecordPage> Read(MemberId me, IReadOnlyList<string> chapters) => (await Record.History(new RecordQuery(me, chapters, Size: 100), Clerk, Ct)).Value!;
}
