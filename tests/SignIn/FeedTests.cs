using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace JmaActors.Tests.SignIn;

/// <summary>The address of a calendar is good as long as whoever made it has the function.</summary>
public sealed class FeedTests(House house)
{
    [Fact]
    public async Task When_a_duty_manager_is_none_any_more_the_calendar_made_shows_nothing()
    {
        await house.Grains.GetGrain<JmaActors.WorkHours.IWorkplaceGrain>("W26-FEED").Describe(new JmaActors.WorkHours.DescribeWorkplace("1", "試験病院", new AssociationId("26-007"), false, Caller.System), House.Ct);
        var manager = await house.Somebody(House.Function(CallerRole.Workplace, "W26-FEED"));
        using var signedIn = await manager.SignedIn();
        using var visitor = house.Visitor();
        using var made = await signedIn.Client.PostAsJsonAsync("/api/v1/workplaces/W26-FEED/calendars", new { key = "all", name = "当番" }, House.Ct);
        var address = new Uri((await made.Content.ReadFromJsonAsync<JsonElement>(House.Ct)).GetProperty("value").GetProperty("address").GetString()!);

        using var before = await visitor.Client.GetAsync(address.PathAndQuery, House.Ct);
        Assert.True((await house.Ledger(manager.Account).Withdraw(new JmaActors.Accounts.WithdrawFunction("f1", "left", Caller.System), House.Ct)).Accepted);

        Assert.Equal((HttpStatusCode.OK, "text/calendar"), (before.StatusCode, before.Content.Headers.ContentType!.MediaType));
        await House.Becomes("the address leads nowhere", async () => await visitor.Status(address.PathAndQuery) == HttpStatusCode.NotFound);
    }
}
