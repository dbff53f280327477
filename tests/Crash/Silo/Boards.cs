using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;

namespace JmaActors.Crash.Silo;

/// <summary>Watches boards as every screen does: through the hub.</summary>
sealed class Boards : IAsyncDisposable
{
    readonly HubConnection hub = new HubConnectionBuilder().WithUrl(new Uri(SiloProcess.Address, "/hubs/live")).Build();

    public static async Task<Boards> Connect()
    {
        var boards = new Boards();
        await boards.hub.StartAsync();
        return boards;
    }

    /// <summary>The picture of a topic now.</summary>
    public async Task<JsonElement> Picture(string topic)
    {
        var reply = await hub.InvokeAsync<JsonElement>("Watch", topic);
        await hub.InvokeAsync("Unwatch", topic);
        return reply.GetProperty("picture").Clone();
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();
}
