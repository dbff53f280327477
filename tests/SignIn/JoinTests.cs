using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace JmaActors.Tests.SignIn;

/// <summary>A physician whom nobody knows yet gets an account by a link to her mail, and a record without any membership, from which she applies.</summary>
public sealed partial class JoinTests : MailedHouse
{
    const string Password = "quiet river stone 7";

    static (string, string)[] Form(string mail) => [("name", "見本 新子"), ("kana", "ミホン シンコ"), ("birth", "1995-03-04"), ("licensed", "2021-04-10"), ("graduated", "2021-03-10"), ("address", mail)];

    static (string Key, string Value)[] Chosen(string code, string password = Password) => [("code", code), ("password", password), ("again", password)];

    async Task<string> Link(Visitor visitor, string mail)
    {
        Assert.Equal(HttpStatusCode.OK, (await visitor.Send("/join", "/join", Form(mail))).StatusCode);
        var letter = await Received.Next();
        Assert.Equal(mail, letter.To);
        return Uri.UnescapeDataString(Code().Match(letter.Text).Groups[1].Value);
    }

    [Fact]
    public async Task She_comes_in_by_the_link_signs_in_and_may_apply()
    {
        using var visitor = House.Visitor();
        var code = await Link(visitor, "newcomer@example.org");
        var page = $"/join/go?code={Uri.EscapeDataString(code)}";

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.Send(page, "/join/go", Chosen(code, "short"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Send(page, "/join/go", Chosen(code))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.Send(page, "/join/go", Chosen(code, "another river stone 8"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SignIn("newcomer@example.org", Password)).StatusCode);
        var home = (await visitor.Get("/")).Headers.Location!.ToString();
        var id = Member().Match(home).Value;
        var me = await visitor.Client.GetFromJsonAsync<JsonElement>($"/api/v1/members/{id}", House.Ct);

        Assert.Equal("見本 新子", me.GetProperty("person").GetProperty("name").GetString());
        Assert.Empty(me.GetProperty("membership").GetProperty("layers").EnumerateArray());
        Assert.Equal(HttpStatusCode.OK, await visitor.Status($"/api/v1/members/{id}/applications"));
        Assert.Contains("入会", await visitor.Text("/applications/new?kind=join"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_address_is_known_is_told_by_mail_alone()
    {
        var clerk = await House.Clerk();
        using var visitor = House.Visitor();

        var known = await (await visitor.Send("/join", "/join", Form(clerk.Address))).Content.ReadAsStringAsync(House.Ct);
        var unknown = await (await visitor.Send("/join", "/join", Form("somebody@example.org"))).Content.ReadAsStringAsync(House.Ct);
        var letters = new[] { await Received.Next(), await Received.Next() }.ToDictionary(l => l.To);

        Assert.Equal(unknown, known);
        Assert.DoesNotContain("code=", letters[clerk.Address].Text, StringComparison.Ordinal);
        Assert.Contains("code=", letters["somebody@example.org"].Text, StringComparison.Ordinal);
    }

    [Theory, InlineData("x"), InlineData(""), InlineData("CfDJ8AAAA")]
    public async Task A_link_that_was_made_up_makes_nothing(string code)
    {
        using var visitor = House.Visitor();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.Send("/join/go", "/join/go", Chosen(code))).StatusCode);
    }

    [Fact]
    public async Task What_is_missing_is_said_and_what_was_typed_stays()
    {
        using var visitor = House.Visitor();

        var answer = await visitor.Send("/join", "/join", ("name", "見本 新子"), ("kana", ""), ("birth", "1995-03-04"), ("address", "a@example.org"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("見本 新子", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(House.Ct)), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\d{10}")]
    private static partial Regex Member();

    [GeneratedRegex(@"code=(\S+)")]
    private static partial Regex Code();
}
