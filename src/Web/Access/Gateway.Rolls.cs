using JmaActors.Audit;
using JmaActors.Directory;
using JmaActors.Training;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>
    /// A page of the roll with the names of those on it: whoever may see the roll may read who is on it. A text narrows it to people whose name, reading
    /// or number it matches, over the whole roll. Null when there is no such session.
    /// </summary>
    public async Task<NamedRoll?> NamedRoll(SessionId id, RollQuery query, string? text, Caller caller, CancellationToken ct)
    {
        if (await HostOf(id, ct).ConfigureAwait(false) is not { } host) return null;
        Require(caller, new Target.SeeRoll(id, host), "see a roll");
        if (text?.Trim() is { Length: > 0 } sought)
        {
            var found = await Ask(DirectoryGrain, (id, sought), static (g, w, t) => g.OnRoll(w.id, w.sought, Caller.System, t), ct).ConfigureAwait(false);
            // Who was not let in is on no list of attendances, but can be found by number.
            if (MemberId.TryParse(sought, out var number) && !found.Contains(number)) found = [.. found, number];
            query = query with { Members = found };
        }

        var page = await Ask(Session(id), (query, caller), static (g, w, t) => g.RollPage(w.query, w.caller, t), ct).ConfigureAwait(false);
        var ids = page.Lines.Select(line => line.Member).ToArray();
        await Listed(ListKinds.Roll, ids, caller, ct).ConfigureAwait(false);
        var names = await NamesOf(ids, ct).ConfigureAwait(false);
        return new NamedRoll(page.Lines, names, page.More);
    }

    /// <summary>The whole roll in figures; null when there is no such session.</summary>
    public Task<RollSummary?> RollSummary(SessionId id, Caller caller, CancellationToken ct) =>
        AtSession(id, caller, static (s, h) => new Target.SeeRoll(s, h), "see a roll", caller, static (g, c, t) => g.RollSummary(c, t), ct);

    /// <summary>One person's taps, newest first; null when there is no such session.</summary>
    public async Task<IReadOnlyList<TapLine>?> TapsOf(SessionId id, MemberId member, Caller caller, CancellationToken ct)
    {
        var taps = await AtSession(
            id, caller, static (s, h) => new Target.SeeRoll(s, h), "see taps", (member, caller), static (g, w, t) => g.TapsOf(w.member, w.caller, t), ct).ConfigureAwait(false);
        if (taps is { Count: > 0 }) await Look(member, AuditParts.Attendance, caller, ct).ConfigureAwait(false);
        return taps;
    }

    /// <summary>The session a web log is for, as far as the caller may hand one in; null when there is none.</summary>
    public Task<SessionView?> WebLogSession(SessionId id, Caller caller, CancellationToken ct) =>
        AtSession(id, caller, static (_, h) => new Target.SteerProgram(h), "take a web log", caller, static (g, c, t) => g.Read(c, t), ct);

    /// <summary>Whose numbers these are, for who steers the program of a session. Null when there is no such session.</summary>
    public async Task<PeopleFound?> Identify(SessionId id, PeopleSought sought, Caller caller, CancellationToken ct)
    {
        if (await HostOf(id, ct).ConfigureAwait(false) is not { } host) return null;
        Require(caller, new Target.SteerProgram(host), "take a web log");
        return await Ask(DirectoryGrain, sought, static (g, s, t) => g.Identify(s, Caller.System, t), ct).ConfigureAwait(false);
    }

    /// <summary>What a web log's lines would do, at most <see cref="TrainingLimits.WebLogBatch"/>. Null when there is no such session.</summary>
    public Task<Answer<WebLogAnswer>?> TryWebLog(SessionId id, WebAttendance[] lines, Caller caller, CancellationToken ct) =>
        AtSession(id, caller, static (_, h) => new Target.SteerProgram(h), "take a web log", (lines, caller), static (g, w, t) => g.TryWebLog(w.lines.AsImmutable(), w.caller, t), ct);

    /// <summary>Sessions somebody attended, newest first; null when there is no such person for this caller.</summary>
    public async Task<AttendancePage?> Attendance(MemberId id, string? after, int size, Caller caller, CancellationToken ct)
    {
        if (!await Opens(id, AuditParts.Attendance, caller, ct).ConfigureAwait(false)) return null;
        return await Ask(DirectoryGrain, (id, after, size), static (g, w, t) => g.Attendance(w.id, w.after, w.size, Caller.System, t), ct).ConfigureAwait(false);
    }
}

/// <summary>A page of a roll and the names of the people on it, by member number.</summary>
/// <param name="More">There are people after the last line.</param>
public sealed record NamedRoll(IReadOnlyList<RollLine> Lines, IReadOnlyDictionary<long, string> Names, bool More);
