using System.Globalization;
using JmaActors.Alerts;
using JmaActors.WorkHours;

namespace JmaActors.Tests.SignIn;

/// <summary>Letters of alerts, by a real SMTP server that is away at first.</summary>
public sealed class AlertMailTests : IAsyncLifetime
{
    readonly MailServer received = new();
    House house = null!;

    public async ValueTask InitializeAsync()
    {
        house = new House { Set = received.Set };
        await house.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await house.DisposeAsync();
        await received.DisposeAsync();
    }

    DateOnly Today => DateOnly.FromDateTime(house.Clock.GetUtcNow().UtcDateTime.AddHours(9));

    async Task Record(MemberId member, WorkplaceId place, int daysAgo)
    {
        var from = new DateTimeOffset(Today.AddDays(-daysAgo).ToDateTime(default), TimeSpan.FromHours(9));
        var answer = await house.Grains.GetGrain<IWorkHoursGrain>(member.Number).Record(
            new RecordWork(daysAgo.ToString(CultureInfo.InvariantCulture), place, HoursKind.Scheduled, from, from.AddHours(20), WorkSource.Workplace, Caller.System), House.Ct);
        Assert.True(answer.Accepted);
    }

    async Task<WorkplaceId> Employ(MemberId member)
    {
        var (id, since) = (new WorkplaceId("W26-MAIL"), Today.AddDays(-20).AddYears(-1));
        var workplace = house.Grains.GetGrain<IWorkplaceGrain>(id.Code);
        await workplace.Describe(new DescribeWorkplace("1", "試験病院", new AssociationId("26-007"), false, Caller.System), House.Ct);
        await workplace.SetAgreement(new SetAgreement("2", since, false, null, 0, Caller.System), House.Ct);
        await workplace.Designate(new DesignateLevel("3", WorkLevel.B, since, null, Caller.System), House.Ct);
        Assert.True((await workplace.Assign(new AssignPhysician("a", member, "", WorkLevel.B, since, null, false, Caller.System), House.Ct)).Accepted);
        await House.Becomes("the employment", async () => (await house.Grains.GetGrain<IWorkHoursGrain>(member.Number).Read(null, Caller.System, House.Ct)).Employments.Count > 0);
        return id;
    }

    /// <summary>Waits for her inbox and that of the place, which are told one by one: a letter is due by when its own inbox was told.</summary>
    async Task Told(MemberId member, WorkplaceId place, int threshold)
    {
        foreach (var box in new[] { AlertBoxId.Of(member), AlertBoxId.Of(place) })
            await House.Becomes($"{threshold} h in the inbox {box.Text}", async () =>
                (await house.Grains.GetGrain<IAlertBoxGrain>(box.Text).Read(null, Caller.System, House.Ct)).Alerts.Any(a => (a.Kind, a.Threshold) == (AlertKind.MonthReached, threshold * 60)), TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Whoever_is_to_know_gets_one_letter_that_names_nobody_once_the_server_is_there_and_a_flood_is_one_more()
    {
        var member = await house.Member("26-007");
        var place = await Employ(member);
        var her = await house.Somebody(House.Function(CallerRole.Member, $"{member}"));
        var manager = await house.Somebody(House.Function(CallerRole.Workplace, place.Code));
        await house.Somebody(House.Function(CallerRole.Workplace, "W26-ELSE"));
        for (var d = 1; d <= 7; d++) await Record(member, place, d);
        await Told(member, place, 80);

        // The server is away: the letter waits with the inbox, and is given out again.
        house.Clock.By(TimeSpan.FromMinutes(3));
        await received.Start();
        house.Clock.By(AlertLimits.LetterHeld);
        MailServer.Post[] first = [await received.Next(), await received.Next()];

        Assert.Equal(new[] { her.Address, manager.Address }.Order(), first.Select(l => l.To).Order());
        Assert.All(first, letter =>
        {
            Assert.Equal("お知らせが届いています", letter.Subject);
            Assert.Contains("月の時間外・休日労働が80時間に達しました", letter.Text, StringComparison.Ordinal);
            Assert.Contains("/alerts", letter.Text, StringComparison.Ordinal);
            Assert.DoesNotContain($"{member}", letter.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("花子", letter.Text, StringComparison.Ordinal);
        });

        // One after the other, each a letter's worth: so many go in an hour, the rest is one letter after it.
        for (var d = 8; d <= 9; d++) await Record(member, place, d);
        await Told(member, place, 100);
        house.Clock.By(TimeSpan.FromMinutes(3));
        MailServer.Post[] second = [await received.Next(), await received.Next()];
        Assert.All(second, letter => Assert.Contains("100時間に達しました", letter.Text, StringComparison.Ordinal));
        for (var d = 10; d <= 14; d++) await Record(member, place, d);
        await Told(member, place, 155);
        house.Clock.By(TimeSpan.FromMinutes(10));
        Assert.Null(await house.Grains.GetGrain<IAlertBoxGrain>(AlertBoxId.Of(member).Text).TakeLetter(House.Ct));
        house.Clock.By(TimeSpan.FromHours(1));
        MailServer.Post[] third = [await received.Next(), await received.Next()];

        Assert.Equal(new[] { her.Address, manager.Address }.Order(), third.Select(l => l.To).Order());
        Assert.All(third, letter => Assert.DoesNotContain("80時間に達しました", letter.Text, StringComparison.Ordinal));
        Assert.Equal(0, received.Waiting);
    }
}
