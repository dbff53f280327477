using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace JmaActors.Crash.Load;

/// <param name="Id">Ten digits.</param>
/// <param name="Whole">The member as the API shows it.</param>
sealed record Someone(string Id, string Card, string? Local, JsonObject Whole);

/// <summary>The people of the demonstration population, as the API shows them.</summary>
static class People
{
    public static async Task<IReadOnlyList<Someone>> All(Sender sender)
    {
        var ids = new List<string>();
        var next = (string?)null;
        do
        {
            using var page = await sender.Ask($"members?size=100{(next is null ? "" : "&after=" + Uri.EscapeDataString(next))}")
                ?? throw new InvalidOperationException("The members could not be read.");
            ids.AddRange(page.RootElement.GetProperty("members").EnumerateArray().Select(m => m.GetProperty("id").GetString()!));
            next = page.RootElement.TryGetProperty("next", out var cursor) ? cursor.GetString() : null;
        }
        while (next is not null);
        var people = new List<Someone>(ids.Count);
        foreach (var id in ids) people.Add(await One(sender, id));
        return people;
    }

    /// <summary>A change of name; everything else stays as it is.</summary>
    public static MemberOrder Rename(Someone who, string key, string name)
    {
        var person = (JsonObject)who.Whole["person"]!.DeepClone();
        person["name"] = name;
        var body = new JsonObject { ["key"] = key, ["person"] = person, ["card"] = who.Card.Length == 0 ? null : who.Card, ["effectiveFrom"] = null, ["reason"] = "crash test" };
        return new MemberOrder(who.Id, key, name, null, body.ToJsonString());
    }

    /// <summary>A move to another local association; layers and category stay as they are.</summary>
    public static MemberOrder Move(Someone who, string key, string local)
    {
        var membership = (JsonObject)who.Whole["membership"]!.DeepClone();
        membership["local"] = local;
        var body = new JsonObject { ["key"] = key, ["membership"] = membership, ["effectiveFrom"] = null, ["reason"] = "crash test" };
        return new MemberOrder(who.Id, key, null, local, body.ToJsonString());
    }

    /// <summary>A credit that counts at once, or waits.</summary>
    public static CreditOrder Credit(Someone who, string key, int tenths, int code, bool post, DateOnly today)
    {
        var body = string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"key":"{{key}}","method":"lecture","code":{{code}},"units":{{tenths / 10m}},"date":"{{today:yyyy-MM-dd}}","title":"crash test","post":{{(post ? "true" : "false")}}}""");
        return new CreditOrder(who.Id, key, tenths, code, post, body);
    }

    /// <summary>A payment of dues at a desk.</summary>
    public static PayOrder Pay(Someone who, string key, int yen, DateOnly today) =>
        new(who.Id, key, yen, string.Create(CultureInfo.InvariantCulture, $$"""{"key":"{{key}}","amount":{{yen}},"on":"{{today:yyyy-MM-dd}}","channel":"desk"}"""));

    static async Task<Someone> One(Sender sender, string id)
    {
        using var answer = await sender.Ask($"members/{id}") ?? throw new InvalidOperationException($"{id} could not be read.");
        var whole = JsonObject.Create(answer.RootElement.Clone())!;
        return new Someone(id, whole["card"]?.GetValue<string>() ?? "", whole["membership"]?["local"]?.GetValue<string>(), whole);
    }
}
