using JmaActors.Demonstration;
using JmaActors.Members;
using JmaActors.Rosters;

namespace JmaActors.Tests.Rules.Demonstration;

public class PopulationTests
{
    static DemonstrationPopulation Population(int size, ulong seed = 1) => new(size, seed, Seeds.Associations);

    [Fact]
    public void At_full_size_the_categories_are_those_of_2025_12_01_and_84_3_percent_of_local_members_are_JMA_members()
    {
        var rows = Population(DemonstrationPopulation.RealJmaMembers).Rows().ToList();

        int Count(Func<Membership, bool> which) => rows.Count(r => which(r.Membership));
        Assert.Equal(
            [81_273, 44_294, 5_116, 43_978, 3_932],
            Enum.GetValues<MemberCategory>().Select(c => Count(m => m.Category == c)));
        Assert.Equal(178_593, Count(m => m.Layers == MembershipLayers.All));
        Assert.Equal(178_593 + 33_261, Count(m => m.Local is not null));
        Assert.Equal(0.843, 178_593d / Count(m => m.Local is not null), 3);
        Assert.Equal(13_304, Count(m => m.Layers == (MembershipLayers.Local | MembershipLayers.Prefecture)));
        Assert.Equal(19_957, Count(m => m.Layers == MembershipLayers.Local));
        Assert.Equal(3_571, Count(m => m == Membership.None));
        Assert.Equal(rows.Count, rows.Select(r => r.Card).Distinct().Count());
        Assert.Equal(rows.Count, rows.Select(r => r.Person.Registry).Distinct().Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(2_000)]
    public void At_any_size_there_are_exactly_as_many_JMA_members_as_asked_for(int size)
    {
        var population = Population(size);
        var rows = population.Rows().ToList();

        Assert.Equal(size, rows.Count(r => r.Membership.Layers == MembershipLayers.All));
        Assert.Equal(population.Total, rows.Count);
        Assert.Equal(size, population.Categories.Values.Sum());
    }

    [Fact]
    public void The_same_seed_gives_the_same_people_and_another_seed_others()
    {
        var first = Population(500).Rows().ToList();
        Assert.Equal(first, Population(500).Rows());
        Assert.NotEqual(first, Population(500, 2).Rows());
    }

    [Fact]
    public void What_a_seed_gives_is_fixed_for_ever()
    {
        var row = Population(2_000).Rows().First();
        Assert.Equal(
            "竹内 正夫 タケウチ マサオ 1968-12-20 9000001 DEMO0000001 41-U01 A2B",
            $"{row.Person.Name} {row.Person.Kana} {row.Person.BirthDate:yyyy-MM-dd} {row.Person.Registry} {row.Card} {row.Membership.Local} {row.Membership.Category}");
    }

    [Fact]
    public void Every_row_has_numbers_of_the_right_shape_dates_in_order_and_a_known_association()
    {
        var known = Seeds.Associations.All.Select(a => a.Id).ToHashSet();
        foreach (var row in Population(3_000).Rows())
        {
            Assert.True(RegistryNumber.TryParse(row.Person.Registry?.Text, out _));
            Assert.True(CardNumber.TryParse(row.Card?.Text, out _));
            Assert.StartsWith("DEMO", row.Card?.Text, StringComparison.Ordinal);
            Assert.Equal(DemonstrationPopulation.Card(row.Line), row.Card);
            Assert.True(row.Person.BirthDate < row.Person.LicensedOn && row.Person.LicensedOn <= DemonstrationPopulation.AsOf);
            Assert.True(row.Membership.Local is null || known.Contains(row.Membership.Local.Value));
            Assert.Equal(row.Membership.Layers == MembershipLayers.All, row.Membership.Category is not null);
        }
    }

    [Fact]
    public void Universities_have_residents_and_employed_physicians_and_no_owners()
    {
        var university = Population(20_000).Rows().Where(r => r.Membership.Local?.IsUniversity == true).ToList();
        Assert.NotEmpty(university);
        Assert.DoesNotContain(university, r => r.Membership.Category == MemberCategory.A1);
    }

    [Fact]
    public void Chunks_are_as_large_as_an_import_takes()
    {
        var chunks = Population(5_000).Chunks().ToList();
        Assert.All(chunks.SkipLast(1), c => Assert.Equal(RosterLimits.Chunk, c.Length));
        Assert.InRange(chunks[^1].Length, 1, RosterLimits.Chunk);
    }

    [Fact]
    public void There_are_47_prefectural_824_local_and_65_university_associations_parents_first()
    {
        var all = Seeds.Associations.All;

        Assert.Equal(1 + 47 + 824 + 65, all.Count);
        Assert.Equal(all.Count, all.Select(a => a.Id).Distinct().Count());
        Assert.Equal(47, all.Count(a => a.Id.Layer == AssociationLayer.Prefecture && !a.Demonstration && a.Phone.Length > 0));
        Assert.Equal(824, all.Count(a => a.Id.Layer == AssociationLayer.Local && !a.Id.IsUniversity));
        Assert.Equal(65, all.Count(a => a.Id.IsUniversity));
        Assert.All(all.Where(a => a.Id.Layer == AssociationLayer.Local), a => Assert.True(a.Demonstration && a.Name.StartsWith("(見本)", StringComparison.Ordinal)));
        Assert.All(all, a => Assert.True(AssociationId.TryParse(a.Id.Code, out _)));
        Assert.Contains(all, a => a.Id.Code == "26" && a.Name == "京都府医師会" && a.Phone == "075-354-6101");
        var seen = new HashSet<AssociationId>();
        Assert.All(all, a => Assert.True(seen.Add(a.Id) && (a.Id.Parent is not { } parent || seen.Contains(parent))));
    }
}
