using System.Net.Http.Json;
using System.Text.Json;

namespace JmaActors.Tests.Browser;

/// <summary>What a host and a door do over HTTP.</summary>
public sealed class Api(Uri address) : IDisposable
{
    static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    readonly HttpClient http = new() { BaseAddress = address };
    int nonce;

    /// <summary>Full minutes: a timeline knows no seconds.</summary>
    public static DateTimeOffset Minute()
    {
        var now = TimeProvider.System.GetUtcNow().ToOffset(Tokyo);
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
    }

    /// <summary>A seminar that began some minutes ago and is open, its last talk over after 190; answers with its session.</summary>
    public async Task<string> OpenSeminar(string title, int ago = 65)
    {
        var began = Minute().AddMinutes(-ago);
        var body = new
        {
            host = "26", title, place = "見本会館", wholeTalk = false, doorsOpen = began.AddMinutes(-30), doorsClose = began.AddMinutes(240),
            talks = new[]
            {
                new { no = 1, start = began, end = began.AddMinutes(120), title = "講演1 感染対策", speaker = "見本 一郎", code = 8 },
                new { no = 2, start = began.AddMinutes(130), end = began.AddMinutes(190), title = "講演2 地域医療", speaker = "見本 二葉", code = 12 },
            },
        };
        var program = await Send("/api/v1/programs", body);
        var opened = await Send($"/api/v1/programs/{program.GetProperty("id").GetString()}/open", new { });
        return opened.GetProperty("session").GetString()!;
    }

    /// <summary>A demonstration member with a card.</summary>
    public async Task<(string Id, string Card)> Member(int at)
    {
        var page = await http.GetFromJsonAsync<JsonElement>("/api/v1/members?size=50");
        var member = page.GetProperty("members").EnumerateArray().Where(m => m.GetProperty("card").ValueKind == JsonValueKind.String).ElementAt(at);
        return (member.GetProperty("id").GetString()!, member.GetProperty("card").GetString()!);
    }

    /// <summary>A tap; answers when it is durable.</summary>
    public Task<JsonElement> Tap(string session, string card, string direction, DateTimeOffset at) =>
        Send($"/api/v1/sessions/{session}/tap", new { card, direction, at, device = "browser-test", nonce = $"n{Interlocked.Increment(ref nonce)}" });

    /// <summary>What the API says under a path.</summary>
    public Task<JsonElement> Get(string path) => http.GetFromJsonAsync<JsonElement>(path);

    public void Dispose() => http.Dispose();

    async Task<JsonElement> Send(string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement.GetProperty("value");
    }
}
