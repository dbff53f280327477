namespace JmaActors.Tests.House;

/// <summary>The project's own text, as checked out.</summary>
static class Source
{
    public static string Root { get; } = Find();

    /// <summary>Files below a folder of the project, without what builds leave behind.</summary>
    public static IEnumerable<string> Files(string folder, params string[] endings) =>
        System.IO.Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Where(f => endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)))
            .Where(f => !Relative(f).Split('/').Any(part => part is "bin" or "obj" or "lib" or "node_modules"))
            .Order(StringComparer.Ordinal);

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    /// <summary>Lines with a number, without comments.</summary>
    public static IEnumerable<(int Line, string Text)> Code(string file) =>
        File.ReadLines(file).Select((text, i) => (i + 1, text)).Where(l => !l.text.TrimStart().StartsWith("//", StringComparison.Ordinal));

    /// <summary>Looks above the tests' own folder, then above the current one: a build for CI keeps no path of the machine in its binaries.</summary>
    static string Find()
    {
        foreach (var start in (string[])[AppContext.BaseDirectory, Environment.CurrentDirectory])
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props"))) return folder.FullName;
            }
        }
        throw new DirectoryNotFoundException("The project's folder was not found above the tests.");
    }
}
