using System.Globalization;
using System.Text;
using JmaActors.Credits;
using JmaActors.Members;
using JmaActors.Rosters;
using JmaActors.Web.Files;

namespace JmaActors.Web.Rosters;

/// <summary>Reads one line of past credits into a row, or says what is wrong in which column. Pure.</summary>
public static class PastCreditLine
{
    /// <summary>The row; null with <paramref name="error"/> when a field cannot be read. The error never repeats the field: it may be personal.</summary>
    public static PastCredit? Read(int number, IReadOnlyList<string> line, ColumnMap<PastCreditColumn> columns, out RowError? error)
    {
        var (row, errors) = Look(number, line, columns);
        error = errors.Count > 0 ? errors[0] : null;
        return error is null ? row : null;
    }

    /// <summary>The row as far as it can be read, with everything that is wrong with it.</summary>
    public static (PastCredit Row, IReadOnlyList<RowError> Errors) Look(int number, IReadOnlyList<string> line, ColumnMap<PastCreditColumn> columns)
    {
        var fields = new Fields(number, line, columns);
        var member = fields.Number<MemberId>(PastCreditColumn.Member, MemberId.TryParse, "bad-member", "A member number has ten digits.");
        var registry = fields.Number<RegistryNumber>(PastCreditColumn.Registry, RegistryNumber.TryParse, "bad-registry", "One to seven digits.");
        var card = fields.Number<CardNumber>(PastCreditColumn.Card, CardNumber.TryParse, "bad-card", "4 to 24 letters or digits.");
        if (member is null && registry is null && card is null && fields.Errors.Count == 0) fields.Fault(PastCreditColumn.Member, "no-person", "A member, registry or card number is wanted.");
        var name = fields.Text(PastCreditColumn.Name, MemberLimits.NameLength, "bad-name");
        var date = fields.Read(PastCreditColumn.Date, FileValues.Day, "bad-date", "Write yyyy-MM-dd, or a year of an era.");
        var scheme = fields.Read(PastCreditColumn.Scheme, PastCreditWords.Scheme, "unknown-scheme", "cme, occupational, sports, kakaritsuke or common-lecture.");
        var subject = fields.Read(PastCreditColumn.Subject, PastCreditWords.Subject, "unknown-subject", "The number of a curriculum code or subject.");
        var units = fields.Read(PastCreditColumn.Units, FileValues.Amount, "bad-units", "Units with at most one decimal place.");
        var title = fields.Text(PastCreditColumn.Title, CreditLimits.TitleLength, "bad-title");
        var host = fields.Text(PastCreditColumn.Host, CreditLimits.TitleLength, null);
        var source = fields.Read(PastCreditColumn.Source, PastCreditWords.Source, "bad-source", "booklet, sticker, certificate, statement or other-system.");
        var method = fields.Read(PastCreditColumn.Method, PastCreditWords.Method, "bad-method", "1 to 7.");
        return (new PastCredit(number, member, registry, card, name, date, scheme, subject, units, title, host, source, method), fields.Errors);
    }

    sealed class Fields(int number, IReadOnlyList<string> line, ColumnMap<PastCreditColumn> columns)
    {
        public List<RowError> Errors { get; } = [];

        public void Fault(PastCreditColumn column, string reason, string detail) => Errors.Add(new RowError(number, PastCreditColumns.Set.NameOf(column), reason, detail));

        /// <param name="missing">Why an empty one is a fault; null when it is none.</param>
        public string Text(PastCreditColumn column, int longest, string? missing)
        {
            var text = columns.Of(line, column);
            if (text.Length == 0 && missing is not null) Fault(column, missing, "It is wanted.");
            else if (text.Length > longest) Fault(column, "too-long", $"At most {longest} characters.");
            else if (text.Contains(FileEncoding.Unreadable)) Fault(column, "bad-text", "A character cannot be read in the file's encoding.");
            else if (text.HasControls()) Fault(column, "bad-text", "Leave out line breaks and control characters.");
            return text;
        }

        public T Read<T>(PastCreditColumn column, Func<string, T?> read, string reason, string wanted)
            where T : struct
        {
            if (read(columns.Of(line, column).Normalize(NormalizationForm.FormKC)) is { } value) return value;
            Fault(column, reason, wanted);
            return default;
        }

        public delegate bool Parse<T>(string? text, out T value);

        public T? Number<T>(PastCreditColumn column, Parse<T> parse, string reason, string wanted)
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
