using System.Globalization;
using System.Text.Json;

namespace JmaActors.Crash.Load;

/// <summary>One command as sent over HTTP, and what was answered. It is sent again, byte for byte, until an answer comes.</summary>
abstract class Order(string path, string body)
{
    readonly Lock gate = new();

    public string Path => path;

    public string Body => body;

    /// <summary>Of the body.</summary>
    public virtual string Type => "application/json";

    /// <summary>An answer has come: from here on it must be there for ever.</summary>
    public bool Acknowledged { get; private set; }

    /// <summary>Takes an answer; whatever the order of arrival, all must say the same, and at most one that it was done just now.</summary>
    public void Take(JsonElement answer, Complaints complaints)
    {
        lock (gate)
        {
            Read(answer, complaints);
            Acknowledged = true;
        }
    }

    protected abstract void Read(JsonElement answer, Complaints complaints);

    public override string ToString() => path;
}

/// <summary>The natural key of one command, and how often it was answered as new.</summary>
sealed class OnceOnly(string name)
{
    bool done;

    public void Read(JsonElement answer, Complaints complaints)
    {
        if (answer.GetProperty("repeat").GetBoolean()) return;
        if (done) complaints.Add($"{name} was sent again and taken as new");
        done = true;
    }
}

/// <summary>A command of which only counts that it is done once: creating, opening, closing, confirming, changes of a person.</summary>
class PlainOrder(string path, string body = "") : Order(path, body)
{
    readonly OnceOnly once = new(path);

    protected override void Read(JsonElement answer, Complaints complaints) => once.Read(answer, complaints);
}

/// <summary>A change of a person's name, or of the association.</summary>
/// <param name="name">The new name; null when the association changes.</param>
/// <param name="local">The new local association; null when the name changes.</param>
sealed class MemberOrder(string member, string key, string? name, string? local, string body) : PlainOrder($"members/{member}/{(name is null ? "membership" : "profile")}", body)
{
    public long Member { get; } = long.Parse(member, CultureInfo.InvariantCulture);

    public string Key => key;

    public string? Name => name;

    public string? Local => local;
}

/// <summary>A credit recorded otherwise than at a door.</summary>
sealed class CreditOrder(string member, string key, int tenths, int code, bool post, string body) : Order($"members/{member}/credits", body)
{
    readonly OnceOnly once = new($"credit {key} of {member}");
    string? first;

    public long Member { get; } = long.Parse(member, CultureInfo.InvariantCulture);

    public string Key => key;

    public int Tenths => tenths;

    public int Code => code;

    public bool Post => post;

    protected override void Read(JsonElement answer, Complaints complaints)
    {
        once.Read(answer, complaints);
        var entry = answer.GetProperty("value");
        complaints.Same($"answer to credit {key} of {member}", first ??= entry.GetRawText(), entry.GetRawText());
        complaints.Same($"units of credit {key} of {member}", tenths, (int)(entry.GetProperty("units").GetDecimal() * 10));
        complaints.Same($"key of credit {key} of {member}", key, entry.GetProperty("key").GetString());
    }
}
