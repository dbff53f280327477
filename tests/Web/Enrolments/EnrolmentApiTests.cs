using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using JmaActors.Enrolments;
using JmaActors.Tests.Web.Http;

namespace JmaActors.Tests.Web.Enrolments;

/// <summary>Sign-up over HTTP: who may do what, and how it is said.</summary>
public sealed class EnrolmentApiTests(WebHouse house) : IClassFixture<WebHouse>
{
    const string Root = "/api/v1/programs/P26-1";
    const string Me = "1000000001";
    const string Wish = """{"member":"1000000001","key":"k1"}""";
    const string Paid = """{"key":"p1","amount":3000,"method":"cash"}""";
    const string Terms = """{"opens":"2026-11-01T00:00:00+09:00","closes":"2026-11-20T00:00:00+09:00","capacity":100,"memberFee":3000,"otherFee":5000,"who":"jmaMembers"}""";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("PUT", "/enrolment/terms", Terms, "office:26 host:26 operator", "member:1000000001 office:27 office:JMA host:27 door:P26-1.1")]
    [InlineData("POST", "/enrolments", Wish, "member:1000000001 office:26 host:26 operator", "member:1000000002 office:27 office:JMA door:P26-1.1")]
    [InlineData("POST", "/enrolments", """{"member":"1000000001","key":"w1","walkIn":true}""", "office:26 host:26 operator", "member:1000000001 office:27")]
    [InlineData("POST", "/enrolments/1000000001/cancel", """{"key":"c1"}""", "member:1000000001 office:26 host:26 operator", "member:1000000002 office:27")]
    [InlineData("DELETE", "/enrolments/1000000001?key=c1", "", "member:1000000001 host:26", "member:1000000002 office:27")]
    [InlineData("POST", "/enrolments/1000000001/payments", Paid, "office:26 host:26 operator", "member:1000000001 office:27")]
    [InlineData("POST", "/enrolments/1000000001/refunds", """{"key":"r1","amount":3000,"method":"transfer","reason":"twice"}""", "office:26", "member:1000000001 host:27")]
    [InlineData("POST", "/enrolments/1000000001/receipts/1/void", """{"reason":"mistake"}""", "office:26", "member:1000000001 host:27")]
    [InlineData("GET", "/enrolments", "", "office:26 host:26 operator", "member:1000000001 office:27 office:JMA door:P26-1.1")]
    [InlineData("GET", "/enrolments.csv", "", "office:26 host:26 operator", "member:1000000001 office:27 office:JMA")]
    [InlineData("GET", "/enrolment/figures", "", "office:26 host:26 operator", "member:1000000001 office:27")]
    [InlineData("GET", "/enrolments/1000000001", "", "member:1000000001 office:26 operator", "member:1000000002 office:27")]
    [InlineData("GET", "/enrolments/1000000001/receipts/1", "", "member:1000000001 office:26 operator", "member:1000000002 office:27")]
    public async Task A_member_acts_for_oneself_and_the_host_for_everybody_of_its_own_program(string method, string path, string body, string may, string mayNot)
    {
        foreach (var eyes in may.Split(' ')) Assert.Equal((eyes, HttpStatusCode.OK), (eyes, (await Send(method, Root + path, body, eyes)).StatusCode));
        foreach (var eyes in mayNot.Split(' ')) Assert.Equal((eyes, HttpStatusCode.Forbidden), (eyes, (await Send(method, Root + path, body, eyes)).StatusCode));
    }

    [Theory]
    [InlineData(JmaActors.Training.SessionStatus.Draft, false)]
    [InlineData(JmaActors.Training.SessionStatus.Open, true)]
    [InlineData(JmaActors.Training.SessionStatus.Closed, true)]
    [InlineData(JmaActors.Training.SessionStatus.Confirmed, false)]
    public async Task Nobody_is_found_or_added_at_a_door_that_lets_nobody_in(JmaActors.Training.SessionStatus status, bool admits)
    {
        var (gateway, program) = (new JmaActors.Web.Access.Gateway(house.Actors, new(), house.Evidence, house.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<JmaActors.Web.Access.Gateway>.Instance), WebHouse.Sitting.Program);
        house.Session.Status = status;
        try
        {
            foreach (var eyes in (string[])["office:26", "host:26"])
            {
                var answer = await Send("POST", $"{Root}/enrolments", """{"member":"1000000001","key":"w2","walkIn":true}""", eyes);
                Assert.Equal(admits ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
                Assert.True(JmaActors.Web.Access.Eyes.TryParse(eyes, out var caller, out _));
                var found = await Record.ExceptionAsync(() => gateway.AtTheDoor(program, "123456", caller, Ct));
                Assert.Equal(admits, found is not JmaActors.Web.Access.OutOfScopeException);
            }
        }
        finally
        {
            house.Session.Status = JmaActors.Training.SessionStatus.Open;
        }
    }

    [Fact]
    public async Task Own_sign_ups_are_seen_by_oneself_alone()
    {
        const string Own = $"/api/v1/members/{Me}/enrolments";
        Assert.Equal(HttpStatusCode.OK, (await Send("GET", Own, "", $"member:{Me}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send("GET", Own, "", "member:1000000002")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send("GET", Own, "", "office:26")).StatusCode);
    }

    [Fact]
    public async Task Commands_arrive_as_they_were_sent_with_what_was_left_out_as_said()
    {
        await Send("PUT", $"{Root}/enrolment/terms", Terms, "office:26");
        var set = house.Enrolment.Asked.OfType<SetEnrolmentTerms>().Last().Terms;
        Assert.Equal((100, false, new Yen(3_000), new Yen(5_000), EnrolmentCircle.JmaMembers, EnrolmentCircle.HostMembers, true), (set.Capacity, set.Web, set.MemberFee, set.OtherFee, set.Who, set.MemberPrice, set.WaitingList));
        Assert.Equal(set.Closes, set.CancelBy);

        var answer = await Json(await Send("POST", $"{Root}/enrolments", """{"member":"1000000001","key":"k","mode":"hall","children":2}""", $"member:{Me}"));
        Assert.Equal(new SignUp(new MemberId(1_000_000_001), EnrolmentMode.Hall, 2, "k", Caller.Member(new MemberId(1_000_000_001))), house.Enrolment.Asked.OfType<SignUp>().Last());
        var value = answer.GetProperty("value");
        Assert.Equal(("confirmed", 1, 3_000), (value.GetProperty("standing").GetString(), value.GetProperty("number").GetInt32(), value.GetProperty("due").GetInt32()));
    }

    [Theory]
    [InlineData("full", "", HttpStatusCode.Conflict)]
    [InlineData("not-eligible", "enrolment.audience", HttpStatusCode.UnprocessableEntity)]
    public async Task A_refusal_is_a_problem_with_words(string reason, string rule, HttpStatusCode status)
    {
        house.Enrolment.Refuses = new Refusal(reason, rule, "what was wrong");
        var response = await Send("POST", $"{Root}/enrolments", Wish, $"member:{Me}");
        house.Enrolment.Refuses = null;

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(reason, (await Json(response)).GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("POST", "/enrolments", """{"member":"1","key":"k"}""", "$.member")]
    [InlineData("POST", "/enrolments", """{"member":"1000000001","key":""}""", "key")]
    [InlineData("POST", "/enrolments", """{"member":"1000000001","key":"k","mode":"moon"}""", "$.mode")]
    [InlineData("POST", "/enrolments/1000000001/payments", """{"key":"p","amount":0.5,"method":"cash"}""", "$.amount")]
    [InlineData("POST", "/enrolments/7/payments", Paid, "member")]
    [InlineData("GET", "/enrolments?standing=x", "", "standing")]
    [InlineData("GET", "/enrolments?size=0", "", "size")]
    public async Task What_has_another_shape_is_refused_with_the_field_at_fault(string method, string path, string body, string field)
    {
        var response = await Send(method, Root + path, body, "operator");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(field, Assert.Single((await Json(response)).GetProperty("errors").EnumerateObject()).Name);
    }

    [Fact]
    public async Task The_file_has_every_page_a_byte_order_mark_and_nothing_a_spreadsheet_would_run()
    {
        var response = await Send("GET", $"{Root}/enrolments.csv?standing=confirmed", "", "office:26");
        var bytes = await response.Content.ReadAsByteArrayAsync(Ct);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(3, lines.Length);
        Assert.Contains("\"見本, 太郎\"", lines[1], StringComparison.Ordinal);
        Assert.Contains(",-500,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",'=HYPERLINK(1),", lines[2], StringComparison.Ordinal);
        Assert.Equal([null, "2"], house.EnrolmentList.Asked.TakeLast(2).Select(q => q.After));
        Assert.All(house.EnrolmentList.Asked.TakeLast(2), q => Assert.Equal(EnrolmentStanding.Confirmed, q.Standing));
    }

    [Theory]
    [InlineData("＝HYPERLINK(1)"), InlineData(" =1+1"), InlineData("　＋1+cmd"), InlineData("－1+1"), InlineData("﹫x"), InlineData("@x"), InlineData("-1+1")]
    public async Task A_name_that_a_spreadsheet_would_run_is_kept_as_text(string name)
    {
        house.EnrolmentList.Second = name;
        Assert.Contains($",'{name},", await (await Send("GET", $"{Root}/enrolments.csv", "", "office:26")).Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        house.EnrolmentList.Second = "=HYPERLINK(1)";
    }

    [Fact]
    public async Task A_receipt_says_who_paid_what_for_which_program_and_another_number_is_not_there()
    {
        var receipt = await Json(await Send("GET", $"{Root}/enrolments/{Me}/receipts/1", "", $"member:{Me}"));

        Assert.Equal(("研修会", 3_000, "n", "cash"), (receipt.GetProperty("title").GetString(), receipt.GetProperty("amount").GetInt32(), receipt.GetProperty("name").GetString(), receipt.GetProperty("method").GetString()));
        Assert.Equal(HttpStatusCode.NotFound, (await Send("GET", $"{Root}/enrolments/{Me}/receipts/2", "", $"member:{Me}")).StatusCode);
    }

    async Task<HttpResponseMessage> Send(string method, string path, string body, string eyes)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body.Length > 0) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Add("X-Jma-Eyes", eyes);
        return await house.Client().SendAsync(request, Ct);
    }

    static async Task<JsonElement> Json(HttpResponseMessage response) => await response.Content.ReadFromJsonAsync<JsonElement>(Ct);
}
