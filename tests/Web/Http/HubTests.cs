using System.Text.Json;
using System.Threading.Channels;
using JmaActors.Web.Live;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace JmaActors.Tests.Web.Http;

/// <summary>The hub with the stock .NET client.</summary>
public sealed class HubTests : IAsyncLifetime
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly WebHouse _house = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _house.InitializeAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_client_watches_sees_changes_and_resumes_after_a_reconnect()
    {
        var first = await Connect();
        var start = await first.Hub.InvokeAsync<JsonElement>("Watch", WebHouse.Seminar, Ct);
        _house.Board.Change("""{"n":1}""");
        var change = await first.Next();
        await first.Hub.DisposeAsync();
        _house.Board.Change("""{"n":2}""");

        var second = await Connect();
        var resumed = await second.Hub.InvokeAsync<JsonElement>("Resume", WebHouse.Seminar, change.GetProperty("to").GetString(), Ct);

        Assert.Equal("""{"topic":"seminar/P26-1.1","version":"1.0","picture":{"n":0}}""", start.GetRawText());
        Assert.Equal("""{"topic":"seminar/P26-1.1","from":"1.0","to":"1.1","patch":{"n":1}}""", change.GetRawText());
        Assert.Equal("""{"topic":"seminar/P26-1.1","version":"1.2","changes":[{"topic":"seminar/P26-1.1","from":"1.1","to":"1.2","patch":{"n":2}}]}""", resumed.GetRawText());
        await second.Hub.DisposeAsync();
    }

    [Fact]
    public async Task After_unwatching_nothing_comes()
    {
        var client = await Connect();
        await client.Hub.InvokeAsync<JsonElement>("Watch", WebHouse.Seminar, Ct);
        await client.Hub.InvokeAsync("Unwatch", WebHouse.Seminar, Ct);
        _house.Board.Change("""{"n":1}""");

        var start = await client.Hub.InvokeAsync<JsonElement>("Watch", WebHouse.Seminar, Ct);
        _house.Board.Change("""{"n":2}""");

        Assert.Equal("1.1", start.GetProperty("version").GetString());
        Assert.Equal("1.2", (await client.Next()).GetProperty("to").GetString());
        await client.Hub.DisposeAsync();
    }

    [Theory]
    [InlineData("operator", "nonsense", "bad-topic:")]
    [InlineData("host:27", "seminar/P26-1.1", "out-of-scope:")]
    [InlineData("member:1000000002", "member/1000000001/credits", "not-found:")]
    [InlineData("nobody", "operations", "bad-eyes:")]
    public async Task What_may_not_be_watched_is_refused_with_its_reason(string eyes, string topic, string reason)
    {
        var client = await Connect(eyes);

        var fault = await Assert.ThrowsAsync<HubException>(() => client.Hub.InvokeAsync<JsonElement>("Watch", topic, Ct));

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(typeof(LiveHub).FullName, _house.Errors.Categories);
        await client.Hub.DisposeAsync();
    }

    [Fact]
    public async Task The_same_topic_watched_twice_is_one_watch()
    {
        var client = await Connect();
        await client.Hub.InvokeAsync<JsonElement>("Watch", WebHouse.Seminar, Ct);
        await client.Hub.InvokeAsync<JsonElement>("Watch", WebHouse.Seminar, Ct);
        _house.Board.Change("""{"n":1}""");
        _house.Board.Change("""{"n":2}""");

        Assert.Equal("1.1", (await client.Next()).GetProperty("to").GetString());
        Assert.Equal("1.2", (await client.Next()).GetProperty("to").GetString());
        await client.Hub.DisposeAsync();
    }

    async Task<Client> Connect(string eyes = "operator")
    {
        var client = new Client(_house.Hub(eyes));
        await client.Hub.StartAsync(Ct);
        return client;
    }

    sealed class Client
    {
        readonly Channel<JsonElement> _changes = Channel.CreateUnbounded<JsonElement>();

        public Client(HubConnection hub)
        {
            Hub = hub;
            hub.On<JsonElement>("Changed", change => _changes.Writer.TryWrite(change.Clone()));
        }

        public HubConnection Hub { get; }

        public async Task<JsonElement> Next() => await _changes.Reader.ReadAsync(Ct).AsTask().WaitAsync(Patience, Ct);
    }
}
