using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using JmaActors.Proofs;
using JmaActors.Web;

namespace JmaActors.Tests.Web.Proofs;

/// <summary>Documents, revocation and verification over HTTP.</summary>
public sealed class ProofEndpointTests : IAsyncLifetime
{
    const string Attendance = "/api/v1/members/1000000001/certificates/attendance/P26-1.1";

    ProofHouse house = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static CertificateCode Code => FakeCertificates.Code;

    public async ValueTask InitializeAsync() => house = await ProofHouse.Open();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task A_certificate_is_a_file_whose_digest_is_recorded_before_it_is_handed_out()
    {
        var file = await Download(Attendance);
        Assert.Equal([Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file))], house.Certificates.Files);
        var transcript = await Send(HttpMethod.Get, "/api/v1/members/1000000001/transcript?on=2026-03-31", "member:1000000001");
        Assert.Equal(("application/pdf", "transcript-2026-03-31.pdf"), (transcript.Content.Headers.ContentType?.MediaType, transcript.Content.Headers.ContentDisposition?.FileName));
    }

    [Theory]
    [InlineData("member:1000000001", HttpStatusCode.OK)]
    [InlineData("member:1000000002", HttpStatusCode.NotFound)]
    [InlineData("office:26-003", HttpStatusCode.OK)]
    [InlineData("office:13", HttpStatusCode.NotFound)]
    [InlineData("host:26", HttpStatusCode.OK)]
    [InlineData("host:13", HttpStatusCode.NotFound)]
    [InlineData("door:P26-1.1", HttpStatusCode.NotFound)]
    public async Task It_is_for_the_member_who_sees_the_member_and_the_host(string eyes, HttpStatusCode status) =>
        Assert.Equal(status, (await Send(HttpMethod.Get, Attendance, eyes)).StatusCode);

    [Theory]
    [InlineData("member:1000000001", "", HttpStatusCode.OK)]
    [InlineData("office:26-003", "", HttpStatusCode.OK)]
    [InlineData("office:13", "", HttpStatusCode.NotFound)]
    [InlineData("host:26", "", HttpStatusCode.NotFound)]
    [InlineData("host:26", "?session=P26-1.1", HttpStatusCode.OK)]
    [InlineData("host:13", "?session=P26-1.1", HttpStatusCode.NotFound)]
    [InlineData("member:1000000002", "?session=P26-1.1", HttpStatusCode.NotFound)]
    public async Task What_was_issued_is_listed_for_who_sees_the_member_and_of_one_session_for_its_host(string eyes, string query, HttpStatusCode status)
    {
        var answer = await Send(HttpMethod.Get, $"/api/v1/members/1000000001/certificates{query}", eyes);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK ? 1 : 0, house.Certificates.Listed.Count);
        if (status == HttpStatusCode.OK) Assert.Equal("changed", (await Json(answer))[0].GetProperty("standing").GetString());
    }

    [Fact]
    public async Task A_refusal_says_why()
    {
        house.Certificates.Refuses = new Refusal("not-confirmed");
        var refused = await Send(HttpMethod.Get, Attendance, "operator");
        Assert.Equal((HttpStatusCode.Conflict, "not-confirmed"), (refused.StatusCode, (await Json(refused)).GetProperty("reason").GetString()));
        Assert.Empty(house.Certificates.Files);
        Assert.Equal(HttpStatusCode.BadRequest, (await Send(HttpMethod.Get, "/api/v1/members/1000000001/transcript?on=2199-01-01", "operator")).StatusCode);
    }

    [Theory]
    [InlineData("office:26-003", HttpStatusCode.OK)]
    [InlineData("host:26", HttpStatusCode.OK)]
    [InlineData("office:13", HttpStatusCode.Forbidden)]
    [InlineData("member:1000000001", HttpStatusCode.Forbidden)]
    public async Task The_host_and_the_offices_of_the_member_revoke(string eyes, HttpStatusCode status)
    {
        var answer = await Send(HttpMethod.Post, $"/api/v1/certificates/{Code}/revoke", eyes, JsonContent.Create(new { reason = "wrong person" }));
        Assert.Equal((status, status == HttpStatusCode.OK ? "wrong person" : null), (answer.StatusCode, house.Certificates.Revoked));
    }

    [Theory]
    [InlineData("office:26-003", HttpStatusCode.OK)]
    [InlineData("host:26", HttpStatusCode.OK)]
    [InlineData("office:13", HttpStatusCode.Forbidden)]
    [InlineData("member:1000000001", HttpStatusCode.Forbidden)]
    public async Task Who_may_revoke_lets_it_be_issued_again(string eyes, HttpStatusCode status)
    {
        var answer = await Send(HttpMethod.Post, $"/api/v1/certificates/{Code}/reissue", eyes, JsonContent.Create(new { reason = "the right person" }));
        Assert.Equal((status, status == HttpStatusCode.OK ? "the right person" : null), (answer.StatusCode, house.Certificates.Reissued));
    }

    [Fact]
    public async Task Whoever_has_the_code_verifies_it_and_learns_no_member_number()
    {
        var answer = await Send(HttpMethod.Get, $"/api/v1/verify/{Code.Text.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant()}", "member:1000000002");
        var body = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Equal("valid", JsonDocument.Parse(body).RootElement.GetProperty("outcome").GetString());
        Assert.DoesNotContain("1000000001", body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await Send(HttpMethod.Get, "/api/v1/verify/0000-0000-0000-0001", "operator")).StatusCode);
    }

    [Fact]
    public async Task A_file_verifies_as_it_is_and_with_no_byte_changed()
    {
        var file = await Download(Attendance);
        Assert.Equal("valid", await Verify(file));
        for (var at = 0; at < file.Length; at += 251)
        {
            var changed = (byte[])file.Clone();
            changed[at] ^= (byte)(1 << (at % 8));
            Assert.Contains(await Verify(changed), (string[])["altered", "unknown"]);
        }
        foreach (var mark in Where(file, Code.Text))
        {
            var changed = (byte[])file.Clone();
            changed[mark] ^= 1;
            Assert.Contains(await Verify(changed), (string[])["altered", "unknown"]);
        }
        Assert.Equal("altered", await Verify([.. file, 0]));
        Assert.Equal("altered", await Verify(file[..^1]));
    }

    [Fact]
    public async Task What_is_no_certificate_is_unknown_and_what_is_too_large_is_not_read()
    {
        Assert.Equal("unknown", await Verify("%PDF-1.7 nothing"u8.ToArray()));
        Assert.Equal("unknown", await Verify([]));
        using var large = new ByteArrayContent(new byte[WebLimits.ProofBody + 1]) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await house.Client.PostAsync("/api/v1/verify", large, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await house.Client.PostAsync("/api/v1/verify", new StringContent("x"), Ct)).StatusCode);
    }

    async Task<string?> Verify(byte[] file)
    {
        using var content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
        return (await Json(await house.Client.PostAsync("/api/v1/verify", content, Ct))).GetProperty("outcome").GetString();
    }

    static IEnumerable<int> Where(byte[] file, string text)
    {
        var at = file.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(text));
        Assert.True(at > 0);
        return Enumerable.Range(at, text.Length);
    }

    async Task<byte[]> Download(string address)
    {
        var answer = await Send(HttpMethod.Get, address, "operator");
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return await answer.Content.ReadAsByteArrayAsync(Ct);
    }

    async Task<HttpResponseMessage> Send(HttpMethod method, string address, string eyes, HttpContent? body = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body };
        request.Headers.Add("X-Jma-Eyes", eyes);
        return await house.Client.SendAsync(request, Ct);
    }

    static async Task<JsonElement> Json(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct));
}
