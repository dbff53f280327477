using System.Text;
using JmaActors.Rosters;
using JmaActors.Web.Files;

namespace JmaActors.Web.Sessions;

/// <summary>One line of a paper list: who, and when they came and went.</summary>
/// <param name="Left">Null when the list does not say.</param>
public sealed record PaperRow(int Line, LineNumbers Numbers, DateTimeOffset Entered, DateTimeOffset? Left);

/// <summary>Reads one line of a paper list, or says what is wrong in which column. Whether somebody could be there then, the session decides. Pure.</summary>
public static class PaperListLine
{
    /// <summary>The row as far as it can be read, with everything that is wrong with it. An error never repeats the field: it may be personal.</summary>
    /// <param name="day">The session's, for times without a date.</param>
    public static (PaperRow Row, IReadOnlyList<RowError> Errors) Look(int number, IReadOnlyList<string> line, ColumnMap<PaperColumn> columns, DateOnly day)
    {
        var fields = new Fields(number, line, columns);
        var numbers = fields.Who();
        var entered = fields.Time(PaperColumn.Enter, day) ?? default;
        var left = fields.Of(PaperColumn.Leave).Length == 0 ? null : fields.Time(PaperColumn.Leave, day);
        if (fields.Errors.Count == 0 && left <= entered) fields.Fault(PaperColumn.Leave, "ends-first", "It ends before it begins.");
        return (new PaperRow(number, numbers, entered, left), fields.Errors);
    }

    sealed class Fields(int number, IReadOnlyList<string> line, ColumnMap<PaperColumn> columns)
    {
        public List<RowError> Errors { get; } = [];

        public string Of(PaperColumn column) => columns.Of(line, column).Normalize(NormalizationForm.FormKC).Trim();

        public void Fault(PaperColumn column, string reason, string detail) => Errors.Add(new RowError(number, PaperListColumns.Set.NameOf(column), reason, detail));

        public LineNumbers Who()
        {
            var member = Number<MemberId>(PaperColumn.Member, MemberId.TryParse, "bad-member", "A member number has ten digits.");
            var registry = Number<RegistryNumber>(PaperColumn.Registry, RegistryNumber.TryParse, "bad-registry", "One to seven digits.");
            var card = Number<CardNumber>(PaperColumn.Card, CardNumber.TryParse, "bad-card", "4 to 24 letters or digits.");
            var any = Of(PaperColumn.Person);
            if (any.Length == 0)
            {
                if (member is null && registry is null && card is null && Errors.Count == 0) Fault(PaperColumn.Person, "no-person", "A member, registry or card number is wanted.");
            }
            else if (MemberId.TryParse(any, out var m)) member ??= m;
            else if (RegistryNumber.TryParse(any, out var r)) registry ??= r;
            else if (CardNumber.TryParse(any, out var c)) card ??= c;
            else Fault(PaperColumn.Person, "no-person", "Ten digits of a member, one to seven of a registry number, or 4 to 24 letters or digits of a card.");
            return new LineNumbers(member, registry, card);
        }

        public DateTimeOffset? Time(PaperColumn column, DateOnly day)
        {
            if (WebLogValues.Time(Of(column), day) is { } time) return time;
            Fault(column, "bad-when", "Write HH:mm, or yyyy/MM/dd HH:mm in Tokyo time.");
            return null;
        }

        delegate bool Parse<T>(string? text, out T value);

        T? Number<T>(PaperColumn column, Parse<T> parse, string reason, string wanted)
            where T : struct
        {
            var text = Of(column);
            if (text.Length == 0) return null;
            if (parse(text, out var value)) return value;
            Fault(column, reason, wanted);
            return null;
        }
    }
}
