using JmaActors.Enrolments;
using JmaActors.Journal;
using JmaActors.Members;
using JmaActors.Tests.Grains.Members;
using JmaActors.Tests.Grains.Training;
using JmaActors.Training;

namespace JmaActors.Tests.Grains.Enrolments;

/// <summary>The actor on a real journal: many callers at once, and waking again. In a house of its own, for its parcels go to sessions.</summary>
public sealed class EnrolmentActorTests
{
    const int Callers = 64;
    const int Places = 20;

    static CancellationToken Ct => ActorHouse.Ct;

    [Fact]
    public async Task Sixty_four_callers_at_once_fill_every_place_once_and_a_repeat_gets_the_first_answer()
    {
        await using var house = await ActorHouse.Open();
        var (program, people) = await Open(house, "P26-ENROL-1", Places);

        var answers = await Task.WhenAll(people.Select(p => program.SignUp(Wish(p), Ct)));
        var again = await Task.WhenAll(people.Select(p => program.SignUp(Wish(p), Ct)));

        Assert.All(answers, a => Assert.True(a is { Accepted: true, Repeat: false }));
        Assert.All(again, a => Assert.True(a is { Accepted: true, Repeat: true }));
        Assert.Equal(answers.Select(a => (a.Value!.Standing, a.Value.Number, a.Value.Position)), again.Select(a => (a.Value!.Standing, a.Value.Number, a.Value.Position)));
        Assert.Equal(Enumerable.Range(1, Places), answers.Where(a => a.Value!.Standing == EnrolmentStanding.Confirmed).Select(a => a.Value!.Number).Order());
        Assert.Equal(Enumerable.Range(1, Callers - Places), answers.Where(a => a.Value!.Standing == EnrolmentStanding.Waiting).Select(a => a.Value!.Position).Order());
    }

    [Fact]
    public async Task Cancelling_and_signing_up_at_once_leaves_no_place_free_and_pays_every_payment_once_also_after_waking_again()
    {
        await using var house = await ActorHouse.Open();
        var (program, people) = await Open(house, "P26-ENROL-2", Places);
        foreach (var person in people[..(Callers / 2)]) await program.SignUp(Wish(person), Ct);

        await Task.WhenAll(people.Select(async (p, i) =>
        {
            if (i < Places / 2) await program.Cancel(new CancelSignUp(p, "c", Caller.System), Ct);
            else if (i < Callers / 2) await Task.WhenAll(Pay(program, p), Pay(program, p));
            else await program.SignUp(Wish(p), Ct);
        }));
        var before = await program.Figures(Caller.System, Ct);
        await SignUpDesk.Leave(program);
        var after = await program.Figures(Caller.System, Ct);

        Assert.Equal(before, after);
        Assert.Equal((Places, Places / 2), (after!.Hall, after.Cancelled));
        Assert.Equal(Callers - Places - Places / 2, after.WaitingHall);
        Assert.Equal(Callers / 2 - Places / 2, after.Entries);
        Assert.Equal(after.Entries * 3_000, after.Collected.Amount);
    }

    [Fact]
    public async Task The_price_follows_the_membership_and_nobody_unknown_signs_up()
    {
        await using var house = await ActorHouse.Open();
        var (program, people) = await Open(house, "P26-ENROL-3", Places);
        var other = People.Someone();
        await house.Grains.GetGrain<IMemberGrain>(other.Number).Register(People.Registration(membership: Membership.None), Ct);

        Assert.Equal(new Yen(3_000), (await program.SignUp(Wish(people[0]), Ct)).Value!.Due);
        Assert.Equal(new Yen(5_000), (await program.SignUp(Wish(other), Ct)).Value!.Due);
        Assert.Equal("unknown-member", (await program.SignUp(Wish(People.Someone()), Ct)).Refusal!.Reason);
        Assert.Equal("no-program", (await house.Grains.GetGrain<IEnrolmentGrain>("P26-NONE").SetTerms(new SetEnrolmentTerms(Terms(1), Caller.System), Ct)).Refusal!.Reason);
        Assert.Equal("no-sign-up", (await house.Grains.GetGrain<IEnrolmentGrain>("P26-NONE").SignUp(Wish(people[0]), Ct)).Refusal!.Reason);
    }

    [Fact]
    public async Task What_was_called_off_gives_no_more_places_and_what_is_a_draft_none_yet()
    {
        await using var house = await ActorHouse.Open();
        var (program, people) = await Open(house, "P26-ENROL-5", 1);
        await program.SignUp(Wish(people[0]), Ct);
        await program.SignUp(Wish(people[1]), Ct);
        Assert.Null((await house.Grains.GetGrain<ITrainingProgramGrain>("P26-ENROL-5").Cancel(new CancelProgram("台風", Caller.System), Ct)).Refusal);
        await program.Cancel(new CancelSignUp(people[0], "c", Caller.System), Ct);
        await SignUpDesk.Leave(program);

        Assert.Equal(EnrolmentStanding.Waiting, (await program.Place(people[1], Caller.System, Ct))!.Standing);
        Assert.Equal("cancelled", (await program.Add(new AddAttendee(people[2], "a", Caller.System), Ct)).Refusal!.Reason);
        await house.Grains.GetGrain<ITrainingProgramGrain>("P26-ENROL-6").Copy(new CopyProgram(new ProgramId("P26-ENROL-5"), new DateOnly(2027, 2, 1), null, Caller.System), Ct);
        var draft = house.Grains.GetGrain<IEnrolmentGrain>("P26-ENROL-6");
        await draft.SetTerms(new SetEnrolmentTerms(Terms(1), Caller.System), Ct);
        Assert.Equal("not-published", (await draft.SignUp(Wish(people[0]), Ct)).Refusal!.Reason);
    }

    [Fact]
    public async Task A_reference_that_names_somebody_stands_nowhere_in_the_journal_and_counts_once_all_the_same()
    {
        await using var house = await ActorHouse.Open();
        var (program, people) = await Open(house, "P26-ENROL-7", 1);
        await program.SignUp(Wish(people[0]), Ct);
        var payment = new RecordPayment(people[0], new Yen(3_000), PaymentMethod.Transfer, new DateOnly(2026, 4, 1), "ヤマダ タロウ", "p", Caller.System);

        Assert.True((await program.RecordPayment(payment, Ct)).Accepted);
        await SignUpDesk.Leave(program);
        Assert.Equal("reference-used", (await program.RecordPayment(payment with { Key = "q" }, Ct)).Refusal!.Reason);
        var stored = await house.Service<IJournal>().Read("enrolment/P26-ENROL-7", 0, Ct);
        Assert.DoesNotContain(stored.Events, e => System.Text.Encoding.UTF8.GetString(e.Body).Contains("ヤマダ", StringComparison.Ordinal));
        var marks = house.Service<IReferenceMarks>();
        Assert.Equal(marks.Of(new ProgramId("P26-A"), "x"), marks.Of(new ProgramId("P26-A"), "x"));
        Assert.NotEqual(marks.Of(new ProgramId("P26-A"), "x"), marks.Of(new ProgramId("P26-B"), "x"));
    }

    [Fact]
    public async Task Lists_show_what_was_answered_to_the_host_and_to_oneself_and_to_nobody_else()
    {
        await using var house = await ActorHouse.Open();
        var (program, people) = await Open(house, "P26-ENROL-4", 1);
        await program.SignUp(Wish(people[0]), Ct);
        await program.SignUp(Wish(people[1]), Ct);
        var lists = house.Grains.GetGrain<IEnrolmentListGrain>(0);
        var query = new AttendeeQuery(new ProgramId("P26-ENROL-4"), "", null, null);

        var seen = await lists.Attendees(query, Caller.Office(new AssociationId("26")), Ct);
        Assert.Equal([people[0], people[1]], seen.Attendees.Select(a => a.Member));
        Assert.Equal([EnrolmentStanding.Confirmed, EnrolmentStanding.Waiting], seen.Attendees.Select(a => a.Standing));
        Assert.Empty((await lists.Attendees(query, Caller.Office(new AssociationId("27")), Ct)).Attendees);
        Assert.Empty((await lists.Attendees(query, Caller.Member(people[0]), Ct)).Attendees);
        Assert.Equal("P26-ENROL-4", Assert.Single((await lists.OfMember(people[0], null, 10, Caller.Member(people[0]), Ct)).Enrolments).Program.Code);
        Assert.Empty((await lists.OfMember(people[0], null, 10, Caller.Member(people[1]), Ct)).Enrolments);
        Assert.Empty((await lists.OfMember(people[0], null, 10, Caller.Office(new AssociationId("26")), Ct)).Enrolments);
    }

    static async Task<(IEnrolmentGrain Program, MemberId[] People)> Open(ActorHouse house, string id, int places)
    {
        var start = TimeProvider.System.GetUtcNow().AddDays(30);
        Talk[] talks = [new(1, start, start.AddMinutes(60), "Talk", "Speaker", new CurriculumCode(8))];
        var training = house.Grains.GetGrain<ITrainingProgramGrain>(id);
        var created = await training.Create(
            new CreateProgram(new AssociationId("26"), "Seminar", "Hall", false, start.AddHours(-1), start.AddHours(3), talks, Caller.System), Ct);
        Assert.Null(created.Refusal);
        await training.Approved(Ct);
        Assert.Null((await training.Publish(Caller.System, Ct)).Refusal);
        MemberId[] people = [.. Enumerable.Range(0, Callers).Select(_ => People.Someone())];
        await Task.WhenAll(people.Select(p => house.Grains.GetGrain<IMemberGrain>(p.Number).Register(People.Registration(), Ct)));
        var program = house.Grains.GetGrain<IEnrolmentGrain>(id);
        Assert.Null((await program.SetTerms(new SetEnrolmentTerms(Terms(places), Caller.System), Ct)).Refusal);
        return (program, people);
    }

    static EnrolmentTerms Terms(int places)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new EnrolmentTerms(
            places, false, null, new Yen(3_000), new Yen(5_000), now.AddDays(-1), now.AddDays(20), now.AddDays(20), EnrolmentCircle.Everybody, EnrolmentCircle.HostMembers, 0, true);
    }

    static SignUp Wish(MemberId member) => new(member, EnrolmentMode.Hall, 0, "k", Caller.System);

    static Task<Answer<EnrolmentPlace>> Pay(IEnrolmentGrain program, MemberId member) => program.RecordPayment(
        new RecordPayment(member, new Yen(3_000), PaymentMethod.Cash, new DateOnly(2026, 4, 1), "", $"p{member}", Caller.System), Ct);
}
