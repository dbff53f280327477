using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using JmaActors.Accounts;
using Microsoft.AspNetCore.SignalR.Client;

namespace JmaActors.Tests.SignIn;

/// <summary>Tokens: one function, an end, and what was never one.</summary>
public sealed class TokenTests(House house)
{
    static async Task<HttpStatusCode> Status(HttpClient program, string path) => (await program.GetAsync(path, House.Ct)).StatusCode;

    [Fact]
    public async Task A_token_acts_in_its_function_and_no_other()
    {
        var person = await house.Somebody(House.Function(CallerRole.Office, "26-007"), House.Function(CallerRole.Operator, "*", key: "f2"));
        using var office = house.Program(await house.Token(person, "f1"));
        using var all = house.Program(await house.Token(person, "f2"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (await Status(office, "/api/v1/members"), await Status(office, "/api/v1/operations/parked")));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await Status(all, "/api/v1/members"), await Status(all, "/api/v1/operations/parked")));
    }

    [Fact]
    public async Task What_was_never_a_token_is_refused_and_a_page_takes_none()
    {
        var person = await house.Clerk();
        var token = await house.Token(person);
        foreach (var bad in (string[])["", "x", token[..^1], token + "A", token.Replace(person.Account, new string('0', 32), StringComparison.Ordinal), "jma...", "jma.a.b.c", new string('a', 5_000)])
        {
            using var program = house.Program(null);
            program.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {bad}");
            using var answer = await program.GetAsync("/api/v1/members", House.Ct);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        using var good = house.Program(token);
        Assert.Equal(HttpStatusCode.Redirect, await Status(good, "/members"));
        using var query = house.Program(null);
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(query, $"/api/v1/members?access_token={token}"));
        using var basic = house.Program(null);
        basic.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Basic {token}");
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(basic, "/api/v1/members"));
    }

    [Fact]
    public async Task A_token_revoked_or_whose_function_is_withdrawn_holds_no_more_within_seconds()
    {
        var person = await house.Clerk();
        var (first, second) = (await house.Token(person), await house.Token(person));
        using var revoked = house.Program(first);
        using var withdrawn = house.Program(second);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await Status(revoked, "/api/v1/members"), await Status(withdrawn, "/api/v1/members")));

        await house.Ledger(person.Account).Revoke(new RevokeToken(first.Split('.')[2], AccountSubject.Person(person.Account)), House.Ct);
        await House.Becomes("the revoked token is refused", async () => await Status(revoked, "/api/v1/members") == HttpStatusCode.Unauthorized);
        Assert.Equal(HttpStatusCode.OK, await Status(withdrawn, "/api/v1/members"));
        await house.Ledger(person.Account).Withdraw(new WithdrawFunction("f1", "left", Caller.System), House.Ct);

        await House.Becomes("the token of the withdrawn function is refused", async () => await Status(withdrawn, "/api/v1/members") == HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_expires()
    {
        var own = new House();
        await own.InitializeAsync();
        try
        {
            using var program = own.Program(await own.Token(await own.Clerk(), days: 1));
            Assert.Equal(HttpStatusCode.OK, await Status(program, "/api/v1/members"));
            own.Clock.By(TimeSpan.FromDays(1));
            Assert.Equal(HttpStatusCode.Unauthorized, await Status(program, "/api/v1/members"));
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    [Fact]
    public async Task Who_is_signed_in_makes_and_revokes_tokens_over_the_api_and_a_token_makes_none()
    {
        var person = await house.Clerk();
        using var visitor = await person.SignedIn();

        var answer = await visitor.Client.PostAsJsonAsync("/api/v1/tokens", new { name = "door 1", days = 7 }, House.Ct);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(House.Ct));
        var made = await answer.Content.ReadFromJsonAsync<JsonElement>(House.Ct);
        var (text, id) = (made.GetProperty("value").GetProperty("text").GetString()!, made.GetProperty("value").GetProperty("token").GetProperty("id").GetString()!);
        using var program = house.Program(text);
        var used = await Status(program, "/api/v1/members");
        using var more = await program.PostAsJsonAsync("/api/v1/tokens", new { name = "another" }, House.Ct);
        await House.Becomes("the last use is shown", async () => (await visitor.Client.GetStringAsync("/api/v1/tokens", House.Ct)).Contains("\"lastUsed\":\"20", StringComparison.Ordinal));
        var list = await visitor.Client.GetStringAsync("/api/v1/tokens", House.Ct);
        using var revoked = await visitor.Client.PostAsync($"/api/v1/tokens/{id}/revoke", null, House.Ct);

        Assert.Equal(HttpStatusCode.OK, used);
        Assert.Equal(HttpStatusCode.Forbidden, more.StatusCode);
        Assert.DoesNotContain(text.Split('.')[3], list, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, revoked.StatusCode);
        await House.Becomes("it holds no more", async () => await Status(program, "/api/v1/members") == HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task On_the_accounts_page_a_token_is_shown_once_and_revoked()
    {
        var person = await house.Clerk();
        using var visitor = await person.SignedIn();

        var page = await (await visitor.Send("/account", "/account/tokens", ("name", "script"), ("function", "f1"), ("days", "7"))).Content.ReadAsStringAsync(House.Ct);
        var text = page[(page.IndexOf("id=\"token\">", StringComparison.Ordinal) + 11)..].Split('<')[0];
        using var program = house.Program(text);

        Assert.Equal(HttpStatusCode.OK, await Status(program, "/api/v1/members"));
        Assert.DoesNotContain(text, await visitor.Text("/account"), StringComparison.Ordinal);
        await visitor.Send("/account", "/account/tokens/revoke", ("token", text.Split('.')[2]));
        await House.Becomes("it holds no more", async () => await Status(program, "/api/v1/members") == HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_hub_takes_a_token_in_the_query_and_is_closed_when_the_right_ends()
    {
        var person = await house.Clerk();
        var token = await house.Token(person);
        await using var hub = new HubConnectionBuilder().WithUrl(new Uri(house.Address, "/hubs/live"), o => o.AccessTokenProvider = () => Task.FromResult<string?>(token)).Build();
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        hub.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        await hub.StartAsync(House.Ct);

        await house.Ledger(person.Account).Withdraw(new WithdrawFunction("f1", "left", Caller.System), House.Ct);

        await closed.Task.WaitAsync(TimeSpan.FromSeconds(9), House.Ct);
        await using var nobody = new HubConnectionBuilder().WithUrl(new Uri(house.Address, "/hubs/live?eyes=operator")).Build();
        await Assert.ThrowsAsync<HttpRequestException>(() => nobody.StartAsync(House.Ct));
    }
}
