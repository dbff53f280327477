using System.Collections.Frozen;
using System.Globalization;

namespace JmaActors.Policies;

/// <summary>How far a code's title is known.</summary>
public enum CodeStatus
{
    /// <summary>Number and title seen in a source.</summary>
    Verified,

    /// <summary>Number and subject matter seen; the title is recalled.</summary>
    Subject,

    /// <summary>General knowledge only.</summary>
    Recalled,
}

/// <summary>One curriculum code of an edition.</summary>
public sealed record CurriculumRow(string Edition, CurriculumCode Code, string Title, CodeStatus Status);

/// <summary>The curriculum codes (CC) of 日医生涯教育カリキュラム. Codes are data: number, title, edition, and how far the title is verified.</summary>
public sealed class CurriculumTable
{
    /// <summary>The edition of a file without a column of that name: curriculum &lt;2016&gt; in the edition of April 2022.</summary>
    public const string DefaultEdition = "2016-04/2022";

    /// <summary>The largest number a code may have; 84 is the largest known.</summary>
    public const int LargestCode = 255;

    readonly FrozenDictionary<CurriculumCode, CurriculumRow> _rows;

    CurriculumTable(IReadOnlyList<CurriculumRow> rows)
    {
        Rows = rows;
        _rows = rows.ToFrozenDictionary(r => r.Code);
    }

    /// <summary>Every code, in order of its number.</summary>
    public IReadOnlyList<CurriculumRow> Rows { get; }

    /// <summary>Number of codes.</summary>
    public int Count => Rows.Count;

    /// <summary>Reads <c>[edition,]code,title,status</c> with a header line; lines that begin with # are comments.</summary>
    /// <exception cref="FormatException">A line cannot be read, or a code stands twice.</exception>
    public static CurriculumTable Parse(string csv)
    {
        var lines = SeedCsv.Read(csv);
        var rows = lines.Select(Row).OrderBy(r => r.Code).ToList();
        if (rows.Count == 0) throw new FormatException("The curriculum table is empty.");
        var twice = rows.GroupBy(r => r.Code).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? new CurriculumTable(rows) : throw new FormatException($"Curriculum code {twice.Key} stands twice.");
    }

    /// <summary>True when the code is of the table.</summary>
    public bool Knows(CurriculumCode code) => _rows.ContainsKey(code);

    /// <summary>The row of a code; null when unknown.</summary>
    public CurriculumRow? Find(CurriculumCode code) => _rows.GetValueOrDefault(code);

    /// <summary>The title of a code; an unknown one shows as its number.</summary>
    public string Title(CurriculumCode code) => _rows.TryGetValue(code, out var row) ? row.Title : $"CC{code}";

    static CurriculumRow Row(IReadOnlyDictionary<string, string> line) => new(
        line.GetValueOrDefault("edition", DefaultEdition),
        short.TryParse(line["code"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= LargestCode
            ? new CurriculumCode(number)
            : throw new FormatException($"'{line["code"]}' is no curriculum code."),
        line["title"],
        Enum.TryParse<CodeStatus>(line["status"], ignoreCase: true, out var status)
            ? status
            : throw new FormatException($"Curriculum code {line["code"]} has the unknown status '{line["status"]}'."));
}
