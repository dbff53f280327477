using System.Collections.Concurrent;
using JmaActors.Directory;
using JmaActors.Training;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>A session's host never changes, so it is asked for once.</summary>
    readonly ConcurrentDictionary<SessionId, AssociationId> _hosts = new();

    /// <summary>A card at the door. Null when there is no such session.</summary>
    public Task<Answer<TapResult>?> Tap(SessionId id, TapCard command, CancellationToken ct) =>
        _hosts.TryGetValue(id, out var host) ? AskTap(id, host, command, ct) : TapFirst(id, command, ct);

    /// <summary>Taps of one device or gate, answered one for one; all under one caller. Null when there is no such session.</summary>
    public async Task<IReadOnlyList<Answer<TapResult>>?> TapBatch(SessionId id, TapCard[] commands, Caller caller, CancellationToken ct)
    {
        if (await HostOf(id, ct).ConfigureAwait(false) is not { } host) return null;
        Require(caller, new Target.TapAt(id, host), "tap");
        return await Ask(Session(id), commands, static (g, c, t) => g.TapBatch(c.AsImmutable(), t), ct).ConfigureAwait(false);
    }

    /// <summary>Takes a tap back. Null when there is no such session.</summary>
    public async Task<Answer<TapResult>?> UndoTap(SessionId id, UndoTap command, CancellationToken ct)
    {
        if (await HostOf(id, ct).ConfigureAwait(false) is not { } host) return null;
        Require(command.Caller, new Target.TapAt(id, host), "undo a tap");
        return await Ask(Session(id), command, static (g, c, t) => g.Undo(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>Decides about somebody's attendance. Null when there is no such session.</summary>
    public async Task<Answer<RollLine>?> DecideAttendance(SessionId id, DecideAttendance command, CancellationToken ct)
    {
        if (await HostOf(id, ct).ConfigureAwait(false) is not { } host) return null;
        Require(command.Caller, new Target.SteerProgram(host), "decide on a roll");
        return await Ask(Session(id), command, static (g, c, t) => g.Decide(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>Lines of a web log, at most <see cref="TrainingLimits.WebLogBatch"/>. Null when there is no such session.</summary>
    public async Task<Answer<WebLogAnswer>?> TakeWebLog(SessionId id, WebAttendance[] lines, Caller caller, CancellationToken ct)
    {
        if (await HostOf(id, ct).ConfigureAwait(false) is not { } host) return null;
        Require(caller, new Target.SteerProgram(host), "take a web log");
        return await Ask(Session(id), (lines, caller), static (g, w, t) => g.TakeWebLog(w.lines.AsImmutable(), w.caller, t), ct).ConfigureAwait(false);
    }

    /// <summary>A desk says how it stands. Null when there is no such session.</summary>
    public async Task<DeskLine?> ReportDesk(SessionId id, DeskReport report, Caller caller, CancellationToken ct)
    {
        if (await HostOf(id, ct).ConfigureAwait(false) is not { } host) return null;
        Require(caller, new Target.TapAt(id, host), "report a desk");
        return await Ask(Session(id), report, static (g, r, t) => g.ReportDesk(r, t), ct).ConfigureAwait(false);
    }

    /// <summary>Closes the door. Null when there is no such session.</summary>
    public async Task<Answer<SessionView>?> CloseSession(SessionId id, Caller caller, CancellationToken ct)
    {
        if (await HostOf(id, ct).ConfigureAwait(false) is not { } host) return null;
        Require(caller, new Target.SteerProgram(host), "close a session");
        return await Ask(Session(id), caller, static (g, c, t) => g.Close(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>Confirms the roll. Null when there is no such session.</summary>
    public async Task<Answer<SessionView>?> ConfirmSession(SessionId id, Caller caller, CancellationToken ct)
    {
        if (await HostOf(id, ct).ConfigureAwait(false) is not { } host) return null;
        Require(caller, new Target.SteerProgram(host), "confirm a roll");
        return await Ask(Session(id), caller, static (g, c, t) => g.Confirm(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>The session; null when there is none.</summary>
    public async Task<SessionView?> ReadSession(SessionId id, Caller caller, CancellationToken ct)
    {
        if (await HostOf(id, ct).ConfigureAwait(false) is not { } host) return null;
        Require(caller, new Target.SeeSession(id, host), "see a session");
        return await Ask(Session(id), caller, static (g, c, t) => g.Read(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>The absolute figures; null when there is no such session.</summary>
    public async Task<SessionFigures?> SessionFigures(SessionId id, Caller caller, CancellationToken ct)
    {
        if (await HostOf(id, ct).ConfigureAwait(false) is not { } host) return null;
        Require(caller, new Target.SeeSession(id, host), "see a session");
        return await Ask(Session(id), 0, static (g, _, t) => g.Figures(t), ct).ConfigureAwait(false);
    }

    /// <summary>The roll in member order; null when there is no such session.</summary>
    public async Task<IReadOnlyList<RollLine>?> Roll(SessionId id, MemberId? after, Caller caller, CancellationToken ct)
    {
        if (await HostOf(id, ct).ConfigureAwait(false) is not { } host) return null;
        Require(caller, new Target.SeeRoll(id, host), "see a roll");
        return await Ask(Session(id), (after, caller), static (g, w, t) => g.Roll(w.after, w.caller, t), ct).ConfigureAwait(false);
    }

    /// <summary>The last taps, newest first; null when there is no such session.</summary>
    public async Task<IReadOnlyList<TapLine>?> Taps(SessionId id, bool refusedOnly, Caller caller, CancellationToken ct)
    {
        if (await HostOf(id, ct).ConfigureAwait(false) is not { } host) return null;
        Require(caller, new Target.SeeRoll(id, host), "see taps");
        return await Ask(Session(id), (refusedOnly, caller), static (g, w, t) => g.Taps(w.refusedOnly, w.caller, t), ct).ConfigureAwait(false);
    }

    ISessionGrain Session(SessionId id) => actors.Grain<ISessionGrain>(id.Code);

    async Task<Answer<TapResult>?> TapFirst(SessionId id, TapCard command, CancellationToken ct) =>
        await HostOf(id, ct).ConfigureAwait(false) is { } host ? await AskTap(id, host, command, ct).ConfigureAwait(false) : null;

    Task<Answer<TapResult>?> AskTap(SessionId id, AssociationId host, TapCard command, CancellationToken ct)
    {
        if (!SeesAll(command.Caller)) Require(command.Caller, new Target.TapAt(id, host), "tap");
        return Do(Session(id), command, static (g, c, t) => g.Tap(c, t), ct)!;
    }

    async Task<AssociationId?> HostOf(SessionId id, CancellationToken ct)
    {
        if (_hosts.TryGetValue(id, out var known)) return known;
        var view = await Ask(Session(id), Caller.System, static (g, c, t) => g.Read(c, t), ct).ConfigureAwait(false);
        if (view is null) return null;
        if (_hosts.Count >= WebLimits.SessionHosts) _hosts.Clear();
        _hosts[id] = view.Host;
        return view.Host;
    }
}
