using JmaActors.Credits;
using JmaActors.Ledgers;
using JmaActors.Training;
using Orleans.Concurrency;

namespace JmaActors.Tests.Web.Fakes;

/// <summary>A program that says what it was told to say, and keeps what it was asked.</summary>
sealed class FakeProgram(string id, AssociationId host, bool published, ApprovalState cme) : ITrainingProgramGrain
{
    public List<object> Asked { get; } = [];

    public ProgramView View { get; } = new(
        new ProgramId(id), new SessionId($"{id}.1"), host, "研修会", "会館", true,
        At(12), At(17), [new Talk(1, At(13), At(14), "高血圧", "見本 一郎", new CurriculumCode(74))], SessionStatus.Draft, 7,
        Stage: published ? ProgramStage.Published : ProgramStage.Applied, Content: 3, Published: published,
        Approvals: [new ApprovalLine(CreditScheme.Cme, cme, AssociationId.Prefecture(26), Units.Of(1), new RuleRef("training.approver.cme", new Words("承認", "approval"), "source"), false, 0, null, null, "", false, [])],
        Offers: [new OfferLine(1, CreditScheme.Cme, 74, new Words("高血圧症", "hypertension"), Units.Of(1))]);

    static DateTimeOffset At(int hour) => new(2026, 12, 20, hour, 0, 0, TimeSpan.FromHours(9));

    public Task<Answer<ProgramView>> Create(CreateProgram command, CancellationToken ct) => Answer(command);

    public Task<Answer<ProgramView>> Copy(CopyProgram command, CancellationToken ct) => Answer(command);

    public Task<Answer<ProgramView>> Change(ChangeProgram command, CancellationToken ct) => Answer(command);

    public Task<Answer<ProgramView>> SetTimeline(SetTimeline command, CancellationToken ct) => Answer(command);

    public Task<Answer<ProgramView>> Apply(Caller caller, CancellationToken ct) => Answer("apply");

    public Task<Answer<ProgramView>> Decide(DecideProgram command, CancellationToken ct) => command.On == View.Content
        ? Answer(command)
        : Task.FromResult(new Answer<ProgramView>(null, new Refusal("stale"), View.Version, false));

    public Task<Answer<ProgramView>> Withdraw(Caller caller, CancellationToken ct) => Answer("withdraw");

    public Task<Answer<ProgramView>> Publish(Caller caller, CancellationToken ct) => Answer("publish");

    public Task<Answer<ProgramView>> Cancel(CancelProgram command, CancellationToken ct) => Answer(command);

    public Task<Answer<ProgramView>> Open(Caller caller, CancellationToken ct) => Answer("open");

    public Task<IReadOnlyList<ProgramHistoryLine>> History(long after, Caller caller, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<ProgramHistoryLine>>([new ProgramHistoryLine(1, At(9), "created", "host:26-003", "", [], [])]);

    public Task<ProgramView?> Read(Caller caller, CancellationToken ct) => Task.FromResult<ProgramView?>(View);

    public Task Wake(CancellationToken ct) => Task.CompletedTask;

    public Task<Receipt> Receive(Immutable<Parcel[]> parcels, CancellationToken ct) => Task.FromResult(new Receipt(0));

    Task<Answer<ProgramView>> Answer(object asked)
    {
        lock (Asked) Asked.Add(asked);
        return Task.FromResult(new Answer<ProgramView>(View, null, View.Version, false));
    }
}
