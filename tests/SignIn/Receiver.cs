using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JmaActors.Tests.SignIn;

/// <summary>A real HTTP receiver of webhooks, which answers as it is told and checks signatures by itself.</summary>
sealed class Receiver : IAsyncDisposable
{
    readonly Channel<Call> calls = Channel.CreateUnbounded<Call>();
    readonly TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    WebApplication app = null!;

    public sealed record Call(string Id, long Timestamp, string Signature, string Body)
    {
        /// <summary>Whether one of the signatures is by a secret as it was shown.</summary>
        public bool SignedBy(string secret)
        {
            var expected = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"{Id}.{Timestamp}.{Body}")));
            return Signature.Split(' ').Contains($"v1,{expected}");
        }
    }

    /// <summary>What is answered.</summary>
    public int Status { get; set; } = StatusCodes.Status204NoContent;

    public string Address { get; private set; } = "";

    /// <summary>Where calls are never answered.</summary>
    public string Slow => Address.Replace("/hook", "/slow", StringComparison.Ordinal);

    /// <summary>A call waits there.</summary>
    public Task Held => held.Task.WaitAsync(TimeSpan.FromSeconds(20), House.Ct);

    /// <summary>A call waited there and was given up.</summary>
    public bool GivenUp { get; private set; }

    public async Task Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapPost("/hook", async (HttpContext http) =>
        {
            using var reader = new StreamReader(http.Request.Body);
            calls.Writer.TryWrite(new Call(
                http.Request.Headers["webhook-id"].ToString(), long.Parse(http.Request.Headers["webhook-timestamp"].ToString(), System.Globalization.CultureInfo.InvariantCulture), http.Request.Headers["webhook-signature"].ToString(),
                await reader.ReadToEndAsync()));
            http.Response.StatusCode = Status;
        });
        app.MapPost("/slow", async (HttpContext http) =>
        {
            held.TrySetResult();
            try { await Task.Delay(Timeout.Infinite, http.RequestAborted); }
            catch (OperationCanceledException) { GivenUp = true; }
        });
        await app.StartAsync();
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/hook";
    }

    public async Task<Call> Next() => await calls.Reader.ReadAsync(House.Ct).AsTask().WaitAsync(TimeSpan.FromSeconds(20), House.Ct);

    /// <summary>Nothing came that was not asked for.</summary>
    public bool Quiet => calls.Reader.Count == 0;

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
