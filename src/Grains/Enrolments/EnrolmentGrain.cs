using JmaActors.Ledgers;
using JmaActors.Members;
using JmaActors.Policies;
using JmaActors.Training;

namespace JmaActors.Enrolments;

/// <summary>Sign-up of one program; see <see cref="IEnrolmentGrain"/>. What it must ask others is asked before the decision, never within.</summary>
[GrainType(EnrolmentLedger.Name)]
sealed class EnrolmentGrain(LedgerServices services, EnrolmentLedger ledger, PolicyBook book, IReferenceMarks marks) : LedgerGrain<EnrolmentState, EnrolmentEvent>(services, ledger), IEnrolmentGrain
{
    ProgramId Program => new(Key);

    /// <summary>A silo that went between two decisions left places free while people wait.</summary>
    protected override Task Woken(CancellationToken ct) => Fill(Caller.System, ct);

    public async Task<Answer<EnrolmentOffer>> SetTerms(SetEnrolmentTerms command, CancellationToken ct)
    {
        var answer = await Commit(new PreparedTerms(command, await Facts(ct)), command.Caller, EnrolmentDecider.SetTerms, Offered, ct);
        if (!answer.Accepted || answer.Repeat || !await Fill(command.Caller, ct)) return answer;
        return await Durable(answer with { Value = EnrolmentDrawing.Offer(State, Program, Version), Version = Version });
    }

    public async Task<Answer<EnrolmentPlace>> SignUp(SignUp command, CancellationToken ct)
    {
        command = command with { Member = await Seated(command.Member, ct) };
        var prepared = new Prepared<SignUp>(command, await MembershipOf(command.Member, ct), await Facts(ct));
        return await Commit(prepared, command.Caller, EnrolmentDecider.SignUp, (state, p) => Shown(state, p.Command.Member), ct);
    }

    public async Task<Answer<EnrolmentPlace>> Add(AddAttendee command, CancellationToken ct)
    {
        command = command with { Member = await Seated(command.Member, ct) };
        var prepared = new Prepared<AddAttendee>(command, await MembershipOf(command.Member, ct), await Facts(ct));
        return await Commit(prepared, command.Caller, EnrolmentDecider.Add, (state, p) => Shown(state, p.Command.Member), ct);
    }

    public async Task<Answer<EnrolmentPlace>> Cancel(CancelSignUp command, CancellationToken ct)
    {
        command = command with { Member = await Seated(command.Member, ct) };
        var prepared = new Prepared<CancelSignUp>(command, null, await Facts(ct));
        return await Commit(prepared, command.Caller, EnrolmentDecider.Cancel, (state, p) => Shown(state, p.Command.Member), ct);
    }

    public Task<Answer<EnrolmentPlace>> RecordPayment(RecordPayment command, CancellationToken ct) =>
        Commit(command, command.Caller, (state, c, deciding) => PaymentDecider.Pay(state, c, deciding, book, reference => marks.Of(Program, reference)), (state, c) => Shown(state, c.Member), ct);

    public Task<Answer<EnrolmentPlace>> RecordRefund(RecordRefund command, CancellationToken ct) =>
        Commit(command, command.Caller, PaymentDecider.Refund, (state, c) => Shown(state, c.Member), ct);

    public Task<Answer<EnrolmentPlace>> VoidEntry(VoidEntry command, CancellationToken ct) =>
        Commit(command, command.Caller, PaymentDecider.Void, (state, c) => Shown(state, c.Member), ct);

    public Task<EnrolmentOffer?> Read(Caller caller, CancellationToken ct) => Durable(EnrolmentDrawing.Offer(State, Program, Version));

    public Task<EnrolmentFigures?> Figures(Caller caller, CancellationToken ct) => Durable(EnrolmentDrawing.Figures(State, Version));

    public async Task<EnrolmentPlace?> Place(MemberId member, Caller caller, CancellationToken ct)
    {
        var seated = await Seated(member, ct);
        return await Durable(EnrolmentDrawing.Place(State, seated, Version));
    }

    /// <summary>Gives away what is free, decision by decision; true when there was any.</summary>
    async Task<bool> Fill(Caller by, CancellationToken ct)
    {
        if (!State.Tally.AnyWaiting) return false;
        var (before, version, program) = (Version, -1L, await Facts(ct));
        while (version != Version)
        {
            version = Version;
            await Commit(program, by, EnrolmentDecider.Fill, static (_, _) => true, ct);
        }
        return version != before;
    }

    async Task<ProgramFacts?> Facts(CancellationToken ct) => await GrainFactory.GetGrain<ITrainingProgramGrain>(Key).Read(Caller.System, ct) is { } p
        ? new ProgramFacts(p.Host, p.Published, p.Stage == ProgramStage.Cancelled, p.DoorsOpen, p.DoorsClose, OfferRules.PeopleMost(p.Talks, book), p.Delivery)
        : null;

    /// <summary>The number somebody has a place or waits under: where records were merged, it may be another of theirs. Asked only of who has none under the own.</summary>
    async Task<MemberId> Seated(MemberId member, CancellationToken ct)
    {
        if (!member.IsValid || State.Seats.Count == 0 || State.Find(member) is { Active: true }) return member;
        var view = await GrainFactory.GetGrain<IMemberGrain>(member.Number).Read(Caller.System, ct);
        var others = view?.Holds ?? (view?.MergedInto is { } into ? [into] : []);
        return others.FirstOrDefault(other => State.Find(other) is { Active: true }) is { IsValid: true } seated ? seated : member;
    }

    async Task<Membership?> MembershipOf(MemberId member, CancellationToken ct) =>
        member.IsValid ? (await GrainFactory.GetGrain<IMemberGrain>(member.Number).Read(Caller.System, ct))?.Membership : null;

    EnrolmentOffer Offered(EnrolmentState state, PreparedTerms prepared) => EnrolmentDrawing.Offer(state, Program, Version)!;

    EnrolmentPlace Shown(EnrolmentState state, MemberId member) => EnrolmentDrawing.Place(state, member, Version)!;
}
