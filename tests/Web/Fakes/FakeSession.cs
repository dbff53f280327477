using JmaActors.Ledgers;
using JmaActors.Training;
using Orleans.Concurrency;

namespace JmaActors.Tests.Web.Fakes;

/// <summary>A session that knows its host and takes every tap.</summary>
sealed class FakeSession(SessionId id, AssociationId host) : ISessionGrain
{
    static readonly DateTimeOffset Morning = new(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(9));

    public List<TapCard> Tapped { get; } = [];

    public int Reads { get; private set; }

    public Task<SessionView?> Read(Caller caller, CancellationToken ct)
    {
        Reads++;
        return Task.FromResult<SessionView?>(new SessionView(id, host, "t", "p", true, Morning, Morning.AddHours(3), [], SessionStatus.Open, Empty, 1));
    }

    public Task<Answer<TapResult>> Tap(TapCard command, CancellationToken ct)
    {
        Tapped.Add(command);
        return Task.FromResult(new Answer<TapResult>(new TapResult(null, null, command.Direction, command.At, Tapped.Count, Tapped.Count), null, Tapped.Count, false));
    }

    public async Task<IReadOnlyList<Answer<TapResult>>> TapBatch(Immutable<TapCard[]> commands, CancellationToken ct)
    {
        var answers = new List<Answer<TapResult>>();
        foreach (var command in commands.Value) answers.Add(await Tap(command, ct));
        return answers;
    }

    public Task<Answer<TapResult>> Undo(UndoTap command, CancellationToken ct) => throw new NotSupportedException();

    public Task<Answer<RollLine>> Decide(DecideAttendance command, CancellationToken ct) => throw new NotSupportedException();

    public Task<Answer<WebLogAnswer>> TakeWebLog(Immutable<WebAttendance[]> lines, Caller caller, CancellationToken ct) => throw new NotSupportedException();

    public Task<Answer<SessionView>> Close(Caller caller, CancellationToken ct) => throw new NotSupportedException();

    public Task<Answer<SessionView>> Confirm(Caller caller, CancellationToken ct) =>
        Task.FromResult(new Answer<SessionView>(null, new Refusal("not-closed", Detail: "The session is open."), 1, false));

    public Task<IReadOnlyList<RollLine>> Roll(MemberId? after, Caller caller, CancellationToken ct) => Task.FromResult<IReadOnlyList<RollLine>>([]);

    public Task<IReadOnlyList<TapLine>> Taps(bool refusedOnly, Caller caller, CancellationToken ct) => Task.FromResult<IReadOnlyList<TapLine>>([]);

    public Task<DeskLine> ReportDesk(DeskReport report, CancellationToken ct) => Task.FromResult(new DeskLine(report.Device, Morning, 0, report.Waiting));

    public Task<SessionFigures> Figures(CancellationToken ct) => Task.FromResult(Empty);

    public Task<IReadOnlyList<CurvePoint>> Curve(CancellationToken ct) => Task.FromResult<IReadOnlyList<CurvePoint>>([]);

    public Task Wake(CancellationToken ct) => Task.CompletedTask;

    public Task<Receipt> Receive(Immutable<Parcel[]> parcels, CancellationToken ct) => throw new NotSupportedException();

    static SessionFigures Empty => new(1, SessionStatus.Open, 0, 0, 0, 0, 0, 0, 0, 0, [], new Dictionary<string, int>(), [], null);
}
