using System.Net.Http.Json;
using System.Text.Json;

namespace JmaActors.Tests.Browser;

/// <summary>What a host and a door do over HTTP.</summary>
public sealed class Api(Uri address) : IDisposable
{
    static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    readonly HttpClient http = new() { BaseAddress = address };
    int nonce;
    int twins;

    /// <summary>Full minutes: a timeline knows no seconds.</summary>
    public static DateTimeOffset Minute()
    {
        var now = TimeProvider.System.GetUtcNow().ToOffset(Tokyo);
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
    }

    /// <summary>The fiscal year of today.</summary>
    public static int FiscalYear => Minute() is { Month: < 4 } early ? early.Year - 1 : Minute().Year;

    /// <summary>A seminar that began some minutes ago and is open, its last talk over after 190; answers with its session.</summary>
    public Task<string> OpenSeminar(string title, int ago = 65) => Open(title, ago, []);

    /// <summary>The same, its talks offering units of occupational physicians too, with a break between them.</summary>
    public Task<string> OpenSeminarOfSchemes(string title, int ago = 65) => Open(title, ago, [new { scheme = "occupational", subject = 41 }]);

    async Task<string> Open(string title, int ago, object[] offers)
    {
        var began = Minute().AddMinutes(-ago);
        var talks = new List<object>
        {
            new { no = 1, start = began, end = began.AddMinutes(120), title = "講演1 感染対策", speaker = "見本 一郎", code = 8, offers },
            new { no = 2, start = began.AddMinutes(130), end = began.AddMinutes(190), title = "講演2 地域医療", speaker = "見本 二葉", code = 12, offers },
        };
        if (offers.Length > 0) talks.Insert(1, new { no = 3, start = began.AddMinutes(120), end = began.AddMinutes(130), title = "休憩", speaker = "", kind = "break" });
        return await Open(title, began, talks);
    }

    /// <summary>A day of two talks with a break between them: an hour that earns CME units, units of occupational physicians and a common lecture at once, and an hour and a half of CME.</summary>
    public Task<string> OpenDay(string title, DateTimeOffset began) => Open(title, began,
    [
        new { no = 1, start = began, end = began.AddMinutes(60), title = "講演1 医療安全", speaker = "見本 一郎", code = 7, offers = new[] { new { scheme = "occupational", subject = 30 }, new { scheme = "commonLecture", subject = 11 } } },
        new { no = 3, start = began.AddMinutes(60), end = began.AddMinutes(70), title = "休憩", speaker = "", kind = "break" },
        new { no = 2, start = began.AddMinutes(70), end = began.AddMinutes(160), title = "講演2 地域医療", speaker = "見本 二葉", code = 12 },
    ]);

    /// <summary>A workplace that employs a member, and seven days of twenty hours there: 84 h of the month, and no rest.</summary>
    public async Task Overworked(string member, string workplace)
    {
        var today = Minute().Date;
        string Day(int ago) => $"{today.AddDays(-ago):yyyy-MM-dd}";
        var since = $"{today.AddDays(-20).AddYears(-1):yyyy-MM-dd}";
        await Send($"/api/v1/workplaces/{workplace}", new { key = "1", name = "見本病院", association = "26-001" }, HttpMethod.Put);
        await Send($"/api/v1/workplaces/{workplace}/agreement", new { key = "2", from = since }, HttpMethod.Put);
        await Send($"/api/v1/workplaces/{workplace}/designations", new { key = "3", level = "b", from = since });
        await Send($"/api/v1/workplaces/{workplace}/physicians", new { key = $"4-{member}", member, level = "b", from = since });
        await Employed(member, workplace);
        for (var ago = 1; ago <= 7; ago++) await Work(member, Day(ago), workplace, new DateTimeOffset(today.AddDays(-ago), Tokyo), 20);
    }

    async Task<string> Open(string title, DateTimeOffset began, IReadOnlyList<object> talks)
    {
        var body = new
        {
            host = "26", title, place = "見本会館", wholeTalk = false, doorsOpen = began.AddMinutes(-30), doorsClose = began.AddMinutes(240), talks,
        };
        var program = await Send("/api/v1/programs", body);
        var id = program.GetProperty("id").GetString()!;
        await Approve(id);
        var opened = await Send($"/api/v1/programs/{id}/open", new { });
        return opened.GetProperty("session").GetString()!;
    }

    /// <summary>The host applies; each approver approves what it was shown.</summary>
    public async Task Approve(string program)
    {
        var applied = await Send($"/api/v1/programs/{program}/apply", new { });
        foreach (var line in applied.GetProperty("approvals").EnumerateArray())
        {
            await Send($"/api/v1/programs/{program}/decisions", new
            {
                scheme = line.GetProperty("scheme").GetString(), decision = "approve", reason = "", on = applied.GetProperty("content").GetInt64(),
            });
        }
    }

    /// <summary>Closes the door.</summary>
    public Task<JsonElement> Close(string session) => Send($"/api/v1/sessions/{session}/close", new { });

    /// <summary>Confirms the roll.</summary>
    public Task<JsonElement> Confirm(string session) => Send($"/api/v1/sessions/{session}/confirm", new { });

    /// <summary>Decides about somebody's attendance at one talk.</summary>
    public async Task Decide(string session, string member, int talk, string verdict, string reason)
    {
        using var answer = await http.PutAsJsonAsync($"/api/v1/sessions/{session}/roll/{member}", new { talk, verdict, reason });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Two records of one person in one association: the same reading and birth date, each with a registry number and 2.0 of its own under its own number as key.</summary>
    public async Task<(string Low, string High)> TwoOfOne(string name, string kana, string association)
    {
        var numbers = new List<string>();
        var own = Interlocked.Increment(ref twins);
        foreach (var code in (int[])[20, 21])
        {
            var made = await Send("/api/v1/members", new
            {
                key = $"{kana}-{code}",
                person = new { name, kana, birthDate = "1979-03-02", registry = $"79{code}{own:D3}" },
                membership = new { local = association, layers = new[] { "local", "prefecture", "jma" }, category = "a1" },
            });
            var id = made.GetProperty("id").GetString()!;
            await Send($"/api/v1/members/{id}/credits", new { key = id, method = "paper", code, units = 1.0, date = "2026-05-01", title = "論文", post = true });
            numbers.Add(id);
        }

        return (numbers[0], numbers[1]);
    }

    /// <summary>Registers a person of no association; answers with the number.</summary>
    public async Task<string> Register(string key, string name, string kana) =>
        (await Send("/api/v1/members", new { key, person = new { name, kana } })).GetProperty("id").GetString()!;

    /// <summary>Registers a member of all three layers from a date; answers with the number.</summary>
    public async Task<string> RegisterMember(string key, string name, string kana, string local, string from) => (await Send("/api/v1/members", new
    {
        key, person = new { name, kana }, membership = new { local, layers = new[] { "local", "prefecture", "jma" }, category = "a1" }, effectiveFrom = from,
    })).GetProperty("id").GetString()!;

    /// <summary>Records credit of a congress.</summary>
    public Task<JsonElement> Credit(string member, string key, decimal units, int code, string date, string title, bool post = true) =>
        Send($"/api/v1/members/{member}/credits", new { key, method = "lecture", code, units, date, title, post });

    /// <summary>Corrects the units of an entry.</summary>
    public Task<JsonElement> CorrectCredit(string member, string key, decimal units, string reason) =>
        Send($"/api/v1/members/{member}/credits/{key}/correct", new { units, reason });

    /// <summary>A side employer of a physician, with an agreement from the first day of the fiscal year before.</summary>
    public Task<JsonElement> Employ(string member, string place, string name) => Send(
        $"/api/v1/members/{member}/work-hours/employments", new { key = place, workplace = place, agreementFrom = $"{Minute().Year - 1}-04-01", name });

    /// <summary>A hospital with level B and one physician, who has heard of it.</summary>
    public async Task Hospital(string place, string name, string member)
    {
        var from = $"{Minute().Year - 1}-04-01";
        await Send($"/api/v1/workplaces/{place}", new { key = "d", name, association = "26-001" }, HttpMethod.Put);
        await Send($"/api/v1/workplaces/{place}/agreement", new { key = "a", from, holiday = "sunday" }, HttpMethod.Put);
        await Send($"/api/v1/workplaces/{place}/designations", new { key = "l", level = "b", from });
        await Send($"/api/v1/workplaces/{place}/departments", new { key = "s", name = "外科" }, HttpMethod.Put);
        await Send($"/api/v1/workplaces/{place}/physicians", new { key = member, member, level = "b", from, department = "外科" });
        await Employed(member, place);
    }

    /// <summary>Waits until the physician's ledger has heard of the workplace that employs her: its word is on its way when the workplace has answered.</summary>
    public async Task Employed(string member, string place)
    {
        const int Looks = 1_000;
        for (var looks = 0; !(await Get($"/api/v1/members/{member}/work-hours")).GetProperty("employments").EnumerateArray().Any(e => e.GetProperty("workplace").GetString() == place); looks++)
            Assert.True(looks < Looks, "The physician's ledger did not hear of the workplace.");
    }

    /// <summary>A stretch of work, recorded afterwards.</summary>
    public Task<JsonElement> Work(string member, string key, string place, DateTimeOffset from, double hours, string kind = "scheduled") =>
        Send($"/api/v1/members/{member}/work-hours/records", new { key, workplace = place, kind, from, to = from.AddHours(hours) });

    /// <summary>A desk says how it stands.</summary>
    public async Task ReportDesk(string session, string device, int waiting, DateTimeOffset sentAt)
    {
        using var answer = await http.PostAsJsonAsync($"/api/v1/sessions/{session}/desks", new { device, sentAt, waiting });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
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

    /// <summary>What the API says under a path, to the operator or to somebody else.</summary>
    public async Task<JsonElement> Get(string path, string eyes = "operator")
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-Jma-Eyes", eyes } } };
        using var answer = await http.SendAsync(asked);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public void Dispose() => http.Dispose();

    /// <summary>Sends a roster of made-up people.</summary>
    public async Task Import(string key, string csv)
    {
        using var content = new StringContent(csv, System.Text.Encoding.UTF8, "text/csv");
        using var answer = await http.PostAsync($"/api/v1/rosters/{key}", content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Sends a command; what it made or found.</summary>
    public Task<JsonElement> Send(string path, object body, HttpMethod? method = null) => SendAs("operator", path, body, method);

    /// <summary>The same by somebody else.</summary>
    public async Task<JsonElement> SendAs(string eyes, string path, object body, HttpMethod? method = null)
    {
        using var asked = new HttpRequestMessage(method ?? HttpMethod.Post, path) { Content = JsonContent.Create(body), Headers = { { "X-Jma-Eyes", eyes } } };
        using var answer = await http.SendAsync(asked);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement.GetProperty("value");
    }
}
