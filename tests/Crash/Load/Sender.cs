using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using JmaActors.Crash.Silo;

namespace JmaActors.Crash.Load;

/// <summary>Sends commands, and keeps all of them with their answers.</summary>
sealed class Sender(HttpClient http, Complaints complaints)
{
    static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(30);
    readonly ConcurrentQueue<Order> orders = [];
    int answers;

    /// <summary>Everything ever sent.</summary>
    public IReadOnlyCollection<Order> Orders => orders;

    /// <summary>Answers that came, repeats included.</summary>
    public int Answers => answers;

    /// <summary>Sends a new command once; false when no answer came.</summary>
    public Task<bool> First(Order order)
    {
        orders.Enqueue(order);
        return Once(order);
    }

    /// <summary>Sends a new command until it is answered.</summary>
    public Task Surely(Order order)
    {
        orders.Enqueue(order);
        return Again(order);
    }

    /// <summary>Sends the same command until it is answered.</summary>
    public Task Again(Order order) => Until.Holds($"an answer to {order}", AnswerWithin, async () => await Once(order) ? null : "none came");

    /// <summary>Sends everything again to which no answer came; answers with their number.</summary>
    public async Task<int> Unanswered()
    {
        var open = orders.Where(o => !o.Acknowledged).ToList();
        await Parallel.ForEachAsync(open, new ParallelOptions { MaxDegreeOfParallelism = CrashSettings.Connections }, async (order, _) => await Again(order));
        return open.Count;
    }

    /// <summary>Asks something; null when no answer came.</summary>
    public async Task<JsonDocument?> Ask(string path)
    {
        try
        {
            using var answer = await http.GetAsync(At(path));
            return answer.IsSuccessStatusCode ? JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync()) : null;
        }
        catch (Exception e) when (IsSilence(e))
        {
            return null;
        }
    }

    public async Task<bool> Once(Order order)
    {
        try
        {
            using var body = new StringContent(order.Body, Encoding.UTF8, order.Type);
            using var answer = await http.PostAsync(At(order.Path), body);
            var text = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable) return false;
            if (!answer.IsSuccessStatusCode)
            {
                complaints.Add($"{order} was answered with {(int)answer.StatusCode}: {text}");
                return true;
            }
            using var json = JsonDocument.Parse(text);
            order.Take(json.RootElement, complaints);
            Interlocked.Increment(ref answers);
            return true;
        }
        catch (Exception e) when (IsSilence(e))
        {
            return false;
        }
    }

    static Uri At(string path) => new(SiloProcess.Address, $"/api/v1/{path}");

    static bool IsSilence(Exception e) => e is HttpRequestException or OperationCanceledException or IOException;
}
