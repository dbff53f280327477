using System.Data.Common;
using JmaActors.Accounts;

namespace JmaActors.Storage.Views;

/// <summary><see cref="IFunctionIndex"/> over the view of either database.</summary>
public sealed class SqlFunctionIndex(IViewDatabase database) : IFunctionIndex
{
    readonly ViewDialect dialect = database.Dialect;

    public Task<FunctionPage> OfScope(FunctionQuery query, CancellationToken ct)
    {
        var sql = new ViewQuery($"SELECT f.account, f.function, f.role, f.scope, f.duties, f.since, f.until, f.of_account, f.ended FROM {dialect.Table("account_function")} f");
        sql.Where("f.scope = @scope").With("scope", query.Scope);
        if (!query.Ended) sql.Where("f.ended IS NULL");
        if (PageCursor.Parse(query.After) is { } after && after.Text.Split('\n') is [var account, var function])
        {
            sql.Where("(f.account, f.function) > (@account_after, @function_after)").With("account_after", account).With("function_after", function);
        }
        sql.Then("ORDER BY f.account, f.function LIMIT @size").With("size", query.Size + 1);
        return database.Query(sql, r => Page(Rows.List(r, Line), query.Size), ct);
    }

    public Task<bool> HasApprover(string scope, DateOnly on, CancellationToken ct)
    {
        var sql = new ViewQuery($"SELECT 1 FROM {dialect.Table("account_function")} f")
            .Where("f.scope = @scope").With("scope", scope)
            .Where("f.role = @role").With("role", (int)CallerRole.Office)
            .Where("(f.duties & @approver) <> 0").With("approver", (int)OfficeDuties.Approver)
            .Where("f.ended IS NULL AND f.of_account IS NULL AND f.since <= @on AND (f.until IS NULL OR f.until >= @on)").With("on", on)
            .Then("LIMIT 1");
        return database.Query(sql, static r => r.Read(), ct);
    }

    static FunctionPage Page(List<FunctionLine> lines, int size)
    {
        if (lines.Count <= size) return new FunctionPage(lines, null);
        lines.RemoveAt(size);
        return new FunctionPage(lines, new PageCursor(0, $"{lines[^1].Account}\n{lines[^1].Function}").ToString());
    }

    FunctionLine Line(DbDataReader r) => new(
        r.GetString(0), r.GetString(1), (CallerRole)r.GetInt32(2), r.GetString(3), (OfficeDuties)r.GetInt32(4), r.GetFieldValue<DateOnly>(5),
        r.IsDBNull(6) ? null : r.GetFieldValue<DateOnly>(6), r.TextOrNull(7), r.IsDBNull(8) ? null : dialect.Instant(r, 8));
}
