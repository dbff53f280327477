using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using JmaActors.Alerts;
using JmaActors.Ledgers;
using JmaActors.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace JmaActors.Tests.SignIn;

/// <summary>Webhooks of a workplace against a real receiver that fails at first.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    const string Place = "W26-HOOK";

    readonly Receiver receiver = new();
    House house = null!;
    Visitor manager = null!;

    public async ValueTask InitializeAsync()
    {
        await receiver.Start();
        house = new House
        {
            Set = s =>
            {
                File.WriteAllText(Path.Combine(s.Data, "settings.json"), """{ "Jma": { "Webhooks": { "AllowInside": true } } }""");
                return s;
            },
        };
        await house.InitializeAsync();
        // As the program says it: what works beside the actors begins.
        house.Services.GetRequiredService<JmaActors.Composition.Readiness>().Started();
        await house.Grains.GetGrain<JmaActors.WorkHours.IWorkplaceGrain>(Place).Describe(new JmaActors.WorkHours.DescribeWorkplace("1", "試験病院", new AssociationId("26-007"), false, Caller.System), House.Ct);
        manager = await (await house.Somebody(House.Function(CallerRole.Workplace, Place))).SignedIn();
    }

    public async ValueTask DisposeAsync()
    {
        manager.Dispose();
        await house.DisposeAsync();
        await receiver.DisposeAsync();
    }

    async Task<JsonElement> Post(string path, object body, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await manager.Client.PostAsJsonAsync($"/api/v1/workplaces/{Place}/webhooks{path}", body, House.Ct);
        Assert.Equal(expected, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(House.Ct);
    }

    async Task<JsonElement> Deliveries() => (await manager.Client.GetFromJsonAsync<JsonElement>($"/api/v1/workplaces/{Place}/webhooks/deliveries", House.Ct)).GetProperty("deliveries");

    /// <summary>The next call; where none comes, what became of the deliveries.</summary>
    async Task<Receiver.Call> Arrives()
    {
        try
        {
            return await receiver.Next();
        }
        catch (TimeoutException)
        {
            Assert.Fail($"No call came: {await Deliveries()}");
            throw;
        }
    }

    Task State(int index, string state) => House.Becomes(state, async () => (await Deliveries())[index].GetProperty("state").GetString() == state);

    async Task Told() => await house.Grains.GetGrain<IAlertBoxGrain>($"workplace:{Place}").Receive(
        new Orleans.Concurrency.Immutable<Parcel[]>([new Parcel("work-hours/1000000001", 1, $"alert-box/workplace:{Place}", "crossings", """{"member":1000000001,"crossings":[{"kind":1,"on":"2026-11-01","threshold":4800,"place":"","minutes":4860}]}"""u8.ToArray())]), House.Ct);

    [Fact]
    public async Task What_a_workplace_is_told_arrives_signed_after_the_receiver_failed_at_first_and_under_one_id()
    {
        receiver.Status = 503;
        var made = (await Post("", new { key = "h", address = receiver.Address })).GetProperty("value");
        var secret = made.GetProperty("secret").GetString()!;
        Assert.Equal("", (await Post("", new { key = "h", address = receiver.Address })).GetProperty("value").GetProperty("secret").GetString());
        Assert.DoesNotContain("secret", await manager.Client.GetStringAsync($"/api/v1/workplaces/{Place}/webhooks", House.Ct), StringComparison.Ordinal);

        await Told();
        var first = await Arrives();
        await House.Becomes("one attempt", async () => (await Deliveries())[0].GetProperty("attempts").GetInt32() == 1);
        Assert.Equal(("waiting", 503), ((await Deliveries())[0].GetProperty("state").GetString(), (await Deliveries())[0].GetProperty("status").GetInt32()));
        receiver.Status = 204;
        house.Clock.By(WebhookLimits.Pauses[0]);
        var second = await Arrives();
        await State(0, "delivered");

        Assert.Equal((first.Id, first.Body), (second.Id, second.Body));
        Assert.True(first.SignedBy(secret) && second.SignedBy(secret) && second.Timestamp > first.Timestamp);
        Assert.Contains("\"monthReached\"", second.Body, StringComparison.Ordinal);
        Assert.False((second with { Body = second.Body + " " }).SignedBy(secret));
        house.Clock.By(TimeSpan.FromDays(1));
        await Post("/deliveries/1/resend", new { key = "again" });
        Assert.Equal(first.Id, (await Arrives()).Id);
        Assert.True(receiver.Quiet);
    }

    [Fact]
    public async Task A_receiver_that_does_not_answer_holds_up_no_other()
    {
        await Post("", new { key = "s", address = receiver.Slow });
        await Post("", new { key = "h", address = receiver.Address });
        await Post("/s/test", new { key = "t1" });
        await receiver.Held;
        await Post("/h/test", new { key = "t2" });

        await Arrives();

        Assert.False(receiver.GivenUp);
    }

    [Fact]
    public async Task Another_secret_signs_beside_the_one_before_and_alone_after_a_day()
    {
        var old = (await Post("", new { key = "h", address = receiver.Address })).GetProperty("value").GetProperty("secret").GetString()!;
        var rotated = (await Post("/h/rotate", new { key = "r" })).GetProperty("value").GetProperty("secret").GetString()!;

        await Post("/h/test", new { key = "t1" });
        var both = await Arrives();
        house.Clock.By(WebhookLimits.Overlap);
        await Post("/h/test", new { key = "t2" });
        var one = await Arrives();

        Assert.NotEqual(old, rotated);
        Assert.Equal((true, true, true, false), (both.SignedBy(old), both.SignedBy(rotated), one.SignedBy(rotated), one.SignedBy(old)));
        Assert.NotEqual(both.Id, one.Id);
    }

    [Fact]
    public async Task A_receiver_that_never_answers_well_ends_a_delivery_with_its_reason_and_one_that_is_gone_is_switched_off()
    {
        receiver.Status = 500;
        await Post("", new { key = "h", address = receiver.Address });
        await Post("/h/test", new { key = "t" });
        for (var attempt = 1; attempt <= WebhookLimits.Pauses.Count; attempt++)
        {
            await Arrives();
            await House.Becomes($"attempt {attempt}", async () => (await Deliveries())[0].GetProperty("attempts").GetInt32() == attempt);
            house.Clock.By(WebhookLimits.Pauses[attempt - 1]);
        }
        await Arrives();
        await State(0, "dead");
        Assert.Equal((500, "http"), ((await Deliveries())[0].GetProperty("status").GetInt32(), (await Deliveries())[0].GetProperty("fault").GetString()));

        receiver.Status = 410;
        await Post("/h/test", new { key = "t2" });
        await Arrives();
        await House.Becomes("off", async () => (await manager.Client.GetFromJsonAsync<JsonElement>($"/api/v1/workplaces/{Place}/webhooks", House.Ct))[0].GetProperty("off").GetString() == "gone");
        receiver.Status = 204;
        await Post("/h/on", new { key = "on" });
        house.Clock.By(WebhookLimits.Pauses[0]);
        await Arrives();
        await State(0, "delivered");
    }

    [Fact]
    public async Task Only_the_duty_manager_keeps_them()
    {
        using var elsewhere = await (await house.Somebody(House.Function(CallerRole.Workplace, "W26-ELSE"))).SignedIn();
        using var interviewer = await (await house.Somebody(House.Function(CallerRole.Interviewer, Place))).SignedIn();

        Assert.Equal(HttpStatusCode.Forbidden, await elsewhere.Status($"/api/v1/workplaces/{Place}/webhooks"));
        Assert.Equal(HttpStatusCode.Forbidden, await interviewer.Status($"/api/v1/workplaces/{Place}/webhooks/deliveries"));
        await Post("", new { key = "bad", address = "ftp://127.0.0.1/" }, HttpStatusCode.Conflict);
    }
}
