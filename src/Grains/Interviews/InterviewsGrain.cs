using JmaActors.Ledgers;
using JmaActors.Members;
using JmaActors.Time;
using JmaActors.WorkHours;
using Microsoft.Extensions.Logging;

namespace JmaActors.Interviews;

/// <summary>The interviews of a workplace; see <see cref="IInterviewsGrain"/>. Words are sealed before the decision and opened for whoever may read.</summary>
[GrainType(InterviewsLedger.Name)]
sealed partial class InterviewsGrain : LedgerGrain<InterviewsState, InterviewEvent>, IInterviewsGrain
{
    readonly InterviewsLedger ledger;
    readonly IPersonCipher cipher;
    readonly PersonKeyring keyring;

    public InterviewsGrain(LedgerServices services, InterviewsLedger ledger, IPersonCipher cipher, PersonKeyring keyring, IInterviewIndex index, ILogger<InterviewsGrain> log)
        : base(services, ledger)
    {
        (this.ledger, this.cipher, this.keyring, this.index, this.log) = (ledger, cipher, keyring, index, log);
        board = Board();
    }

    WorkplaceId Me => new(Key);

    public Task<Answer<InterviewDesk>> NameHead(NameInstitutionHead command, CancellationToken ct) => Commit(command, command.Caller, InterviewDeskDecider.NameHead, (s, _) => InterviewAnswers.Desk(Me, s), ct);

    public Task<Answer<InterviewDesk>> NameSuperior(NameSuperior command, CancellationToken ct) => Commit(command, command.Caller, InterviewDeskDecider.NameSuperior, (s, _) => InterviewAnswers.Desk(Me, s), ct);

    public Task<Answer<InterviewDesk>> KeepInterviewer(KeepInterviewer command, CancellationToken ct) => Commit(command, command.Caller, InterviewDeskDecider.Keep, (s, _) => InterviewAnswers.Desk(Me, s), ct);

    public Task<Answer<InterviewDesk>> EndInterviewer(EndInterviewer command, CancellationToken ct) => Commit(command, command.Caller, InterviewDeskDecider.End, (s, _) => InterviewAnswers.Desk(Me, s), ct);

    public async Task<Answer<InterviewView>> Assign(AssignInterview c, CancellationToken ct)
    {
        var prepared = new PreparedInterview<AssignInterview>(c, Ground: await Ground(c.Member, c.Month, ct));
        return await Shown(await Commit(prepared, c.Caller, ledger.Decider.Assign, static (_, _) => true, ct), c.Member, c.Month, InterviewPart.Workplace, ct);
    }

    public async Task<Answer<InterviewView>> Appoint(AppointInterview c, CancellationToken ct) =>
        await Shown(await Commit(c, c.Caller, InterviewDecider.Appoint, static (_, _) => true, ct), c.Member, c.Month, InterviewPart.Workplace, ct);

    public async Task<Answer<InterviewView>> FillCheck(FillFatigueCheck c, CancellationToken ct)
    {
        var prepared = new PreparedInterview<FillFatigueCheck>(c, await Seal(c.Member, InterviewAnswers.Text(c.Answers), ct), null, await Ground(c.Member, c.Month, ct));
        return await Shown(await Commit(prepared, c.Caller, ledger.Decider.FillCheck, static (_, _) => true, ct), c.Member, c.Month, InterviewPart.Physician, ct);
    }

    public async Task<Answer<InterviewView>> Hold(HoldInterview c, CancellationToken ct)
    {
        var prepared = new PreparedInterview<HoldInterview>(c, await Seal(c.Member, c.Record, ct), await Seal(c.Member, c.Opinion, ct));
        return await Shown(await Commit(prepared, c.Caller, ledger.Decider.Hold, static (_, _) => true, ct), c.Member, c.Month, InterviewPart.Interviewer, ct);
    }

    public async Task<Answer<InterviewView>> DecideMeasures(DecideMeasures c, CancellationToken ct)
    {
        var prepared = new PreparedInterview<DecideMeasures>(c, await Seal(c.Member, c.Words, ct), null, await Ground(c.Member, c.Month, ct));
        return await Shown(await Commit(prepared, c.Caller, InterviewDecider.Measures, static (_, _) => true, ct), c.Member, c.Month, InterviewPart.Workplace, ct);
    }

    public async Task<Answer<InterviewView>> FollowMeasures(FollowMeasures c, CancellationToken ct)
    {
        var prepared = new PreparedInterview<FollowMeasures>(c, await Seal(c.Member, c.Words, ct));
        return await Shown(await Commit(prepared, c.Caller, InterviewDecider.Follow, static (_, _) => true, ct), c.Member, c.Month, InterviewPart.Workplace, ct);
    }

    public async Task<Answer<InterviewView>> PassOn(PassInterviewOn c, CancellationToken ct)
    {
        var held = State.Find(c.Member.Number, c.Month)?.Held;
        var prepared = new PreparedInterview<PassInterviewOn>(c, Ground: held is { } at && c.To != Me ? await GroundAt(c.Member, c.To, Tokyo.DateOf(at), ct) : null);
        return await Shown(await Commit(prepared, c.Caller, InterviewDecider.PassOn, static (_, _) => true, ct), c.Member, c.Month, InterviewPart.Physician, ct);
    }

    public async Task<Answer<InterviewView>> Drop(DropInterview c, CancellationToken ct)
    {
        var prepared = new PreparedInterview<DropInterview>(c, await Seal(c.Member, c.Reason, ct));
        return await Shown(await Commit(prepared, c.Caller, InterviewDecider.Drop, static (_, _) => true, ct), c.Member, c.Month, InterviewPart.Workplace, ct);
    }

    public Task<InterviewDesk> Desk(Caller caller, CancellationToken ct) => Durable(InterviewAnswers.Desk(Me, State));

    public async Task<InterviewView?> Read(MemberId member, DateOnly month, InterviewPart part, Caller caller, CancellationToken ct)
    {
        if (State.Find(member.Number, month) is null) return await Durable<InterviewView?>(null);
        var wrapped = await keyring.Find(member, ct);
        return await Durable(State.Find(member.Number, month) is { } found
            ? InterviewAnswers.Case(Me, found, part, text => wrapped is null || text.Length == 0 ? "" : cipher.OpenText(wrapped, member, text)) : null);
    }

    async Task<byte[]?> Seal(MemberId member, string words, CancellationToken ct) =>
        words.Length <= InterviewLimits.Words * 2 && await keyring.Find(member, ct) is { } wrapped ? cipher.SealText(wrapped, member, words) : null;

    /// <summary>What is asked before a case is opened; of one that is there it does not matter.</summary>
    async Task<InterviewGround?> Ground(MemberId member, DateOnly month, CancellationToken ct) => State.Find(member.Number, month) is not null ? null : await GroundAt(member, Me, month, ct);

    async Task<InterviewGround?> GroundAt(MemberId member, WorkplaceId at, DateOnly on, CancellationToken ct)
    {
        var hours = await GrainFactory.GetGrain<IWorkHoursGrain>(member.Number).Read(null, Caller.System, ct);
        return hours.Employments.FirstOrDefault(e => e.Workplace == at && !e.Reported && !(e.Last < Tokyo.DateOf(Now))) is { } employed && WorkMinute.Fits(on) ? new InterviewGround(true, AgreementPeriods.Month(employed.From, on).From) : null;
    }

    async Task<Answer<InterviewView>> Shown(Answer<bool> answer, MemberId member, DateOnly month, InterviewPart part, CancellationToken ct) =>
        new(answer.Refusal is null ? await Read(member, month, part, Caller.System, ct) : null, answer.Refusal, answer.Version, answer.Repeat);
}
