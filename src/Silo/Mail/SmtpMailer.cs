using JmaActors.Web.Accounts;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace JmaActors.Mail;

/// <summary>The mail server, section <c>Jma:Mail</c>. Without a host no mail is sent.</summary>
public sealed class MailOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Jma:Mail";

    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>Whom mail comes from.</summary>
    public string From { get; set; } = "";

    /// <summary><c>StartTls</c> (the server must offer it), <c>SslOnConnect</c>, or <c>None</c> for a server on this machine.</summary>
    public SecureSocketOptions Tls { get; set; } = SecureSocketOptions.StartTls;
}

/// <summary>Sends mail by SMTP, one connection a letter: there are few.</summary>
sealed class SmtpMailer(MailOptions options) : IMailer
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public bool Enabled => !string.IsNullOrWhiteSpace(options.Host);

    public async Task Send(Letter letter, CancellationToken ct)
    {
        if (options.Host is not { Length: > 0 } host) return;
        using var message = new MimeMessage();
        message.From.Add(MailboxAddress.Parse(options.From));
        message.To.Add(MailboxAddress.Parse(letter.To));
        message.Subject = letter.Subject;
        message.Body = new TextPart("plain") { Text = letter.Text };
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        await client.ConnectAsync(host, options.Port, options.Tls, ct);
        if (!string.IsNullOrEmpty(options.User)) await client.AuthenticateAsync(options.User, options.Password ?? "", ct);
        await client.SendAsync(message, ct);
        await client.DisconnectAsync(quit: true, ct);
    }
}
