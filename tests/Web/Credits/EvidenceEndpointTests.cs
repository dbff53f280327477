using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using JmaActors.Credits;
using JmaActors.Tests.Web.Http;

namespace JmaActors.Tests.Web.Credits;

/// <summary>Documents over HTTP: who brings, who opens, and what is not taken.</summary>
public sealed class EvidenceEndpointTests : IAsyncLifetime
{
    const string Herself = "member:1000000001";
    const string Bring = "/api/v1/members/1000000001/evidence";
    static readonly string Digest = Convert.ToHexStringLower(SHA256.HashData(Papers.Pdf));

    readonly WebHouse house = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => house.InitializeAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Theory]
    [InlineData(Herself)]
    [InlineData("office:26-003")]
    [InlineData("office:26")]
    [InlineData("office:JMA")]
    [InlineData("operator")]
    public async Task Who_may_report_for_a_person_brings_a_document_and_who_sees_her_record_opens_it(string eyes)
    {
        using var brought = await Send(eyes, Papers.Pdf);
        var value = JsonDocument.Parse(await brought.Content.ReadAsStringAsync(Ct)).RootElement.GetProperty("value");
        Assert.Equal((Digest, "pdf", Papers.Pdf.Length), (value.GetProperty("sha256").GetString(), value.GetProperty("kind").GetString(), value.GetProperty("bytes").GetInt32()));
        house.Credits.Documents["congress/1"] = new AttachedDocument(Digest, EvidenceKind.Pdf, Papers.Pdf.Length);

        using var opened = await Get(eyes, "/api/v1/members/1000000001/credits/congress%2F1/evidence");

        Assert.Equal(Papers.Pdf, await opened.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal(("attachment", "nosniff", "no-store", "same-origin"), (
            opened.Content.Headers.ContentDisposition!.DispositionType, opened.Headers.GetValues("X-Content-Type-Options").Single(),
            opened.Headers.CacheControl!.ToString(), opened.Headers.GetValues("Cross-Origin-Resource-Policy").Single()));
        Assert.StartsWith("sandbox;", opened.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("member:1000000002", HttpStatusCode.NotFound)]
    [InlineData("office:13", HttpStatusCode.NotFound)]
    [InlineData("office:26-004", HttpStatusCode.NotFound)]
    [InlineData("host:26", HttpStatusCode.NotFound)]
    [InlineData("door:P26-1.1", HttpStatusCode.NotFound)]
    public async Task Nobody_else_brings_or_opens_one(string eyes, HttpStatusCode expected)
    {
        (await Send(Herself, Papers.Pdf)).Dispose();
        house.Credits.Documents["congress"] = new AttachedDocument(Digest, EvidenceKind.Pdf, Papers.Pdf.Length);

        using var brought = await Send(eyes, Papers.Png);
        using var opened = await Get(eyes, "/api/v1/members/1000000001/credits/congress/evidence");
        using var linked = await Get(eyes, "/documents/1000000001/evidence?entry=congress");

        Assert.Equal((expected, expected, expected), (brought.StatusCode, opened.StatusCode, linked.StatusCode));
        Assert.Single(house.Evidence.Held);
    }

    [Fact]
    public async Task The_digest_of_anothers_document_opens_nothing()
    {
        await house.Evidence.Put(new MemberId(1_000_000_002), new EvidenceFile(Digest, EvidenceKind.Pdf, Papers.Pdf), DateTimeOffset.UnixEpoch, Ct);
        house.Credits.Documents["congress"] = new AttachedDocument(Digest, EvidenceKind.Pdf, Papers.Pdf.Length);

        using var opened = await Get(Herself, "/api/v1/members/1000000001/credits/congress/evidence");
        using var none = await Get(Herself, "/api/v1/members/1000000001/credits/other/evidence");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (opened.StatusCode, none.StatusCode));
    }

    [Fact]
    public async Task What_is_no_document_is_refused_whatever_it_is_called_and_so_is_one_cut_off()
    {
        Assert.Equal("evidence-kind", await Reason("<svg onload=alert(1)>"u8.ToArray(), "application/pdf"));
        Assert.Equal("evidence-kind", await Reason([], "image/png"));
        Assert.Equal("evidence-cut", await Reason(Papers.Png[..^5], "image/png"));
        Assert.Equal("evidence-cut", await Reason(Papers.Pdf[..^10], "application/pdf"));
        Assert.Empty(house.Evidence.Held);
    }

    [Fact]
    public async Task The_largest_is_taken_and_one_byte_more_is_not()
    {
        using var largest = await Send(Herself, Sized(EvidenceLimits.Bytes));
        using var larger = await Send(Herself, Sized(EvidenceLimits.Bytes + 1));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.RequestEntityTooLarge), (largest.StatusCode, larger.StatusCode));
        Assert.Single(house.Evidence.Held);
    }

    [Fact]
    public async Task The_same_again_is_a_repeat_and_a_day_that_is_full_takes_no_more()
    {
        (await Send(Herself, Papers.Jpeg)).Dispose();
        using var again = await Send(Herself, Papers.Jpeg);
        Assert.Contains("\"repeat\":true", await again.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);

        house.Evidence.Full = true;
        Assert.Equal("evidence-too-many", await Reason(Papers.Png, "image/png"));
    }

    [Fact]
    public async Task The_terms_of_the_methods_are_told_to_who_sees_the_person()
    {
        using var told = await Get(Herself, "/api/v1/members/1000000001/credits/methods");
        Assert.Contains("\"document\":true", await told.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        using var other = await Get("office:13", "/api/v1/members/1000000001/credits/methods");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    static byte[] Sized(int bytes)
    {
        var file = new byte[bytes];
        "%PDF-"u8.CopyTo(file);
        "%%EOF"u8.CopyTo(file.AsSpan(bytes - 5));
        return file;
    }

    async Task<string?> Reason(byte[] file, string type)
    {
        using var answer = await Send(Herself, file, type);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).RootElement.GetProperty("reason").GetString();
    }

    async Task<HttpResponseMessage> Send(string eyes, byte[] file, string type = "application/octet-stream")
    {
        using var client = house.Client();
        var content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        return await client.SendAsync(new HttpRequestMessage(HttpMethod.Post, Bring) { Content = content, Headers = { { "X-Jma-Eyes", eyes } } }, Ct);
    }

    async Task<HttpResponseMessage> Get(string eyes, string path)
    {
        using var client = house.Client();
        return await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-Jma-Eyes", eyes }, { "Cookie", $"jma-eyes={eyes}" } } }, Ct);
    }
}
