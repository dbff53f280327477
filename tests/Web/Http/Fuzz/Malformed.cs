using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using JmaActors.Web.Access;

namespace JmaActors.Tests.Web.Http.Fuzz;

/// <summary>
/// Requests that are wrong, by lot from a seed: what they ask for is not there, or what they bring cannot be taken. Those that could be taken as they stand are
/// not among them, so that nothing may change.
/// </summary>
public sealed class Malformed(ApiShape api, IReadOnlyList<ApiOperation> operations, Random random)
{
    const int Large = 300_000, Many = 20_000, Nested = 200;

    static readonly string[] Odd =
    [
        "", "%20", "0", "-1", "1e9", "99999999999999999999", "null", "true", "[]", "{}", "%00", "%ff%fe", "%C3%28", "..", "..%2f..%2f", "%2e%2e", "a%2Fb", "%F0%9F%98%80", "%E2%80%AE", "%ED%A0%80", "'%20OR%201=1--",
        "%3Cscript%3E", "JMA", "26", "26-003", "99", "26-999", "1000000001", "9999999999", "10000000010", "%EF%BC%91%EF%BC%92", "P99-NONE", "P99-NONE.1", "P99-NONE.0", "ABCD-EFGH-JKLM-NPQR", "2026-13-45", "0001-01-01", "%D9%A3",
    ];

    /// <summary>What is of the right shape and leads to nobody.</summary>
    static readonly string[] Nobody = ["9999999999", "8123456789", "P99-NONE", "P99-NONE.1", "46-999", "7KQ2-M9XA-40PT-RW6E", "nothing-here"];

    /// <summary>An operation whose address names what it changes changes nothing where nothing is named. These have no such address, or make what they name.</summary>
    static bool Makes(ApiOperation o) => o.InPath.Count == 0 || o.Path.StartsWith("/api/v1/rosters/", StringComparison.Ordinal) || o.Path.StartsWith("/api/v1/past-credits/", StringComparison.Ordinal) || o.Path.StartsWith("/api/v1/accounts/", StringComparison.Ordinal)
        || (o.Method == "PUT" && (o.Path.StartsWith("/api/v1/directory/filters/", StringComparison.Ordinal) || o.Path == "/api/v1/workplaces/{id}"));

    public (ApiOperation Operation, HttpRequestMessage Request, string Told) Next()
    {
        var operation = operations[random.Next(operations.Count)];
        var eyes = "operator";
        // A certificate that is asked for is issued: not read, but made.
        var reads = operation.Method == "GET" && !operation.Path.EndsWith("/transcript", StringComparison.Ordinal) && !operation.Path.Contains("/certificates/attendance/", StringComparison.Ordinal);
        HttpContent? content = null;
        var told = "address";
        if (operation.Body is { } schema) (content, told) = Body(schema, certain: Makes(operation));
        else if (operation.Raw is { } type) (content, told) = (Bytes(random.Next(3) == 0 ? Encoding.UTF8.GetBytes(new string('\u0001', random.Next(2_000))) : Noise(random.Next(4_000)), random.Next(3) == 0 ? "application/x-nothing" : type), "bytes");
        else if (!reads && operation.InPath.Count == 0) (eyes, told) = (Pick(["nobody", "office:", "operator,operator", "member:1", new string('x', 500)]), "eyes");
        var request = new HttpRequestMessage(new HttpMethod(operation.Method), Address(operation, reads)) { Content = content };
        Headers(request, eyes);
        return (operation, request, told);
    }

    /// <summary>Reading may meet what is there; writing never.</summary>
    Uri Address(ApiOperation operation, bool reads)
    {
        var path = operation.Path;
        foreach (var name in operation.InPath) path = path.Replace($"{{{name}}}", reads || random.Next(2) == 0 ? Safe(reads) : Pick(Nobody), StringComparison.Ordinal);
        var query = string.Join('&', operation.InQuery.SelectMany(n => Enumerable.Repeat(n, random.Next(3))).Select(n => $"{n}={Value()}"));
        return new Uri($"http://fuzz{path}?{query}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
    }

    /// <summary>A part of an address; of one that changes something, none that could be somebody's or some association's.</summary>
    string Safe(bool reads)
    {
        var part = Value();
        return reads || part is not ("26" or "JMA" or "26-003" or "1000000001" or "" or ".." or "%2e%2e" or "..%2f..%2f") ? part : Pick(Nobody);
    }

    string Value() => random.Next(8) switch
    {
        0 => new string('a', random.Next(2_000)),
        1 => string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => $"%{random.Next(1, 256):X2}")),
        2 => Uri.EscapeDataString(char.ConvertFromUtf32(random.Next(0x20, 0xD7FF))),
        _ => Pick(Odd),
    };

    (HttpContent, string) Body(JsonElement schema, bool certain)
    {
        var node = api.Make(schema, random);
        switch (random.Next(certain ? 9 : 14))
        {
            case 0: return (Json((node as JsonObject is { } o ? With(o, "zzUnknown", 1) : node)?.ToJsonString() ?? "7"), "unknown field");
            case 1: return (Json(Cut(node?.ToJsonString() ?? "{}")), "cut");
            case 2: return (Json(Pick(["", "null", "[]", "7", "\"x\"", "true", "{", "}", "{}{}", "[[[[", "{\"a\":}", "NaN", "\uFEFF{"]) + "\u0000"), "no object");
            case 3: return (Json(Wrong(node, schema)), "wrong type");
            case 4: return (Json(string.Concat(Enumerable.Repeat("{\"a\":", Nested)) + "1" + new string('}', Nested)), "nested");
            case 5: return (Bytes([.. Encoding.UTF8.GetBytes("{\"key\":\""), 0xC3, 0x28, 0xFF, .. Encoding.UTF8.GetBytes("\"}")], "application/json"), "not UTF-8");
            case 6: return (Json("{\"zz\":\"" + new string('x', Large) + "\"}"), "too large");
            case 7: return (Bytes(Encoding.UTF8.GetBytes(node?.ToJsonString() ?? "{}"), Pick(["text/plain", "application/xml", "application/json; charset=utf-16", "multipart/form-data"])), "other type");
            case 8: return (Json(Lone(node)), "half a character");
            case 9: return (Json(Texts(node, new string('長', random.Next(1_000, 40_000)))), "long");
            case 10: return (Json(Texts(node, "\u202E\u0000\u0007\n" + char.ConvertFromUtf32(0x1F600))), "odd characters");
            case 11: return (Json(Numbers(node, Pick(["-1", "0", "1e400", "99999999999999999999", "0.30000000000000004", "2147483648"]))), "figures");
            case 12: return (Json(Array(node, Many)), "huge batch");
            default: return (Json(Nulls(node)), "nulls");
        }
    }

    static JsonObject With(JsonObject o, string name, int value)
    {
        o[name] = value;
        return o;
    }

    string Cut(string json) => json[..Math.Max(1, random.Next(json.Length - 1))];

    /// <summary>One field is what no field may be.</summary>
    string Wrong(JsonNode? node, JsonElement schema)
    {
        if (node is not JsonObject { Count: > 0 } o) return "{\"zz\":1}";
        var required = api.Required(schema);
        var name = required.Count > 0 ? required[random.Next(required.Count)] : o.ElementAt(random.Next(o.Count)).Key;
        if (random.Next(2) == 0 && required.Count > 0) o.Remove(name);
        else o[name] = new JsonObject { ["zz"] = new JsonArray(1, "x") };
        return o.ToJsonString();
    }

    /// <summary>Half of a surrogate pair where a text is wanted; beside an unknown field, should no text be.</summary>
    static string Lone(JsonNode? node)
    {
        var text = Texts(node, "SURROGATE");
        return text.Contains("SURROGATE", StringComparison.Ordinal) ? text.Replace("SURROGATE", "\\ud800", StringComparison.Ordinal) : "{\"zz\":\"\\udfff\"}";
    }

    static string Texts(JsonNode? node, string value) => Each(node, n => n.GetValueKind() == JsonValueKind.String ? JsonValue.Create(value) : n);

    static string Numbers(JsonNode? node, string figure) => Each(node, n => n.GetValueKind() == JsonValueKind.Number ? JsonValue.Create("@@") : n).Replace("\"@@\"", figure, StringComparison.Ordinal);

    static string Nulls(JsonNode? node) => Each(node, _ => null);

    static string Array(JsonNode? node, int times) => node is JsonObject o
        ? new JsonObject(o.Select(p => new KeyValuePair<string, JsonNode?>(p.Key, p.Value is JsonArray { Count: > 0 } a ? new JsonArray([.. Enumerable.Range(0, Math.Min(times, 400)).Select(_ => a[0]?.DeepClone())]) : p.Value?.DeepClone()))).ToJsonString()
        : "[" + string.Join(',', Enumerable.Repeat("1", times)) + "]";

    static string Each(JsonNode? node, Func<JsonValue, JsonNode?> change)
    {
        JsonNode? Walk(JsonNode? n) => n switch
        {
            JsonObject o => new JsonObject(o.Select(p => new KeyValuePair<string, JsonNode?>(p.Key, Walk(p.Value)))),
            JsonArray a => new JsonArray([.. a.Select(Walk)]),
            JsonValue v => change(v)?.DeepClone(),
            _ => null,
        };
        return Walk(node)?.ToJsonString() ?? "null";
    }

    void Headers(HttpRequestMessage request, string eyes)
    {
        request.Headers.TryAddWithoutValidation(Eyes.Header, eyes);
        switch (random.Next(6))
        {
            case 0:
                request.Headers.TryAddWithoutValidation(Eyes.Header, "office:26");
                break;
            case 1:
                request.Headers.TryAddWithoutValidation("Accept-Language", Pick(["zz;q=9", "ja;q=x,,,", "*", new string('e', 3_000), "日本語"]));
                break;
            case 2:
                request.Headers.TryAddWithoutValidation("X-Jma-Reason", Pick(["%ff%00", "%", "%E4%BA", new string('%', 900), "\u202E"]));
                break;
            case 3:
                request.Headers.TryAddWithoutValidation("If-Match", ["a", "b"]);
                request.Headers.TryAddWithoutValidation("Range", "bytes=-1-");
                break;
        }
    }

    byte[] Noise(int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    string Pick(IReadOnlyList<string> some) => some[random.Next(some.Count)];

    static ByteArrayContent Json(string text) => Bytes(Encoding.UTF8.GetBytes(text), "application/json");

    static ByteArrayContent Bytes(byte[] bytes, string type)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return content;
    }
}
