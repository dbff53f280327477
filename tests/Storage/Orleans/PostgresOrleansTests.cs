using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Configuration;
using Orleans.Runtime;
using Orleans.Runtime.MembershipService;

namespace JmaActors.Tests.Storage.Orleans;

/// <summary>Orleans' providers on PostgreSQL, and the membership of a cluster there.</summary>
public sealed class PostgresOrleansTests : OrleansContract
{
    protected override Task<OrleansUnderTest> Open() => OrleansUnderTest.OnPostgres();

    /// <summary>The table of another cluster in the same database, so that the silo under test does not judge our made-up silos.</summary>
    async Task<IMembershipTable> OpenTable()
    {
        var table = new AdoNetClusteringTable(
            Subject.Services,
            Options.Create(new ClusterOptions { ClusterId = "another", ServiceId = "another" }),
            Subject.Services.GetRequiredService<IOptions<AdoNetClusteringSiloOptions>>(),
            Subject.Services.GetRequiredService<ILogger<AdoNetClusteringTable>>());
        await table.InitializeMembershipTableAsync(true, Ct);
        return table;
    }

    [Fact]
    public async Task A_silo_enters_the_table_once_and_only_at_the_version_that_was_read()
    {
        var table = await OpenTable();
        var before = await table.ReadAllAsync(Ct);
        var entry = Entry(SiloStatus.Active);

        Assert.True(await table.InsertRowAsync(entry, before.Version.Next(), Ct));
        Assert.False(await table.InsertRowAsync(Entry(SiloStatus.Active, 1), before.Version.Next(), Ct));
        var after = await table.ReadAllAsync(Ct);
        Assert.False(await table.InsertRowAsync(entry, after.Version.Next(), Ct));

        Assert.Equal(before.Version.Version + 1, after.Version.Version);
        Assert.Equal(after.Version.Version, (await table.ReadAllAsync(Ct)).Version.Version);
        Assert.Contains(after.Members, m => m.Item1.SiloAddress.Equals(entry.SiloAddress));
    }

    [Fact]
    public async Task Of_many_changes_at_one_version_exactly_one_wins()
    {
        var table = await OpenTable();
        var entry = Entry(SiloStatus.Joining);
        Assert.True(await table.InsertRowAsync(entry, (await table.ReadAllAsync(Ct)).Version.Next(), Ct));
        for (var round = 0; round < 10; round++)
        {
            var seen = await table.ReadRowAsync(entry.SiloAddress, Ct);
            var tag = Assert.Single(seen.Members).Item2;

            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(
                () =>
                {
                    var mine = Entry(SiloStatus.Active);
                    mine.SuspectTimes = [Tuple.Create(Address(100 + i), new DateTime(2026, 4, 1, 0, 0, i, DateTimeKind.Utc))];
                    return table.UpdateRowAsync(mine, tag, seen.Version.Next(), Ct);
                },
                Ct)));

            Assert.Single(answers, a => a);
            var now = await table.ReadRowAsync(entry.SiloAddress, Ct);
            Assert.Equal(seen.Version.Version + 1, now.Version.Version);
            Assert.Single(Assert.Single(now.Members).Item1.SuspectTimes!);
        }
    }

    [Fact]
    public async Task Gateways_are_active_silos_and_the_dead_are_cleared_away()
    {
        var table = await OpenTable();
        var entry = Entry(SiloStatus.Dead);
        Assert.True(await table.InsertRowAsync(Entry(SiloStatus.Active, 1), (await table.ReadAllAsync(Ct)).Version.Next(), Ct));
        Assert.True(await table.InsertRowAsync(entry, (await table.ReadAllAsync(Ct)).Version.Next(), Ct));
        await table.UpdateIAmAliveAsync(entry, Ct);
        await table.CleanupDefunctSiloEntriesAsync(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), Ct);

        var left = await table.ReadAllAsync(Ct);
        Assert.DoesNotContain(left.Members, m => m.Item1.SiloAddress.Equals(entry.SiloAddress));
        Assert.Equal(SiloStatus.Active, Assert.Single(left.Members).Item1.Status);
    }

    static SiloAddress Address(int port) => SiloAddress.New(new IPEndPoint(IPAddress.Loopback, 50_000 + port), 1);

    static MembershipEntry Entry(SiloStatus status, int port = 0) => new()
    {
        SiloAddress = Address(port),
        SiloName = "silo",
        HostName = "host",
        Status = status,
        ProxyPort = 30_000,
        StartTime = new DateTime(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc),
        IAmAliveTime = new DateTime(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc),
        SuspectTimes = [],
    };
}
