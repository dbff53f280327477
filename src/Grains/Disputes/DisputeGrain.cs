using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Live;
using JmaActors.Members;
using JmaActors.Policies;
using JmaActors.Time;
using Microsoft.Extensions.Logging;

namespace JmaActors.Disputes;

/// <summary>One case; see <see cref="IDisputeGrain"/>. Words are sealed before the decision and opened for whoever may read.</summary>
[GrainType(DisputeLedger.Name)]
sealed class DisputeGrain : LedgerGrain<DisputeState, DisputeEvent>, IDisputeGrain
{
    /// <summary>Days an office has to decide: <c>seeds/policy/dispute.json</c>.</summary>
    const string Term = "dispute.term";

    readonly IPersonCipher cipher;
    readonly PersonKeyring keyring;
    readonly PolicyBook book;
    readonly BoardCanvas<DisputeView> canvas;

    public DisputeGrain(LedgerServices services, DisputeLedger ledger, IPersonCipher cipher, PersonKeyring keyring, PolicyBook book, ILogger<DisputeGrain> log)
        : base(services, ledger)
    {
        (this.cipher, this.keyring, this.book) = (cipher, keyring, book);
        canvas = new BoardCanvas<DisputeView>($"dispute/{Key}", services.Time, async () => await Read(Caller.System, CancellationToken.None), log);
    }

    MemberId Member => DisputeId.TryParse(Key, out var id) ? id.Member : default;

    public async Task<Answer<DisputeView>> Open(OpenDispute command, CancellationToken ct)
    {
        var today = Tokyo.DateOf(Now);
        var prepared = new PreparedDispute<OpenDispute>(command, await Seal(command.Words, ct), today.AddDays((int)book.Table.Get(Term, today).Figure("days")));
        return await Shown(await Commit(prepared, command.Caller, DisputeDecider.Open, static (_, _) => true, ct), ct);
    }

    public async Task<Answer<DisputeView>> Say(SayDispute command, CancellationToken ct) =>
        await Shown(await Commit(new PreparedDispute<SayDispute>(command, await Seal(command.Words, ct)), command.Caller, DisputeDecider.Say, static (_, _) => true, ct), ct);

    public async Task<Answer<DisputeView>> Decide(DecideDispute command, CancellationToken ct)
    {
        var prepared = new PreparedDispute<DecideDispute>(command, await Seal(command.Words, ct), Correction: command.Upheld ? await Correction(ct) : null);
        return await Shown(await Commit(prepared, command.Caller, DisputeDecider.Decide, static (_, _) => true, ct), ct);
    }

    public async Task<Answer<DisputeView>> Withdraw(Caller caller, CancellationToken ct) =>
        await Shown(await Commit(caller, caller, DisputeDecider.Withdraw, static (_, _) => true, ct), ct);

    public async Task<DisputeView?> Read(Caller caller, CancellationToken ct)
    {
        if (State.Status is not { } status) return await Durable<DisputeView?>(null);
        var wrapped = await keyring.Find(Member, ct);
        return await Durable(new DisputeView(
            Key, Member, State.Subject, State.About, new AssociationId(State.Office), status, State.Opened, State.Due,
            [.. State.Lines.Select(l => new DisputeLine(l.At, l.ByOffice, l.By, wrapped is null || l.Sealed.Length == 0 ? "" : cipher.OpenText(wrapped, Member, l.Sealed)))], State.Correction, Version));
    }

    public Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct) => canvas.Watch(observer, since);

    public Task Unwatch(IBoardObserver observer, CancellationToken ct)
    {
        canvas.Unwatch(observer);
        return Task.CompletedTask;
    }

    protected override bool Follows => true;

    protected override void Committed() => canvas.Hint();

    async Task<byte[]?> Seal(string words, CancellationToken ct) =>
        words.Length <= DisputeLimits.Words && await keyring.Find(Member, ct) is { } wrapped ? cipher.SealText(wrapped, Member, words) : null;

    /// <summary>The newest event of the record in question, when it is of after the case was opened.</summary>
    async Task<string?> Correction(CancellationToken ct)
    {
        var ledger = State.Subject == DisputeSubject.Identity ? LedgerNames.Name("member", Member.Number) : LedgerNames.Credits(Member);
        var head = (await Services.Journal.Read(ledger, long.MaxValue, ct).AsTask().OrTryAgain()).Head.Version;
        if (head == 0) return null;
        var newest = (await Services.Journal.Read(ledger, head - 1, ct).AsTask().OrTryAgain()).Events[0];
        return EventCodec.Instant(newest.RecordedMicros) > State.Opened ? $"{ledger}@{newest.Version}" : null;
    }

    async Task<Answer<DisputeView>> Shown(Answer<bool> answer, CancellationToken ct) =>
        new(answer.Refusal is null ? await Read(Caller.System, ct) : null, answer.Refusal, answer.Version, answer.Repeat);
}
