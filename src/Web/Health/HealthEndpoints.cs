namespace JmaActors.Web.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work.</summary>
public static class HealthEndpoints
{
    /// <summary>A check that takes longer than this is a no.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => Results.Text("live")).ExcludeFromDescription().AllowAnonymous();
        endpoints.MapGet("/health/ready", Ready).ExcludeFromDescription().AllowAnonymous();
    }

    static async Task<IResult> Ready(IReadiness readiness, TimeProvider clock, CancellationToken ct)
    {
        var report = await Ask(readiness, clock, ct).ConfigureAwait(false);
        return Results.Json(report, statusCode: report.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    static async Task<ReadinessReport> Ask(IReadiness readiness, TimeProvider clock, CancellationToken ct)
    {
        try
        {
            return await readiness.Check(ct).WaitAsync(Patience, clock, ct).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return new ReadinessReport(false, false, false);
        }
    }
}
