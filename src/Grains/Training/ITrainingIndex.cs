using JmaActors.Directory;

namespace JmaActors.Training;

/// <summary>Questions about programs and sessions that are asked of the views.</summary>
public interface ITrainingIndex
{
    /// <summary>A keyset page of the programs a scope sees.</summary>
    Task<ProgramPage> Programs(ProgramQuery query, ProgramScope scope, CancellationToken ct);

    /// <summary>Sessions that are open, or confirmed with entries still to be posted; in order of their codes.</summary>
    Task<IReadOnlyList<string>> OpenSessions(CancellationToken ct);
}
