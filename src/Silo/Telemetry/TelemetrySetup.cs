using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace JmaActors.Telemetry;

/// <summary>OpenTelemetry metrics, sent only when an OTLP endpoint is configured in the environment.</summary>
static class TelemetrySetup
{
    public static void AddTelemetry(this WebApplicationBuilder builder, NodeName node)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT"))) return;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService("JmaActors", serviceInstanceId: node.Name))
            .WithMetrics(m => m.AddMeter("JmaActors.Journal", "Microsoft.Orleans").AddAspNetCoreInstrumentation().AddOtlpExporter());
    }
}
