using System.Globalization;

namespace JmaActors.Composition;

/// <summary>What the command line asks of this process.</summary>
public sealed record SiloSettings
{
    /// <summary>JMA members of the demonstration at full size: the membership of 2025-12-01.</summary>
    public const int PopulationMost = 178_593;

    public string Data { get; init; } = "data";

    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:5080"];

    /// <summary>Connection string of the cluster's database; null for the embedded one.</summary>
    public string? Postgres { get; init; }

    /// <summary><c>all</c>, <c>silo</c> or <c>web</c>.</summary>
    public string Role { get; init; } = "all";

    public int Population { get; init; } = 2_000;

    public bool Empty { get; init; }

    public bool Live { get; init; }

    /// <summary>Instead of sign-in a switch says whose eyes one looks through; the site answers this machine only.</summary>
    public bool Eyes { get; init; }

    /// <summary>Names the cluster in its database; nodes of one cluster agree on it.</summary>
    public string Cluster { get; init; } = "jma";

    /// <summary>Walk every hash chain, print what was found, and end.</summary>
    public bool Verify { get; init; }

    public bool Help { get; init; }

    public bool HasSilo => Role is "all" or "silo";

    public bool HasWeb => Role is "all" or "web";

    public static readonly string Usage = """
        Usage: ./run.sh [options]

          --data DIR              where journal, keys and accounts are kept  (default: data)
          --urls URLS             addresses of the site, separated by ;      (default: http://127.0.0.1:5080)
          --postgres CONNECTION   keep everything in this PostgreSQL instead of SQLite
          --role all|silo|web     what this process is; silo and web need --postgres
          --population N          JMA members of the demonstration, 0 to 178593 (default: 2000)
          --empty                 no demonstration data; one administrator with a one-time password
          --live                  play a seminar day, so that the boards move
          --eyes                  no sign-in: a switch says whose eyes one looks through; this machine only
          --cluster NAME          name of the cluster in its database        (default: jma)
          --verify                walk every hash chain, say what was found, and end
          --help                  this text

        Ctrl-C stops it cleanly; the next start goes on with the same data.
        The first start prints the accounts to sign in with and keeps them in DIR/accounts.txt. Any address but this machine's
        must be https (docs/configuration.md).
        """;

    /// <exception cref="ArgumentException">With a text for people: what was wrong, and with what.</exception>
    public static SiloSettings Parse(IReadOnlyList<string> args)
    {
        var settings = new SiloSettings();
        for (var i = 0; i < args.Count; i++)
        {
            settings = args[i] switch
            {
                "--data" => settings with { Data = Value(args, ref i) },
                "--urls" => settings with { Urls = Value(args, ref i).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) },
                "--postgres" => settings with { Postgres = Value(args, ref i) },
                "--role" => settings with { Role = Role1(Value(args, ref i)) },
                "--population" => settings with { Population = People(Value(args, ref i)) },
                "--cluster" => settings with { Cluster = Value(args, ref i) },
                "--empty" => settings with { Empty = true },
                "--live" => settings with { Live = true },
                "--eyes" => settings with { Eyes = true },
                "--verify" => settings with { Verify = true },
                "--help" or "-h" => settings with { Help = true },
                _ => throw new ArgumentException($"Unknown option: {args[i]}"),
            };
        }
        if (settings.Postgres is null && settings.Role != "all") throw new ArgumentException($"--role {settings.Role} needs --postgres: SQLite is for one process.");
        return settings;
    }

    static string Value(IReadOnlyList<string> args, ref int i) =>
        i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal) ? args[++i] : throw new ArgumentException($"{args[i]} needs a value.");

    static string Role1(string role) => role is "all" or "silo" or "web" ? role : throw new ArgumentException($"--role is all, silo or web, not {role}.");

    static int People(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n <= PopulationMost
        ? n
        : throw new ArgumentException($"--population is a number from 0 to {PopulationMost}, not {text}.");
}
