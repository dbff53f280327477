using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using JmaActors.Tests.Web.Access.Matrix;
using JmaActors.Web;

namespace JmaActors.Tests.Web.Http.Fuzz;

/// <summary>
/// Ten thousand malformed requests, made from the OpenAPI document by lot: none makes the site fail, and none changes anything. The seed is a constant; another
/// may be given as <c>JMA_FUZZ_SEED</c>.
/// </summary>
[Collection("real site")]
public sealed class FuzzTests(MatrixWorld world)
{
    const int Requests = 10_000, AtOnce = 8, Told = 20, Shown = 600, DefaultSeed = 20261126;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_thousand_malformed_requests_fail_nothing_and_change_nothing()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("JMA_FUZZ_SEED"), out var given) ? given : DefaultSeed;
        var api = new ApiShape(await world.Http.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Ct));
        var operations = api.Operations();
        Assert.True(operations.Count > 60, $"Only {operations.Count} operations were found in the document.");
        var malformed = new Malformed(api, operations, new Random(seed));
        var before = StoredState.Of(world.Folder);

        var (faults, answers, asked, again) = (new ConcurrentQueue<string>(), new ConcurrentDictionary<int, int>(), new ConcurrentDictionary<string, int>(), 0);
        using var http = Client(TimeSpan.FromMinutes(1));
        using var anew = Client(TimeSpan.Zero);
        var requests = Enumerable.Range(0, Requests).Select(_ => malformed.Next()).ToList();
        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Ct }, async (one, ct) =>
        {
            var (operation, request, told) = one;
            asked.AddOrUpdate($"{operation.Method} {operation.Path}", 1, (_, n) => n + 1);
            var target = new Uri(world.Address.GetLeftPart(UriPartial.Authority) + request.RequestUri!.OriginalString["http://fuzz".Length..], new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
            // The site closes a connection whose request it did not read to the end; the next one on it meets that, and is asked once more on a connection of its own.
            foreach (var client in new[] { http, anew })
            {
                var sent = Copy(request, target);
                try
                {
                    using var answer = await client.SendAsync(sent, ct);
                    answers.AddOrUpdate((int)answer.StatusCode, 1, (_, n) => n + 1);
                    if ((int)answer.StatusCode >= 500) faults.Enqueue($"{(int)answer.StatusCode} {operation.Method} {target.OriginalString} ({told}): {await Sent(sent)} → {await answer.Content.ReadAsStringAsync(ct)}");
                    return;
                }
                catch (HttpRequestException cut) when (client == anew)
                {
                    // It closes on a body that is too large, which may meet a sender who still writes. Nobody else is left without an answer.
                    answers.AddOrUpdate((int)HttpStatusCode.RequestEntityTooLarge, 1, (_, n) => n + 1);
                    if (!(request.Content?.Headers.ContentLength > WebLimits.Body)) faults.Enqueue($"no answer: {operation.Method} {target.OriginalString} ({told}): {cut.InnerException?.Message}");
                }
                catch (HttpRequestException)
                {
                    Interlocked.Increment(ref again);
                }
            }
        });

        Assert.True(faults.IsEmpty, $"seed {seed}, {faults.Count} failed:\n{string.Join('\n', faults.Take(Told))}");
        // Each request it does not read to the end closes a connection that the next one may be about to use.
        var unread = requests.Count(static r => r.Request.Content?.Headers.ContentLength > WebLimits.Body);
        Assert.True(again <= 2 * unread, $"{again} requests met a closed connection, with {unread} bodies that are too large.");
        var after = StoredState.Of(world.Folder);
        var changed = Asked(before.Except(after).Select(r => $"gone {r}").Concat(after.Except(before).Select(r => $"new {r}")).ToList()).Select(r => r.Length > Shown ? r[..Shown] : r).ToList();
        Assert.True(changed.Count == 0, $"seed {seed}, {changed.Count} rows changed:\n{string.Join('\n', changed.Take(Told))}");
        Assert.Equal(operations.Count, asked.Count);
        Assert.Equal(Requests, answers.Values.Sum());
        Assert.True(answers.Where(a => a.Key >= 400).Sum(a => a.Value) > Requests * 8 / 10, string.Join(", ", answers.OrderBy(a => a.Key).Select(a => $"{a.Key}: {a.Value}")));
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}, {again} of {unread} asked again: " + string.Join(", ", answers.OrderBy(a => a.Key).Select(a => $"{a.Key}: {a.Value}")));
    }

    /// <summary>Without what time did: at a full half hour a seminar of the demonstration counts credit, and the ledgers of whoever is there follow, whoever asks for what.</summary>
    static IEnumerable<string> Asked(List<string> changed)
    {
        var counted = changed.Where(static r => r.StartsWith("new ledger_event: session/", StringComparison.Ordinal) && r.Contains("|credit-assessed|", StringComparison.Ordinal)
            || r.StartsWith("new ledger_event: credits/", StringComparison.Ordinal) && r.Contains("|credit-adjusted|", StringComparison.Ordinal)).ToList();
        var ledgers = counted.Select(static r => r["new ledger_event: ".Length..r.IndexOf('|', StringComparison.Ordinal)]).Distinct().ToList();
        return changed.Except(counted).Where(r => !ledgers.Exists(l => r.Contains($" ledger_head: {l}|", StringComparison.Ordinal)
            || (l.StartsWith("credits/", StringComparison.Ordinal) && r.Contains($" credit_standing: {l["credits/".Length..]}|", StringComparison.Ordinal))));
    }

    static HttpClient Client(TimeSpan lifetime) =>
        new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8, PooledConnectionLifetime = lifetime }) { Timeout = Patience };

    static HttpRequestMessage Copy(HttpRequestMessage request, Uri target)
    {
        var copy = new HttpRequestMessage(request.Method, target) { Content = request.Content };
        foreach (var header in request.Headers) copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        return copy;
    }

    static async Task<string> Sent(HttpRequestMessage request)
    {
        if (request.Content is null) return "";
        var text = await request.Content.ReadAsStringAsync(Ct);
        return text.Length > 300 ? text[..300] : text;
    }
}
