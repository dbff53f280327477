using System.Text.Json.Nodes;

namespace JmaActors.Web.Live;

/// <summary>JSON merge patch, RFC 7396.</summary>
public static class MergePatch
{
    /// <summary>The target with the patch applied. An object target is changed in place; the patch is left as it is.</summary>
    public static JsonNode? Apply(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes) return patch?.DeepClone();
        var result = target as JsonObject ?? [];
        foreach (var (name, value) in changes)
        {
            if (value is null)
            {
                result.Remove(name);
            }
            else if (value is JsonObject && result[name] is JsonObject inner)
            {
                Apply(inner, value);
            }
            else
            {
                result[name] = Apply(null, value);
            }
        }

        return result;
    }
}
