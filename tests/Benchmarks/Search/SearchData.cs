using System.Globalization;
using JmaActors.Associations;
using JmaActors.Composition;
using JmaActors.Credits;
using JmaActors.Demonstration;
using JmaActors.Journal;
using JmaActors.Members;
using JmaActors.Proofs;
using JmaActors.Training;

namespace JmaActors.Benchmarks.Search;

/// <summary>
/// The membership at full size in the views, as its ledgers would have written it: the demonstration's people, standings in the demonstration's shares, sessions with
/// their attendances, certificates. The same every time.
/// </summary>
static class SearchData
{
    const int Page = 2_000;
    const int Sessions = 200, PeopleASession = 250, Certificates = 20_000;

    public static async Task<int> Fill(IJournalStore store, DateTimeOffset now, CancellationToken ct)
    {
        var associations = DemonstrationAssociations.Parse(Seeds.Text("prefectural-associations.csv"));
        var population = new DemonstrationPopulation(DemonstrationPopulation.RealJmaMembers, DemonstrationSeeder.Seed, associations);
        var random = new Random(20_261_126);
        var first = 1_000_000_001L;
        await Put(store, AssociationViews.Associations, [.. associations.All.Select(a => Row(a))], ct);
        foreach (var (rows, index) in population.Rows().Chunk(Page).Select((rows, index) => (rows, index)))
        {
            var members = rows.Select((r, i) => Row(first + (index * Page) + i, r)).ToList();
            await Put(store, MemberViews.Members, members, ct);
            await Put(store, MemberViews.Names, [.. members.Select(m => MemberNameRow.Of(m.MemberId, m.Name, m.Kana))], ct);
            await Put(store, CreditViews.Standings, [.. members.Where(m => m.Local is not null && random.Next(100) < 88).Select(m => Standing(random, m.MemberId, now))], ct);
            await Put(store, MemberViews.People, [.. members.Select(m => PersonRow.Of(m, now.AddMinutes(-random.Next(500_000))))], ct);
        }
        var starts = Enumerable.Range(1, Sessions).Select(n => now.AddDays(-n)).ToList();
        await Put(store, TrainingViews.Programs, [.. starts.Select((s, i) => new ProgramRow($"B-{i + 1:D3}", $"B-{i + 1:D3}.1", "26", "見本", "見本", s, s.AddHours(2), 3, 1))], ct);
        var attended = starts.SelectMany((s, i) => Enumerable.Range(0, PeopleASession).Select(_ => random.Next(population.Total)).Distinct().Select(n => new AttendanceRow(first + n, $"B-{i + 1:D3}.1", s, s.AddHours(2), false)));
        await Put(store, TrainingViews.Attendance, [.. attended.OrderBy(a => a.MemberId).ThenBy(a => a.SessionId, StringComparer.Ordinal)], ct);
        await Put(
            store, ProofViews.Proofs,
            [.. Enumerable.Range(0, Certificates).Select(n => new ProofRow(n.ToString("D16", CultureInfo.InvariantCulture), first + random.Next(population.Total), n % 4 == 0 ? 0 : 1, now.AddMinutes(-random.Next(400_000)), n % 50 == 0, 1))], ct);
        return population.Total;
    }

    static AssociationRow Row(DemonstrationAssociation a) => new(a.Id.Code, a.Establish.Name, a.Establish.Phone, (int)a.Id.Layer, a.Id.Parent?.Code, true, 1);

    static MemberRow Row(long id, JmaActors.Rosters.RosterRow r) => new(
        id, r.Person.Name, KanaRules.Fold(r.Person.Kana), r.Person.Registry?.Text, r.Card?.Text, r.Membership.Local?.Code, (int)r.Membership.Layers, (int?)r.Membership.Category, true,
        r.Person.BirthDate, r.Person.LicensedOn, 1);

    /// <summary>In the shares of <see cref="DemonstrationCredits"/>: some hold a little, a few are near 60 or over it.</summary>
    static CreditStandingRow Standing(Random random, long id, DateTimeOffset now)
    {
        var (fewest, most) = random.Next(88) switch { < 50 => (5, 250), < 70 => (200, 480), < 80 => (450, 620), _ => (580, 900) };
        var total = random.Next(fewest / 5, (most / 5) + 1) * 5;
        var codes = total / 25 * 10;
        var (next, last) = (total * 2 / 30 * 10, total / 30 * 10);
        return new CreditStandingRow(
            id, FiscalYear.Of(DateOnly.FromDateTime(now.UtcDateTime)).Year, total - codes, random.Next(3) * 5, total / 4, 0, codes / 10, total, total >= 600, next, next >= 600, last, last >= 600, next / 2, last / 2);
    }

    static async Task Put<TRow>(IJournalStore store, ViewTable<TRow> table, IReadOnlyList<TRow> rows, CancellationToken ct)
        where TRow : class
    {
        foreach (var page in rows.Chunk(Page))
        {
            var (group, batch) = (new CommitGroup(), new ViewBatch(table));
            batch.Puts.AddRange(page);
            group.Views.Add(batch);
            await store.Commit(group, 0, ct);
        }
    }
}
