using System.Globalization;
using JmaActors.Policies;
using JmaActors.Time;

namespace JmaActors.Training;

/// <summary>What differs between two versions of a program, in words of both languages. Pure.</summary>
static class ProgramDifferences
{
    static readonly Words None = new("なし", "none");

    public static IReadOnlyList<ProgramDifference> Between(ProgramContent before, ProgramContent after, PolicyBook book)
    {
        if (ReferenceEquals(before, after)) return [];
        var found = new List<ProgramDifference>();
        Add(found, "title", null, Same(before.Title), Same(after.Title));
        Add(found, "place", null, Same(before.Place), Same(after.Place));
        Add(found, "organizer", null, before.Organizer is null ? None : Same(before.Organizer), after.Organizer is null ? None : Same(after.Organizer));
        Add(found, "delivery", null, Delivery(before.Delivery), Delivery(after.Delivery));
        Add(found, "doors", null, Span(before.DoorsOpen, before.DoorsClose), Span(after.DoorsOpen, after.DoorsClose));
        Add(found, "whole-talk", null, Whole(before), Whole(after));
        Add(found, "terms", null, Terms(before), Terms(after));
        foreach (var no in before.Talks.Concat(after.Talks).Select(t => t.No).Distinct().Order())
            Talk(found, no, before.Talks.FirstOrDefault(t => t.No == no), after.Talks.FirstOrDefault(t => t.No == no), book);
        return found;
    }

    static void Talk(List<ProgramDifference> found, int no, Talk? was, Talk? now, PolicyBook book)
    {
        if (was is null) Add(found, "talk-added", no, None, Same(now!.Title));
        else if (now is null) Add(found, "talk-removed", no, Same(was.Title), None);
        else
        {
            Add(found, "talk-time", no, Span(was.Start, was.End), Span(now.Start, now.End));
            Add(found, "talk-title", no, Same(was.Title), Same(now.Title));
            Add(found, "talk-speaker", no, Same(was.Speaker), Same(now.Speaker));
            Add(found, "talk-kind", no, Kind(was.Kind), Kind(now.Kind));
            Add(found, "talk-code", no, Code(was, book), Code(now, book));
            Add(found, "talk-offers", no, Offers(was, book), Offers(now, book));
        }
    }

    static void Add(List<ProgramDifference> found, string field, int? talk, Words before, Words after)
    {
        if (before != after) found.Add(new ProgramDifference(field, talk, before, after));
    }

    static Words Delivery(ProgramDelivery delivery) => delivery switch
    {
        ProgramDelivery.Hall => new("会場", "hall"),
        ProgramDelivery.Web => new("ウェブ", "web"),
        _ => new("会場・ウェブ併用", "hall and web"),
    };

    static Words Same(string text) => new(text, text);

    static Words Whole(ProgramContent c) => c.WholeTalk ? new("全時間の聴講", "the whole talk") : new("30分ごと", "each half hour");

    static Words Terms(ProgramContent c)
    {
        var t = c.Terms ?? AttendanceTerms.Plain;
        return new(
            $"遅刻 {Figure(t.EntryMinutes)}・早退 {Figure(t.ExitMinutes)}・最低 {t.SharePercent}%・再入場 {(t.ReEntry ? "可" : "不可")}・{(t.SignUpOnly ? "申込者のみ" : "当日可")}・定員 {Figure(t.Capacity)}",
            $"late {Figure(t.EntryMinutes)}, early {Figure(t.ExitMinutes)}, at least {t.SharePercent}%, re-entry {(t.ReEntry ? "yes" : "no")}, {(t.SignUpOnly ? "signed up only" : "walk-in")}, at most {Figure(t.Capacity)} people");
    }

    static string Figure(int? figure) => figure?.ToString(CultureInfo.InvariantCulture) ?? "–";

    static Words Span(DateTimeOffset from, DateTimeOffset to) =>
        Same(string.Create(CultureInfo.InvariantCulture, $"{Tokyo.Of(from):yyyy-MM-dd HH:mm}–{Tokyo.Of(to):HH:mm}"));

    static Words Code(Talk talk, PolicyBook book) => talk.Code == default ? None : Same($"CC {talk.Code} {book.Codes.Title(talk.Code)}");

    static Words Offers(Talk talk, PolicyBook book)
    {
        if (talk.Offers is not { Count: > 0 } offers) return None;
        var titles = offers.Select(o => book.Title(o.Scheme, o.Subject, Tokyo.DateOf(talk.Start))).ToList();
        return new(string.Join("、", titles.Select(t => t.Ja)), string.Join("; ", titles.Select(t => t.En)));
    }

    static Words Kind(TalkKind kind) => kind switch
    {
        TalkKind.Lecture => new("講演", "lecture"),
        TalkKind.Greeting => new("挨拶", "greeting"),
        TalkKind.Ceremony => new("式典", "ceremony"),
        TalkKind.Break => new("休憩", "break"),
        _ => new("製品紹介", "product presentation"),
    };
}
