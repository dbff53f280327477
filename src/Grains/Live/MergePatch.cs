using System.Text.Json.Nodes;

namespace JmaActors.Live;

/// <summary>The difference of two pictures as a JSON merge patch (RFC 7396).</summary>
public static class MergePatch
{
    /// <summary>The patch that turns <paramref name="before"/> into <paramref name="after"/>; null when they are the same.</summary>
    public static JsonObject? Between(JsonObject before, JsonObject after)
    {
        JsonObject? patch = null;
        foreach (var (name, value) in after)
        {
            before.TryGetPropertyValue(name, out var old);
            if (old is JsonObject from && value is JsonObject to)
            {
                if (Between(from, to) is { } inner) (patch ??= [])[name] = inner;
            }
            else if (value is null)
            {
                // A merge patch cannot say "null", only "gone"; readers take both as absent.
                if (old is not null) (patch ??= [])[name] = null;
            }
            else if (!JsonNode.DeepEquals(old, value))
            {
                (patch ??= [])[name] = value.DeepClone();
            }
        }
        foreach (var (name, _) in before)
        {
            if (!after.ContainsKey(name)) (patch ??= [])[name] = null;
        }
        return patch;
    }
}
