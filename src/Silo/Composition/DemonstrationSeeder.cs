using System.Globalization;
using System.Runtime.CompilerServices;
using JmaActors.Associations;
using JmaActors.Credits;
using JmaActors.Demonstration;
using JmaActors.Directory;
using JmaActors.Members;
using JmaActors.Policies;
using JmaActors.Rosters;
using JmaActors.Training;

namespace JmaActors.Composition;

/// <summary>
/// Loads the demonstration through the same commands everybody uses, so a start that was cut short goes on where it stopped and a later one
/// changes nothing.
/// </summary>
public sealed class DemonstrationSeeder(IGrainFactory grains, SiloSettings settings, PolicyBook book, TimeProvider time, ILogger<DemonstrationSeeder> log)
{
    /// <summary>The same people every time.</summary>
    public const ulong Seed = 20251201;

    /// <summary>Members who get past credits, at most.</summary>
    const int WithCredits = 1_000;

    /// <summary>People who come to the sample seminar, at most.</summary>
    const int AtSeminar = 400;

    /// <summary>Commands under way at once.</summary>
    const int AtOnce = 64;

    /// <summary>Chunks of the roster under way at once.</summary>
    const int ChunksAtOnce = 3;

    public async Task Run(CancellationToken ct)
    {
        var associations = DemonstrationAssociations.Parse(Seeds.Text("prefectural-associations.csv"));
        var population = new DemonstrationPopulation(settings.Population, Seed, associations);
        var import = grains.GetGrain<IRosterImportGrain>(string.Create(CultureInfo.InvariantCulture, $"demonstration-{settings.Population}"));
        if (await import.Progress(ct) is { Finished: true }) return;

        SiloLog.Seeding(log, $"{associations.All.Count} associations, {population.Total} people");
        await Parallel.ForEachAsync(associations.All, Options(AtOnce, ct), async (association, token) =>
            await grains.GetGrain<IAssociationGrain>(association.Id.Code).Establish(association.Establish, token));
        await ImportAll(import, population, ct);
        await Credits(ct);
        await Seminar(population, ct);
        await import.Finish(Caller.System, ct);
    }

    async Task ImportAll(IRosterImportGrain import, DemonstrationPopulation population, CancellationToken ct)
    {
        await import.Start(new StartImport("demonstration", population.Total, true, Caller.System), ct);
        await Parallel.ForEachAsync(Chunks(population, ct), Options(ChunksAtOnce, ct), async (chunk, token) =>
        {
            var answer = await import.Take(chunk.AsImmutable(), token);
            if (answer.Refusal is { } refusal) throw new InvalidOperationException($"Chunk {chunk.Index} of the demonstration was refused: {refusal.Reason} {refusal.Detail}");
        });
    }

    /// <summary>The people in their order, with numbers in that order: the same person has the same number at every first start, whichever chunk is done first.</summary>
    async IAsyncEnumerable<ImportChunk> Chunks(DemonstrationPopulation population, [EnumeratorCancellation] CancellationToken ct)
    {
        var (numbers, index) = (grains.GetGrain<IMemberNumberGrain>(0), 0);
        foreach (var rows in population.Chunks())
        {
            var first = (await numbers.Allocate(rows.Length, Caller.System, ct)).Value;
            yield return new ImportChunk(index++, false, ImportKind.Roster, false, rows, [], [], Caller.System, First: first);
        }
    }

    async Task Credits(CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime.AddHours(9));
        var directory = grains.GetGrain<IDirectoryGrain>(0);
        var (left, after) = (WithCredits, (string?)null);
        do
        {
            var page = await directory.Members(new MemberQuery("", null, null, null, after, DirectoryLimits.Page), Caller.System, ct);
            var chosen = page.Members.Where(m => m.Association is not null).Take(left).ToList();
            await Parallel.ForEachAsync(chosen, Options(AtOnce, ct), async (member, token) =>
            {
                var ledger = grains.GetGrain<ICreditLedgerGrain>(member.Id.Number);
                var person = await grains.GetGrain<IMemberGrain>(member.Id.Number).Read(Caller.System, token);
                foreach (var command in DemonstrationCredits.For(member.Id, today, person?.Person.LicensedOn, member.Layers.HasFlag(MembershipLayers.Jma), book, Seed)) await ledger.Accrue(command, token);
            });
            (left, after) = (left - chosen.Count, page.Next);
        }
        while (left > 0 && after is not null);
    }

    async Task Seminar(DemonstrationPopulation population, CancellationToken ct)
    {
        if (population.Total == 0) return;
        var now = time.GetUtcNow();
        var seminar = DemonstrationSeminar.Running(DemonstrationSeminar.DefaultHost, now);
        var program = grains.GetGrain<ITrainingProgramGrain>(seminar.Id.Code);
        await DemonstrationApproval.Run(program, seminar, ct);
        await Upcoming(now, ct);
        var cards = Enumerable.Range(1, Math.Min(AtSeminar, population.Total)).Select(DemonstrationPopulation.Card).ToList();
        var taps = DemonstrationDoor.Taps(seminar.Command, seminar.Session, cards, Seed).Where(t => t.At <= now);
        foreach (var batch in taps.Chunk(TrainingLimits.TapBatch)) await grains.GetGrain<ISessionGrain>(seminar.Session.Code).TapBatch(batch.AsImmutable(), ct);
    }

    /// <summary>The next weeks of a calendar: one program published, one before its approvers, one still a draft.</summary>
    async Task Upcoming(DateTimeOffset now, CancellationToken ct)
    {
        foreach (var (days, label, host, step) in DemonstrationSeminar.Upcoming)
        {
            var seminar = DemonstrationSeminar.OnDay(host, now, days, label);
            var program = grains.GetGrain<ITrainingProgramGrain>(seminar.Id.Code);
            await program.Create(seminar.Command, ct);
            if (step == ProgramStage.Published) await DemonstrationApproval.Approve(program, host, ct);
            if (step == ProgramStage.Published) await program.Publish(Caller.System, ct);
            if (step == ProgramStage.Applied) await program.Apply(Caller.System, ct);
        }
    }

    static ParallelOptions Options(int atOnce, CancellationToken ct) => new() { MaxDegreeOfParallelism = atOnce, CancellationToken = ct };
}
