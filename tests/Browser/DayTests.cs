using System.Text.Json;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser;

/// <summary>
/// A whole seminar at two desks on the real site: one talk earns CME units, units of occupational physicians and a common lecture at once. The clocks of
/// the desks are moved through a day that is over; what is measured of them is kept from the server, or it would set them right.
/// </summary>
[Collection("screen")]
public sealed class DayTests(Site site)
{
    const string Nothing = "";

    [Fact]
    public async Task Everybody_ends_with_exactly_the_right_entries_in_every_scheme()
    {
        var began = Api.Minute().AddMinutes(-200);
        var session = await site.Api.OpenDay("一日の研修会", began);
        var people = new List<(string Id, string Card)>();
        for (var i = 0; i < 7; i++) people.Add(await site.Api.Member(34 + i));
        var (full, late, back, offline, early, mistaken, granted) = (people[0], people[1], people[2], people[3], people[4], people[5], people[6]);
        var old = await site.Api.Register("day-old", "髙﨑 花子", "タカサキ ハナコ");
        var (a, b) = (await Open(session), await Open(session));
        await b.Kept();
        await Way(a, "in");
        await Way(b, "in");

        await At(a, began, -5);
        foreach (var person in new[] { full, early, mistaken }) await a.Scan(person.Card, "ok", "入場を受け付けました");
        await At(a, began, -4);
        await a.Scan(back.Card, "ok", "入場を受け付けました");
        await a.Scan("NOBODY99", "over", "登録のないカード");

        // The other desk loses its network, and the page is loaded anew while it is away.
        await b.Offline(true);
        await At(b, began, -3);
        await b.Scan(offline.Card, "kept", "記録を預かりました");
        await b.Page.ReloadAsync();
        await b.Unsent(1);

        // A friend's card, somebody without a card, somebody without an account.
        await At(a, began, -2);
        await a.Scan(full.Card, "near", "退場なしで再入場");
        await Pick(a, "高崎", "髙﨑 花子");
        await At(a, began, 0);
        await a.WalkIn("見本 飛入", "ミホン トビイリ");
        await a.Says("ok", "入場を受け付けました", "見本 飛入");

        await At(a, began, 10);
        await a.Scan(late.Card, "ok", "入場を受け付けました");
        await Way(a, "out");
        await At(a, began, 30);
        await a.Scan(mistaken.Card, "out", "退場を受け付けました");
        await a.Page.Keyboard.PressAsync("F9");
        await a.Says("undone", "取り消しました", mistaken.Card);
        await At(a, began, 40);
        await a.Scan(early.Card, "out", "退場を受け付けました");
        await Way(b, "out");
        await At(b, began, 61);
        await b.Scan(offline.Card, "kept", "記録を預かりました");

        await At(a, began, 100);
        await a.Scan(back.Card, "out", "退場を受け付けました");
        await Way(a, "in");
        await At(a, began, 120);
        await a.Scan(back.Card, "ok", "入場を受け付けました");
        await Way(a, "out");
        await At(a, began, 161);
        foreach (var person in new[] { full, back }) await a.Scan(person.Card, "out", "退場を受け付けました");
        await b.Offline(false);
        await b.Unsent(0);

        await site.Api.Close(session);
        await site.Api.Decide(session, granted.Id, 2, "grant", "会場で本人を確認した");
        await site.Api.Confirm(session);

        const string First = "1 cme 1.0; 1 occupational 1.0; 1 commonLecture 1.0";
        var walkIn = await Stranger(session, [.. people.Select(p => p.Id), old]);
        await Earned(session, "stayed all day", full.Id, $"{First}; 2 cme 1.5");
        await Earned(session, "came late", late.Id, "1 cme 0.5; 1 occupational came-late; 1 commonLecture came-late; 2 cme 1.5");
        await Earned(session, "left and came back", back.Id, $"{First}; 2 cme 1.0");
        await Earned(session, "tapped at the desk that was offline", offline.Id, First);
        await Earned(session, "left the first talk early", early.Id, "1 cme 0.5; 1 occupational left-early; 1 commonLecture left-early");
        await Earned(session, "was tapped out by mistake", mistaken.Id, $"{First}; 2 cme 1.5");
        await Earned(session, "was picked by an old character", old, $"{First}; 2 cme 1.5");
        await Earned(session, "has no account", walkIn, $"{First}; 2 cme 1.5");
        await Earned(session, "never tapped, and the office knows better", granted.Id, "2 cme 1.5");
        await Earned(session, "was not there", (await site.Api.Member(41)).Id, Nothing);
        await a.Page.Context.CloseAsync();
        await b.Page.Context.CloseAsync();
    }

    async Task<Desk> Open(string session)
    {
        var desk = await Desk.Open(site, session, context => context.RouteAsync("**/desks", route => route.AbortAsync()));
        await Expect(desk.Page.Locator("#desk-unsent")).ToHaveTextAsync("0");
        return desk;
    }

    static Task At(Desk desk, DateTimeOffset began, int minute) => desk.Page.Context.Clock.SetFixedTimeAsync(began.AddMinutes(minute).UtcDateTime);

    static async Task Way(Desk desk, string way)
    {
        var chosen = desk.Page.Locator("input[name=way]:checked");
        for (var presses = 0; presses < 3 && await chosen.InputValueAsync() != way; presses++) await desk.Page.Keyboard.PressAsync("F2");
        await Expect(chosen).ToHaveValueAsync(way);
    }

    static async Task Pick(Desk desk, string text, string name)
    {
        await desk.Page.Keyboard.PressAsync("F3");
        await desk.Page.Locator("#desk-find-text").FillAsync(text);
        await desk.Page.Locator("#desk-found").GetByText(name).First.ClickAsync();
        await desk.Says("ok", "入場を受け付けました", name);
    }

    /// <summary>Who is on the roll and not among those known.</summary>
    async Task<string> Stranger(string session, IReadOnlyList<string> known)
    {
        var roll = await site.Api.Get($"/api/v1/sessions/{session}/roll");
        return Assert.Single(roll.EnumerateArray().Select(l => l.GetProperty("member").GetString()!), id => !known.Contains(id));
    }

    /// <summary>What a ledger holds of the session: talk, scheme, and units posted or the reason of voiding.</summary>
    async Task Earned(string session, string who, string member, string wanted)
    {
        var page = await site.Api.Get($"/api/v1/members/{member}/credits");
        var entries = page.GetProperty("entries").EnumerateArray()
            .Where(e => e.GetProperty("key").GetString()!.StartsWith(session + "/", StringComparison.Ordinal))
            // Between the arrival of a tap in and that of the tap out, a talk that was over seemed to be attended: what stays of it is a voided entry.
            .Where(e => e.GetProperty("reason").GetString() != "not-attended")
            .OrderBy(e => e.GetProperty("talk").GetInt32()).ThenBy(e => Array.IndexOf(Schemes, e.GetProperty("scheme").GetString()))
            .Select(e => $"{e.GetProperty("talk").GetInt32()} {e.GetProperty("scheme").GetString()} {What(e)}");
        Assert.Equal($"{who}: {wanted}", $"{who}: {string.Join("; ", entries)}");
    }

    static readonly string[] Schemes = ["cme", "occupational", "sports", "kakaritsuke", "commonLecture"];

    static string What(JsonElement entry) => entry.GetProperty("state").GetString() switch
    {
        "posted" => entry.GetProperty("units").GetDecimal().ToString("0.0", System.Globalization.CultureInfo.InvariantCulture),
        "voided" => entry.GetProperty("reason").GetString()!,
        var other => other!,
    };
}
