using JmaActors.Audit;
using JmaActors.Bank;
using JmaActors.Dues;
using JmaActors.Members;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>Somebody's dues; null when there is no such person for this caller.</summary>
    public async Task<DuesView?> Dues(MemberId id, Caller caller, CancellationToken ct) =>
        await OpensDues(id, caller, ct).ConfigureAwait(false) is { } view ? await Ask(DuesOf(view.Id), caller, static (g, c, t) => g.Read(c, t), ct).ConfigureAwait(false) : null;

    /// <summary>What a change would come to; null when there is no such person for this caller.</summary>
    public async Task<DuesTrial?> TryDues(MemberId id, TryDues command, CancellationToken ct) =>
        await OpensDues(id, command.Caller, ct, dealt: true).ConfigureAwait(false) is { } view ? await Ask(DuesOf(view.Id), command, static (g, c, t) => g.TryAssess(c, t), ct).ConfigureAwait(false) : null;

    /// <summary>Reckons a year. Null when there is no such person for this caller; so in what follows.</summary>
    public Task<Answer<DuesStatement>?> AssessDues(MemberId id, AssessDues command, CancellationToken ct) =>
        OnDues(id, command, command.Caller, static (id, of) => new Target.TakeDues(id, of), "reckon dues", static (g, c, t) => g.Assess(c, t), ct);

    public Task<Answer<DuesView>?> PayDues(MemberId id, PayDues command, CancellationToken ct) =>
        OnDues(id, command, command.Caller, static (id, of) => new Target.TakeDues(id, of), "record a payment", static (g, c, t) => FromBank(c.Key) ?? g.Pay(c, t), ct, dealt: false);

    public Task<Answer<DuesView>?> ReversePayment(MemberId id, ReversePayment command, CancellationToken ct) =>
        OnDues(id, command, command.Caller, static (id, of) => new Target.TakeDues(id, of), "take a payment back", static (g, c, t) => FromBank(c.Payment) ?? g.Reverse(c, t), ct);

    public Task<Answer<DuesView>?> RefundDues(MemberId id, RefundDues command, CancellationToken ct) =>
        OnDues(id, command, command.Caller, static (id, of) => new Target.TakeDues(id, of), "give dues back", static (g, c, t) => g.Refund(c, t), ct);

    public Task<Answer<DuesView>?> LessenDues(MemberId id, LessenDues command, CancellationToken ct) =>
        OnDues(id, command, command.Caller, (id, of) => new Target.LessenDues(id, of, command.Account.Creditor), "lessen dues", static (g, c, t) => g.Lessen(c, t), ct, dealt: false);

    public Task<Answer<DuesView>?> ReduceDues(MemberId id, ReduceDues command, CancellationToken ct) =>
        OnDues(id, command, command.Caller, (id, of) => new Target.ReduceDues(id, of, command.Reduction.Layers), "reduce dues", static (g, c, t) => g.Reduce(c, t), ct);

    public Task<Answer<DuesView>?> RemindDues(MemberId id, RemindDues command, CancellationToken ct) =>
        OnDues(id, command, command.Caller, static (id, of) => new Target.TakeDues(id, of), "remind of dues", static (g, c, t) => g.RemindNow(c, t), ct);

    public Task<Answer<DuesView>?> HoldReminders(MemberId id, HoldReminders command, CancellationToken ct) =>
        OnDues(id, command, command.Caller, static (id, of) => new Target.TakeDues(id, of), "hold reminders back", static (g, c, t) => g.Hold(c, t), ct);

    /// <summary>Whoever may approve a reduction may end it. One that is not there is of no layer: an operator hears that.</summary>
    public async Task<Answer<DuesView>?> EndReduction(MemberId id, EndReduction command, CancellationToken ct)
    {
        if ((await Owing(id, command.Caller, ct).ConfigureAwait(false))?.Member is not { } view) return null;
        var dues = await Ask(DuesOf(view.Id), command.Caller, static (g, c, t) => g.Read(c, t), ct).ConfigureAwait(false);
        var layers = dues.Reductions.FirstOrDefault(r => r.Key == command.Reduction)?.Layers ?? MembershipLayers.None;
        return await OnDues(id, command, command.Caller, (id, of) => new Target.ReduceDues(id, of, layers), "end a reduction", static (g, c, t) => g.EndReduction(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>How far a yearly run is; null when none was begun.</summary>
    public Task<DuesRunProgress?> DuesRun(DuesRunId id, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeeDuesRun(id.Association), "see a yearly run");
        return Ask(RunOf(id), true, static (g, _, t) => g.Progress(t), ct);
    }

    /// <summary>Whom a yearly run bills what.</summary>
    public async Task<IReadOnlyList<DuesRunLine>> DuesRunLines(DuesRunId id, DuesRunPart part, long after, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeeDuesRun(id.Association), "see a yearly run");
        var lines = await Ask(RunOf(id), (part, after), static (g, w, t) => g.Lines(w.part, w.after, t), ct).ConfigureAwait(false);
        await Listed(ListKinds.Members, lines.Select(l => l.Member), caller, ct).ConfigureAwait(false);
        return lines;
    }

    public Task<Answer<DuesRunProgress>> RehearseDues(DuesRunId id, RunDues command, CancellationToken ct)
    {
        Require(command.Caller, new Target.RunDues(id.Association), "rehearse a yearly run");
        return Ask(RunOf(id), command, static (g, c, t) => g.Rehearse(c, t), ct);
    }

    public Task<Answer<DuesRunProgress>> RunDues(DuesRunId id, RunDues command, CancellationToken ct)
    {
        Require(command.Caller, new Target.RunDues(id.Association), "bill the dues of a year");
        return Ask(RunOf(id), command, static (g, c, t) => g.Run(c, t), ct);
    }

    /// <summary>What a bank's line is booked as is decided where the line is, so that it is nobody's twice.</summary>
    static Task<Answer<DuesView>>? FromBank(string payment) => payment.StartsWith(BankLimits.PaymentPrefix, StringComparison.Ordinal)
        ? Task.FromResult(new Answer<DuesView>(null, new Refusal("from-bank"), 0, false))
        : null;

    /// <param name="dealt">It is for whoever deals with the person as a member; see <see cref="DuesPerson.Dealt"/>.</param>
    async Task<Answer<T>?> OnDues<TCommand, T>(
        MemberId id, TCommand command, Caller caller, Func<MemberId, Membership, Target> target, string what, Func<IDuesGrain, TCommand, CancellationToken, Task<Answer<T>>> ask, CancellationToken ct, bool dealt = true)
    {
        if (await Owing(id, caller, ct).ConfigureAwait(false) is not { Member: { } view } person) return null;
        Require(caller, target(id, dealt ? person.Dealt : view.Membership), what);
        // The answer shows how it stands afterwards, also when nothing was done.
        await Look(id, AuditParts.Dues, caller, ct).ConfigureAwait(false);
        return await Ask(DuesOf(view.Id), command, ask, ct).ConfigureAwait(false);
    }

    async Task<MemberView?> OpensDues(MemberId id, Caller caller, CancellationToken ct, bool dealt = false)
    {
        if (await Owing(id, caller, ct).ConfigureAwait(false) is not { Member: { } view } person) return null;
        Require(caller, new Target.SeeDues(id, dealt ? person.Dealt : view.Membership), "see dues");
        await Look(id, AuditParts.Dues, caller, ct).ConfigureAwait(false);
        return view;
    }

    IDuesGrain DuesOf(MemberId id) => actors.Grain<IDuesGrain>(id.Number);

    IDuesRunGrain RunOf(DuesRunId id) => actors.Grain<IDuesRunGrain>(id.Text);
}
