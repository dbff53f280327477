using System.Text;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser;

/// <summary>The camera of a desk, played by a film of a QR code.</summary>
[Collection("screen")]
public sealed class DeskCameraTests(Site site)
{
    const int Width = 640, Height = 480, Scale = 8, Frames = 5;

    [Fact]
    public async Task A_code_before_the_camera_is_read_once_while_it_stays_there()
    {
        var session = await site.Api.OpenSeminar("カメラの受付");
        var (_, card) = await site.Api.Member(31);
        var film = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.y4m");
        await File.WriteAllBytesAsync(film, Film(card), TestContext.Current.CancellationToken);
        try
        {
            await using var browser = await site.Launch("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", $"--use-file-for-fake-video-capture={film}");
            var desk = new Desk(site, await Site.OpenIn(browser, site.Address, $"/seminars/{session}/desk", before: context => context.GrantPermissionsAsync(["camera"])), session);

            await desk.Page.Keyboard.PressAsync("F8");
            await desk.Says("ok", "入場を受け付けました", card);
            await Expect(desk.Page.Locator("#desk-video")).ToBeVisibleAsync();
            // Looked at often since, and the same all the time.
            await desk.Page.WaitForFunctionAsync("() => document.getElementById('desk-video').currentTime > 3");
            await Expect(desk.Page.Locator("#desk-recent li")).ToHaveCountAsync(1);
            await desk.Page.Keyboard.PressAsync("F8");
            await Expect(desk.Page.Locator("#desk-camera")).ToBeHiddenAsync();
        }
        finally
        {
            File.Delete(film);
        }
    }

    [Fact]
    public async Task A_camera_that_may_not_be_used_is_said_in_words_and_holds_nothing_up()
    {
        var session = await site.Api.OpenSeminar("カメラのない受付");
        var (_, card) = await site.Api.Member(32);
        var desk = await Desk.Open(site, session);
        await desk.Page.Locator("#desk-open-camera").ClickAsync();
        await Expect(desk.Page.Locator("#desk-camera-said")).ToContainTextAsync("カメラ");
        await Expect(desk.Page.Locator("#desk-video")).ToBeHiddenAsync();
        await desk.Scan(card, "ok", "入場を受け付けました");
        await desk.Page.Context.CloseAsync();
    }

    /// <summary>A film in YUV4MPEG2 of a code on grey paper.</summary>
    static byte[] Film(string text)
    {
        var code = QrReader.Draw(text);
        var frame = new byte[Width * Height * 3 / 2];
        Array.Fill(frame, (byte)200, 0, Width * Height);
        Array.Fill(frame, (byte)128, Width * Height, Width * Height / 2);
        var side = code.GetLength(0) * Scale;
        var (left, top) = ((Width - side) / 2, (Height - side) / 2);
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++) frame[(top + y) * Width + left + x] = code[x / Scale, y / Scale] ? (byte)30 : (byte)200;
        }
        using var film = new MemoryStream();
        film.Write(Encoding.ASCII.GetBytes($"YUV4MPEG2 W{Width} H{Height} F10:1 Ip A1:1 C420jpeg\n"));
        for (var i = 0; i < Frames; i++)
        {
            film.Write("FRAME\n"u8);
            film.Write(frame);
        }
        return film.ToArray();
    }
}
