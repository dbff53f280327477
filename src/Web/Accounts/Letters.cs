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
    const int Senders = 4;

    /// <summary>Before the second attempt; twice and three times as long before those after it.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    readonly Channel<Waited> _waiting = Channel.CreateBounded<Waited>(Waiting);

    public bool Enabled => mailer.Enabled;

    /// <summary>Keeps a letter to be written and sent soon; when too many wait it is not sent, and the log says so.</summary>
    public void Post(Func<Task<Letter?>> write)
    {
        if (!_waiting.Writer.TryWrite(new Waited(write, 1))) Full(log);
    }

    /// <summary>A letter in the language of whom it is for.</summary>
    public Letter Write(Account to, string template, params object[] values) => Write(to, template, () => values);

    /// <summary>The same; its values are made in that language too.</summary>
    public Letter Write(Account to, string template, Func<object[]> values)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(to.Language);
        try
        {
            object[] all = [to.Name, .. values()];
            return new Letter(to.Email ?? "", texts[$"Mail.{template}.Subject"], texts[$"Mail.{template}.Text", all]);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Send(stoppingToken)));

    async Task Send(CancellationToken ct)
    {
        await foreach (var letter in _waiting.Reader.ReadAllAsync(ct).ConfigureAwait(false)) await Deliver(letter, ct).ConfigureAwait(false);
    }

    async Task Deliver(Waited waited, CancellationToken ct)
    {
        Letter? letter = null;
        try
        {
            letter = await waited.Write().ConfigureAwait(false);
            if (letter is null || letter.To.Length == 0) return;
            await mailer.Send(letter, ct).ConfigureAwait(false);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            NotSent(log, waited.Attempt, fault);
            // What was written stays as it is; the sender goes on with the next one meanwhile.
            if (waited.Attempt < Attempts) _ = Later(letter is { } written ? () => Task.FromResult<Letter?>(written) : waited.Write, waited.Attempt, ct);
        }
    }

    async Task Later(Func<Task<Letter?>> write, int attempt, CancellationToken ct)
    {
        await Task.Delay(Pause * attempt, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!ct.IsCancellationRequested && !_waiting.Writer.TryWrite(new Waited(write, attempt + 1))) Full(log);
    }

    readonly record struct Waited(Func<Task<Letter?>> Write, int Attempt);

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
