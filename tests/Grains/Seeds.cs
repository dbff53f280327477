using JmaActors.Policies;

namespace JmaActors.Tests.Grains;

/// <summary>The real policy and curriculum, read once.</summary>
static class Seeds
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "seeds");

    public static readonly PolicyBook Book = PolicyBook.Parse(Text("curriculum-codes.csv"), System.IO.Directory.GetFiles(Path.Combine(Folder, "policy"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllText));

    static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name));
}
