using JmaActors.Rosters;
using JmaActors.Training;

namespace JmaActors.Web.Sessions;

/// <summary>One line of a web log: who, by one or more numbers, and when.</summary>
/// <param name="Line">Its line in the file.</param>
public sealed record WebLogRow(
    int Line, MemberId? Member, RegistryNumber? Registry, CardNumber? Card, DateTimeOffset From, DateTimeOffset To, bool Identity, bool Keyword);

/// <summary>What a line is read against: the session's day and doors, and now.</summary>
/// <param name="Latest">Times after this have not happened yet.</param>
public sealed record WebLogTimes(DateOnly Day, DateTimeOffset DoorsOpen, DateTimeOffset DoorsClose, DateTimeOffset Latest)
{
    /// <summary>How far the video system's clock may be ahead; as the session allows its readers.</summary>
    static readonly TimeSpan ClockAhead = TimeSpan.FromMinutes(5);

    public static WebLogTimes Of(SessionView session, DateTimeOffset now) => new(
        DateOnly.FromDateTime(session.DoorsOpen.ToOffset(TimeSpan.FromHours(9)).DateTime), session.DoorsOpen, session.DoorsClose, now + ClockAhead);
}

/// <summary>Reads one line of a web log, or says what is wrong in which column. Pure.</summary>
public static class WebLogLine
{
    /// <summary>The row; null with <paramref name="error"/> when it cannot be taken. The error never repeats the field: it may be personal.</summary>
    public static WebLogRow? Read(int number, IReadOnlyList<string> line, WebLogColumns columns, WebLogTimes times, out RowError? error)
    {
        var fields = new Fields(number, line, columns);
        var (member, registry, card) = fields.Who();
        var from = fields.Time(WebLogColumn.Enter, times.Day);
        var to = fields.Time(WebLogColumn.Leave, times.Day);
        var identity = fields.Mark(WebLogColumn.Identity);
        var keyword = fields.Mark(WebLogColumn.Keyword);
        if (fields.Error is null) fields.Within(from, to, times);
        error = fields.Error;
        return error is null ? new WebLogRow(number, member, registry, card, from, to, identity, keyword) : null;
    }

    sealed class Fields(int number, IReadOnlyList<string> line, WebLogColumns columns)
    {
        /// <summary>The first fault of the line.</summary>
        public RowError? Error { get; private set; }

        public (MemberId?, RegistryNumber?, CardNumber?) Who()
        {
            var member = Number<MemberId>(WebLogColumn.Member, MemberId.TryParse, "bad-member", "A member number has ten digits.");
            var registry = Number<RegistryNumber>(WebLogColumn.Registry, RegistryNumber.TryParse, "bad-registry", "One to seven digits.");
            var card = Number<CardNumber>(WebLogColumn.Card, CardNumber.TryParse, "bad-card", "4 to 24 letters or digits.");
            var any = columns.Of(line, WebLogColumn.Person);
            if (any.Length == 0)
            {
                if (member is null && registry is null && card is null) Fault(WebLogColumn.Person, "no-person", "A member, registry or card number is wanted.");
            }
            else if (MemberId.TryParse(any, out var m)) member ??= m;
            else if (RegistryNumber.TryParse(any, out var r)) registry ??= r;
            else if (CardNumber.TryParse(any, out var c)) card ??= c;
            else Fault(WebLogColumn.Person, "no-person", "Ten digits of a member, one to seven of a registry number, or 4 to 24 letters or digits of a card.");
            return (member, registry, card);
        }

        public DateTimeOffset Time(WebLogColumn column, DateOnly day)
        {
            if (WebLogValues.Time(columns.Of(line, column), day) is { } time) return time;
            Fault(column, "bad-when", "Write yyyy/MM/dd HH:mm:ss in Tokyo time, or ISO 8601.");
            return default;
        }

        public bool Mark(WebLogColumn column)
        {
            if (WebLogValues.Mark(columns.Of(line, column)) is { } mark) return mark;
            Fault(column, "bad-mark", "Yes or no: yes/no, true/false, 1/0, ○/×.");
            return false;
        }

        public void Within(DateTimeOffset from, DateTimeOffset to, WebLogTimes times)
        {
            if (to <= from) Fault(WebLogColumn.Leave, "ends-first", "It ends before it begins.");
            else if (from > times.DoorsClose || to < times.DoorsOpen) Fault(WebLogColumn.Enter, "outside-session", "It lies outside the session.");
            else if (to > times.Latest) Fault(WebLogColumn.Leave, "not-yet", "It has not happened yet.");
        }

        delegate bool Parse<T>(string? text, out T value);

        T? Number<T>(WebLogColumn column, Parse<T> parse, string reason, string wanted)
            where T : struct
        {
            var text = columns.Of(line, column);
            if (text.Length == 0) return null;
            if (parse(text, out var value)) return value;
            Error ??= new RowError(number, WebLogColumns.NameOf(column), reason, wanted);
            return null;
        }

        void Fault(WebLogColumn column, string reason, string detail) => Error ??= new RowError(number, WebLogColumns.NameOf(column), reason, detail);
    }
}
