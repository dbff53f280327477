namespace JmaActors.Composition;

/// <summary>Health of a process without a site.</summary>
static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", (Readiness readiness) =>
            readiness.SiloStarted.IsCompletedSuccessfully && readiness.PopulationLoaded.IsCompletedSuccessfully
                ? Results.Text("ready")
                : Results.Text("starting", statusCode: StatusCodes.Status503ServiceUnavailable));
    }
}
