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

    public SessionStatus Status { get; set; } = SessionStatus.Open;

    public Task<SessionView?> Read(Caller caller, CancellationToken ct)
    {
        Reads++;
        return Task.FromResult<SessionView?>(new SessionView(id, host, "t", "p", true, Morning, Morning.AddHours(3), [], Status, Empty, 1));
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

    public Task<IReadOnlyList<TapTried>> TryTaps(Immutable<TapCard[]> commands, Caller caller, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<TapTried>>([.. commands.Value.Select(_ => new TapTried(null, false))]);

    public Task<Answer<TapResult>> Undo(UndoTap command, CancellationToken ct) => throw new NotSupportedException();

    public Task<Answer<RollLine>> Decide(DecideAttendance command, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Web attendances handed in, and those only tried.</summary>
    public List<WebAttendance> OnTheWeb { get; } = [];

    public List<WebAttendance> Tried { get; } = [];

    public List<RollQuery> Asked { get; } = [];

    public Task<Answer<WebLogAnswer>> TakeWebLog(Immutable<WebAttendance[]> lines, Caller caller, CancellationToken ct)
    {
        var news = lines.Value.Except(OnTheWeb).ToArray();
        OnTheWeb.AddRange(news);
        return Task.FromResult(new Answer<WebLogAnswer>(new WebLogAnswer(news.Length, lines.Value.Length - news.Length, lines.Value.DistinctBy(l => l.Member).Count()), null, 2, false));
    }

    public Task<Answer<WebLogAnswer>> TryWebLog(Immutable<WebAttendance[]> lines, Caller caller, CancellationToken ct)
    {
        Tried.AddRange(lines.Value);
        var earned = new[] { new SchemeFigures(JmaActors.Credits.CreditScheme.Cme, 5 * lines.Value.Length, 0, 1) };
        return Task.FromResult(new Answer<WebLogAnswer>(new WebLogAnswer(lines.Value.Length, 0, lines.Value.DistinctBy(l => l.Member).Count(), earned, new Dictionary<string, int> { ["keyword-missing"] = 1 }), null, 1, false));
    }

    public Task<RollPage> RollPage(RollQuery query, Caller caller, CancellationToken ct)
    {
        Asked.Add(query);
        return Task.FromResult(new RollPage([], false));
    }

    public Task<RollSummary> RollSummary(Caller caller, CancellationToken ct) =>
        Task.FromResult(new RollSummary(3, 2, 1, 1, new Dictionary<string, int> { ["no-exit"] = 2 }, [], 1));

    public Task<IReadOnlyList<TapLine>> TapsOf(MemberId member, Caller caller, CancellationToken ct) => Task.FromResult<IReadOnlyList<TapLine>>([]);

    public Task<Answer<SessionView>> Close(Caller caller, CancellationToken ct) => throw new NotSupportedException();

    public Task<Answer<SessionView>> Confirm(Caller caller, CancellationToken ct) =>
        Task.FromResult(new Answer<SessionView>(null, new Refusal("not-closed", Detail: "The session is open."), 1, false));

    public Task<RollLine?> Line(MemberId member, Caller caller, CancellationToken ct) => Task.FromResult<RollLine?>(null);

    public Task<IReadOnlyList<TapLine>> Taps(bool refusedOnly, Caller caller, CancellationToken ct) => Task.FromResult<IReadOnlyList<TapLine>>([]);

    public Task<DeskLine> ReportDesk(DeskReport report, CancellationToken ct) => Task.FromResult(new DeskLine(report.Device, Morning, 0, report.Waiting));

    public Task<SessionFigures> Figures(CancellationToken ct) => Task.FromResult(Empty);

    public Task<IReadOnlyList<CurvePoint>> Curve(CancellationToken ct) => Task.FromResult<IReadOnlyList<CurvePoint>>([]);

    public Task Wake(CancellationToken ct) => Task.CompletedTask;

    public Task<Receipt> Receive(Immutable<Parcel[]> parcels, CancellationToken ct) => throw new NotSupportedException();

    static SessionFigures Empty => new(1, SessionStatus.Open, 0, 0, 0, 0, 0, 0, 0, 0, [], new Dictionary<string, int>(), [], null);
}
