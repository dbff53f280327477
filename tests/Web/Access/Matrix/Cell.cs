using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using JmaActors.Web.Access;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace JmaActors.Tests.Web.Access.Matrix;

/// <summary>One row's request, asked by whoever the column says, and what became of it: <c>yes</c>, <c>403</c>, <c>404</c>, or another figure, which no row may say.</summary>
public sealed partial class Cell(MatrixWorld world)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="route">As <see cref="Routes"/> names it.</param>
    /// <param name="of">Which of several things the address is filled with; empty when there is one.</param>
    public async Task<string> Ask(string route, string of, string eyes)
    {
        var (verb, path) = (route[..route.IndexOf(' ')], route[(route.IndexOf(' ') + 1)..]);
        if (verb == "TOPIC") return await Watch(Enum.Parse<TopicKind>(path), of, eyes);
        var page = verb == "PAGE" || !path.StartsWith("/api/", StringComparison.Ordinal);
        using var request = new HttpRequestMessage(new HttpMethod(verb == "PAGE" ? "GET" : verb), Fill(path, verb, of));
        if (page) request.Headers.Add("Cookie", $"{Eyes.Cookie}={Uri.EscapeDataString(eyes)}");
        else request.Headers.Add(Eyes.Header, eyes);
        if (verb is not ("GET" or "PAGE" or "DELETE")) request.Content = Content(route, of);
        using var answer = await world.Http.SendAsync(request, Ct);
        if (verb == "PAGE" && answer.StatusCode == HttpStatusCode.OK) return OfPage(await answer.Content.ReadAsStringAsync(Ct));
        return answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => "403",
            HttpStatusCode.NotFound => "404",
            < HttpStatusCode.BadRequest or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity => "yes",
            var other => $"{(int)other}",
        };
    }

    /// <summary>A page says in words what it does not show; the kind of words is marked.</summary>
    static string OfPage(string html) => Trouble().Match(html) is { Success: true } trouble
        ? trouble.Groups[1].Value switch { "Scope" => "403", "Gone" => "404", var other => other }
        : "yes";

    async Task<string> Watch(TopicKind kind, string of, string eyes)
    {
        var topic = kind switch
        {
            TopicKind.Seminar => $"seminar/{world.Session}",
            TopicKind.MemberCredits => $"member/{Person(of)}/credits",
            TopicKind.MemberRecord => $"member/{Person(of)}/record",
            TopicKind.MemberHours => $"member/{Person(of)}/hours",
            TopicKind.MemberDues => $"member/{Person(of)}/dues",
            TopicKind.Dues => "dues/26.2026",
            // Of a year that nobody runs here: whoever may see it hears that there is none.
            TopicKind.DuesRun => "dues-run/26.2025",
            TopicKind.MemberHoursAt => $"member/{Person(of)}/hours/{MatrixWorld.Workplace}",
            TopicKind.Association => "association/26",
            TopicKind.Operations => "operations",
            TopicKind.Import => of == "of 26" ? "import/26.mx" : "import/mx",
            TopicKind.Work => $"work/{world.Work}",
            TopicKind.Application => $"application/{world.Application}",
            TopicKind.Dispute => $"dispute/{world.Dispute}",
            TopicKind.Office => "office/26",
            TopicKind.Interviews => $"interviews/{MatrixWorld.Workplace}",
            TopicKind.Interview => $"interview/{world.Interview}",
            TopicKind.Alerts => $"alerts/workplace:{MatrixWorld.Workplace}",
            TopicKind.Duty => $"workplace/{MatrixWorld.Workplace}",
            TopicKind.Hours => "work-hours/26",
            TopicKind.Evaluation => $"evaluation/{world.Evaluation}",
            _ => throw new NotSupportedException($"{kind} has no topic here: say which is watched."),
        };
        await using var hub = new HubConnectionBuilder().WithUrl(new Uri(world.Address, $"/hubs/live?eyes={Uri.EscapeDataString(eyes)}")).Build();
        await hub.StartAsync(Ct);
        try
        {
            await hub.InvokeAsync<object>("Watch", topic, Ct);
            return "yes";
        }
        catch (HubException refused)
        {
            return refused.Message.Contains("out-of-scope", StringComparison.Ordinal) ? "403" : refused.Message.Contains("not-found", StringComparison.Ordinal) ? "404" : refused.Message;
        }
    }

    string Person(string of) => of.StartsWith("local", StringComparison.Ordinal) ? world.Local : world.Member;

    string Fill(string path, string verb, string of)
    {
        var plain = path.Replace("/api/v1", "", StringComparison.Ordinal);
        var id = plain.Split('/')[1] switch
        {
            "documents" when plain.StartsWith("/documents/applications/", StringComparison.Ordinal) => world.Application,
            "documents" when plain.StartsWith("/documents/debits/", StringComparison.Ordinal) => "26",
            "members" or "documents" => Person(of),
            "show" when plain.StartsWith("/show/works/", StringComparison.Ordinal) => world.Work,
            "programs" or "show" => of == "draft" ? world.Draft : verb is "GET" or "PAGE" || plain.Contains("/enrolment", StringComparison.Ordinal) ? world.Program : world.Changing,
            "accounts" => "mxaccount",
            "directory" => "mx-filter",
            "works" => world.Work,
            "applications" => verb == "PUT" ? $"{world.Member}.mx2" : world.Application,
            "disputes" => verb == "POST" && plain == "/disputes/{id}" ? $"{world.Member}.mx2" : world.Dispute,
            "duplicates" => world.Pair,
            "sessions" or "seminars" => plain.EndsWith("/close", StringComparison.Ordinal) || plain.EndsWith("/confirm", StringComparison.Ordinal) ? $"{world.Ending}.1" : world.Session,
            "associations" or "bank" or "hosts" or "offices" or "work-hours" or "dues" => "26",
            // Of imports: the operator's, and one whose key says that it is 26's.
            "rosters" or "past-credits" => of switch { "of 26" => "26.mx", "of 26, pending" => "26.mxc", "of 26, posted" => "26.mxp", _ => "mx" },
            "workplaces" => MatrixWorld.Workplace,
            "interviews" => world.Interview,
            "attendance" => $"w.{MatrixWorld.Workplace}.mx",
            "evaluations" => verb == "POST" && plain == "/evaluations/{id}" ? $"{MatrixWorld.Workplace}.mx2" : world.Evaluation,
            _ => "",
        };
        var key = plain.Contains("/credits/{key}", StringComparison.Ordinal) ? "doc" : plain.Contains("/work-hours/", StringComparison.Ordinal) ? "mx-rec" : id;
        var filled = path.Replace("{id}", id, StringComparison.Ordinal).Replace("{Key}", id, StringComparison.Ordinal).Replace("{Id}", id, StringComparison.Ordinal).Replace("{Place}", id, StringComparison.Ordinal).Replace("{key}", key, StringComparison.Ordinal).Replace("{item}", "02", StringComparison.Ordinal).Replace("{sha256}", plain.Contains("/applications/", StringComparison.Ordinal) ? world.Proof : world.Document1, StringComparison.Ordinal)
            .Replace("{member}", world.Member, StringComparison.Ordinal).Replace("{Member}", world.Member, StringComparison.Ordinal)
            .Replace("{session}", world.Session, StringComparison.Ordinal).Replace("{program}", world.Program, StringComparison.Ordinal)
            .Replace("{no:int}", "1", StringComparison.Ordinal).Replace("{No:int}", "1", StringComparison.Ordinal).Replace("{pair}", world.Pair, StringComparison.Ordinal).Replace("{account}", "mxaccount", StringComparison.Ordinal).Replace("{function}", "mx-f1", StringComparison.Ordinal).Replace("{code}", world.Certificate, StringComparison.Ordinal).Replace("{benefit}", "credits", StringComparison.Ordinal).Replace("{feed}", "mx-feed", StringComparison.Ordinal).Replace("{hook}", "mx-hook", StringComparison.Ordinal).Replace("{number:long}", "1", StringComparison.Ordinal).Replace("{region}", "26", StringComparison.Ordinal).Replace("{batch}", "mx-debit", StringComparison.Ordinal).Replace("{year:int}", "2026", StringComparison.Ordinal);
        Assert.DoesNotContain('{', filled);
        return filled + Query(path, verb, of);
    }

    string Query(string path, string verb, string of) => (verb, path) switch
    {
        ("GET", "/api/v1/sessions/{id}/people") => "?text=%E8%A6%8B%E6%9C%AC",
        ("GET", "/api/v1/members") => "?size=2",
        ("GET", "/api/v1/associations") => "?at=x",
        ("PAGE", "/applications/new") => $"?member={world.Member}",
        ("GET", "/documents/{id}/evidence") => "?entry=doc",
        ("DELETE", _) => "?key=mx-gone",
        ("POST", "/api/v1/sessions/{id}/web-log") or ("POST", "/api/v1/sessions/{id}/paper-list") => "?dryRun=true",
        ("POST", "/api/v1/past-credits/{key}") => of == "of 26, posted" ? "?post=true" : "",
        ("GET", "/api/v1/duplicates/{pair}/preview") => $"?into={world.Pair[..10]}",
        ("POST", "/api/v1/associations/{id}/bank-files") => "?account=0158-100-1-0000026",
        ("GET", "/api/v1/functions") => "?scope=26",
        ("GET", "/api/v1/audit") => of == "member" ? $"?person={world.Member}" : of == "local alone" ? $"?person={world.Local}" : "?office=26",
        ("PAGE", "/audit") => of == "member" ? $"?person={world.Member}&why=x" : "?office=26",
        ("GET", "/show/language") => "?to=ja",
        ("GET", "/show/eyes") => "?to=operator",
        _ => "",
    };

    HttpContent Content(string route, string of) => route switch
    {
        "POST /api/v1/rosters/{key}" => Bytes(world.Roster, "text/csv"),
        "POST /api/v1/past-credits/{key}" => Bytes(world.PastCredits, "text/csv"),
        "POST /api/v1/attendance/{key}" => Bytes(world.Attendance, "text/csv"),
        "POST /api/v1/sessions/{id}/paper-list" => Text("member,入場,退場\n", "text/csv"),
        "POST /api/v1/sessions/{id}/web-log" => Text("member,registry,card,入室,退室,本人確認,キーワード,氏名\n", "text/csv"),
        "POST /api/v1/associations/{id}/debits/{batch}/results" => Text("1910", "text/plain"),
        "POST /api/v1/associations/{id}/bank-files" => Text("日付,入金額,摘要\n", "text/csv"),
        "POST /api/v1/workplaces/{id}/documents" => Bytes(MatrixWorld.Pdf(), "application/pdf"),
        "POST /api/v1/members/{id}/evidence" => Bytes(MatrixWorld.Pdf(), "application/pdf"),
        "POST /api/v1/verify" or "POST /verify" => Bytes(MatrixWorld.Pdf(), "application/pdf"),
        _ => JsonContent.Create(Body(route, of)),
    };

    object Body(string route, string of)
    {
        var now = MatrixWorld.Minute();
        var membership = of.StartsWith("local", StringComparison.Ordinal)
            ? new { local = "26-001", layers = new[] { "local" }, category = (string?)null }
            : new { local = "26-001", layers = new[] { "local", "prefecture", "jma" }, category = (string?)"a1" };
        return route switch
        {
            "POST /api/v1/members" => new { key = "mx-new", person = new { name = "見本 新", kana = "ミホン シン" }, membership },
            "POST /api/v1/members/{id}/profile" => new { key = "mx-p", person = new { name = "見本 花子", kana = "ミホン" }, card = (string?)null, effectiveFrom = (string?)null, reason = "matrix" },
            "POST /api/v1/members/{id}/membership" => new { key = "mx-m", membership, effectiveFrom = (string?)null, reason = "matrix" },
            "POST /api/v1/members/{id}/profile/correct" => new { key = "mx-pc", of = 1, person = new { name = "見本 花子", kana = "ミホン" }, effectiveFrom = $"{now:yyyy-MM-dd}", reason = "matrix" },
            "POST /api/v1/members/{id}/membership/correct" or "POST /api/v1/members/{id}/membership/correct/trial" => new { key = "mx-mc", of = 1, membership, effectiveFrom = $"{now:yyyy-MM-dd}", reason = "matrix" },
            "POST /api/v1/members/{id}/pass/revoke" => new { key = "mx", reason = "matrix" },
            "POST /api/v1/members/{id}/credits" => new { key = $"mx-{of}", method = "eLearning", code = 12, units = 0.5, date = $"{now.AddDays(-1):yyyy-MM-dd}", title = "t", post = of.EndsWith("posted", StringComparison.Ordinal), score = 90 },
            "POST /api/v1/members/{id}/credits/{key}/settle" => new { post = true, reason = "" },
            "PUT /api/v1/programs/{id}/enrolment/terms" => new { opens = now.AddDays(-1), closes = now.AddHours(2) },
            "POST /api/v1/programs/{id}/enrolments" => new { member = world.Member, key = "mx", walkIn = of == "walk-in" },
            "POST /api/v1/programs/{id}/enrolments/{member}/cancel" => new { key = "mx-gone" },
            "POST /api/v1/programs/{id}/enrolments/{member}/payments" => new { key = "mx-pay", amount = 1, method = "cash" },
            "POST /api/v1/programs/{id}/enrolments/{member}/refunds" => new { key = "mx-back", amount = 1, method = "cash", reason = "r" },
            "POST /api/v1/programs" => new { id = "MX26-N", host = "26", title = "t", place = "p", wholeTalk = false, doorsOpen = now, doorsClose = now.AddHours(3), talks = MatrixWorld.Talks() },
            "PUT /api/v1/programs/{id}" => new { title = "MX26-C", place = "会館", wholeTalk = false, doorsOpen = now.AddHours(-1), doorsClose = now.AddHours(3), talks = MatrixWorld.Talks() },
            "PUT /api/v1/programs/{id}/timeline" => new { doorsOpen = now.AddHours(-1), doorsClose = now.AddHours(3), talks = MatrixWorld.Talks() },
            "POST /api/v1/programs/{id}/decisions" => new { scheme = "cme", decision = "approve", reason = "", on = 1 },
            "POST /api/v1/programs/{id}/copy" => new { newId = "MX26-K", startsOn = $"{now.AddDays(40):yyyy-MM-dd}" },
            "POST /api/v1/sessions/{id}/tap" => new { direction = "in", at = now, device = "mx", nonce = "n1", card = "NOBODY01" },
            "POST /api/v1/sessions/{id}/taps" => new { taps = new[] { new { direction = "in", at = now, device = "mx", nonce = "n2", card = "NOBODY01" } } },
            "POST /api/v1/sessions/{id}/undo" => new { device = "mx", nonce = "none" },
            "PUT /api/v1/sessions/{id}/roll/{member}" => new { verdict = "grant", reason = "r" },
            "POST /api/v1/sessions/{id}/desks" => new { device = "mx", sentAt = now },
            "POST /api/v1/sessions/{id}/walk-ins" => new { name = "見本 飛入", kana = "ミホン トビイリ", at = now, device = "mx", nonce = "w1" },
            "POST /api/v1/works" => new { key = "mx", kind = "export", columns = new[] { "name" } },
            "PUT /api/v1/directory/filters/{id}" => new { name = "mx", filter = "" },
            "PUT /api/v1/applications/{id}" => new { request = MatrixWorld.Reduction(), words = "w" },
            "POST /api/v1/applications/{id}/decide" => new { key = "mx", word = "returned", words = "w" },
            "POST /api/v1/applications/{id}/undo" => new { words = "w" },
            "POST /api/v1/members/{id}/applications/try" => MatrixWorld.Reduction(),
            "POST /api/v1/disputes/{id}" => new { subject = "attendance", about = world.Session, words = "w" },
            "POST /api/v1/disputes/{id}/words" => new { key = "mx", words = "w" },
            "POST /api/v1/disputes/{id}/decide" => new { upheld = false, words = "w" },
            "POST /api/v1/members/{id}/dues/trials" => new { year = 2026 },
            "POST /api/v1/members/{id}/dues/assessments" => new { year = 2026, post = true },
            "POST /api/v1/members/{id}/dues/payments" => new { key = "mx-pay", amount = 1, on = "2026-04-01", channel = "desk" },
            "POST /api/v1/members/{id}/dues/payments/reverse" => new { payment = "mx-none", reason = "matrix" },
            "POST /api/v1/members/{id}/dues/refunds" => new { key = "mx-refund", amount = 1, reason = "matrix" },
            "POST /api/v1/members/{id}/dues/lessenings" => new { key = "mx-less", year = 2026, creditor = "26", item = "dues", term = 0, via = "26-001", amount = 1, writeOff = false, reason = "matrix" },
            "POST /api/v1/members/{id}/dues/reductions" => new { key = "mx-red", kind = "illness", from = "2026-04-01", until = "2026-05-01", layers = new[] { "prefecture" } },
            "POST /api/v1/members/{id}/dues/reminders" => new { key = "mx-remind" },
            "POST /api/v1/members/{id}/dues/reminders/hold" => new { key = "mx-hold", until = $"{now.AddDays(3):yyyy-MM-dd}", reason = "matrix" },
            "POST /api/v1/members/{id}/dues/reductions/end" => new { reduction = "mx-none", until = "2026-05-01", reason = "matrix" },
            "PUT /api/v1/members/{id}/dues/debit" => new { account = "0158-100-1-0000031", holder = "ミホン" },
            "POST /api/v1/associations/{id}/debits" => new { key = "mx-debit", day = $"{now.AddDays(3):yyyy-MM-dd}", until = "2026-05-01", client = "0000000001", account = "0158-100-1-0000026" },
            "POST /api/v1/associations/{id}/bank-accounts" => new { account = "0158-100-1-0000026", name = "見本医師会" },
            "POST /api/v1/associations/{id}/bank-accounts/close" => new { account = "0158-100-1-0000027" },
            "POST /api/v1/associations/{id}/bank-lines/match" => new { account = "0158-100-1-0000026", line = "mx", turn = 0, member = world.Member },
            "POST /api/v1/associations/{id}/bank-lines/settle" => new { account = "0158-100-1-0000026", line = "mx", turn = 0, status = "aside", reason = "matrix" },
            "POST /api/v1/associations/{id}/bank-lines/reopen" => new { account = "0158-100-1-0000026", line = "mx", turn = 0, reason = "matrix" },
            "PUT /api/v1/associations/{id}/dues-tariffs/{year:int}" => new { source = "matrix", dueDays = 30 },
            "POST /api/v1/associations/{id}/dues-tariffs/{year:int}/withdraw" => new { reason = "matrix" },
            "POST /api/v1/associations/{id}/dues-runs/{year:int}/rehearsals" or "POST /api/v1/associations/{id}/dues-runs/{year:int}/runs" => new { key = "mx-run" },
            "POST /api/v1/duplicates/{pair}/merge" => new { into = world.Pair[..10], reason = "matrix" },
            "POST /api/v1/accounts/{account}/functions" => new { key = "mx-f2", role = "office", scope = "26", reason = "matrix", duties = new[] { "clerk" } },
            "POST /api/v1/members/{id}/work-hours/clock-in" => new { key = "mx-in", workplace = MatrixWorld.Workplace, kind = "scheduled" },
            "POST /api/v1/members/{id}/work-hours/clock-batch" => new { taps = new[] { new { key = "mx-batch", @in = false, workplace = MatrixWorld.Workplace, at = now } } },
            "POST /api/v1/members/{id}/work-hours/clock-out" => new { key = "mx-out", workplace = MatrixWorld.Workplace },
            "POST /api/v1/members/{id}/work-hours/records" => new { key = "mx-r", workplace = MatrixWorld.Workplace, kind = "scheduled", from = now.AddDays(-1), to = now.AddDays(-1).AddHours(1) },
            "POST /api/v1/members/{id}/work-hours/records/{key}/correct" or "POST /api/v1/members/{id}/work-hours/records/{key}/undo" or "POST /api/v1/members/{id}/work-hours/records/{key}/withdraw" =>
                new { key = "mx-c", reason = "matrix" },
            "POST /api/v1/members/{id}/work-hours/employments" => new { key = "mx-e", workplace = "W99", agreementFrom = $"{now.AddDays(-100):yyyy-MM-dd}" },
            "PUT /api/v1/workplaces/{id}" => new { key = "mx-w", name = "見本病院", association = "26-001" },
            "PUT /api/v1/workplaces/{id}/agreement" => new { key = "mx-a", from = $"{now.AddDays(-100):yyyy-MM-dd}" },
            "PUT /api/v1/workplaces/{id}/departments" => new { key = "mx-d", name = "内科" },
            "POST /api/v1/workplaces/{id}/designations" => new { key = "mx-l", level = "b", from = $"{now.AddDays(-100):yyyy-MM-dd}" },
            "POST /api/v1/workplaces/{id}/permits" => new { key = "mx-p", begins = "17:00:00", ends = "08:00:00", from = $"{now.AddDays(-100):yyyy-MM-dd}" },
            "POST /api/v1/workplaces/{id}/physicians" => new { key = "mx-ph", member = world.Member, level = "a", from = $"{now.AddDays(-100):yyyy-MM-dd}" },
            "POST /api/v1/workplaces/{id}/rosters/{member}" => new { key = "mx-ro", from = $"{now.AddDays(3):yyyy-MM-dd}", to = $"{now.AddDays(3):yyyy-MM-dd}", shifts = Array.Empty<object>() },
            "POST /api/v1/workplaces/{id}/physicians/{member}/end" => new { key = "mx-end", last = $"{now.AddYears(1):yyyy-MM-dd}" },
            "POST /api/v1/workplaces/{id}/rosters/{member}/trial" => new { from = $"{now.AddDays(3):yyyy-MM-dd}", to = $"{now.AddDays(3):yyyy-MM-dd}", shifts = Array.Empty<object>() },
            "PUT /api/v1/workplaces/{id}/interviews/desk/head" => new { key = "mx-h2", head = world.Local },
            "PUT /api/v1/workplaces/{id}/interviews/desk/superiors" => new { key = "mx-s2", member = world.Member },
            "PUT /api/v1/workplaces/{id}/interviews/desk/interviewers" => new { key = "mx-i2", member = world.Other, completed = "2026-02-01", certificate = "第1号" },
            "POST /api/v1/workplaces/{id}/interviews/desk/interviewers/{member}/end" => new { key = "mx-i3" },
            "POST /api/v1/evaluations/{id}" => new { key = "mx-o", levels = new[] { "b" } },
            "PUT /api/v1/evaluations/{id}/plan" => new { key = "mx-p", from = $"{now:yyyy-MM-dd}", to = $"{now.AddYears(2):yyyy-MM-dd}" },
            "POST /api/v1/evaluations/{id}/plan/reviews" => new { key = "mx-r", on = $"{now:yyyy-MM-dd}", words = "w" },
            "POST /api/v1/evaluations/{id}/c2" => new { key = "mx-c", technique = "t", on = $"{now:yyyy-MM-dd}", number = "1" },
            "PUT /api/v1/evaluations/{id}/sheet" => new { key = "mx-s", fields = new Dictionary<string, string> { ["f01"] = "x" } },
            "PUT /api/v1/evaluations/{id}/items/{item}" => new { key = "mx-i", verdict = "met" },
            "POST /api/v1/evaluations/{id}/apply" => new { key = "mx-a", on = $"{now:yyyy-MM-dd}" },
            "PUT /api/v1/evaluations/{id}/surveyors" => new { key = "mx-v", kind = "doctor", who = "mxdoctor" },
            "PUT /api/v1/evaluations/{id}/verdicts/{item}" => new { key = "mx-j", verdict = "met" },
            "POST /api/v1/evaluations/{id}/suspend" => new { key = "mx-u", advice = "a" },
            "POST /api/v1/evaluations/{id}/result" => new { key = "mx-e", result = "1" },
            "POST /api/v1/evaluations/{id}/designate" => new { key = "mx-d", levels = new[] { "b" }, from = $"{now:yyyy-MM-dd}" },
            "POST /api/v1/evaluations/{id}/file" or "POST /api/v1/evaluations/{id}/finish" or "POST /api/v1/evaluations/{id}/publish" => new { key = $"mx-{route[^4..]}" },
            "POST /api/v1/evaluations/{id}/withdraw" => new { key = "mx-w", reason = "r" },
            "POST /api/v1/interviews/{id}/assign" => new { key = "mx-a2", interviewer = world.Other },
            "POST /api/v1/interviews/{id}/appoint" => new { key = "mx-p2", at = now.AddHours(1), place = "医局" },
            "POST /api/v1/interviews/{id}/check" => new { key = "mx-c2", sleepMinutes = 400, grade = 1, score = 1 },
            "POST /api/v1/interviews/{id}/hold" => new { key = "mx-h3", at = now, record = "r", opinion = "o", advice = "asBefore" },
            "POST /api/v1/interviews/{id}/measures" => new { key = "mx-m2", measures = "hoursCut", words = "w" },
            "POST /api/v1/interviews/{id}/follow" => new { key = "mx-f2", words = "w" },
            "POST /api/v1/interviews/{id}/pass-on" => new { key = "mx-o2", to = "W2" },
            "POST /api/v1/interviews/{id}/drop" => new { key = "mx-d2", reason = "r" },
            "PUT /api/v1/workplaces/{id}/physicians/{member}/number" => new { key = "mx-n", number = "E-1" },
            "POST /api/v1/members/{id}/calendars" or "POST /api/v1/workplaces/{id}/calendars" => new { key = "mx-feed", name = "matrix" },
            "POST /api/v1/workplaces/{id}/webhooks" => new { key = "mx-hook", address = "https://example.invalid/hook" },
            _ when route.StartsWith("POST /api/v1/workplaces/{id}/webhooks/", StringComparison.Ordinal) => new { key = "mx-change" },
            "POST /api/v1/alerts/read" => new { upTo = 1 },
            "PUT /api/v1/alerts/choices" => new { key = "mx-ch", choices = new[] { new { kind = "interviewDue", hours = 0, ways = "inbox, mail" } } },
            "POST /api/v1/operations/retry" => new { sender = "member/1" },
            "POST /api/v1/operations/verify" => new { ledger = $"member/{world.Member}" },
            _ => new { reason = "r" },
        };
    }

    static StringContent Text(string text, string type) => new(text, Encoding.UTF8, type);

    static ByteArrayContent Bytes(byte[] bytes, string type) => new(bytes) { Headers = { ContentType = new(type) } };

    [GeneratedRegex("data-trouble=\"(\\w+)\"")]
    private static partial Regex Trouble();
}
