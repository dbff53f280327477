using JmaActors.Credits;
using Npgsql;

namespace JmaActors.Benchmarks.Credits;

/// <summary>The real command through the real actor, with views, outbox and feed on.</summary>
sealed class EngineSide(IClusterClient client) : Side("engine", 384, 512, 640, 768, 1024)
{
    readonly ICreditLedgerGrain[] ledgers = new ICreditLedgerGrain[Database.Members];
    readonly Caller caller = Caller.Office(AssociationId.Prefecture(26));

    public override Task Prepare()
    {
        for (var i = 0; i < ledgers.Length; i++) ledgers[i] = client.GetGrain<ICreditLedgerGrain>(MemberId.First + i);
        return Task.CompletedTask;
    }

    protected override async Task Command(int worker, long n)
    {
        var answer = await ledgers[MemberOf(n)].Accrue(Accrual(n, caller), CancellationToken.None);
        if (!answer.Accepted || answer.Repeat) throw new InvalidOperationException($"{answer.Refusal?.Reason ?? "repeat"}: the benchmark sends new credits only.");
    }

    public static AccrueCredit Accrual(long n, Caller caller) => new(
        Key(n), CreditMethod.Lecture, new CurriculumCode((short)(1 + n % 84)), Units.Of(0.5m), new DateOnly(2026, 5, 1).AddDays((int)(n % 180)),
        "地域医療と感染対策 研修会", true, caller);

    public static string Key(long n) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"bench/{n}");

    /// <summary>What was acknowledged must be there: as many entries as commands, no more.</summary>
    public async Task Check(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand("SELECT count(*) FROM jma.ledger_event WHERE ledger LIKE 'credits/%'");
        var stored = (long)(await command.ExecuteScalarAsync())!;
        if (stored != Done) throw new InvalidOperationException($"{Done} credits were acknowledged and {stored} are stored.");
        Figures.Print("engine events", stored, "0");
    }
}
