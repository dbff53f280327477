using System.Text.Json;
using System.Text.Json.Nodes;

namespace JmaActors.Tests.Web.Http.Fuzz;

/// <summary>One operation of the API as its document tells it.</summary>
/// <param name="Body">Schema of a JSON body; null when it takes none.</param>
/// <param name="Raw">Content type of a body that is no JSON; null when there is none.</param>
public sealed record ApiOperation(string Method, string Path, IReadOnlyList<string> InPath, IReadOnlyList<string> InQuery, JsonElement? Body, string? Raw);

/// <summary>Reads the OpenAPI document and makes bodies that are of its shape.</summary>
public sealed class ApiShape(JsonElement document)
{
    const int Deep = 6;

    public IReadOnlyList<ApiOperation> Operations() =>
    [
        .. document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()
            .Where(o => o.Value.ValueKind == JsonValueKind.Object && o.Name is "get" or "post" or "put" or "delete" or "patch")
            .Select(o => Operation(o.Name.ToUpperInvariant(), path.Name, o.Value)))
            .OrderBy(o => o.Path, StringComparer.Ordinal).ThenBy(o => o.Method, StringComparer.Ordinal),
    ];

    static ApiOperation Operation(string method, string path, JsonElement operation)
    {
        string[] Named(string place) => operation.TryGetProperty("parameters", out var all)
            ? [.. all.EnumerateArray().Where(p => p.GetProperty("in").GetString() == place).Select(p => p.GetProperty("name").GetString()!)]
            : [];
        var content = operation.TryGetProperty("requestBody", out var body) ? body.GetProperty("content") : default;
        var json = content.ValueKind == JsonValueKind.Object && content.TryGetProperty("application/json", out var shape) && shape.TryGetProperty("schema", out var schema) ? schema : (JsonElement?)null;
        var raw = json is null && content.ValueKind == JsonValueKind.Object ? content.EnumerateObject().First().Name : null;
        return new ApiOperation(method, path, Named("path"), Named("query"), json, raw);
    }

    public JsonElement Resolve(JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference)) schema = document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
        return schema;
    }

    /// <summary>A value of the shape, by lot.</summary>
    public JsonNode? Make(JsonElement of, Random random, int depth = 0)
    {
        var schema = Resolve(of);
        foreach (var choice in new[] { "oneOf", "anyOf", "allOf" })
        {
            if (schema.TryGetProperty(choice, out var some)) return Make(some.EnumerateArray().Last(), random, depth + 1);
        }

        if (schema.TryGetProperty("enum", out var names)) return JsonNode.Parse(names[random.Next(names.GetArrayLength())].GetRawText());
        if (schema.TryGetProperty("examples", out var examples) && examples.GetArrayLength() > 0) return JsonNode.Parse(examples[0].GetRawText());
        switch (TypeOf(schema))
        {
            case "object":
                var made = new JsonObject();
                if (schema.TryGetProperty("properties", out var properties) && depth < Deep)
                {
                    foreach (var property in properties.EnumerateObject()) made[property.Name] = Make(property.Value, random, depth + 1);
                }

                return made;
            case "array":
                return depth >= Deep || !schema.TryGetProperty("items", out var items) ? [] : new JsonArray(Make(items, random, depth + 1));
            case "integer": return random.Next(1, 5);
            case "number": return 0.5;
            case "boolean": return random.Next(2) == 0;
            default:
                return schema.TryGetProperty("format", out var format) ? format.GetString() switch
                {
                    "date" => "2026-04-01",
                    "date-time" => "2026-11-23T09:00:00+09:00",
                    _ => "x",
                } : $"t{random.Next(100)}";
        }
    }

    public string TypeOf(JsonElement schema) => !schema.TryGetProperty("type", out var type) ? "string"
        : type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!).First(t => t != "null") : type.GetString()!;

    public IReadOnlyList<string> Required(JsonElement of) => Resolve(of).TryGetProperty("required", out var required) ? [.. required.EnumerateArray().Select(r => r.GetString()!)] : [];
}
