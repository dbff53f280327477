using System.Globalization;
using System.Text;
using System.Text.Json;
using JmaActors.Alerts;

namespace JmaActors.Webhooks;

/// <summary>What is sent: JSON with a type, a time and what it is about. Of a physician her number and the figures the workplace sees anyway; no name.</summary>
static class WebhookBodies
{
    public const string AlertsType = "work-hours.alerts", TestType = "webhook.test";

    public static string Alerts(string workplace, AlertsTold told) => Write(AlertsType, told.At, workplace, json =>
    {
        json.WriteStartArray("alerts");
        foreach (var alert in told.Alerts) Write(json, told.Member, alert);
        json.WriteEndArray();
    });

    public static string Test(string workplace, DateTimeOffset at) => Write(TestType, at, workplace, static _ => { });

    static void Write(Utf8JsonWriter json, long member, Crossing alert)
    {
        json.WriteStartObject();
        json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(alert.Kind.ToString()));
        json.WriteString("member", new MemberId(member).ToString());
        json.WriteString("on", Date(alert.On));
        if (alert.Threshold > 0) json.WriteNumber("thresholdMinutes", alert.Threshold);
        json.WriteNumber("minutes", alert.Minutes);
        if (alert.Due is { } due) json.WriteString("due", Date(due));
        json.WriteEndObject();
    }

    static string Write(string type, DateTimeOffset at, string workplace, Action<Utf8JsonWriter> more)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteString("timestamp", at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            json.WriteStartObject("data");
            json.WriteString("workplace", workplace);
            more(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
