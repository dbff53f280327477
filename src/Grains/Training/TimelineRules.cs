using JmaActors.Credits;
using JmaActors.Policies;
using JmaActors.Time;
using static System.FormattableString;

namespace JmaActors.Training;

/// <summary>What a program's timeline must keep to before it can be opened. Null means: nothing against it.</summary>
public static class TimelineRules
{
    /// <summary>Checks a program to be created: its titles, its door and its talks.</summary>
    public static Refusal? Check(CreateProgram command, PolicyBook book) =>
        CheckText(command.Title, "title")
        ?? (Enum.IsDefined(command.Delivery) ? null : new Refusal("bad-delivery", "", "A program is held in a hall, on the web, or both."))
        ?? (command.Place is { Length: <= TrainingLimits.TitleLength } ? null : Text("bad-place", "place"))
        ?? Check(command.DoorsOpen, command.DoorsClose, command.Talks, book, new OfferSetting(command.Host, command.Terms?.Capacity, command.Delivery == ProgramDelivery.Web));

    /// <summary>Checks a timeline that replaces a draft's.</summary>
    public static Refusal? Check(SetTimeline command, PolicyBook book) =>
        Check(command.DoorsOpen, command.DoorsClose, command.Talks, book);

    /// <summary>
    /// Checks door and talks by the policy of the first talk's date, and what each talk offers (<see cref="OfferRules"/>). A talk shorter than
    /// half an hour is no fault; it earns nothing.
    /// </summary>
    public static Refusal? Check(DateTimeOffset doorsOpen, DateTimeOffset doorsClose, IReadOnlyList<Talk> talks, PolicyBook book, OfferSetting setting = default)
    {
        if (talks is not { Count: > 0 }) return new Refusal("no-talks", CmeRuleIds.Timeline, "A program has at least one talk.");
        if (talks.Count > TrainingLimits.Talks)
            return new Refusal("too-many-talks", CmeRuleIds.Timeline, $"A program has at most {TrainingLimits.Talks} talks.");
        if (!Plausible(doorsOpen) || !Plausible(doorsClose) || !talks.All(t => Plausible(t.Start) && Plausible(t.End)))
            return new Refusal("bad-date", CmeRuleIds.Timeline, "Doors and talks lie in this century.");
        var ordered = talks.OrderBy(t => t.Start).ThenBy(t => t.No).ToArray();
        var policy = book.Cme(Tokyo.DateOf(ordered[0].Start));
        return Each(ordered, policy, setting, book) ?? Together(ordered, policy) ?? OfferRules.CheckTogether(ordered, book) ?? Door(doorsOpen, doorsClose, ordered);
    }

    /// <summary>
    /// Checks the codes somebody wants to give to one talk: at least one, all known, and since fiscal year 2022 exactly one however long the
    /// talk is (rule <c>cme.code-per-talk</c>). Before that an organiser could split a long talk, at least one step of time per code.
    /// </summary>
    public static Refusal? CheckCodes(IReadOnlyList<CurriculumCode> codes, DateTimeOffset start, DateTimeOffset end, PolicyBook book)
    {
        var policy = book.Cme(Tokyo.DateOf(start));
        if (codes.Count == 0) return new Refusal("no-code", CmeRuleIds.CodePerTalk, "A talk has a curriculum code.");
        foreach (var code in codes)
        {
            if (!book.Codes.Knows(code)) return new Refusal("unknown-code", CmeRuleIds.KnownCode, $"There is no curriculum code {code}.");
        }
        if (policy.OneCodePerTalk && codes.Count > 1)
            return new Refusal("one-code-per-talk", CmeRuleIds.CodePerTalk, $"A talk has exactly one curriculum code; {codes.Count} were given.");
        return (end - start).Ticks / policy.Step.Ticks < codes.Count && codes.Count > 1
            ? new Refusal("too-many-codes", CmeRuleIds.CodePerTalk, "Each code needs half an hour of the talk.")
            : null;
    }

    /// <summary>The CME units a talk can earn at most: the full steps of its length. 29 minutes are 0.0, 90 minutes 1.5; without a code, or no lecture, 0.0.</summary>
    public static Units MaxUnits(Talk talk, PolicyBook book)
    {
        if (talk.Kind != TalkKind.Lecture || talk.Code == default) return Units.Zero;
        var policy = book.Cme(Tokyo.DateOf(talk.Start));
        return policy.Scale.Of(talk.End - talk.Start);
    }

    /// <summary>Outside these years an instant is a slip of the hand, and has no date in Tokyo.</summary>
    static bool Plausible(DateTimeOffset at) => at >= SessionLimits.Earliest && at <= SessionLimits.Latest;

    static Refusal? Each(Talk[] talks, CmePolicy policy, OfferSetting setting, PolicyBook book)
    {
        foreach (var talk in talks)
        {
            if (talk.No is < 1 or > TrainingLimits.TalkNumber) return OfTalk("bad-talk-number", CmeRuleIds.Timeline, talk, $"is numbered from 1 to {TrainingLimits.TalkNumber}");
            if (talk.End <= talk.Start) return OfTalk("talk-ends-before-start", CmeRuleIds.Timeline, talk, "ends after it starts");
            if (talk.End - talk.Start > policy.LongestTalk) return OfTalk("talk-too-long", CmeRuleIds.TalkLength, talk, Invariant($"lasts at most {policy.LongestTalk.TotalHours:0} hours"));
            if (Earning(talk, setting, book) is { } refusal) return refusal;
            if (CheckText(talk.Title, $"title of talk {talk.No}") is { } title) return title;
            if (talk.Speaker is not { Length: <= TrainingLimits.TitleLength }) return Text("bad-speaker", $"speaker of talk {talk.No}");
        }
        return Array.Exists(talks, t => t.Kind == TalkKind.Lecture) ? null : new Refusal("no-lecture", TrainingRuleIds.Lecture, "A program has at least one lecture.");
    }

    /// <summary>A lecture has one known code, or none when it offers units of other schemes; whatever else stands on a timeline earns nothing.</summary>
    static Refusal? Earning(Talk talk, OfferSetting setting, PolicyBook book)
    {
        if (!Enum.IsDefined(talk.Kind)) return OfTalk("bad-talk-kind", TrainingRuleIds.CountedTime, talk, "is a lecture, greeting, ceremony, break or product presentation");
        var offers = talk.Offers is { Count: > 0 };
        if (talk.Kind != TalkKind.Lecture)
        {
            return talk.Code == default && !offers
                ? null
                : OfTalk("earns-nothing", TrainingRuleIds.CountedTime, talk, $"is no lecture but of kind {talk.Kind}: it has no code and offers no units");
        }
        if (talk.Code == default && !offers) return OfTalk("no-code", CmeRuleIds.CodePerTalk, talk, "has a curriculum code, or offers units of another scheme");
        return talk.Code == default || book.Codes.Knows(talk.Code)
            ? OfferRules.Check(talk, setting, book)
            : OfTalk("unknown-code", CmeRuleIds.KnownCode, talk, $"has code {talk.Code}, which does not exist");
    }

    static Refusal? Together(Talk[] talks, CmePolicy policy)
    {
        var year = Tokyo.FiscalYearOf(talks[0].Start);
        var numbers = new HashSet<int>();
        for (var i = 0; i < talks.Length; i++)
        {
            var talk = talks[i];
            if (!numbers.Add(talk.No)) return OfTalk("talk-number-twice", CmeRuleIds.Timeline, talk, "has a number of its own");
            if (Tokyo.FiscalYearOf(talk.Start) != year || Tokyo.FiscalYearOf(talk.End) != year)
                return OfTalk("two-fiscal-years", CmeRuleIds.Year, talk, $"lies in {year} as the first one does");
            if (i == 0) continue;
            if (talk.Start < talks[i - 1].End) return OfTalk("talks-overlap", CmeRuleIds.Timeline, talk, $"starts after talk {talks[i - 1].No} has ended");
            if (policy.OneCodePerTalk && OneTheme(talks[i - 1], talk))
            {
                return talks[i - 1].Code == talk.Code
                    ? OfTalk("join-talks", CmeRuleIds.CodePerTalk, talk, $"continues talk {talks[i - 1].No} on one theme: enter both as one talk, with all speakers")
                    : OfTalk("one-code-per-talk", CmeRuleIds.CodePerTalk, talk, $"continues talk {talks[i - 1].No} under another code; one talk has one code");
            }
        }
        return null;
    }

    /// <summary>Lectures on one theme written as two without a break, by one speaker or several. Where neither earns CME units nothing is split.</summary>
    static bool OneTheme(Talk before, Talk after) =>
        before.Kind == TalkKind.Lecture && after.Kind == TalkKind.Lecture && before.End == after.Start
        && (before.Code != default || after.Code != default)
        && string.Equals(before.Title.Trim(), after.Title.Trim(), StringComparison.Ordinal);

    static Refusal? Door(DateTimeOffset open, DateTimeOffset close, Talk[] talks)
    {
        if (open > talks[0].Start) return new Refusal("doors-open-late", CmeRuleIds.Timeline, "The door opens before the first talk starts.");
        if (close - open > TrainingLimits.DoorsLongest)
            return new Refusal("doors-too-long", CmeRuleIds.Timeline, $"Doors are open for at most {TrainingLimits.DoorsLongest.TotalHours:0} hours; give each day a program of its own.");
        return close < talks.Max(t => t.End)
            ? new Refusal("doors-close-early", CmeRuleIds.Timeline, "The door closes after the last talk has ended.")
            : null;
    }

    static Refusal? CheckText(string? text, string what) =>
        string.IsNullOrWhiteSpace(text) || text.Length > TrainingLimits.TitleLength ? Text("bad-title", what) : null;

    static Refusal Text(string reason, string what) => new(reason, "", $"The {what} has at most {TrainingLimits.TitleLength} characters and a title at least one.");

    static Refusal OfTalk(string reason, string rule, Talk talk, string must) => new(reason, rule, $"Talk {talk.No} {must}.");
}
