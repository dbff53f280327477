using JmaActors.Directory;
using JmaActors.Training;

namespace JmaActors.Web.Access;

/// <summary>What waits for a host, and what comes next.</summary>
/// <param name="Drafts">Being written.</param>
/// <param name="Returned">Sent back by an approver: the host's turn.</param>
/// <param name="Waiting">Before their approvers.</param>
/// <param name="Ready">Approved, and not shown to anybody yet.</param>
/// <param name="Next">Published, from today on, soonest first.</param>
/// <param name="Running">Doors that are open.</param>
/// <param name="ToConfirm">Closed sessions whose roll waits.</param>
public sealed record HostHome(
    IReadOnlyList<ProgramLine> Drafts, IReadOnlyList<ProgramLine> Returned, IReadOnlyList<ProgramLine> Waiting, IReadOnlyList<ProgramLine> Ready,
    IReadOnlyList<ProgramLine> Next, IReadOnlyList<HostSession> Running, IReadOnlyList<HostSession> ToConfirm);

/// <summary>A session of a host with its doubts.</summary>
/// <param name="Doubts">Taps that were refused and somebody may have to look at.</param>
public sealed record HostSession(ProgramLine Program, int People, int Doubts);

public sealed partial class Gateway
{
    /// <summary>Lines of one part of a host's home.</summary>
    public const int HomeLines = 20;

    /// <summary>The work of a host, for the host itself.</summary>
    public async Task<HostHome> HostHome(AssociationId host, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeeDraft(host, []), "see a host's home");
        var of = new ProgramQuery(host, null, null, HomeLines, Soonest: true);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).DateTime);
        var asked = new[]
        {
            of with { Stage = ProgramStage.Draft }, of with { Stage = ProgramStage.Returned }, of with { Stage = ProgramStage.Applied }, of with { Stage = ProgramStage.Approved },
            of with { Stage = ProgramStage.Published, From = today }, of with { Status = SessionStatus.Open }, of with { Status = SessionStatus.Closed },
        };
        var pages = await Task.WhenAll(asked.Select(q => Programs(q, caller, ct))).ConfigureAwait(false);
        return new HostHome(
            pages[0].Programs, pages[1].Programs, pages[2].Programs, pages[3].Programs, pages[4].Programs,
            await HostSessions(pages[5].Programs, caller, ct).ConfigureAwait(false), await HostSessions(pages[6].Programs, caller, ct).ConfigureAwait(false));
    }

    async Task<IReadOnlyList<HostSession>> HostSessions(IReadOnlyList<ProgramLine> programs, Caller caller, CancellationToken ct) =>
        await Task.WhenAll(programs.Select(async p =>
        {
            var figures = await SessionFigures(p.Session, caller, ct).ConfigureAwait(false);
            return new HostSession(p, figures?.People ?? 0, figures?.Refused ?? 0);
        })).ConfigureAwait(false);
}
