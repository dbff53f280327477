using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using JmaActors.Tests.Support;

namespace JmaActors.Tests.Web.Access.Matrix;

/// <summary>
/// The real site with one of everything that belongs to 京都府医師会 (26): a member of all three layers, a member of a local association alone, an open
/// session, a program that is shown, a draft, a sign-up with a receipt, a report with its document, a transcript. Whoever looks stands there, above, below or beside.
/// </summary>
public sealed class MatrixWorld : IAsyncLifetime
{
    static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    readonly SiteProcess _site = new();

    public Uri Address => _site.Address;

    /// <summary>A workplace, whose duty manager and interviewer look.</summary>
    public const string Workplace = "W1";

    /// <summary>Where the site keeps its data.</summary>
    public string Folder => _site.Folder;

    public HttpClient Http { get; private set; } = null!;

    /// <summary>Of 26-001 and all layers.</summary>
    public string Member { get; private set; } = "";

    /// <summary>Of 26-001 alone.</summary>
    public string Local { get; private set; } = "";

    /// <summary>Of no association.</summary>
    public string Other { get; private set; } = "";

    /// <summary>Published, with terms; its session is open, and the member signed up and paid.</summary>
    public string Program { get; private set; } = "";

    public string Session => $"{Program}.1";

    /// <summary>Open as well: what ends a session is tried on it.</summary>
    public string Ending { get; private set; } = "";

    /// <summary>Published and not open: what changes a program is tried on it.</summary>
    public string Changing { get; private set; } = "";

    public string Draft { get; private set; } = "";

    /// <summary>Code of the member's transcript.</summary>
    public string Certificate { get; private set; } = "";

    /// <summary>Two members who may be one person.</summary>
    public string Pair { get; private set; } = "";

    /// <summary>A case of the member about the session, for which 26 answers.</summary>
    public string Dispute { get; private set; } = "";

    /// <summary>An export that a clerk of 26 began.</summary>
    public string Work { get; private set; } = "";

    /// <summary>An application of the member that 26 is asked about, …</summary>
    public string Application { get; private set; } = "";

    /// <summary>… and its document.</summary>
    public string Proof { get; private set; } = "";

    /// <summary>An interview of the member at the workplace, assigned to the other.</summary>
    public string Interview { get; private set; } = "";

    /// <summary>The workplace's application to the evaluation centre, under review by the surveyor mxdoctor and another.</summary>
    public string Evaluation { get; private set; } = "";

    /// <summary>A document it names.</summary>
    public string Document1 { get; private set; } = "";

    /// <summary>A roster of one made-up person.</summary>
    public byte[] Roster { get; private set; } = [];

    /// <summary>Past credits of one made-up person.</summary>
    public byte[] PastCredits { get; private set; } = [];

    public byte[] Attendance { get; private set; } = [];

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static DateTimeOffset Minute()
    {
        var now = TimeProvider.System.GetUtcNow().ToOffset(Tokyo);
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
    }

    public async ValueTask InitializeAsync()
    {
        await _site.Start();
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        Member = await Register("mx-member", "見本 花子", new { local = "26-001", layers = new[] { "local", "prefecture", "jma" }, category = "a1" });
        Local = await Register("mx-local", "見本 一郎", new { local = "26-001", layers = new[] { "local" }, category = (string?)null });
        Other = await Register("mx-other", "見本 二葉", null);
        Program = await Publish("MX26-P");
        Ending = await Publish("MX26-E");
        Changing = await Publish("MX26-C");
        Draft = await Create("MX26-D");
        foreach (var id in new[] { Program, Changing })
        {
            await Send(HttpMethod.Put, $"programs/{id}/enrolment/terms", new { opens = Minute().AddDays(-1), closes = Minute().AddHours(3), memberFee = 1000, otherFee = 1000 });
        }

        await Post($"programs/{Program}/enrolments", new { member = Member, key = "mx" });
        await Post($"programs/{Program}/enrolments/{Member}/payments", new { key = "mx-first", amount = 1000, method = "cash" });
        await Post($"programs/{Program}/open", new { });
        await Post($"programs/{Ending}/open", new { });
        await Document();
        await Transcript();
        var both = new { local = "26-001", layers = new[] { "local", "prefecture", "jma" }, category = "a1" };
        Pair = $"{await Register("mx-one", "見本 三郎", both)}-{await Register("mx-two", "見本 三郎", both)}";
        Dispute = $"{Member}.mx1";
        await Post($"disputes/{Dispute}", new { subject = "attendance", about = Session, words = "出席しました" });
        Application = $"{Member}.mx1";
        await Send(HttpMethod.Put, $"applications/{Application}", new { request = Reduction(), words = "w", documents = new[] { Proof } });
        await Post($"applications/{Application}/submit", new { });
        Work = (await Send(HttpMethod.Post, "works", new { key = "mx", kind = "export", columns = new[] { "name" } }, "office:26:clerk")).GetProperty("id").GetString()!;
        await Post("accounts/mxaccount/functions", new { key = "mx-f1", role = "office", scope = "26", reason = "matrix", duties = new[] { "clerk" } });
        foreach (var one in (string[])[Member, Local])
        {
            await Post($"members/{one}/dues/assessments", new { year = 2026, post = true });
            await Post($"members/{one}/dues/payments", new { key = "mx-paid", amount = 1, on = "2026-04-01", channel = "desk" });
            await Send(HttpMethod.Put, $"members/{one}/dues/debit", new { account = "0158-100-1-0000031", holder = "ミホン" });
        }
        await Employ();
        await Assign();
        Evaluation = $"{Workplace}.mx";
        Document1 = await Apply(Workplace, Evaluation);
        foreach (var (kind, who) in new[] { ("doctor", "mxdoctor"), ("labour", "mxlabour") }) await Send(HttpMethod.Put, $"evaluations/{Evaluation}/surveyors", new { key = $"mx-{kind}", kind, who });
        Roster = await Http.GetByteArrayAsync(new Uri("/api/v1/rosters/template.csv", UriKind.Relative), Ct);
        PastCredits = await Http.GetByteArrayAsync(new Uri("/api/v1/past-credits/template.csv", UriKind.Relative), Ct);
        Attendance = await Http.GetByteArrayAsync(new Uri("/api/v1/attendance/template.csv", UriKind.Relative), Ct);
        foreach (var (path, file) in new[] { ("rosters/mx", Roster), ("rosters/26.mx", Roster), ($"attendance/w.{Workplace}.mx", Attendance) })
        {
            using var csv = new ByteArrayContent(file);
            csv.Headers.ContentType = new("text/csv");
            using var imported = await Http.PostAsync(new Uri($"/api/v1/{path}", UriKind.Relative), csv, Ct);
            await Read(imported);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        await _site.DisposeAsync();
    }

    /// <summary>A reduction of 26's dues.</summary>
    public static object Reduction() => new { kind = "reduction", from = $"{Minute():yyyy-MM-dd}", reduction = new { kind = "illness", until = $"{Minute().AddDays(30):yyyy-MM-dd}", layers = new[] { "prefecture" } } };

    public static object Talks() => new[]
    {
        new { no = 1, start = Minute().AddMinutes(-30), end = Minute().AddMinutes(90), title = "講演", speaker = "見本", code = 8 },
    };

    async Task<string> Register(string key, string name, object? membership) =>
        (await Post("members", new { key, person = new { name, kana = "ミホン" }, membership })).GetProperty("id").GetString()!;

    async Task<string> Create(string id)
    {
        await Post("programs", new { id, host = "26", title = id, place = "会館", wholeTalk = false, doorsOpen = Minute().AddHours(-1), doorsClose = Minute().AddHours(3), talks = Talks() });
        return id;
    }

    async Task<string> Publish(string id)
    {
        await Create(id);
        var applied = await Post($"programs/{id}/apply", new { });
        await Post($"programs/{id}/decisions", new { scheme = "cme", decision = "approve", reason = "", on = applied.GetProperty("content").GetInt64() });
        await Post($"programs/{id}/publish", new { });
        return id;
    }

    async Task Document()
    {
        using var pdf = new ByteArrayContent(Pdf());
        pdf.Headers.ContentType = new("application/pdf");
        using var brought = await Http.PostAsync(new Uri($"/api/v1/members/{Member}/evidence", UriKind.Relative), pdf, Ct);
        var sha256 = (await Read(brought)).GetProperty("value").GetProperty("sha256").GetString();
        Proof = sha256!;
        await Post($"members/{Member}/credits", new { key = "doc", method = "lecture", code = 12, units = 0.5, date = $"{Minute().AddDays(-2):yyyy-MM-dd}", title = "他会の講習", post = false, evidence = new { name = "a.pdf", sha256 } });
        await Post($"members/{Member}/credits", new { key = "posted", method = "lecture", code = 13, units = 0.5, date = $"{Minute().AddDays(-2):yyyy-MM-dd}", title = "他会の講習", post = true });
    }

    async Task Transcript()
    {
        using var file = await Http.GetAsync(new Uri($"/api/v1/members/{Member}/transcript", UriKind.Relative), Ct);
        Assert.True(file.IsSuccessStatusCode, await file.Content.ReadAsStringAsync(Ct));
        using var paper = new ByteArrayContent(await file.Content.ReadAsByteArrayAsync(Ct));
        paper.Headers.ContentType = new("application/pdf");
        using var verified = await Http.PostAsync(new Uri("/api/v1/verify", UriKind.Relative), paper, Ct);
        Certificate = (await Read(verified)).GetProperty("code").GetString()!;
        Assert.NotEqual("", Certificate);
    }

    /// <summary>A workplace at which both members work and one record of each stands.</summary>
    async Task Employ()
    {
        var since = $"{Minute().AddDays(-100):yyyy-MM-dd}";
        await Send(HttpMethod.Put, $"workplaces/{Workplace}", new { key = "mx-1", name = "見本病院", association = "26-001" });
        await Send(HttpMethod.Put, $"workplaces/{Workplace}/agreement", new { key = "mx-2", from = since });
        foreach (var id in new[] { Member, Local })
        {
            await Post($"workplaces/{Workplace}/physicians", new { key = $"mx-{id}", member = id, level = "a", from = since });
            for (var (told, looks) = (false, 0); !told; looks++)
            {
                Assert.True(looks < 1_000, "The workplace's word did not reach the physician's ledger.");
                using var answer = await Http.PostAsJsonAsync(
                    new Uri($"/api/v1/members/{id}/work-hours/records", UriKind.Relative),
                    new { key = "mx-rec", workplace = Workplace, kind = "scheduled", from = Minute().AddDays(-2), to = Minute().AddDays(-2).AddHours(9) }, Ct);
                // The workplace's word is on its way to the physician's ledger.
                told = answer.StatusCode != System.Net.HttpStatusCode.Conflict;
                if (told) await Read(answer);
            }
        }
    }

    /// <summary>First day of the month of a 36協定 that began on a day.</summary>
    public static DateOnly MonthOf(DateOnly since)
    {
        var (today, months) = (DateOnly.FromDateTime(Minute().DateTime), 0);
        while (since.AddMonths(months + 1) <= today) months++;
        return since.AddMonths(months);
    }

    async Task Assign()
    {
        Interview = $"{Workplace}.{Member}.{MonthOf(DateOnly.FromDateTime(Minute().AddDays(-100).DateTime)):yyyyMMdd}";
        var desk = $"workplaces/{Workplace}/interviews/desk";
        await Send(HttpMethod.Put, $"{desk}/head", new { key = "mx-head", head = Local });
        await Send(HttpMethod.Put, $"{desk}/superiors", new { key = "mx-sup", member = Member });
        await Send(HttpMethod.Put, $"{desk}/interviewers", new { key = "mx-int", member = Other, completed = "2026-02-01", certificate = "第1号" });
        await Post($"interviews/{Interview}/assign", new { key = "mx-assign", interviewer = Other });
    }

    /// <summary>Writes and files an application for level B; answers the digest of its evidence.</summary>
    public async Task<string> Apply(string workplace, string id)
    {
        using var pdf = new ByteArrayContent(Pdf());
        pdf.Headers.ContentType = new("application/pdf");
        using var brought = await Http.PostAsync(new Uri($"/api/v1/workplaces/{workplace}/documents", UriKind.Relative), pdf, Ct);
        var sha256 = (await Read(brought)).GetProperty("value").GetProperty("sha256").GetString()!;
        var today = DateOnly.FromDateTime(Minute().DateTime);
        var opened = await Post($"evaluations/{id}", new { key = "open", levels = new[] { "b" } });
        await Send(HttpMethod.Put, $"evaluations/{id}/plan", new { key = "plan", from = $"{today:yyyy-MM-dd}", to = $"{today.AddYears(3):yyyy-MM-dd}", document = sha256 });
        await Send(HttpMethod.Put, $"evaluations/{id}/sheet", new { key = "sheet", fields = opened.GetProperty("fields").EnumerateArray().ToDictionary(f => f.GetProperty("field").GetString()!, _ => "記入") });
        foreach (var item in opened.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("item").GetString()!))
            await Send(HttpMethod.Put, $"evaluations/{id}/items/{item}", new { key = $"item-{item}", verdict = "met", words = "規程があります", documents = new[] { sha256 } });
        await Post($"evaluations/{id}/file", new { key = "file" });
        return sha256;
    }

    /// <summary>As small as a whole document can be.</summary>
    public static byte[] Pdf() => Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    Task<JsonElement> Post(string path, object body) => Send(HttpMethod.Post, path, body);

    async Task<JsonElement> Send(HttpMethod method, string path, object body, string eyes = "operator")
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}") { Content = JsonContent.Create(body), Headers = { { "X-Jma-Eyes", eyes } } };
        using var answer = await Http.SendAsync(request, Ct);
        return (await Read(answer)).GetProperty("value");
    }

    static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.RequestMessage!.RequestUri}: {(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }
}

/// <summary>Tests on one real site, one after the other.</summary>
[CollectionDefinition("real site", DisableParallelization = true)]
public sealed class RealSite : ICollectionFixture<MatrixWorld>;
