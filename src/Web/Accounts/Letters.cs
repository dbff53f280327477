using System.Globalization;
using System.Threading.Channels;
using JmaActors.Resources;
using Microsoft.Extensions.Localization;

namespace JmaActors.Web.Accounts;

/// <summary>A mail, in words.</summary>
public sealed record Letter(string To, string Subject, string Text);

/// <summary>Sends mail; there is none where no server is configured.</summary>
public interface IMailer
{
    bool Enabled { get; }

    Task Send(Letter letter, CancellationToken ct);
}

/// <summary>Mail that waits to be sent, so that nobody waits for it, and nobody learns from the time it takes whether there was somebody to write to.</summary>
public sealed partial class LetterBox(IMailer mailer, IStringLocalizer<Texts> texts, TimeProvider clock, ILogger<LetterBox> log) : BackgroundService
{
    const int Waiting = 1_000;
    const int Attempts = 4;

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    readonly Channel<Func<Task<Letter?>>> _waiting = Channel.CreateBounded<Func<Task<Letter?>>>(new BoundedChannelOptions(Waiting) { SingleReader = true });

    public bool Enabled => mailer.Enabled;

    /// <summary>Keeps a letter to be written and sent soon; when too many wait it is not sent, and the log says so.</summary>
    public void Post(Func<Task<Letter?>> write)
    {
        if (!_waiting.Writer.TryWrite(write)) Full(log);
    }

    /// <summary>A letter in the language of whom it is for.</summary>
    public Letter Write(Account to, string template, params object[] values)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(to.Language);
        try
        {
            object[] all = [to.Name, .. values];
            return new Letter(to.Email ?? "", texts[$"Mail.{template}.Subject"], texts[$"Mail.{template}.Text", all]);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var write in _waiting.Reader.ReadAllAsync(stoppingToken).ConfigureAwait(false)) await Deliver(write, stoppingToken).ConfigureAwait(false);
    }

    async Task Deliver(Func<Task<Letter?>> write, CancellationToken ct)
    {
        Letter? letter = null;
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            try
            {
                letter ??= await write().ConfigureAwait(false);
                if (letter is null || letter.To.Length == 0) return;
                await mailer.Send(letter, ct).ConfigureAwait(false);
                return;
            }
            catch (Exception fault) when (!ct.IsCancellationRequested)
            {
                NotSent(log, attempt, fault);
            }

            await Task.Delay(Pause * attempt, clock, ct).ConfigureAwait(false);
        }
    }

    [LoggerMessage(6303, LogLevel.Error, "A mail could not be sent (attempt {Attempt})")]
    static partial void NotSent(ILogger log, int attempt, Exception fault);

    [LoggerMessage(6304, LogLevel.Error, "Too many mails wait; one was not sent")]
    static partial void Full(ILogger log);
}

/// <summary>No mail.</summary>
public sealed class NoMailer : IMailer
{
    public bool Enabled => false;

    public Task Send(Letter letter, CancellationToken ct) => Task.CompletedTask;
}
