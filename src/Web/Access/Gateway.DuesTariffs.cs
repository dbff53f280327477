using JmaActors.Dues;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>What an association's dues are in a fiscal year. They are no secret: whoever thinks of joining asks for them.</summary>
    public Task<DuesTariffInForce> DuesTariff(DuesRunId id, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeePublic(), "see what dues are");
        return Ask(TariffOf(id.Association), id.Year, static (g, year, t) => g.InForce(year, t), ct);
    }

    public Task<Answer<DuesTariffs>> SetDuesTariff(AssociationId association, SetDuesTariff command, CancellationToken ct)
    {
        Require(command.Caller, new Target.KeepDuesTariff(association), "set a table of dues");
        return Ask(TariffOf(association), command, static (g, c, t) => g.Set(c, t), ct);
    }

    public Task<Answer<DuesTariffs>> WithdrawDuesTariff(AssociationId association, WithdrawDuesTariff command, CancellationToken ct)
    {
        Require(command.Caller, new Target.KeepDuesTariff(association), "withdraw a table of dues");
        return Ask(TariffOf(association), command, static (g, c, t) => g.Withdraw(c, t), ct);
    }

    IDuesTariffGrain TariffOf(AssociationId association) => actors.Grain<IDuesTariffGrain>(association.Code);
}
