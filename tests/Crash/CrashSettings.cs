using System.Globalization;

namespace JmaActors.Crash;

/// <summary>What the command line asks for.</summary>
/// <param name="SiloDll">The silo under test.</param>
/// <param name="Rounds">How often it is killed under load.</param>
/// <param name="Data">Folder of its data; on SQLite the journal is in it.</param>
/// <param name="Postgres">Connection string; null for SQLite.</param>
/// <param name="Seed">The same seed asks for the same things; moments still differ from machine to machine.</param>
sealed record CrashSettings(string SiloDll, int Rounds, string Data, string? Postgres, int Seed)
{
    /// <summary>JMA members of the demonstration population.</summary>
    public const int Population = 400;

    /// <summary>Connections that send commands at the same time.</summary>
    public const int Connections = 16;

    public const string Usage = "JmaActors.Crash SILO.dll --rounds N --data DIR [--postgres CONNECTION] [--seed N]";

    public string Database => Postgres is null ? "sqlite" : "postgres";

    public static CrashSettings Parse(IReadOnlyList<string> args)
    {
        if (args.Count == 0) throw new ArgumentException("Which silo?");
        var settings = new CrashSettings(Path.GetFullPath(args[0]), 3, "", null, Random.Shared.Next(1, 1_000_000));
        for (var i = 1; i + 1 < args.Count; i += 2)
        {
            settings = args[i] switch
            {
                "--rounds" => settings with { Rounds = Number(args[i + 1]) },
                "--data" => settings with { Data = Path.GetFullPath(args[i + 1]) },
                "--postgres" => settings with { Postgres = args[i + 1] },
                "--seed" => settings with { Seed = Number(args[i + 1]) },
                _ => throw new ArgumentException($"Unknown option: {args[i]}"),
            };
        }
        if (args.Count % 2 == 0) throw new ArgumentException($"{args[^1]} needs a value.");
        if (settings.Data.Length == 0) throw new ArgumentException("--data is wanted.");
        return File.Exists(settings.SiloDll) ? settings : throw new ArgumentException($"There is no {settings.SiloDll}.");
    }

    static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0
        ? n
        : throw new ArgumentException($"{text} is no number above 0.");
}
