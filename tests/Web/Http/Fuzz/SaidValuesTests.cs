using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using JmaActors.Tests.Web.Access.Matrix;
using JmaActors.Web.Access;

namespace JmaActors.Tests.Web.Http.Fuzz;

/// <summary>A figure or a yes-or-no that is named in an address and not said is refused by every operation, before it does anything: a trial run asked for so must not become a real one.</summary>
[Collection("real site")]
public sealed partial class SaidValuesTests(MatrixWorld world)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_value_that_is_named_and_not_said_is_refused_and_named()
    {
        var document = await world.Http.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Ct);
        List<(string Method, string Path, string Name)> asked = [];
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject().Where(static o => o.Value.ValueKind == JsonValueKind.Object && o.Value.TryGetProperty("parameters", out _)))
            {
                foreach (var parameter in operation.Value.GetProperty("parameters").EnumerateArray().Where(static p => p.GetProperty("in").GetString() == "query" && IsFigure(p.GetProperty("schema"))))
                {
                    asked.Add((operation.Name.ToUpperInvariant(), path.Name, parameter.GetProperty("name").GetString()!));
                }
            }
        }

        Assert.Contains(("POST", "/api/v1/rosters/{key}", "dryRun"), asked);
        var before = StoredState.Of(world.Folder);
        foreach (var (method, path, name) in asked)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), $"{InBraces().Replace(path, "1")}?{name}=");
            request.Headers.Add(Eyes.Header, "operator");
            using var answer = await world.Http.SendAsync(request, Ct);
            var told = await answer.Content.ReadAsStringAsync(Ct);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest && told.Contains($"\"{name}\"", StringComparison.Ordinal), $"{method} {path} ?{name}= → {(int)answer.StatusCode} {told}");
        }

        // At a full half hour a seminar of the demonstration counts credit, whoever asks for what.
        Assert.DoesNotContain(StoredState.Of(world.Folder).Except(before), static r => r.StartsWith("ledger_event: ", StringComparison.Ordinal) && !r.StartsWith("ledger_event: session/", StringComparison.Ordinal) && !r.StartsWith("ledger_event: credits/", StringComparison.Ordinal));
    }

    static bool IsFigure(JsonElement schema) => schema.TryGetProperty("type", out var type)
        && (type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(static t => t.GetString()) : [type.GetString()]).Any(static t => t is "boolean" or "integer" or "number");

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex InBraces();
}
