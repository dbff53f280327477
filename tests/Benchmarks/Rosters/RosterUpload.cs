using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace JmaActors.Benchmarks.Rosters;

/// <summary>Sends the file as an office would, and waits until everybody is in.</summary>
static class RosterUpload
{
    static int uploads;

    /// <summary>Rows the import says it has done without a failure, and the seconds from the first byte sent.</summary>
    public static async Task<(int Rows, double Seconds)> Send(HttpClient http)
    {
        using var body = new ByteArrayContent(RosterFile.Csv());
        body.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        var key = string.Create(CultureInfo.InvariantCulture, $"bench-{++uploads}");
        var began = Stopwatch.GetTimestamp();
        using var answer = await http.PostAsync(new Uri($"/api/v1/rosters/{key}?rows={RosterFile.Rows}&demonstration=true", UriKind.Relative), body);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"The roster was refused with {(int)answer.StatusCode}: {text}");
        using var progress = JsonDocument.Parse(text);
        var value = progress.RootElement.GetProperty("value");
        if (!value.GetProperty("finished").GetBoolean() || value.GetProperty("failed").GetInt32() > 0) throw new InvalidOperationException($"The roster was not imported whole: {text}");
        return (value.GetProperty("done").GetInt32(), seconds);
    }
}
