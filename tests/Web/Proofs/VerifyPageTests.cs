using System.Net;
using JmaActors.Proofs;

namespace JmaActors.Tests.Web.Proofs;

/// <summary>The page for whoever holds a paper: no sign-in, no script.</summary>
public sealed class VerifyPageTests : IAsyncLifetime
{
    ProofHouse house = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => house = await ProofHouse.Open();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task It_opens_without_script_and_asks_for_number_or_file()
    {
        var page = await house.Client.GetStringAsync("/verify", Ct);
        Assert.Contains("name=\"code\"", page, StringComparison.Ordinal);
        Assert.Contains("type=\"file\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ProofOutcome.Valid, "有効です")]
    [InlineData(ProofOutcome.Revoked, "取り消されています")]
    [InlineData(ProofOutcome.Superseded, "記録が訂正されています")]
    public async Task It_says_whether_the_certificate_holds_and_what_it_certified(ProofOutcome outcome, string words)
    {
        house.Certificates.Outcome = outcome;
        var page = WebUtility.HtmlDecode(await house.Client.GetStringAsync($"/verify/{FakeCertificates.Code}", Ct));
        Assert.Contains($"data-outcome=\"{outcome}\"", page, StringComparison.Ordinal);
        Assert.All([words, "髙＊＊", "地域医療研修会", "1.5"], text => Assert.Contains(text, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_holds_no_more_leads_to_the_one_in_its_place()
    {
        (house.Certificates.Outcome, house.Certificates.ReplacedBy) = (ProofOutcome.Superseded, CertificateCode.From([9, 9, 9, 9, 9, 9, 9, 9, 9, 9]));
        var page = WebUtility.HtmlDecode(await house.Client.GetStringAsync($"/verify/{FakeCertificates.Code}", Ct));
        Assert.Contains($"href=\"/verify/{house.Certificates.ReplacedBy}\"", page, StringComparison.Ordinal);
        Assert.Contains("新しい証明書に替わっています", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_typed_number_leads_to_its_address_and_a_mistyped_one_is_told()
    {
        var typed = await house.Client.GetAsync($"/verify?code={FakeCertificates.Code.Text.ToLowerInvariant()}", Ct);
        Assert.Equal((HttpStatusCode.Redirect, $"/verify/{FakeCertificates.Code}"), (typed.StatusCode, typed.Headers.Location?.ToString()));
        Assert.Contains("番号が正しくありません", WebUtility.HtmlDecode(await house.Client.GetStringAsync("/verify?code=ABCD", Ct)), StringComparison.Ordinal);
        Assert.Contains("mistyped", await house.Client.GetStringAsync("/verify/ABCD?culture=en", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_sent_by_the_form_is_compared()
    {
        var file = await house.Client.GetByteArrayAsync("/documents/1000000001/attendance/P26-1.1", Ct);
        Assert.Contains("data-outcome=\"Valid\"", await Post(file), StringComparison.Ordinal);
        file[^20] ^= 1;
        Assert.Contains("data-outcome=\"Altered\"", await Post(file), StringComparison.Ordinal);
        Assert.Contains("data-outcome=\"Unknown\"", await Post("no certificate"u8.ToArray()), StringComparison.Ordinal);
        using var empty = new MultipartFormDataContent { { new StringContent("x"), "other" } };
        Assert.Contains("PDFを読み取れません", WebUtility.HtmlDecode(await (await house.Client.PostAsync("/verify", empty, Ct)).Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_refused_leads_back_to_the_page_which_says_why()
    {
        house.Certificates.Refuses = new Refusal("not-confirmed");
        var answer = await house.Client.GetAsync("/documents/1000000001/attendance/P26-1.1", Ct);
        Assert.Equal((HttpStatusCode.Redirect, "/members/1000000001/credits?refused=not-confirmed"), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    [Theory]
    [InlineData("/documents/1000000001/transcript", "member:1000000002", HttpStatusCode.NotFound)]
    [InlineData("/documents/1000000001/transcript", "member:10000000", HttpStatusCode.BadRequest)]
    [InlineData("/documents/1000000001/attendance/P26-1.1", "nobody", HttpStatusCode.BadRequest)]
    [InlineData("/show/programs/P26-1/attendees.csv", "nobody", HttpStatusCode.BadRequest)]
    public async Task A_file_is_for_the_eyes_of_the_page_and_eyes_that_cannot_be_read_see_nothing(string path, string eyes, HttpStatusCode status)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Cookie", $"jma-eyes={eyes}" } } };
        Assert.Equal(status, (await house.Client.SendAsync(asked, Ct)).StatusCode);
        Assert.Empty(house.Certificates.Files);
    }

    [Theory, InlineData("/documents/1000000001/transcript"), InlineData("/verify/7KQ2-M9XA-40PT-RW6E"), InlineData("/show/programs/P26-1/attendees.csv")]
    public async Task No_cache_keeps_what_is_said_about_one_person(string path) =>
        Assert.True((await house.Client.GetAsync(path, Ct)).Headers.CacheControl?.NoStore);

    async Task<string> Post(byte[] file)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "certificate.pdf" } };
        return await (await house.Client.PostAsync("/verify", form, Ct)).Content.ReadAsStringAsync(Ct);
    }
}
