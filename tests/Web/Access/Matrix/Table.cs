using System.Text;

namespace JmaActors.Tests.Web.Access.Matrix;

/// <summary>The committed table, <c>docs/rights-matrix.md</c>: a row per route and what it is asked of, a column per actor.</summary>
public sealed record TableRow(string Route, string Of, IReadOnlyDictionary<string, string> Cells);

public static class Table
{
    const string File = "docs/rights-matrix.md";

    static readonly string Heading = $"| route | of | {string.Join(" | ", Actor.All.Select(a => a.Name))} |";

    public static IReadOnlyList<TableRow> Read()
    {
        var lines = System.IO.File.ReadAllLines(Path()).Where(l => l.StartsWith("| ", StringComparison.Ordinal)).ToList();
        Assert.Equal(Heading, lines[0]);
        return [.. lines.Skip(1).Select(Row)];
    }

    public static void Write(IEnumerable<TableRow> rows)
    {
        var before = System.IO.File.ReadAllText(Path());
        var text = new StringBuilder(before[..before.IndexOf("| route |", StringComparison.Ordinal)]).AppendLine(Heading).Append("|---|---|").AppendLine(string.Concat(Actor.All.Select(_ => "---|")));
        foreach (var row in rows) text.AppendLine($"| `{row.Route}` | {row.Of} | {string.Join(" | ", Actor.All.Select(a => row.Cells[a.Name]))} |");
        System.IO.File.WriteAllText(Path(), text.ToString());
    }

    /// <summary>The lines about routes there are only with sign-in.</summary>
    public static IReadOnlyList<string> SignIn() => [.. System.IO.File.ReadAllLines(Path()).Where(l => l.StartsWith("* `", StringComparison.Ordinal))];

    public static void WriteSignIn(IEnumerable<string> lines)
    {
        var others = System.IO.File.ReadAllLines(Path()).Where(l => !l.StartsWith("* `", StringComparison.Ordinal)).ToList();
        others.InsertRange(others.FindIndex(l => l.StartsWith("| route |", StringComparison.Ordinal)) - 1, lines);
        System.IO.File.WriteAllLines(Path(), others);
    }

    static TableRow Row(string line)
    {
        var cells = line.Trim('|', ' ').Split('|').Select(c => c.Trim()).ToList();
        // A row whose last cells are filled and whose second is empty still has all of them.
        Assert.Equal(Actor.All.Count + 2, cells.Count);
        return new TableRow(cells[0].Trim('`'), cells[1], Actor.All.Select((a, i) => (a.Name, Cell: cells[i + 2])).ToDictionary(c => c.Name, c => c.Cell, StringComparer.Ordinal));
    }

    static string Path()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(System.IO.Path.Combine(folder.FullName, "JmaActors.sln"))) folder = folder.Parent;
        return System.IO.Path.Combine(folder!.FullName, File);
    }
}
