using JmaActors.Dues;
using JmaActors.Members;
using JmaActors.Pages.Dues;

namespace JmaActors.Tests.Web.Pages;

/// <summary>A table of dues as it is written: nothing becomes an association's own that it did not write, and what is wrong is named.</summary>
public sealed class TariffDraftTests
{
    static readonly FiscalYear Year = new(2026);

    static readonly DuesTariffRow Row = new("開設者", DuesBlock.Standard, [], null, null, null, null, PracticeRole.ClinicHead, new Yen(60_000), new Yen(10_000));

    static DuesTariffInForce Held(bool own = false, string association = "26-001")
    {
        DuesTariff[] decided = own ? [new DuesTariff(new FiscalYear(2025), "2025年の総会", [Row], [4, 10], 30, MidYearRule.Term)] : [];
        return new DuesTariffInForce(new AssociationId(association), Year, own, [new DuesTariffLine(Row, new RuleRef("r", new Words("開設者", "Owners"), "", true))], [4], 30, MidYearRule.Full, new DuesTariffs(decided, 1));
    }

    static TariffDraft Written(string association = "26-001")
    {
        var held = Held(association: association);
        var draft = TariffDraft.Of(held);
        draft.Source = "総会";
        draft.Copy(held, static l => l.Row.Label);
        return draft;
    }

    [Fact]
    public void Terms_alone_leave_the_table_as_it_is()
    {
        var draft = TariffDraft.Of(Held());
        draft.Source = "総会";
        draft.Months.UnionWith([0, 6]);

        Assert.Null(draft.Fault());
        Assert.Empty(draft.ToTariff(Year).Rows);
        Assert.Equal([4, 10], draft.ToTariff(Year).Terms);
    }

    [Fact]
    public void Its_own_rows_are_there_to_be_changed()
    {
        var tariff = TariffDraft.Of(Held(own: true)).ToTariff(Year);

        Assert.Equal(Row with { Categories = [] }, Assert.Single(tariff.Rows) with { Categories = [] }, EqualityComparer<DuesTariffRow>.Create((a, b) => $"{a}" == $"{b}"));
        Assert.Equal((4, 30, MidYearRule.Term), (tariff.Terms![0], tariff.DueDays, tariff.MidYear));
    }

    [Fact]
    public void Nothing_decided_is_a_way_back_from_what_was()
    {
        var draft = TariffDraft.Of(Held(own: true));
        (draft.Source, draft.DueDays, draft.MidYear) = ("総会", "", null);
        draft.Rows.Clear();
        draft.Months.Clear();
        Assert.Null(draft.Fault());
    }

    [Fact]
    public void The_national_association_has_no_entry_fee_to_copy() =>
        Assert.Equal((true, false), (Written().ToTariff(Year).Rows[0].Entry is not null, Written("JMA").ToTariff(Year).Rows[0].Entry is not null));

    public static TheoryData<string, Action<TariffRowDraft>> Faults => new()
    {
        { "Label", static r => r.Label = " " }, { "Annual", static r => r.Annual = "" }, { "Annual", static r => r.Annual = "6万" }, { "Annual", static r => r.Annual = "10000001" }, { "Annual", static r => r.Annual = "-1" },
        { "Entry", static r => r.Entry = "1.5" }, { "Ages", static r => r.AgeFrom = "151" }, { "Ages", static r => (r.AgeFrom, r.AgeUpTo) = ("70", "69") }, { "Licensed", static r => r.LicensedBelow = "0" },
    };

    [Theory, MemberData(nameof(Faults))]
    public void What_is_wrong_in_a_row_is_named_with_the_row(string what, Action<TariffRowDraft> write)
    {
        var draft = Written();
        draft.Rows.Insert(0, new TariffRowDraft { Label = "勤務医", Annual = "３０,０００" });
        Assert.Null(draft.Fault());
        Assert.Equal(30_000, draft.ToTariff(Year).Rows[0].Annual.Amount);

        write(draft.Rows[1]);
        Assert.Equal(new TariffFault(what, draft.Rows[1]), draft.Fault());
    }

    public static TheoryData<string, Action<TariffDraft>> Whole => new()
    {
        { "Source", static d => d.Source = " " }, { "Standard", static d => d.Rows[0].Block = DuesBlock.Relief }, { "April", static d => d.Months.Add(6) }, { "DueDays", static d => d.DueDays = "181" }, { "Nothing", static d => d.Rows.Clear() },
    };

    [Theory, MemberData(nameof(Whole))]
    public void What_is_wrong_with_the_whole_is_named(string what, Action<TariffDraft> write)
    {
        var draft = Written();
        write(draft);
        Assert.Equal(new TariffFault(what, null), draft.Fault());
    }
}
