using System.Text;
using JmaActors.Rosters;
using JmaActors.Web.Files;
using JmaActors.WorkHours;

namespace JmaActors.Web.WorkHours;

/// <summary>Reads one line of an attendance system into a row, or says what is wrong in which column. Pure. Errors never repeat the field: it may be personal.</summary>
public static class AttendanceLine
{
    static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    /// <summary>The row; null with <paramref name="error"/> when a field cannot be read.</summary>
    public static AttendanceRow? Read(int number, IReadOnlyList<string> line, ColumnMap<AttendanceColumn> columns, AttendanceWords words, out RowError? error)
    {
        var (row, errors) = Look(number, line, columns, words);
        error = errors.Count > 0 ? errors[0] : null;
        return error is null ? row : null;
    }

    /// <summary>The row as far as it can be read, with everything that is wrong with it.</summary>
    public static (AttendanceRow Row, IReadOnlyList<RowError> Errors) Look(int number, IReadOnlyList<string> line, ColumnMap<AttendanceColumn> columns, AttendanceWords words)
    {
        var fields = new Fields(number, line, columns);
        var member = fields.Number<MemberId>(AttendanceColumn.Member, MemberId.TryParse, "bad-member", "A member number has ten digits.");
        var registry = fields.Number<RegistryNumber>(AttendanceColumn.Registry, RegistryNumber.TryParse, "bad-registry", "One to seven digits.");
        var employee = EmployeeNumbers.Normal(fields.Text(AttendanceColumn.Employee)) ?? "";
        if (member is null && registry is null && employee.Length == 0 && fields.Errors.Count == 0) fields.Fault(AttendanceColumn.Employee, "no-employee", "An employee, member or registry number is wanted.");
        var kind = words.Name(fields.Text(AttendanceColumn.Kind));
        if (kind is null) fields.Fault(AttendanceColumn.Kind, "unknown-kind", "Say what this word means with kinds=.");
        var (department, post) = (fields.Text(AttendanceColumn.Department), fields.Text(AttendanceColumn.Post));
        var (from, to) = Times(fields);
        var meant = AttendanceWords.Kind(kind ?? AttendanceWords.PassedOver);
        if (meant is null || from is null || to is null) return (new AttendanceRow(number, member, registry, employee, HoursKind.Scheduled, WorkMarks.None, null, null, null, null, department, post), fields.Errors);
        var (rest, on) = Break(fields, from.Value, to.Value);
        return (new AttendanceRow(number, member, registry, employee, meant.Value.Kind, meant.Value.Marks, from, to, rest, on, department, post), fields.Errors);
    }

    /// <summary>From when to when; neither on a day without work.</summary>
    static (DateTimeOffset? From, DateTimeOffset? To) Times(Fields fields)
    {
        if (fields.Empty(AttendanceColumn.Start) && fields.Empty(AttendanceColumn.End)) return (null, null);
        var day = fields.Day(AttendanceColumn.Date);
        var start = fields.Time(AttendanceColumn.Start);
        var end = fields.Time(AttendanceColumn.End);
        var last = fields.Day(AttendanceColumn.EndDate);
        if (start is not { } begins || end is not { } ends) return (null, null);
        if ((begins.Day ?? day) is not { } first)
        {
            if (fields.Errors.Count == 0) fields.Fault(AttendanceColumn.Date, "bad-date", "The day is wanted, in a column of its own or with the time.");
            return (null, null);
        }
        var from = At(first, begins.Time);
        var to = At(ends.Day ?? last ?? first, ends.Time);
        // Without a day of its own an end that is not after the beginning is of the day after.
        if (to <= from && !ends.Fixed && last is null) to = to.AddDays(1);
        if (to <= from) fields.Fault(AttendanceColumn.End, "ends-before-it-begins", "It ends after it begins.");
        return (from, to);
    }

    /// <summary>The break: from and to, or so many minutes, which are put into the middle of the work.</summary>
    static (DateTimeOffset? From, DateTimeOffset? To) Break(Fields fields, DateTimeOffset from, DateTimeOffset to)
    {
        DateTimeOffset? rest = null, on = null;
        if (!fields.Empty(AttendanceColumn.BreakStart) && !fields.Empty(AttendanceColumn.BreakEnd))
        {
            if (fields.Time(AttendanceColumn.BreakStart) is not { } begins || fields.Time(AttendanceColumn.BreakEnd) is not { } ends) return (null, null);
            var day = DateOnly.FromDateTime(from.DateTime);
            rest = After(At(begins.Day ?? day, begins.Time), from, begins.Fixed);
            on = After(At(ends.Day ?? day, ends.Time), rest.Value, ends.Fixed);
        }
        else if (!fields.Empty(AttendanceColumn.BreakMinutes))
        {
            if (fields.Minutes(AttendanceColumn.BreakMinutes) is not { } minutes || minutes == 0) return (null, null);
            var middle = Math.Floor((to - from - TimeSpan.FromMinutes(minutes)).TotalMinutes / 2);
            (rest, on) = (from.AddMinutes(middle), from.AddMinutes(middle + minutes));
        }
        if (rest < from || on > to || on <= rest) fields.Fault(fields.Empty(AttendanceColumn.BreakStart) ? AttendanceColumn.BreakMinutes : AttendanceColumn.BreakStart, "bad-break", "A break lies within the work.");
        return (rest, on);
    }

    static DateTimeOffset After(DateTimeOffset at, DateTimeOffset from, bool fixedDay) => at < from && !fixedDay ? at.AddDays(1) : at;

    static DateTimeOffset At(DateOnly day, TimeSpan time) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Tokyo) + time;

    sealed class Fields(int number, IReadOnlyList<string> line, ColumnMap<AttendanceColumn> columns)
    {
        public List<RowError> Errors { get; } = [];

        public void Fault(AttendanceColumn column, string reason, string detail) => Errors.Add(new RowError(number, AttendanceColumns.Set.NameOf(column), reason, detail));

        public bool Empty(AttendanceColumn column) => columns.Of(line, column).Length == 0;

        public string Text(AttendanceColumn column)
        {
            var text = columns.Of(line, column);
            if (text.Length > WorkHoursLimits.NameLength) Fault(column, "too-long", $"At most {WorkHoursLimits.NameLength} characters.");
            else if (text.Contains(FileEncoding.Unreadable)) Fault(column, "bad-text", "A character cannot be read in the file's encoding.");
            else if (text.HasControls()) Fault(column, "bad-text", "Leave out line breaks and control characters.");
            return text;
        }

        public DateOnly? Day(AttendanceColumn column)
        {
            var text = columns.Of(line, column);
            if (text.Length == 0) return null;
            if (FileValues.Day(text) is { } day) return day;
            Fault(column, "bad-date", "Write yyyy-MM-dd, or a year of an era.");
            return null;
        }

        public SaidTime? Time(AttendanceColumn column)
        {
            var text = columns.Of(line, column);
            if (text.Length > 0 && AttendanceTimes.Time(text) is { } time) return time;
            Fault(column, text.Length == 0 ? "no-time" : "bad-time", "Write H:mm, HHmm, or a day and a time.");
            return null;
        }

        public int? Minutes(AttendanceColumn column)
        {
            if (AttendanceTimes.Minutes(columns.Of(line, column)) is { } minutes) return minutes;
            Fault(column, "bad-break", "Write minutes, or H:mm.");
            return null;
        }

        public delegate bool Parse<T>(string? text, out T value);

        public T? Number<T>(AttendanceColumn column, Parse<T> parse, string reason, string wanted)
            where T : struct
        {
            var text = columns.Of(line, column).Normalize(NormalizationForm.FormKC);
            if (text.Length == 0) return null;
            if (parse(text, out var value)) return value;
            Fault(column, reason, wanted);
            return null;
        }
    }
}
