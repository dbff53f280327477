using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using JmaActors.Composition;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace JmaActors.Tests.SignIn;

/// <summary>A real SMTP server that keeps what arrives.</summary>
sealed class MailServer : MessageStore, IAsyncDisposable
{
    readonly Channel<Post> letters = Channel.CreateUnbounded<Post>();
    readonly CancellationTokenSource stop = new();
    readonly int port = Ports.Free();
    Task serving = Task.CompletedTask;

    public sealed record Post(string To, string Subject, string Text);

    /// <summary>How many letters have come and were not asked for yet.</summary>
    public int Waiting => letters.Reader.Count;

    /// <summary>Begins to listen, and returns once somebody can connect.</summary>
    public async Task Start()
    {
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add(this);
        serving = new SmtpServer.SmtpServer(new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(e => e.Endpoint(new IPEndPoint(IPAddress.Loopback, port)).Build()).Build(), services).StartAsync(stop.Token);
        await House.Becomes("a server of mail", async () =>
        {
            using var caller = new TcpClient();
            try
            {
                await caller.ConnectAsync(IPAddress.Loopback, port, House.Ct);
                return true;
            }
            catch (SocketException)
            {
                return false;
            }
        });
    }

    /// <summary>Has a site send its mail here.</summary>
    public SiloSettings Set(SiloSettings settings)
    {
        File.WriteAllText(Path.Combine(settings.Data, "settings.json"), $$"""{ "Jma": { "Mail": { "Host": "127.0.0.1", "Port": {{port}}, "Tls": "None", "From": "jma@example.org" } } }""");
        return settings;
    }

    public override Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        using var message = MimeKit.MimeMessage.Load(new MemoryStream(buffer.ToArray()), cancellationToken);
        letters.Writer.TryWrite(new Post(message.To.Mailboxes.Single().Address, message.Subject ?? "", message.TextBody ?? ""));
        return Task.FromResult(SmtpResponse.Ok);
    }

    public async Task<Post> Next() => await letters.Reader.ReadAsync(House.Ct).AsTask().WaitAsync(TimeSpan.FromSeconds(60), House.Ct);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }
}
