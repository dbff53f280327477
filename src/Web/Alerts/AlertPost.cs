using JmaActors.Alerts;
using JmaActors.Pages.Alerts;
using JmaActors.Resources;
using JmaActors.Web.Access;
using JmaActors.Web.Accounts;
using JmaActors.Web.Proofs;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Localization;

namespace JmaActors.Web.Alerts;

/// <summary>
/// Sends the letters of inboxes. What waits stands with the inbox, which gives a letter out to one sender at a time and again when nobody says that it was sent: after a
/// kill between sending and saying so it goes twice. A letter names nobody; what it is about is read after signing in, but for late dues:
/// what is to be paid, and how, is said.
/// </summary>
public sealed partial class AlertPost(
    IMailer mailer, LetterBox letters, Gateway gateway, IServiceScopeFactory scopes, WebOptions options, IConfiguration configuration, IStringLocalizer<Texts> texts, TimeProvider clock, ILogger<AlertPost> log) : BackgroundService
{
    /// <summary>How often it is looked whether a letter is due.</summary>
    static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    /// <summary>Kinds one letter names one by one.</summary>
    const int Lines = 20;

    readonly string _address = ProofSetup.Address(configuration[ProofSetup.AddressSetting], options.Urls);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!mailer.Enabled) return;
        using var timer = new PeriodicTimer(Look, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false)) await Round(stoppingToken).ConfigureAwait(false);
    }

    async Task Round(CancellationToken ct)
    {
        try
        {
            foreach (var box in await gateway.DueAlertLetters(ct).ConfigureAwait(false)) await Box(box, ct).ConfigureAwait(false);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            RoundFailed(log, fault);
        }
    }

    /// <summary>What fails of one inbox keeps nobody else's mail.</summary>
    async Task Box(string box, CancellationToken ct)
    {
        try
        {
            if (await gateway.TakeAlertLetter(box, ct).ConfigureAwait(false) is { } letter) await Post(letter, ct).ConfigureAwait(false);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            RoundFailed(log, fault);
        }
    }

    async Task Post(AlertLetter letter, CancellationToken ct)
    {
        if (!AlertBoxId.TryParse(letter.Box, out var box)) return;
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var (sent, failed) = (0, 0);
        foreach (var account in await gateway.PeopleOf(box, ct).ConfigureAwait(false))
        {
            if (await users.FindByIdAsync(account).ConfigureAwait(false) is not { Email.Length: > 0, EmailConfirmed: true } user) continue;
            try
            {
                await mailer.Send(letters.Write(user, "Alerts", () => [Summary(letter), $"{_address}/alerts"]), ct).ConfigureAwait(false);
                sent++;
            }
            catch (Exception fault) when (!ct.IsCancellationRequested)
            {
                failed++;
                NotSent(log, letter.Attempt, fault);
            }
        }

        // Who got it does not get it again for the sake of who did not; of nobody at all it is tried again.
        if (sent > 0 || failed == 0 || letter.Attempt >= AlertLimits.LetterAttempts) await gateway.AlertLetterSent(letter, sent, ct).ConfigureAwait(false);
    }

    string Summary(AlertLetter letter)
    {
        var kinds = letter.Alerts.GroupBy(a => AlertText.Title(texts, a)).Select(g => texts["Mail.Alerts.Line", g.Key, g.Count()].Value).ToList();
        foreach (var owed in letter.Alerts.Where(a => a.Dues is not null)) kinds.Add($"{AlertText.Detail(texts, owed)}\n{_address}{AlertLinks.Of(AlertBoxId.Of(owed.Member), owed)}");
        return string.Join('\n', kinds.Count <= Lines ? kinds : [.. kinds.Take(Lines), texts["Mail.Alerts.More", letter.Alerts.Count].Value]);
    }

    [LoggerMessage(6320, LogLevel.Error, "A letter of alerts could not be sent (attempt {Attempt})")]
    static partial void NotSent(ILogger log, int attempt, Exception fault);

    [LoggerMessage(6321, LogLevel.Warning, "Letters that are due could not be looked for; trying again")]
    static partial void RoundFailed(ILogger log, Exception fault);
}
