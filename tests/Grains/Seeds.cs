using JmaActors.Policies;

namespace JmaActors.Tests.Grains;

/// <summary>The real policy and curriculum, read once.</summary>
static class Seeds
{
    public static readonly PolicyBook Book = PolicyBook.Parse(Text("curriculum-codes.csv"), Text("policy/credits.json"));

    static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", name));
}
