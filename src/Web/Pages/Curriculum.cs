using System.Globalization;
using System.Reflection;

namespace JmaActors.Pages;

/// <summary>One curriculum code (カリキュラムコード) and its title.</summary>
public sealed record CurriculumTitle(int Number, string Title);

/// <summary>The codes to choose from on pages: the same file the policies are seeded with (<c>seeds/curriculum-codes.csv</c>), built in.</summary>
public static class Curriculum
{
    public static readonly IReadOnlyList<CurriculumTitle> All = Read();

    static List<CurriculumTitle> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("curriculum-codes.csv")
            ?? throw new InvalidOperationException("curriculum-codes.csv is not built in.");
        using var reader = new StreamReader(stream);
        var codes = new List<CurriculumTitle>();
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(',');
            if (parts.Length >= 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) codes.Add(new(number, parts[1]));
        }

        return codes;
    }
}
