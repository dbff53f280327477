using JmaActors.Dues;
using JmaActors.Members;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Dues;

/// <param name="Source">Where it was decided.</param>
/// <param name="Rows">None: the table of the policy holds.</param>
public sealed record TariffBody(string Source, IReadOnlyList<TariffRowBody?>? Rows = null, IReadOnlyList<int>? Terms = null, int? DueDays = null, MidYearRule? MidYear = null)
{
    public SetDuesTariff ToCommand(FiscalYear year, Caller caller) =>
        new(new DuesTariff(year, Input.Text(Source, "source", DuesLimits.Reason), [.. (Rows ?? []).Select(static r => r?.ToRow() ?? throw new InvalidInputException("rows", "A row is said."))], Terms, DueDays, MidYear), caller);
}

/// <param name="Annual">Yen for a whole fiscal year.</param>
/// <param name="Entry">Yen once for who joins; none where there is no entry fee.</param>
public sealed record TariffRowBody(
    string Label, long Annual, DuesBlock Block = DuesBlock.Standard, IReadOnlyList<MemberCategory>? Categories = null, bool? Covered = null, int? AgeFrom = null, int? AgeUpTo = null, int? LicensedBelow = null, PracticeRole? Practice = null, long? Entry = null)
{
    public DuesTariffRow ToRow() => new(
        Input.Text(Label, "label", DuesTariffLimits.Label), Block, Categories ?? [], Covered, AgeFrom, AgeUpTo, LicensedBelow, Practice, new Yen(Annual), Entry is { } entry ? new Yen(entry) : null);
}

/// <param name="Reason">Why what was set holds no longer.</param>
public sealed record WithdrawTariffBody(string Reason);

/// <summary><c>/api/v1/associations/{id}/dues-tariffs/{year}</c>: what an association asks of whom, and in which terms.</summary>
public static class DuesTariffEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var tariffs = api.MapGroup("/associations/{id}/dues-tariffs/{year:int}").WithTags("Dues");
        tariffs.MapGet("", Read).Question<DuesTariffInForce>("What dues are", "The table, terms and rule for joining within the year by which an association goes in a fiscal year: its own, or those of the policy, which say whether anybody confirmed them.");
        tariffs.MapPut("", Set).Command<DuesTariffs>("Set a table of dues", "It holds from the year on until the next that is set. What was reckoned before is reckoned anew with the next run, or whenever somebody’s record changes.", "bad-year", "bad-table", "bad-collection", "no-source");
        tariffs.MapPost("/withdraw", Withdraw).Command<DuesTariffs>("Withdraw a table of dues", "What was set for the year holds no longer.", "bad-year", "no-table", "no-reason");
    }

    static async Task<IResult> Read(string id, int year, Gateway gateway, HttpContext http, CancellationToken ct) =>
        TypedResults.Ok(await gateway.DuesTariff(new DuesRunId(Input.Association(id), DuesText.Year(year)), CallerOf.Api(http), ct).ConfigureAwait(false));

    static async Task<IResult> Set(string id, int year, TariffBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp<DuesTariffs>(await gateway.SetDuesTariff(Input.Association(id), body.ToCommand(DuesText.Year(year), CallerOf.Api(http)), ct).ConfigureAwait(false));

    static async Task<IResult> Withdraw(string id, int year, WithdrawTariffBody body, Gateway gateway, HttpContext http, CancellationToken ct) => AnswerResults.ToHttp<DuesTariffs>(
        await gateway.WithdrawDuesTariff(Input.Association(id), new WithdrawDuesTariff(DuesText.Year(year), DuesText.Reason(body.Reason), CallerOf.Api(http)), ct).ConfigureAwait(false));
}
