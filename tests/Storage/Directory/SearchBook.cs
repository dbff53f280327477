using JmaActors.Policies;

namespace JmaActors.Tests.Storage.Directory;

/// <summary>The policy searches are judged by.</summary>
static class SearchBook
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "seeds");

    public static readonly PolicyBook Book = PolicyBook.Parse(
        File.ReadAllText(Path.Combine(Folder, "curriculum-codes.csv")), System.IO.Directory.GetFiles(Path.Combine(Folder, "policy"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllText));
}
