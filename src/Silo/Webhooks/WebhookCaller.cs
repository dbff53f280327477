using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace JmaActors.Webhooks;

/// <summary>Makes one call and says what came of it. What the other side writes is not read.</summary>
sealed class WebhookCaller(WebhookRules rules, TimeProvider time) : IDisposable
{
    readonly HttpClient http = new(GuardedConnections.Handler(rules.Inside)) { Timeout = WebhookLimits.Call };

    public async Task<WebhookReport> Call(WebhookCall call, CancellationToken ct)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, call.Address) { Content = new StringContent(call.Body, Encoding.UTF8, "application/json") };
            var at = time.GetUtcNow();
            request.Headers.Add(WebhookSignature.Id, call.Id);
            request.Headers.Add(WebhookSignature.Timestamp, at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
            request.Headers.Add(WebhookSignature.Signature, WebhookSignature.Of(call.Id, at, call.Body, call.Secrets));
            request.Headers.UserAgent.ParseAdd("JmaActors-Webhooks/1");
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            return new WebhookReport(call.Number, call.Attempt, (int)answer.StatusCode, "");
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            return new WebhookReport(call.Number, call.Attempt, 0, Reason(fault));
        }
    }

    /// <summary>A stable code: what the other side said may hold anything, and is kept nowhere.</summary>
    static string Reason(Exception fault) => fault switch
    {
        InsideAddressException => GuardedConnections.Inside,
        OperationCanceledException => "timeout",
        AuthenticationException => "tls",
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => "unknown-host",
        { InnerException: { } inner } => Reason(inner),
        _ => "unreachable",
    };

    public void Dispose() => http.Dispose();
}
