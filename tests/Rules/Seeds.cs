using JmaActors.Demonstration;
using JmaActors.Policies;

namespace JmaActors.Tests.Rules;

/// <summary>The real seeds, read once.</summary>
static class Seeds
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "seeds");

    public static readonly PolicyBook Book = PolicyBook.Parse(Text("curriculum-codes.csv"), System.IO.Directory.GetFiles(Path.Combine(Folder, "policy"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllText));

    public static readonly DemonstrationAssociations Associations = DemonstrationAssociations.Parse(Text("prefectural-associations.csv"));

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name));
}
