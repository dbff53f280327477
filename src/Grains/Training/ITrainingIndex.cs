using JmaActors.Directory;
using JmaActors.Members;

namespace JmaActors.Training;

/// <summary>Questions about programs and sessions that are asked of the views.</summary>
public interface ITrainingIndex
{
    /// <summary>A keyset page of the programs a scope sees.</summary>
    Task<ProgramPage> Programs(ProgramQuery query, ProgramScope scope, CancellationToken ct);

    /// <summary>Sessions that are open, or confirmed with entries still to be posted; in order of their codes.</summary>
    Task<IReadOnlyList<string>> OpenSessions(CancellationToken ct);

    /// <summary>People of a session who were at others meanwhile, with the codes of those, in order; for at most <see cref="TrainingLimits.People"/> such pairs.</summary>
    Task<IReadOnlyDictionary<long, IReadOnlyList<string>>> Elsewhere(string session, CancellationToken ct);

    /// <summary>Sessions somebody attended, newest first; a keyset page.</summary>
    Task<AttendancePage> Attendance(long member, string? after, int size, CancellationToken ct);

    /// <summary>People on a session's roll by name, reading or number, in member order, at most <see cref="TrainingLimits.RollPage"/>.</summary>
    /// <param name="query">As at a door: old and new characters, any kana, with or without the space.</param>
    /// <param name="card">What was typed as a card number; null when it cannot be one.</param>
    Task<IReadOnlyList<long>> OnRoll(string session, DoorQuery query, string? card, CancellationToken ct);
}
