using System.Data.Common;
using JmaActors.Bank;

namespace JmaActors.Storage.Views;

/// <summary><see cref="IBankIndex"/> over the views of either database.</summary>
public sealed class SqlBankIndex(IViewDatabase database) : IBankIndex
{
    readonly ViewDialect dialect = database.Dialect;

    public async Task<IReadOnlyList<BankAccountView>> Accounts(AssociationId association, CancellationToken ct)
    {
        var accounts = new ViewQuery($"SELECT a.account, a.name FROM {dialect.Table("bank_account")} a").Where("a.association = @of").With("of", association.Code)
            .Then("ORDER BY a.account LIMIT @size").With("size", BankLimits.Accounts);
        var found = await database.Query(accounts, r => Rows.List(r, x => (Account: x.GetString(0), Name: x.GetString(1))), ct);
        List<BankAccountView> views = [];
        foreach (var (account, name) in found) views.Add(new BankAccountView(account, association, name, await Sums(account, ct), await InBooks(new BankAccountId(account), ct)));
        return views;
    }

    public async Task<IReadOnlyList<BankLineView>> Lines(AssociationId association, BankLineStatus status, string after, int size, CancellationToken ct)
    {
        var sql = new ViewQuery(
                "SELECT l.account, l.line, l.turn, l.paid_on, l.yen, l.status, coalesce(p.payer, ''), l.member_id, coalesce(m.name, ''), l.cancels, l.doubt, l.reason, l.id "
                + $"FROM {dialect.Table("bank_line")} l LEFT JOIN {dialect.Table("bank_payer")} p ON p.id = l.id LEFT JOIN {dialect.Table("member")} m ON m.member_id = l.member_id")
            .Where("l.association = @of").With("of", association.Code).Where("l.status = @status").With("status", (long)status).Where("l.id > @after").With("after", after)
            .Then("ORDER BY l.id LIMIT @size").With("size", size);
        return await database.Query(sql, r => Rows.List(r, Line), ct);
    }

    public async Task<IReadOnlySet<long>> Owing(AssociationId association, IReadOnlyCollection<long> people, CancellationToken ct)
    {
        var sql = new ViewQuery($"SELECT DISTINCT t.member_id FROM {dialect.Table("dues_term")} t JOIN {dialect.Table("member")} m ON m.member_id = t.member_id")
            .Where(dialect.In("t.member_id", "@people")).With("people", people.ToArray()).Where(Through(association)).With("from", From(association)).With("to", To(association));
        return (await database.Query(sql, r => Rows.List(r, x => x.GetInt64(0)), ct)).ToHashSet();
    }

    public async Task<IReadOnlyList<(long Member, string Name, string Kana)>> Read(AssociationId association, IReadOnlyCollection<string> kana, int size, CancellationToken ct)
    {
        var sql = new ViewQuery($"SELECT n.member_id, m.name, n.kana FROM {dialect.Table("member_name")} n JOIN {dialect.Table("member")} m ON m.member_id = n.member_id")
            .Where(dialect.In("n.kana", "@kana")).With("kana", kana.ToArray())
            .Where($"EXISTS (SELECT 1 FROM {dialect.Table("dues_term")} t WHERE t.member_id = n.member_id AND t.posted AND t.next_due IS NOT NULL AND {Through(association)})").With("from", From(association)).With("to", To(association))
            .Then("ORDER BY n.member_id LIMIT @size").With("size", size);
        return await database.Query(sql, r => Rows.List(r, x => (x.GetInt64(0), x.GetString(1), x.GetString(2))), ct);
    }

    public async Task<IReadOnlyList<long>> Drawn(AssociationId association, int size, CancellationToken ct)
    {
        var sql = new ViewQuery($"SELECT DISTINCT d.member_id FROM {dialect.Table("dues_debit")} d JOIN {dialect.Table("member")} m ON m.member_id = d.member_id JOIN {dialect.Table("dues_term")} t ON t.member_id = d.member_id")
            .Where($"t.posted AND t.next_due IS NOT NULL AND {Through(association)}").With("from", From(association)).With("to", To(association)).Then("ORDER BY d.member_id LIMIT @size").With("size", size);
        return await database.Query(sql, r => Rows.List(r, x => x.GetInt64(0)), ct);
    }

    /// <summary>Of an association's own layer: who belongs below it alone does not exist for it, and who is billed nothing any more (moved, or merged into another record) owes elsewhere.</summary>
    static string Through(AssociationId association) => "t.via >= @from AND t.via < @to" + association.Layer switch
    {
        AssociationLayer.National => " AND t.jma_billed <> 0",
        AssociationLayer.Prefecture => " AND t.prefecture_billed <> 0",
        _ => " AND (t.jma_billed <> 0 OR t.prefecture_billed <> 0 OR t.local_billed <> 0)",
    };

    /// <summary>Codes of the local associations through which something is owed to an association: itself, those of its prefecture, or all.</summary>
    static string From(AssociationId association) => association.Layer == AssociationLayer.National ? "" : association.Layer == AssociationLayer.Prefecture ? $"{association.Code}-" : association.Code;

    static string To(AssociationId association) => association.Layer == AssociationLayer.National ? "~" : association.Layer == AssociationLayer.Prefecture ? $"{association.Code}." : $"{association.Code}~";

    async Task<IReadOnlyList<BankSum>> Sums(string account, CancellationToken ct)
    {
        var sql = new ViewQuery($"SELECT l.status, count(*), CAST(sum(l.yen) AS bigint) FROM {dialect.Table("bank_line")} l").Where("l.account = @account").With("account", account)
            .Then("GROUP BY l.status ORDER BY l.status");
        return await database.Query(sql, r => Rows.List(r, x => new BankSum((BankLineStatus)x.GetInt32(0), (int)x.GetInt64(1), new Yen(x.GetInt64(2)))), ct);
    }

    async Task<Yen> InBooks(BankAccountId account, CancellationToken ct)
    {
        // From the prefix to its end: the character after a slash.
        var from = account.Payments;
        var sql = new ViewQuery($"SELECT CAST(coalesce(sum(p.yen), 0) AS bigint) FROM {dialect.Table("dues_payment")} p").Where("p.payment >= @from AND p.payment < @to AND NOT p.reversed")
            .With("from", from).With("to", $"{from[..^1]}0");
        return new Yen((await database.Query(sql, r => Rows.List(r, x => x.GetInt64(0)), ct)).FirstOrDefault());
    }

    static BankLineView Line(DbDataReader r) => new(
        r.GetString(0), r.GetString(1), r.GetInt32(2), r.GetFieldValue<DateOnly>(3), new Yen(r.GetInt64(4)), (BankLineStatus)r.GetInt32(5), r.GetString(6),
        r.IsDBNull(7) ? null : new MemberId(r.GetInt64(7)), r.GetString(8), r.GetBoolean(9), r.GetString(10), r.GetString(11), r.GetString(12));
}
