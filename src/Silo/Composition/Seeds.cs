using JmaActors.Policies;

namespace JmaActors.Composition;

/// <summary>The facts it runs on, read from <c>seeds/</c> beside the program.</summary>
public static class Seeds
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "seeds");

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name));

    public static IServiceCollection AddSeeds(this IServiceCollection services)
    {
        services.AddSingleton(_ => PolicyBook.Parse(Text("curriculum-codes.csv"), System.IO.Directory.GetFiles(Path.Combine(Folder, "policy"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllText)));
        services.AddSingleton(s => s.GetRequiredService<PolicyBook>().Codes);
        return services;
    }
}
