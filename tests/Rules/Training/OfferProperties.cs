using CsCheck;
using JmaActors.Credits;
using JmaActors.Policies;
using JmaActors.Time;
using JmaActors.Training;

namespace JmaActors.Tests.Rules.Training;

/// <summary>Timelines of every kind, on both sides of the night of 31 March 2022.</summary>
public class OfferProperties
{
    static readonly PolicyBook Book = Seeds.Book;

    static readonly DateOnly[] Days = [new(2021, 6, 1), new(2022, 3, 31), new(2022, 4, 1), new(2026, 11, 23)];

    static readonly CreditScheme[] Others = [CreditScheme.Occupational, CreditScheme.Sports, CreditScheme.Kakaritsuke, CreditScheme.CommonLecture];

    /// <summary>A line of a timeline before it has its place: minutes of pause before it, minutes it lasts.</summary>
    sealed record Draft(TalkKind Kind, int Pause, int Minutes, int Title, short Code, Offer[] Offers);

    static readonly Gen<Offer> AnyOffer =
        from scheme in Pick(Others)
        from known in Gen.Frequency((9, Gen.Const(true)), (1, Gen.Const(false)))
        from pick in Gen.Int[0, 99]
        let subjects = Book.Scheme(scheme, Days[^1])!.Subjects.Keys.Order().ToArray()
        select new Offer(scheme, known ? subjects[pick % subjects.Length] : (short)(100 + pick));

    static readonly Gen<Draft> Lecture =
        from pause in Pick(0, 0, 10)
        from minutes in Gen.OneOf(Pick(30, 60, 90, 120), Gen.Int[1, 200])
        from title in Gen.Int[1, 6]
        from code in Pick<short>(0, 2, 7, 8, 74)
        from offers in AnyOffer.Array[0, 2]
        select new Draft(TalkKind.Lecture, pause, minutes, title, code, offers);

    static readonly Gen<Draft> Line =
        from kind in Pick(TalkKind.Greeting, TalkKind.Ceremony, TalkKind.Break, TalkKind.ProductPresentation)
        from minutes in Gen.Int[1, 60]
        select new Draft(kind, 0, minutes, 9, 0, []);

    static readonly Gen<(DateOnly Day, Talk[] Talks)> Timelines =
        from day in Pick(Days)
        from drafts in Gen.Frequency((5, Lecture), (1, Line)).Array[1, 4]
        select (day, Place(day, drafts));

    static Gen<T> Pick<T>(params T[] of) => Gen.Int[0, of.Length - 1].Select(i => of[i]);

    static Talk[] Place(DateOnly day, Draft[] drafts)
    {
        var at = Tokyo.At(day, new TimeOnly(8, 0));
        return [.. drafts.Select((d, i) =>
        {
            var start = at.AddMinutes(d.Pause);
            at = start.AddMinutes(d.Minutes);
            return new Talk(i + 1, start, at, $"題{d.Title}", "演者", new CurriculumCode(d.Code), d.Kind, d.Offers);
        })];
    }

    static Refusal? Check(params Talk[] talks) => TimelineRules.Check(talks.Min(t => t.Start), talks.Max(t => t.End), talks, Book);

    static Talk[] On(DateOnly day, Talk[] talks)
    {
        var by = Tokyo.At(day, new TimeOnly(8, 0)) - Tokyo.At(Tokyo.DateOf(talks[0].Start), new TimeOnly(8, 0));
        return [.. talks.Select(t => t with { Start = t.Start + by, End = t.End + by })];
    }

    [Fact]
    public void Units_of_an_accepted_timeline_never_exceed_its_lecture_time_in_any_scheme()
    {
        var (taken, refused) = (0, 0);
        Timelines.Sample(timeline =>
        {
            if (Check(timeline.Talks) is null) Interlocked.Increment(ref taken);
            else Interlocked.Increment(ref refused);
            NeverMoreThanLectureTime(timeline.Talks);
        }, iter: 20_000);
        Assert.True(taken > 1_000 && refused > 1_000, $"{taken} taken, {refused} refused");
    }

    static void NeverMoreThanLectureTime(Talk[] talks)
    {
        if (Check(talks) is not null) return;
        var hours = (decimal)talks.Where(t => t.Kind == TalkKind.Lecture).Sum(t => (t.End - t.Start).TotalHours);
        Assert.True(talks.Sum(t => TimelineRules.MaxUnits(t, Book).Value) <= hours);
        foreach (var scheme in Others)
            Assert.True(talks.Sum(t => (t.Offers ?? []).Where(o => o.Scheme == scheme).Sum(o => OfferRules.Units(t, o, Book).Value)) <= hours);
    }

    [Fact]
    public void Every_offer_of_an_accepted_timeline_earns_something_and_has_a_title() => Timelines.Sample(timeline =>
    {
        if (Check(timeline.Talks) is not null) return;
        foreach (var (talk, offer) in timeline.Talks.SelectMany(t => (t.Offers ?? []).Select(o => (t, o))))
        {
            Assert.True(OfferRules.Units(talk, offer, Book) > Units.Zero);
            Assert.NotEqual($"{offer.Subject}", Book.Title(offer.Scheme, offer.Subject, timeline.Day).Ja);
        }
    }, iter: 20_000);

    [Fact]
    public void No_accepted_timeline_gives_more_of_a_subject_than_its_limit() => Timelines.Sample(timeline =>
    {
        if (Check(timeline.Talks) is not null) return;
        var given = timeline.Talks.SelectMany(t => (t.Offers ?? []).Select(o => (o.Scheme, o.Subject, Units: OfferRules.Units(t, o, Book)))).GroupBy(g => (g.Scheme, g.Subject));
        Assert.All(given, g => Assert.True(Book.Scheme(g.Key.Scheme, timeline.Day)!.Subjects[g.Key.Subject].Limit?.UnitsMost is not { } most || g.Sum(x => x.Units.Value) <= most.Value));
    }, iter: 20_000);

    [Fact]
    public void Every_refusal_names_a_rule_on_record() => Timelines.Sample(timeline =>
    {
        if (Check(timeline.Talks) is not { } refusal) return;
        Assert.NotNull(Book.Table.Find(refusal.Rule, timeline.Day));
        Assert.NotEmpty(refusal.Detail);
    }, iter: 20_000);

    [Fact]
    public void The_order_in_which_talks_are_listed_decides_nothing() => Timelines.Sample(
        timeline => Assert.Equal(Check(timeline.Talks), Check([.. timeline.Talks.Reverse()])), iter: 5_000);

    [Fact]
    public void The_first_day_of_fiscal_year_2022_refuses_of_what_the_day_before_took_only_themes_that_are_split() => Timelines.Sample(timeline =>
    {
        var before = Check(On(new DateOnly(2022, 3, 31), timeline.Talks));
        var since = Check(On(new DateOnly(2022, 4, 1), timeline.Talks));
        var split = timeline.Talks.Zip(timeline.Talks.Skip(1)).Any(p =>
            p.First.Kind == TalkKind.Lecture && p.Second.Kind == TalkKind.Lecture && p.First.End == p.Second.Start && p.First.Title == p.Second.Title
            && (p.First.Code != default || p.Second.Code != default));
        if (before is null && split) Assert.Contains(since?.Reason, new[] { "join-talks", "one-code-per-talk" });
        else if (before is null) Assert.Null(since);
        else Assert.NotNull(since);
    }, iter: 20_000);

    [Fact]
    public void What_a_talk_offers_beside_changes_nothing_of_its_CME_units() => Timelines.Sample(timeline =>
        Assert.All(timeline.Talks, t => Assert.Equal(TimelineRules.MaxUnits(t with { Offers = null }, Book), TimelineRules.MaxUnits(t, Book))), iter: 2_000);

    [Fact]
    public void On_the_web_no_timeline_is_taken_that_a_hall_would_not_take() => Timelines.Sample(timeline =>
    {
        var web = TimelineRules.Check(timeline.Talks.Min(t => t.Start), timeline.Talks.Max(t => t.End), timeline.Talks, Book, new OfferSetting(AssociationId.Prefecture(26), WebOnly: true));
        if (web is not null) return;
        Assert.Null(Check(timeline.Talks));
        Assert.All(timeline.Talks.SelectMany(t => (t.Offers ?? []).Select(o => (t, o))), x => Assert.True(OfferRules.CountsOnWeb(x.t, x.o, AssociationId.Prefecture(26), Book)));
    }, iter: 10_000);
}
