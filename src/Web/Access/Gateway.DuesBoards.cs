using JmaActors.Audit;
using JmaActors.Dues;
using JmaActors.Members;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>What of a year is billed and received at an association and below it, now.</summary>
    public Task<DuesPicture> DuesBoard(DuesRunId id, Caller caller, CancellationToken ct)
    {
        DuesBoardThere(id, caller);
        return Ask(BooksOf(id), 0, static (g, _, t) => g.Figures(t), ct);
    }

    /// <summary>Compares a board with the books, says whether it agreed, and mends it.</summary>
    public Task<DuesPicture> CheckDues(DuesRunId id, Caller caller, CancellationToken ct)
    {
        DuesBoardThere(id, caller);
        Require(caller, new Target.RecountAssociation(id.Association), "compare a board with the books");
        return Ask(BooksOf(id), 0, static (g, _, t) => g.Check(t), ct);
    }

    /// <summary>Who of an association owes what of a year.</summary>
    public async Task<DuesPage> DuesPeople(DuesQuery query, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.ListDues(query.Office), "list dues");
        var page = await Ask(actors.Grain<IDuesListGrain>(0), (query, caller), static (g, w, t) => g.People(w.query, w.caller, t), ct).ConfigureAwait(false);
        await Listed(ListKinds.Members, page.Lines.Select(l => l.Member), caller, ct).ConfigureAwait(false);
        return page;
    }

    bool DuesBoardThere(DuesRunId id, Caller caller)
    {
        Require(caller, new Target.SeeDuesBoard(id.Association), "see figures of dues");
        return true;
    }

    IDuesBoardGrain BooksOf(DuesRunId id) => actors.Grain<IDuesBoardGrain>(id.Text);
}
