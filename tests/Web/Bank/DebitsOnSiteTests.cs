using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using JmaActors.Tests.Web.Access.Matrix;
using JmaActors.Web.Access;

namespace JmaActors.Tests.Web.Bank;

/// <summary>Files for the bank as the pages link to them, on the real site.</summary>
[Collection("real site")]
public sealed class DebitsOnSiteTests(MatrixWorld world)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("office:26-001:treasurer", "26-009/none", HttpStatusCode.Forbidden, "out-of-scope")]
    [InlineData("office:26-001:clerk", "26-001/none", HttpStatusCode.Forbidden, "out-of-scope")]
    [InlineData("office:26-001:treasurer", "26-001/none", HttpStatusCode.NotFound, "not-found")]
    [InlineData("office:26-001:treasurer", "nowhere/none", HttpStatusCode.BadRequest, "invalid")]
    public async Task Who_may_not_have_a_file_is_told_so(string eyes, string batch, HttpStatusCode status, string reason)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/documents/debits/{batch}.txt") { Headers = { { "Cookie", $"{Eyes.Cookie}={Uri.EscapeDataString(eyes)}" } } };
        using var answer = await world.Http.SendAsync(request, Ct);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(reason, (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("reason").GetString());
    }
}
