using CsCheck;
using JmaActors.Members;
using JmaActors.Rosters;
using JmaActors.Tests.Grains.Members;
using Orleans.Concurrency;

namespace JmaActors.Tests.Grains.Rosters;

/// <summary>Over random files and people: a dry run says what the import then does, row by row in figures and errors.</summary>
public class TrialProperties(SharedHouse shared)
{
    static readonly Membership[] Memberships =
    [
        new(AssociationId.Local(26, 42), MembershipLayers.All, MemberCategory.A1), new(AssociationId.Local(26, 42), MembershipLayers.Local, null),
        new(AssociationId.Local(27, 42), MembershipLayers.All, MemberCategory.B), Membership.None, new(null, MembershipLayers.Jma, null),
    ];

    static readonly Caller[] Callers = [Caller.System, Caller.Office(AssociationId.Local(26, 42)), Caller.Office(AssociationId.Prefecture(26)), Caller.Office(AssociationId.Jma)];
    static readonly string[] Names = ["見本 花子", "見本 桜", ""];
    static int imports;

    static CancellationToken Ct => ActorHouse.Ct;

    static readonly Gen<(int Registry, int Card, int Source, int Name, int Membership, bool Silent)> Line =
        Gen.Select(Gen.Int[-1, 5], Gen.Int[-1, 5], Gen.Int[-1, 3], Gen.Int[0, 2], Gen.Int[0, 4], Gen.Bool);

    [Fact]
    public Task A_dry_run_says_what_the_import_then_does() =>
        Gen.Select(Line.Array[0, 6], Line.Array[1, 8], Gen.Int[0, 2], Gen.Int[0, 3]).SampleAsync(async (known, rows, mode, caller) =>
        {
            var grains = shared.House.Grains;
            var (registries, cards) = (Enumerable.Range(0, 6).Select(_ => People.Registry()).ToArray(), Enumerable.Range(0, 6).Select(_ => People.Card()).ToArray());
            var stem = registries[0].Text;
            RosterRow Row((int Registry, int Card, int Source, int Name, int Membership, bool Silent) l, int at) => new(
                at, l.Source < 0 ? "" : $"p{stem}-{l.Source}", People.Person(l.Registry < 0 ? null : registries[l.Registry], Names[l.Name]), l.Card < 0 ? null : cards[l.Card], Memberships[l.Membership], l.Silent);
            var by = Callers[caller];
            async Task<IRosterImportGrain> Import(RosterRow[] what, Caller who, ImportMode how, bool dry)
            {
                var import = grains.GetGrain<IRosterImportGrain>($"trial-{Interlocked.Increment(ref imports)}");
                var start = new StartImport("roster.csv", null, true, who, ImportKind.Roster, how);
                if (dry)
                {
                    await import.TryStart(start, Ct);
                    await import.Take(new ImportChunk(0, true, ImportKind.Roster, false, what, [], [], who).AsImmutable(), Ct);
                    await import.TryFinish(who, Ct);
                }
                await import.Start(start, Ct);
                await import.Take(new ImportChunk(0, false, ImportKind.Roster, false, what, [], [], who).AsImmutable(), Ct);
                return import;
            }

            await Import([.. known.Select(Row)], Caller.System, ImportMode.CreateAndUpdate, dry: false);
            // A number that changes hands within one file goes to whichever row comes first: no dry run can say.
            var once = rows.Select(Row).DistinctBy(r => r.Card?.Text ?? $"{r.Line}").DistinctBy(r => r.Person.Registry?.Text ?? $"{r.Line}").Where((r, i) => r.Card is null || r.Person.Registry is not null || i == 0).ToArray();
            var progress = (await (await Import(once, by, (ImportMode)mode, dry: true)).Progress(Ct))!;
            var tried = progress.Trial!;
            return (tried.Created, tried.Updated, tried.Unchanged, tried.Skipped, tried.Failed) == (progress.Created, progress.Updated, progress.Unchanged, progress.Skipped, progress.Failed)
                && tried.Errors.SequenceEqual(progress.Errors);
        }, iter: 60, threads: 1);
}
