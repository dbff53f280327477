using System.Globalization;
using JmaActors.Pages.Seminars;
using JmaActors.Resources;
using JmaActors.Training;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace JmaActors.Tests.Web.Pages;

/// <summary>What a host is told of the desks.</summary>
public sealed class DeskStateTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 17, 0, 0, TimeSpan.FromHours(9));

    static readonly IStringLocalizer<Texts> Words =
        new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<Texts>>();

    static SeminarDesk Desk(double minutesAgo, int waiting = 0, int skew = 0) => new(Now.AddMinutes(-minutesAgo), skew, waiting);

    static string Warning(params SeminarDesk[] desks)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ja");
        return DeskState.Warning(Words, desks.Select((d, i) => ($"d{i}", d)).ToDictionary(d => d.Item1, d => d.d), Now);
    }

    [Fact]
    public void Who_has_to_be_looked_at_comes_first()
    {
        var desks = new Dictionary<string, SeminarDesk> { ["a"] = Desk(0), ["b"] = Desk(0, skew: 9_000), ["c"] = Desk(0, waiting: 2), ["d"] = Desk(2), ["e"] = Desk(0) };
        Assert.Equal(["d", "c", "b", "a", "e"], DeskState.Ordered(desks, Now).Select(d => d.Key));
    }

    [Fact]
    public void Taps_that_wait_and_desks_long_silent_are_warned_of()
    {
        Assert.Equal("", Warning());
        Assert.Equal("", Warning(Desk(0), Desk(4)));
        Assert.Contains("2 台に未送信の記録が計 5 件", Warning(Desk(0, waiting: 2), Desk(90, waiting: 3)), StringComparison.Ordinal);
        Assert.Contains("1 台から 5 分以上応答がありません", Warning(Desk(0), Desk(6)), StringComparison.Ordinal);
    }
}
