using System.Text.Json;
using JmaActors.Alerts;
using JmaActors.Ledgers;
using JmaActors.Webhooks;

namespace JmaActors.Tests.Grains.Webhooks;

/// <summary>What becomes of webhooks, without the actor.</summary>
public sealed class WebhookStories
{
    const string Address = "https://example.org/hook";

    readonly Story<WebhookState, WebhookEvent> story = new(new WebhookLedger(), "W1");

    static DateTimeOffset Now => Story<WebhookState, WebhookEvent>.Now;

    static RegisterWebhook Registering(string hook, string address = Address) => new(hook, address, Caller.System);

    static ChangeWebhook Change(string key, string hook = "h") => new(key, hook, Caller.System);

    void Waiting() => story.Given(new WebhookRegistered("h", Address), new DeliveryQueued("", "t", "{}", ["h"]));

    [Fact]
    public void An_address_is_registered_once_and_only_so_many()
    {
        story.When(WebhookDecider.Register, (Registering("a", "http://example.org/"), false)).ThenRefused("bad-webhook-address");
        story.When(WebhookDecider.Register, (Registering("a", "https://10.0.0.1/"), false)).ThenRefused("bad-webhook-address");
        story.When(WebhookDecider.Register, (Registering("", Address), false)).ThenRefused("bad-key");
        for (var i = 0; i < WebhookLimits.Hooks; i++) story.When(WebhookDecider.Register, (Registering($"h{i}"), false)).Then<WebhookRegistered>();
        story.When(WebhookDecider.Register, (Registering("h0"), false)).ThenNothing(repeat: true);
        story.When(WebhookDecider.Register, (Registering("more"), false)).ThenRefused("too-many-webhooks");
    }

    [Fact]
    public void A_delivery_that_fails_is_tried_again_after_longer_and_longer_pauses_and_then_is_dead_with_its_reason()
    {
        Waiting();
        for (var attempt = 1; attempt <= WebhookLimits.Pauses.Count; attempt++)
        {
            story.When(WebhookDecider.Report, new WebhookReport(1, attempt, attempt == 1 ? 500 : 0, attempt == 1 ? "" : "timeout"));
            var tried = story.Then<DeliveryTried>();
            Assert.Equal((DeliveryState.Waiting, Now + WebhookLimits.Pauses[attempt - 1], attempt == 1 ? "http" : "timeout"), (tried.State, tried.Next, tried.Fault));
            Assert.Equal(tried.Next, Assert.IsType<WebhookRow>(story.Rows.Single().Row).Due);
        }

        story.When(WebhookDecider.Report, new WebhookReport(1, WebhookLimits.Pauses.Count + 1, 503, ""));
        Assert.Equal((DeliveryState.Dead, 503, null), (story.Then<DeliveryTried>().State, story.Then<DeliveryTried>().Status, story.Then<DeliveryTried>().Next));
        Assert.Null(Assert.IsType<WebhookRow>(story.Rows.Single().Row).Due);
        Assert.InRange(WebhookLimits.Pauses.Sum(p => p.TotalHours), 24, 48);

        story.When(WebhookDecider.Resend, new ResendDelivery("r", 1, Caller.System)).Then<DeliveryResent>();
        story.When(WebhookDecider.Resend, new ResendDelivery("r", 1, Caller.System)).ThenNothing(repeat: true);
        story.When(WebhookDecider.Report, new WebhookReport(1, 1, 204, ""));
        Assert.Equal((DeliveryState.Delivered, 0), (story.Then<DeliveryTried>().State, story.State.Hook("h")!.Failures));
        story.When(WebhookDecider.Resend, new ResendDelivery("s", 9, Caller.System)).ThenRefused("no-delivery");
    }

    [Fact]
    public void What_is_reported_late_or_again_changes_nothing()
    {
        Waiting();
        story.When(WebhookDecider.Report, new WebhookReport(1, 1, 500, "")).Then<DeliveryTried>();
        story.When(WebhookDecider.Report, new WebhookReport(1, 1, 200, "")).ThenNothing(repeat: true);
        story.When(WebhookDecider.Report, new WebhookReport(1, 2, 200, "")).Then<DeliveryTried>();
        story.When(WebhookDecider.Report, new WebhookReport(1, 3, 500, "")).ThenNothing(repeat: true);
        story.When(WebhookDecider.Report, new WebhookReport(7, 1, 200, "")).ThenNothing(repeat: true);
    }

    [Fact]
    public void After_many_failures_in_a_row_nothing_is_sent_there_until_it_is_switched_on()
    {
        story.Given(new WebhookRegistered("h", Address));
        for (var i = 1; i < WebhookLimits.Failures; i++) story.Given(new DeliveryQueued("", "t", "{}", ["h"]), new DeliveryTried(i, DeliveryState.Waiting, 0, "unreachable", Now));
        story.Given(new DeliveryQueued("", "t", "{}", ["h"]));

        story.When(WebhookDecider.Report, new WebhookReport(WebhookLimits.Failures, 1, 0, "unreachable"));
        Assert.Equal("too-many-failures", Assert.IsType<WebhookSwitchedOff>(story.Decided[1]).Why);
        Assert.Empty(story.State.Waiting);

        story.When((s, b, _) => WebhookDecider.Queue(s, b), "{}").Then<DeliveryQueued>();
        Assert.Empty(story.State.Waiting);
        story.When(WebhookDecider.SwitchOn, Change("on")).Then<WebhookSwitchedOn>();
        Assert.Equal((WebhookLimits.Failures + 1, 0), (story.State.Waiting.Count(), story.State.Hook("h")!.Failures));
        story.When(WebhookDecider.SwitchOn, Change("on2")).ThenNothing(repeat: true);
    }

    [Fact]
    public void One_that_says_that_it_is_gone_is_switched_off_at_once()
    {
        Waiting();
        story.When(WebhookDecider.Report, new WebhookReport(1, 1, 410, ""));
        Assert.Equal("gone", Assert.IsType<WebhookSwitchedOff>(story.Decided[1]).Why);
    }

    [Fact]
    public void What_is_removed_takes_what_waited_with_it_and_where_there_is_no_address_nothing_is_kept()
    {
        Waiting();
        story.When(WebhookDecider.Remove, Change("x")).Then<WebhookRemoved>();
        Assert.Empty(story.State.Deliveries);
        story.When(WebhookDecider.Rotate, Change("y")).ThenRefused("no-webhook");
        story.When(WebhookDecider.Remove, Change("x")).ThenNothing(repeat: true);
        story.When((s, b, _) => WebhookDecider.Queue(s, b), "{}").ThenNothing(repeat: false);
    }

    [Fact]
    public void A_body_says_what_and_when_of_whose_number_and_names_nobody()
    {
        var body = WebhookBodies.Alerts("W1", new AlertsTold(1_000_000_001, Now, [new Crossing(AlertKind.RestDue, new DateOnly(2026, 11, 1), 0, "", 90, new DateOnly(2026, 12, 31)), new Crossing(AlertKind.MonthReached, new DateOnly(2026, 11, 1), 4_800, "", 4_900)]));

        using var json = JsonDocument.Parse(body);
        Assert.Equal(
            """{"type":"work-hours.alerts","timestamp":"2026-11-23T01:00:00Z","data":{"workplace":"W1","alerts":[{"kind":"restDue","member":"1000000001","on":"2026-11-01","minutes":90,"due":"2026-12-31"},{"kind":"monthReached","member":"1000000001","on":"2026-11-01","thresholdMinutes":4800,"minutes":4900}]}}""",
            body);
    }

    [Fact]
    public void What_waits_stays_when_many_came_after_it_and_what_waits_where_nothing_is_sent_goes_before_what_waits_elsewhere()
    {
        Waiting();
        for (var i = 2; i <= WebhookLimits.Kept; i++) story.Given(new DeliveryQueued("", "t", "{}", ["h"]), new DeliveryTried(i, DeliveryState.Delivered, 200, "", null));
        story.Given(new DeliveryQueued("", "t", "{}", ["h"]), new DeliveryTried(2, DeliveryState.Delivered, 200, "", null), new DeliveryResent("r", 2));

        Assert.Equal(WebhookLimits.Kept, story.State.Deliveries.Count);
        Assert.Equal([1, WebhookLimits.Kept + 1], story.State.Waiting.Select(d => d.Number));
        Assert.DoesNotContain(story.State.Deliveries, d => d.Number == 2);

        story.Given(new WebhookRegistered("off", Address), new WebhookSwitchedOff("off", "gone"));
        for (var i = 0; i < WebhookLimits.Kept; i++) story.Given(new DeliveryQueued("", "t", "{}", ["off"]));
        story.Given(new DeliveryQueued("", "t", "{}", ["h"]));
        Assert.Equal((WebhookLimits.Kept, 3), (story.State.Deliveries.Count, story.State.Waiting.Count()));
    }
}
