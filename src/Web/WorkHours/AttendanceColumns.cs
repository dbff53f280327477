using JmaActors.Web.Files;

namespace JmaActors.Web.WorkHours;

/// <summary>The columns of a file of an attendance system (勤怠システム). Documented in <c>docs/attendance-csv.md</c>.</summary>
public enum AttendanceColumn
{
    Employee,
    Member,
    Registry,
    Date,
    Kind,
    Start,
    End,
    EndDate,
    BreakMinutes,
    BreakStart,
    BreakEnd,
    Department,
    Post,
}

/// <summary>By which headings they are known.</summary>
public static class AttendanceColumns
{
    public static readonly ColumnSet<AttendanceColumn> Set = new(
        new(AttendanceColumn.Employee, "employee", ["職員番号", "職員コード", "職員no", "社員番号", "社員コード", "従業員番号", "個人コード", "職員id", "社員id", "employeeno", "employeenumber", "employeeid", "staffid", "staffno"], ["職員", "社員", "従業員", "個人コード", "employee", "staff"]),
        PersonHeadings.Member(AttendanceColumn.Member),
        PersonHeadings.Registry(AttendanceColumn.Registry),
        new(AttendanceColumn.Date, "date", ["日付", "年月日", "勤務日", "対象日", "出勤日", "就業日", "workdate", "day", "startdate"], ["勤務日", "対象日", "日付", "年月日", "workdate"]),
        new(AttendanceColumn.Kind, "kind", ["区分", "勤務区分", "種別", "勤務種別", "勤務形態", "シフト", "シフト名", "勤務名", "勤務", "type", "shift", "shiftname"], ["勤務区分", "勤務種別", "勤務形態", "区分", "種別", "シフト"]),
        new(AttendanceColumn.Start, "start", ["出勤", "出勤時刻", "始業", "始業時刻", "開始", "開始時刻", "開始日時", "出勤日時", "入", "in", "clockin", "starttime", "begin", "from"], ["出勤時刻", "始業", "開始時刻", "開始日時", "出勤", "開始", "clockin"], Wanted: true),
        new(AttendanceColumn.End, "end", ["退勤", "退勤時刻", "終業", "終業時刻", "終了", "終了時刻", "終了日時", "退勤日時", "出", "out", "clockout", "endtime", "to"], ["退勤時刻", "終業", "終了時刻", "終了日時", "退勤", "終了", "clockout"], Wanted: true),
        new(AttendanceColumn.EndDate, "end_date", ["終了日", "退勤日", "終業日", "enddate"], ["退勤日", "終了日"]),
        new(AttendanceColumn.BreakMinutes, "break_minutes", ["休憩", "休憩時間", "休憩分", "休憩時間分", "break", "breaktime", "breakmin"], ["休憩時間", "休憩分"]),
        new(AttendanceColumn.BreakStart, "break_start", ["休憩開始", "休憩開始時刻", "休憩入", "breakin", "breakfrom"], ["休憩開始", "休憩入"]),
        new(AttendanceColumn.BreakEnd, "break_end", ["休憩終了", "休憩終了時刻", "休憩戻", "休憩出", "breakout", "breakto"], ["休憩終了", "休憩戻"]),
        new(AttendanceColumn.Department, "department", ["診療科", "部署", "所属", "科", "部門", "dept", "ward"], ["診療科", "部署", "所属"]),
        new(AttendanceColumn.Post, "post", ["当直種別", "当直区分", "当直の種類", "ポスト", "duty", "dutypost"], ["当直種別", "当直区分"]));

    /// <summary>All names, in the order of the template.</summary>
    public static IEnumerable<string> English => Set.All.Select(c => c.Name);
}
