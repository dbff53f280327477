using JmaActors.Directory;
using JmaActors.Training;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>Creates a program as a draft under an id of the sender's choice.</summary>
    public Task<Answer<ProgramView>> CreateProgram(ProgramId id, CreateProgram command, CancellationToken ct)
    {
        Require(command.Caller, new Target.SteerProgram(command.Host), "create a program");
        return Ask(Program(id), command, static (g, c, t) => g.Create(c, t), ct);
    }

    /// <summary>Replaces a draft's timeline; null when there is no such program.</summary>
    public async Task<Answer<ProgramView>?> SetTimeline(ProgramId id, SetTimeline command, CancellationToken ct)
    {
        if (await ReadProgram(id, command.Caller, ct).ConfigureAwait(false) is not { } program) return null;
        Require(command.Caller, new Target.SteerProgram(program.Host), "set a timeline");
        return await Ask(Program(id), command, static (g, c, t) => g.SetTimeline(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>Opens the program's session; null when there is no such program.</summary>
    public async Task<Answer<ProgramView>?> OpenProgram(ProgramId id, Caller caller, CancellationToken ct)
    {
        if (await ReadProgram(id, caller, ct).ConfigureAwait(false) is not { } program) return null;
        Require(caller, new Target.SteerProgram(program.Host), "open a program");
        return await Ask(Program(id), caller, static (g, c, t) => g.Open(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>The program; null when not created.</summary>
    public Task<ProgramView?> ReadProgram(ProgramId id, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeePublic(), "read programs");
        return Ask(Program(id), caller, static (g, c, t) => g.Read(c, t), ct);
    }

    /// <summary>Programs, newest first.</summary>
    public Task<ProgramPage> Programs(ProgramQuery query, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeePublic(), "read programs");
        return Ask(DirectoryGrain, (query, caller), static (g, w, t) => g.Programs(w.query, w.caller, t), ct);
    }

    ITrainingProgramGrain Program(ProgramId id) => actors.Grain<ITrainingProgramGrain>(id.Code);
}
