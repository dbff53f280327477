using JmaActors.Demonstration;
using JmaActors.Policies;

namespace JmaActors.Tests.Rules;

/// <summary>The real seeds, read once.</summary>
static class Seeds
{
    public static readonly PolicyBook Book = PolicyBook.Parse(Text("curriculum-codes.csv"), Text("policy/credits.json"));

    public static readonly DemonstrationAssociations Associations = DemonstrationAssociations.Parse(Text("prefectural-associations.csv"));

    public static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", name));
}
