using JmaActors.Alerts;
using JmaActors.Dues;
using Microsoft.Extensions.DependencyInjection;

namespace JmaActors.Tests.SignIn;

/// <summary>Late dues on the whole site with its clock put forward: seen on the pages, and reminded of by a letter that says what is to be paid.</summary>
public sealed class DuesReminderTests : MailedHouse
{
    [Fact]
    public async Task Beyond_the_date_every_page_says_overdue_and_one_letter_says_what_is_to_be_paid_and_how()
    {
        var (member, today) = (await House.Member("26-007"), DateOnly.FromDateTime(House.Clock.GetUtcNow().UtcDateTime.AddHours(9)));
        var year = FiscalYear.Of(today);
        Assert.True((await House.Grains.GetGrain<IDuesGrain>(member.Number).Assess(new AssessDues(year, true, Caller.System), House.Ct)).Accepted);
        var (her, office) = (await House.Somebody(House.Function(CallerRole.Member, $"{member}")), await House.Clerk());

        House.Clock.By(TimeSpan.FromDays(46));
        await House.Services.GetRequiredService<DuesReminding>().Remind(House.Ct);
        // A letter gathers for a while from when the inbox hears of it.
        await House.Becomes("the reminder in the inbox", async () => (await House.Grains.GetGrain<IAlertBoxGrain>(AlertBoxId.Of(member).Text).Read(null, Caller.System, House.Ct)).Alerts.Any(a => a.Kind == AlertKind.DuesReminded));
        House.Clock.By(TimeSpan.FromMinutes(3));

        var letter = await Received.Next();
        Assert.Equal(her.Address, letter.To);
        Assert.Contains("会費をお納めください（お知らせ）", letter.Text, StringComparison.Ordinal);
        Assert.Contains("振込依頼人番号", letter.Text, StringComparison.Ordinal);
        Assert.Contains($"/members/{member}/dues", letter.Text, StringComparison.Ordinal);
        var late = Assert.Single((await House.Grains.GetGrain<IDuesGrain>(member.Number).Read(Caller.System, House.Ct)).Reminders).Amount.Amount;
        Assert.Contains(late.ToString("#,0円", System.Globalization.CultureInfo.InvariantCulture), letter.Text, StringComparison.Ordinal);

        using var own = await her.SignedIn();
        using var desk = await office.SignedIn();
        var page = await own.Text($"/members/{member}/dues");
        foreach (var words in new[] { "期限超過", "data-reminder=\"1\"" }) Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains("会費をお納めください（お知らせ）", await own.Text("/alerts"), StringComparison.Ordinal);
        var list = await desk.Text($"/dues/26-007/people?year={year.Year}&status=overdue&step=1");
        foreach (var words in new[] { $"data-member=\"{member}\"", "期限超過", "data-step=\"1\"" }) Assert.Contains(words, list, StringComparison.Ordinal);
        Assert.Contains("期限超過", await desk.Text($"/dues/26-007?year={year.Year}"), StringComparison.Ordinal);
        Assert.DoesNotContain($"data-member=\"{member}\"", await desk.Text($"/dues/26-007/people?year={year.Year}&step=2"), StringComparison.Ordinal);
    }
}
