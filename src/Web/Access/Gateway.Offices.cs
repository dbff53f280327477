using JmaActors.Offices;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>What waits in an association's office.</summary>
    public Task<OfficePicture> OfficeWork(AssociationId id, Caller caller, CancellationToken ct)
    {
        RequireOffice(id, caller);
        return Ask(Office(id), 0, static (g, _, t) => g.Waiting(t), ct);
    }

    /// <summary>An office is there as soon as somebody has a function in it, also before its association is on record.</summary>
    bool OfficeThere(AssociationId id, Caller caller)
    {
        RequireOffice(id, caller);
        return true;
    }

    void RequireOffice(AssociationId id, Caller caller) => Require(caller, new Target.SeeOffice(id), "see what waits in an office");

    IOfficeBoardGrain Office(AssociationId id) => actors.Grain<IOfficeBoardGrain>(id.Code);
}
