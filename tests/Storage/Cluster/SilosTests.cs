using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using JmaActors.Tests.Support;
using Npgsql;

namespace JmaActors.Tests.Storage.Cluster;

/// <summary>Two real processes on one PostgreSQL; one is killed.</summary>
public sealed class SilosTests
{
    /// <summary>People whose ledgers are spread over both processes.</summary>
    const int People = 60;

    /// <summary>Longer than a cluster takes to see that one of it is gone.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task When_one_of_two_is_killed_the_other_takes_its_ledgers_over_and_nothing_acknowledged_is_lost()
    {
        await using var database = await TestDatabase.Create();
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        await using var first = new SiteProcess(database.ConnectionString, key);
        await using var second = new SiteProcess(database.ConnectionString, key);
        await first.Start();
        await second.Start();
        using var http = new HttpClient { BaseAddress = second.Address, Timeout = Patience };
        var people = await Members(http);
        Assert.Equal(2, await Active(database));
        foreach (var member in people) Assert.False(await Credit(http, member, "before", 12));

        await first.Kill();
        foreach (var member in people) await Credit(http, member, "after", 13);

        foreach (var member in people)
        {
            Assert.True(await Credit(http, member, "before", 12));
            Assert.True(await Credit(http, member, "after", 13));
            Assert.Equal(["after", "before"], await Keys(http, member));
        }
    }

    [Fact]
    public async Task A_process_with_another_master_key_does_not_begin()
    {
        await using var database = await TestDatabase.Create();
        await using var first = new SiteProcess(database.ConnectionString);
        await using var second = new SiteProcess(database.ConnectionString);
        await first.Start();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(second.Start);

        Assert.True(refused.Message.Contains("ended with 1 ", StringComparison.Ordinal) && refused.Message.Contains("JMA_PERSON_MASTER_KEY", StringComparison.Ordinal), refused.Message);
    }

    static async Task<IReadOnlyList<string>> Members(HttpClient http)
    {
        var page = await http.GetFromJsonAsync<JsonElement>($"/api/v1/members?size={People}", Ct);
        return [.. page.GetProperty("members").EnumerateArray().Select(m => m.GetProperty("id").GetString()!)];
    }

    /// <summary>Silos that the cluster holds for alive.</summary>
    static async Task<long> Active(TestDatabase database)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand("SELECT count(*) FROM jma.orleans_membership WHERE status = 3", connection);
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }

    /// <summary>Records a credit, and again while it is to be tried again, as every caller does. True when it was there.</summary>
    static async Task<bool> Credit(HttpClient http, string member, string key, int code)
    {
        var body = new { key, method = "lecture", code, units = 0.5, date = "2026-04-30", title = "A lecture", post = true };
        while (true)
        {
            using var answer = await http.PostAsJsonAsync($"/api/v1/members/{member}/credits", body, Ct);
            if (answer.StatusCode == System.Net.HttpStatusCode.ServiceUnavailable) continue;
            var said = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
            Assert.True(answer.IsSuccessStatusCode, said.ToString());
            return said.GetProperty("repeat").GetBoolean();
        }
    }

    static async Task<IEnumerable<string>> Keys(HttpClient http, string member)
    {
        var page = await http.GetFromJsonAsync<JsonElement>($"/api/v1/members/{member}/credits", Ct);
        return page.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("key").GetString()!).Where(k => k is "before" or "after").Order();
    }
}
