using System.Collections.Concurrent;
using JmaActors.Directory;
using JmaActors.Training;

namespace JmaActors.Web.Access;

/// <summary>What a caller may do at a session: what its pages offer as buttons.</summary>
public sealed record SessionRights(bool Steers, bool Decides, bool SeesRoll, bool Taps)
{
    public static readonly SessionRights None = new(false, false, false, false);
}

public sealed partial class Gateway
{
    /// <summary>A session's host never changes, so it is asked for once.</summary>
    readonly ConcurrentDictionary<SessionId, AssociationId> _hosts = new();

    /// <summary>A card at the door. Null when there is no such session.</summary>
    public Task<Answer<TapResult>?> Tap(SessionId id, TapCard command, CancellationToken ct) =>
        _hosts.TryGetValue(id, out var host) ? AskTap(id, host, command, ct) : TapFirst(id, command, ct);

    /// <summary>Taps of one device or gate, answered one for one; all under one caller. Null when there is no such session.</summary>
    public Task<IReadOnlyList<Answer<TapResult>>?> TapBatch(SessionId id, TapCard[] commands, Caller caller, CancellationToken ct) =>
        AtSession(id, caller, static (s, h) => new Target.TapAt(s, h), "tap", commands, static (g, c, t) => g.TapBatch(c.AsImmutable(), t), ct);

    /// <summary>What taps of one caller would come to, one for one; nothing is changed. Null when there is no such session.</summary>
    public Task<IReadOnlyList<TapTried>?> TryTaps(SessionId id, TapCard[] commands, Caller caller, CancellationToken ct) =>
        AtSession(id, caller, static (s, h) => new Target.TapAt(s, h), "try taps", (commands, caller), static (g, w, t) => g.TryTaps(w.commands.AsImmutable(), w.caller, t), ct);

    /// <summary>Takes a tap back. Null when there is no such session.</summary>
    public Task<Answer<TapResult>?> UndoTap(SessionId id, UndoTap command, CancellationToken ct) =>
        AtSession(id, command.Caller, static (s, h) => new Target.TapAt(s, h), "undo a tap", command, static (g, c, t) => g.Undo(c, t), ct);

    /// <summary>Decides about somebody's attendance. Null when there is no such session.</summary>
    public Task<Answer<RollLine>?> DecideAttendance(SessionId id, DecideAttendance command, CancellationToken ct) =>
        AtSession(id, command.Caller, static (_, h) => new Target.DecideOnRoll(h), "decide on a roll", command, static (g, c, t) => g.Decide(c, t), ct);

    /// <summary>Lines of a web log, at most <see cref="TrainingLimits.WebLogBatch"/>. Null when there is no such session.</summary>
    public Task<Answer<WebLogAnswer>?> TakeWebLog(SessionId id, WebAttendance[] lines, Caller caller, CancellationToken ct) =>
        AtSession(id, caller, static (_, h) => new Target.SteerProgram(h), "take a web log", (lines, caller), static (g, w, t) => g.TakeWebLog(w.lines.AsImmutable(), w.caller, t), ct);

    /// <summary>A desk says how it stands. Null when there is no such session.</summary>
    public Task<DeskLine?> ReportDesk(SessionId id, DeskReport report, Caller caller, CancellationToken ct) =>
        AtSession(id, caller, static (s, h) => new Target.TapAt(s, h), "report a desk", report, static (g, r, t) => g.ReportDesk(r, t), ct);

    /// <summary>Closes the door. Null when there is no such session.</summary>
    public Task<Answer<SessionView>?> CloseSession(SessionId id, Caller caller, CancellationToken ct) =>
        AtSession(id, caller, static (_, h) => new Target.SteerProgram(h), "close a session", caller, static (g, c, t) => g.Close(c, t), ct);

    /// <summary>Confirms the roll. Null when there is no such session.</summary>
    public Task<Answer<SessionView>?> ConfirmSession(SessionId id, Caller caller, CancellationToken ct) =>
        AtSession(id, caller, static (_, h) => new Target.DecideOnRoll(h), "confirm a roll", caller, static (g, c, t) => g.Confirm(c, t), ct);

    /// <summary>The session; null when there is none.</summary>
    public Task<SessionView?> ReadSession(SessionId id, Caller caller, CancellationToken ct) =>
        AtSession(id, caller, static (s, h) => new Target.SeeSession(s, h), "see a session", caller, static (g, c, t) => g.Read(c, t), ct);

    /// <summary>The absolute figures; null when there is no such session.</summary>
    public Task<SessionFigures?> SessionFigures(SessionId id, Caller caller, CancellationToken ct) =>
        AtSession(id, caller, static (s, h) => new Target.SeeSession(s, h), "see a session", 0, static (g, _, t) => g.Figures(t), ct);

    /// <summary>The last taps, newest first; null when there is no such session.</summary>
    public Task<IReadOnlyList<TapLine>?> Taps(SessionId id, bool refusedOnly, Caller caller, CancellationToken ct) =>
        AtSession(id, caller, static (s, h) => new Target.SeeRoll(s, h), "see taps", (refusedOnly, caller), static (g, w, t) => g.Taps(w.refusedOnly, w.caller, t), ct);

    /// <summary>What the caller may do at a session; nothing when there is none.</summary>
    public async Task<SessionRights> RightsAt(SessionId id, Caller caller, CancellationToken ct) => await HostOf(id, ct).ConfigureAwait(false) is not { } host
        ? SessionRights.None
        : new SessionRights(
            Scopes.Allows(caller, new Target.SteerProgram(host)), Scopes.Allows(caller, new Target.DecideOnRoll(host)),
            Scopes.Allows(caller, new Target.SeeRoll(id, host)), Scopes.Allows(caller, new Target.TapAt(id, host)));

    /// <summary>Asks a session for somebody who may; null when there is no such session.</summary>
    async Task<T?> AtSession<TWhat, T>(
        SessionId id, Caller caller, Func<SessionId, AssociationId, Target> target, string what, TWhat asked,
        Func<ISessionGrain, TWhat, CancellationToken, Task<T>> question, CancellationToken ct)
        where T : class?
    {
        if (await HostOf(id, ct).ConfigureAwait(false) is not { } host) return null;
        Require(caller, target(id, host), what);
        return await Ask(Session(id), asked, question, ct).ConfigureAwait(false);
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
