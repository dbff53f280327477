using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser;

/// <summary>A site of its own that is killed under an open page and started again.</summary>
[Collection("screen")]
public sealed class RestartTests(Site site)
{
    /// <summary>The page asks every two seconds whether the site is back; a browser that is busy asks later.</summary>
    const float BackWithinMs = 60_000;

    [Fact]
    public async Task A_page_left_open_comes_back_by_itself_and_shows_what_was_there()
    {
        await using var own = new SiteProcess();
        await own.Start();
        var address = own.Address.ToString().TrimEnd('/');
        using var api = new Api(own.Address);
        var session = await api.OpenSeminar("再起動の研修会");
        var (member, card) = await api.Member(0);
        await api.Tap(session, card, "in", Api.Minute().AddMinutes(-64));
        var board = await site.OpenAt(address, $"/seminars/{session}");
        await Expect(board.Locator(".big")).ToHaveTextAsync("1");

        await own.Kill();
        await Expect(board.Locator("html")).Not.ToHaveAttributeAsync("data-link", "live", new() { Timeout = BackWithinMs });
        await own.Start();

        await Expect(board.Locator("html")).ToHaveAttributeAsync("data-link", "live", new() { Timeout = BackWithinMs });
        await Expect(board.Locator(".big")).ToHaveTextAsync("1", new() { Timeout = BackWithinMs });
        await api.Tap(session, card, "out", Api.Minute().AddMinutes(-1));
        await Expect(board.Locator(".big")).ToHaveTextAsync("0");
        await board.Context.CloseAsync();
    }
}
