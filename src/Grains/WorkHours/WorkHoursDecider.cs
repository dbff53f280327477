using JmaActors.Ledgers;
using JmaActors.Policies;
using JmaActors.Time;
using Decision = JmaActors.Ledgers.Decision<JmaActors.WorkHours.WorkHoursEvent>;

namespace JmaActors.WorkHours;

/// <summary>What a ledger of working hours decides. Pure.</summary>
public sealed class WorkHoursDecider(PolicyBook book)
{
    /// <summary>Why a clock-out is refused where nothing runs.</summary>
    internal const string NotWorking = "not-working";

    static readonly HoursKind[] NotClocked = [HoursKind.Leave, HoursKind.CompensatoryRest];

    /// <summary>Begins work as it happens.</summary>
    public Decision ClockIn(WorkHoursState state, ClockIn command, Deciding deciding)
    {
        if ((BadKey(command.Key) ?? Unfit(state, command.Key, command.Workplace, command.At ?? deciding.Now, command.Department, command.Post)) is { } unfit) return Decision.Refuse(unfit);
        if (Known(state, command.Key, command.Workplace.Code) is { } known) return known;
        if (!Enum.IsDefined(command.Kind) || NotClocked.Contains(command.Kind)) return Decision.Refuse("kind-not-clocked", WorkRuleIds.Record);
        if (state.Whole.Open(command.Workplace.Code) is not null) return Decision.Refuse("already-working");
        var at = command.At ?? deciding.Now;
        if (Untimely(at, at, deciding.Now, reason: "") is { } untimely) return Decision.Refuse(untimely);
        var from = WorkMinute.Of(at);
        var shift = WorkShifts.Of(state.Whole, command.Workplace.Code, from);
        return Decided(new WorkClockedIn(
            command.Key, command.Workplace.Code, command.Kind, from, command.Department, command.Post, WorkShifts.Marked(state.Whole, command.Workplace.Code, from, command.Marks, shift), shift?.Id), from, deciding);
    }

    /// <summary>Ends the work that runs at a workplace.</summary>
    public Decision ClockOut(WorkHoursState state, ClockOut command, Deciding deciding)
    {
        if (BadKey(command.Key) is { } bad) return Decision.Refuse(bad);
        if (Known(state, command.Key, command.Workplace.Code) is { } known) return known;
        if (state.Open(command.Workplace.Code) is not { } open) return Decision.Refuse(NotWorking);
        var at = command.At ?? deciding.Now;
        if (at > deciding.Now + WorkHoursLimits.ClockSkew) return Decision.Refuse("in-the-future");
        var to = WorkMinute.UpTo(at);
        // Out within the minute of in is a minute: a begun one was worked.
        if (to == open.From) to++;
        if (to < open.From) return Decision.Refuse("ends-before-it-begins");
        return TooLong(open.From, to, deciding) is { } long_ ? Decision.Refuse(long_) : Decided(new WorkClockedOut(command.Key, open.Key, to), open.From, deciding);
    }

    /// <summary>Records a stretch of time afterwards.</summary>
    public Decision Record(WorkHoursState state, RecordWork command, Deciding deciding) => BadKey(command.Key) is { } bad ? Decision.Refuse(bad) : Taken(state, command, deciding);

    Decision Taken(WorkHoursState state, RecordWork command, Deciding deciding)
    {
        if (Unfit(state, command.Key, command.Workplace, command.From, command.Department, command.Post) is { } unfit) return Decision.Refuse(unfit);
        if (Known(state, command.Key, command.Workplace.Code) is { } known) return known;
        if (!Enum.IsDefined(command.Kind)) return Decision.Refuse("kind-not-clocked", WorkRuleIds.Record);
        if (command.Reason.Length > WorkHoursLimits.ReasonLength) return Decision.Refuse("reason-too-long", "", $"A reason has at most {WorkHoursLimits.ReasonLength} characters.");
        if (Untimely(command.From, command.To, deciding.Now, command.Reason) is { } untimely) return Decision.Refuse(untimely);
        var (from, to) = (WorkMinute.Of(command.From), WorkMinute.UpTo(command.To));
        if (to <= from) return Decision.Refuse("ends-before-it-begins");
        if (TooLong(from, to, deciding) is { } long_) return Decision.Refuse(long_);
        var shift = WorkShifts.Of(state.Whole, command.Workplace.Code, from, to, command.Shift);
        return Decided(new WorkRecorded(
            command.Key, command.Workplace.Code, command.Kind, from, to, command.Source, command.Department, command.Post, WorkShifts.Marked(state.Whole, command.Workplace.Code, from, command.Marks, shift), shift?.Id, command.Reason), from, deciding);
    }

    /// <summary>
    /// Records many, under keys the house made of what they say. What one of them says changes for the next only which keys are taken and how much room is left: the plan by which it is judged stays.
    /// </summary>
    public Decision Record(WorkHoursState state, WorkBatch batch, Deciding deciding)
    {
        var (events, dates, keys) = (new List<WorkHoursEvent>(batch.Commands.Count), new List<DateOnly>(batch.Commands.Count), new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < batch.Commands.Count; i++)
        {
            var command = batch.Commands[i];
            var one = keys.Contains(command.Key!) && Unfit(state, command.Key, command.Workplace, command.From, command.Department, command.Post) is null ? Decision.Again()
                : state.Records.Count + events.Count >= WorkHoursLimits.Records && command.Key is not null && !state.Knows(command.Key) ? Decision.Refuse(Full())
                : Taken(state, command, deciding);
            batch.Found(i, one.Refusal, one.Repeat);
            if (one.Count == 0) continue;
            events.Add(one[0]);
            dates.Add(one.Effective!.Value);
            keys.Add(command.Key!);
        }
        return events.Count == 0 ? Decision.Nothing() : Decision.Events(events, dates, book.Work(Tokyo.DateOf(deciding.Now)).Edition);
    }

    /// <summary>Puts another record in the place of a wrong one.</summary>
    public Decision Correct(WorkHoursState state, CorrectWork command, Deciding deciding)
    {
        if (BadKey(command.Key) is { } bad) return Decision.Refuse(bad);
        if (Known(state, command.Key, state.Find(command.Record)?.Workplace) is { } known) return known;
        if (Standing(state, command.Record, command.Reason) is { } not) return Decision.Refuse(not);
        var record = state.Find(command.Record)!;
        if (record.To is null && command.To is null) return Decision.Refuse("still-running");
        if (command.Kind is { } kind && !Enum.IsDefined(kind)) return Decision.Refuse("kind-not-clocked", WorkRuleIds.Record);
        if (TooLongName(command.Department, command.Post) is { } name) return Decision.Refuse(name);
        if (command.To > deciding.Now + WorkHoursLimits.ClockSkew || command.From > deciding.Now + WorkHoursLimits.ClockSkew) return Decision.Refuse("in-the-future");
        if (command.From < new DateTimeOffset(book.Work(default).From.ToDateTime(TimeOnly.MinValue), Tokyo.Offset)) return Decision.Refuse("recorded-too-late", WorkRuleIds.LateEntry);
        var (from, to) = (command.From is { } f ? WorkMinute.Of(f) : record.From, command.To is { } t ? WorkMinute.UpTo(t) : record.To!.Value);
        if (to <= from) return Decision.Refuse("ends-before-it-begins");
        if (TooLong(from, to, deciding) is { } long_) return Decision.Refuse(long_);
        // Whether a plan stands behind it is not the corrector's to say.
        var marks = (command.Marks ?? record.Marks) & ~WorkMarks.Rostered | record.Marks & WorkMarks.Rostered;
        return Decided(new WorkCorrected(
            command.Key, record.Key, command.Kind ?? record.Kind, from, to, command.Department ?? record.Department, command.Post ?? record.Post, marks, command.Reason), from, deciding);
    }

    /// <summary>Takes a correction back.</summary>
    public Decision Undo(WorkHoursState state, UndoWorkCorrection command, Deciding deciding)
    {
        if (BadKey(command.Key) is { } bad) return Decision.Refuse(bad);
        if (Known(state, command.Key, state.Find(command.Record)?.Workplace) is { } known) return known;
        if (Standing(state, command.Record, command.Reason) is { } not) return Decision.Refuse(not);
        return state.Find(command.Record)!.Corrects is null
            ? Decision.Refuse("not-a-correction")
            : Decided(new WorkCorrectionUndone(command.Key, command.Record, command.Reason), state.Find(command.Record)!.From, deciding);
    }

    /// <summary>Takes a record back.</summary>
    public Decision Withdraw(WorkHoursState state, WithdrawWork command, Deciding deciding)
    {
        if (BadKey(command.Key) is { } bad) return Decision.Refuse(bad);
        if (Known(state, command.Key, state.Find(command.Record)?.Workplace) is { } known) return known;
        return Standing(state, command.Record, command.Reason) is { } not
            ? Decision.Refuse(not)
            : Decided(new WorkWithdrawn(command.Key, command.Record, command.Reason), state.Find(command.Record)!.From, deciding);
    }

    Decision Decided(WorkHoursEvent e, int from, Deciding deciding) =>
        Decision.Event(e, WorkMinute.DateOf(from), book.Work(Tokyo.DateOf(deciding.Now)).Edition);

    static Refusal? Unfit(WorkHoursState state, string key, WorkplaceId workplace, DateTimeOffset at, string department, string post) =>
        BadLength(key) ?? TooLongName(department, post)
        ?? (workplace.Code is null || !state.Whole.WorksAt(workplace.Code, at) ? new Refusal("unknown-workplace")
        : state.Records.Count >= WorkHoursLimits.Records && !state.Knows(key) ? Full() : null);

    static Refusal Full() => new("ledger-full", "", $"A ledger takes {WorkHoursLimits.Records} records.");

    /// <summary>Of a key somebody chose: those the house makes itself are not to be taken before it does.</summary>
    internal static Refusal? BadKey(string key) => BadLength(key) ?? (Array.Exists(OfTheHouse, p => key.StartsWith(p, StringComparison.Ordinal))
        ? new Refusal("bad-key", "", $"Keys that begin with {string.Join(" or ", OfTheHouse)} are the house's own.") : null);

    static readonly string[] OfTheHouse = [AttendanceRules.Keys, Interviews.InterviewsLedger.Marks];

    static Refusal? BadLength(string key) =>
        key is { Length: > 0 and <= WorkHoursLimits.KeyLength } ? null : new Refusal("bad-key", "", $"A key has 1 to {WorkHoursLimits.KeyLength} characters.");

    /// <summary>A repeat, when what was done under the key is about a record at the workplace. Of one at another, or of something else, nothing is answered.</summary>
    static Decision? Known(WorkHoursState state, string key, string? workplace) =>
        !state.Knows(key) ? null : state.About(key) is { } record && record.Workplace == workplace ? Decision.Again() : Decision.Refuse(KeyTaken);

    internal static readonly Refusal KeyTaken = new("key-taken", "", "This key has been used for something else: choose another.");

    static Refusal? TooLongName(string? department, string? post) => department?.Length > WorkHoursLimits.NameLength || post?.Length > WorkHoursLimits.NameLength
        ? new Refusal("name-too-long", "", $"A department or post has at most {WorkHoursLimits.NameLength} characters.") : null;

    /// <summary>Not before it happened, and not after the window without a reason.</summary>
    Refusal? Untimely(DateTimeOffset from, DateTimeOffset to, DateTimeOffset now, string reason)
    {
        if (to > now + WorkHoursLimits.ClockSkew) return new Refusal("in-the-future");
        var policy = book.Work(Tokyo.DateOf(now));
        var late = Tokyo.DateOf(now).DayNumber - Tokyo.DateOf(to).DayNumber > policy.LateDays;
        if (late && string.IsNullOrWhiteSpace(reason)) return new Refusal("recorded-too-late", WorkRuleIds.LateEntry, $"Work is recorded within {policy.LateDays} days; later with a reason.");
        if (from > to) return new Refusal("ends-before-it-begins");
        return Tokyo.DateOf(from) < book.Work(default).From ? new Refusal("recorded-too-late", WorkRuleIds.LateEntry, "The limits begin later.") : null;
    }

    Refusal? TooLong(int from, int to, Deciding deciding)
    {
        var longest = book.Work(Tokyo.DateOf(deciding.Now)).LongestRecord;
        return to - from > longest ? new Refusal("record-too-long", WorkRuleIds.Record, $"A record spans at most {longest / WorkMinute.Hour} hours.") : null;
    }

    static Refusal? Standing(WorkHoursState state, string key, string reason)
    {
        if (key is null || state.Find(key) is not { } record) return new Refusal("unknown-record");
        if (!record.Stands) return new Refusal("not-standing");
        if (string.IsNullOrWhiteSpace(reason)) return new Refusal("no-reason");
        return reason.Length > WorkHoursLimits.ReasonLength ? new Refusal("reason-too-long", "", $"A reason has at most {WorkHoursLimits.ReasonLength} characters.") : null;
    }
}
