using System.Globalization;
using System.Text;
using JmaActors.Bank;

namespace JmaActors.Web.Bank;

/// <summary>
/// Where the fields of a record stand (全銀協規定形式), from which records are read and written: <c>amount:10N</c> is ten digits, right-aligned behind zeros; <c>name:30C</c> letters, left-aligned before spaces.
/// </summary>
public sealed class ZenginLayout
{
    readonly Dictionary<string, (int At, int Width, bool Digits)> fields = new(StringComparer.Ordinal);

    public ZenginLayout(string fields)
    {
        foreach (var field in fields.Split(' '))
        {
            var colon = field.IndexOf(':', StringComparison.Ordinal);
            var width = int.Parse(field[(colon + 1)..^1], CultureInfo.InvariantCulture);
            this.fields.Add(field[..colon], (Length, width, field[^1] == 'N'));
            Length += width;
        }
    }

    /// <summary>Bytes of a record.</summary>
    public int Length { get; }

    /// <summary>A field without the spaces around it.</summary>
    public string Text(ZenginRecord record, string field)
    {
        var (at, width, _) = fields[field];
        return record.Text.Substring(at, width).Trim();
    }

    /// <summary>A number; nothing but spaces is 0.</summary>
    public long Number(ZenginRecord record, string field)
    {
        var text = Text(record, field);
        if (text.Length == 0) return 0;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Bad(record, field, "bank-number", "Digits are wanted here.");
    }

    /// <summary>A number of as many digits as the field has, kept as text: a bank, a branch, an account.</summary>
    public string Digits(ZenginRecord record, string field)
    {
        var text = Text(record, field);
        return text.Length == fields[field].Width && text.All(char.IsAsciiDigit) ? text : throw Bad(record, field, "bank-number", $"{fields[field].Width} digits are wanted here.");
    }

    /// <summary>A day written YYMMDD in years of the era, as banks do, or of our own: whichever lies nearer to today.</summary>
    public DateOnly Day(ZenginRecord record, string field, DateOnly today)
    {
        var text = Text(record, field);
        var days = text.Length != 6 || !text.All(char.IsAsciiDigit) ? [] : new[] { 2018, 2000, 1988 }
            .Select(before => DateOnly.TryParseExact($"{before + int.Parse(text[..2], CultureInfo.InvariantCulture):D4}{text[2..]}", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null)
            .OfType<DateOnly>().ToArray();
        return days.Length > 0 ? days.MinBy(d => Math.Abs(d.DayNumber - today.DayNumber)) : throw Bad(record, field, "bank-day", "A day is written YYMMDD.");
    }

    public BankFileException Bad(ZenginRecord record, string field, string reason, string wanted) => new(reason, record.Line, fields[field].At + 1, wanted);

    /// <summary>A record of these values; what is not named is zeros or spaces. Letters beyond a field are cut off.</summary>
    /// <exception cref="ArgumentException">A number is too large for its field.</exception>
    public string Write(params ReadOnlySpan<(string Field, string Value)> values)
    {
        var record = new StringBuilder(Length);
        foreach (var (name, (_, width, digits)) in fields)
        {
            var value = "";
            foreach (var given in values)
            {
                if (given.Field == name) value = given.Value;
            }
            if (digits && value.Length > width) throw new ArgumentException($"{name} has {width} digits.", nameof(values));
            record.Append(digits ? value.PadLeft(width, '0') : value[..Math.Min(width, value.Length)].PadRight(width));
        }
        return record.ToString();
    }

    /// <summary>A day as banks write it, in years of 令和.</summary>
    public static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year - 2018:D2}{day:MMdd}");
}

/// <param name="Line">From 1.</param>
/// <param name="Text">As many characters as the record has bytes: half-width letters and katakana have one each.</param>
public readonly record struct ZenginRecord(int Line, string Text)
{
    /// <summary>データ区分.</summary>
    public char Kind => Text[0];
}

/// <summary>Records of a file: with line ends or without, padded or with trailing spaces cut off. Half-width letters and katakana in JIS (X 0201), as Shift_JIS has them.</summary>
public static class ZenginRecords
{
    const byte KanaFirst = 0xA1, KanaLast = 0xDF, Escape = 0x1A;
    const int KanaBefore = 0xFF61 - KanaFirst;

    /// <summary>True when a file begins as such a file does: a header with its kind.</summary>
    public static bool Begins(ReadOnlySpan<byte> file, params ReadOnlySpan<string> kinds)
    {
        if (file.Length < 4 || file[0] != '1') return false;
        var kind = Encoding.ASCII.GetString(file.Slice(1, 2));
        return kinds.Contains(kind) && (file[3] == '0' || file[3] == '1' || file[3] == ' ');
    }

    /// <exception cref="BankFileException">A record is too long or broken off, or has a character banks do not use.</exception>
    public static IReadOnlyList<ZenginRecord> Read(ReadOnlySpan<byte> file, int length)
    {
        while (file.Length > 0 && (file[^1] is Escape or (byte)'\r' or (byte)'\n')) file = file[..^1];
        List<ZenginRecord> records = [];
        if (file.IndexOfAny((byte)'\r', (byte)'\n') < 0)
        {
            for (var at = 0; at < file.Length; at += length) Add(records, file.Slice(at, Math.Min(length, file.Length - at)), length);
            return records;
        }
        while (file.Length > 0)
        {
            var end = file.IndexOfAny((byte)'\r', (byte)'\n');
            Add(records, end < 0 ? file : file[..end], length);
            if (end < 0) break;
            file = file[(file[end] == '\r' && end + 1 < file.Length && file[end + 1] == '\n' ? end + 2 : end + 1)..];
        }
        return records;
    }

    /// <summary>The bytes of records, each on a line.</summary>
    public static byte[] Write(IEnumerable<string> records)
    {
        using var bytes = new MemoryStream();
        foreach (var record in records)
        {
            foreach (var c in record) bytes.WriteByte(c is >= '\uFF61' and <= '\uFF9F' ? (byte)(c - KanaBefore) : (byte)c);
            bytes.Write("\r\n"u8);
        }
        return bytes.ToArray();
    }

    static void Add(List<ZenginRecord> records, ReadOnlySpan<byte> bytes, int length)
    {
        var line = records.Count + 1;
        if (bytes.Length > length) throw new BankFileException("bank-length", line, length + 1, $"A record has {length} bytes, this one {bytes.Length}.");
        if (bytes.Length == 0) throw new BankFileException("bank-length", line, 1, "The line is empty.");
        Span<char> text = stackalloc char[length];
        text.Fill(' ');
        for (var i = 0; i < bytes.Length; i++)
        {
            text[i] = bytes[i] switch
            {
                >= 0x20 and < 0x7F => (char)bytes[i],
                >= KanaFirst and <= KanaLast => (char)(bytes[i] + KanaBefore),
                _ => throw new BankFileException("bank-characters", line, i + 1, "Only half-width letters, digits and katakana may stand here (JIS)."),
            };
        }
        records.Add(new ZenginRecord(line, text.ToString()));
    }
}
