using JmaActors.Ledgers;
using JmaActors.Live;
using JmaActors.Members;

namespace JmaActors.Applications;

/// <summary>One application; see <see cref="IApplicationGrain"/>. What it is judged by is read, and words are sealed, before the decision.</summary>
[GrainType(ApplicationLedger.Name)]
sealed class ApplicationGrain : LedgerGrain<ApplicationState, ApplicationEvent>, IApplicationGrain
{
    readonly ApplicationLedger ledger;
    readonly ApplicationRecords records;
    readonly LedgerPast past;
    readonly IPersonCipher cipher;
    readonly PersonKeyring keyring;

    // Made when somebody watches.
    BoardCanvas<ApplicationView>? canvas;
    bool following;

    public ApplicationGrain(LedgerServices services, ApplicationLedger ledger, ApplicationRecords records, LedgerPast past, IPersonCipher cipher, PersonKeyring keyring)
        : base(services, ledger) => (this.ledger, this.records, this.past, this.cipher, this.keyring) = (ledger, records, past, cipher, keyring);

    ApplicationRef Me => ApplicationRef.TryParse(Key, out var id) ? id : throw new InvalidOperationException($"{Key} names no application.");

    public async Task<Answer<ApplicationView>> Draft(DraftApplication command, CancellationToken ct) =>
        await Decide(new PreparedApplication<DraftApplication>(command, await Seal(command.Words, ct), await records.Read(Me.Member, null, command.Documents, ct)), command.Caller, ApplicationDecider.Draft, ct);

    public async Task<Answer<ApplicationView>> Submit(Caller caller, CancellationToken ct) =>
        await Decide(new PreparedApplication<bool>(true, null, await records.Read(Me.Member, State.Request, [], ct)), caller, ApplicationDecider.Submit, ct);

    public async Task<Answer<ApplicationView>> Decide(DecideApplication command, CancellationToken ct) =>
        await Decide(new PreparedApplication<DecideApplication>(command, await Seal(command.Words, ct), await records.Read(Me.Member, State.Request, [], ct)), command.Caller, ApplicationDecider.Decide, ct);

    public Task<Answer<ApplicationView>> Withdraw(Caller caller, CancellationToken ct) => Decide(caller, caller, ApplicationDecider.Withdraw, ct);

    public async Task<Answer<ApplicationView>> Undo(UndoApplication command, CancellationToken ct) =>
        await Decide(new PreparedApplication<UndoApplication>(command, await Seal(command.Words, ct), await records.Read(Me.Member, null, [], ct)), command.Caller, ApplicationDecider.Undo, ct);

    public async Task<ApplicationTrial?> Try(ApplicationRequest request, CancellationToken ct)
    {
        var read = await records.Read(Me.Member, request, [], ct);
        if (read.Fault is "not-registered") return null;
        var before = ApplicationRules.On(read.Periods, request.From);
        if (ApplicationDecider.Fault(read, request, PersonRules.Today(Now)) is { } refusal) return await Durable(new ApplicationTrial(refusal, before, [], null, null, [], []));
        var year = FiscalYear.Of(request.From);
        var after = request.Membership ?? (request.Kind == ApplicationKind.Reduction ? before : Membership.None);
        var (ends, begins) = await records.Benefits(Me.Member, before, after, request.From, ct);
        return new ApplicationTrial(
            null, before, ApplicationChain.Of(read.Policy, request, before), await records.Dues(Me.Member, year, request, ct), await records.Dues(Me.Member, year.Plus(1), request, ct), ends, begins);
    }

    public async Task<ApplicationView?> Read(DateTimeOffset? known, bool open, CancellationToken ct)
    {
        var then = known is null ? null : (await past.Read(ledger, Key, [known], ct))[0];
        return await View(then, open, ct);
    }

    public async Task<bool> Follow(CancellationToken ct)
    {
        if (!State.Pending) return await Durable(false);
        var version = State.Version;
        await Durable(true);
        var refused = State.Status switch
        {
            ApplicationStatus.Approved => await records.Record(Me, State, ct),
            ApplicationStatus.Undoing => await records.TakeBack(Me, State, ct),
            _ => null,
        };
        // What the record answered is of that stage alone: whoever was quicker has moved it on.
        await Commit((version, refused), Caller.System, ApplicationDecider.Follow, static (_, _) => true, ct);
        return true;
    }

    public async Task<bool> Remind(CancellationToken ct)
    {
        var before = Version;
        return (await Commit(records.Policy, Caller.System, ApplicationDecider.Remind, static (_, _) => true, ct)).Version > before;
    }

    public Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct)
    {
        canvas ??= new BoardCanvas<ApplicationView>($"application/{Key}", Services.Time, async () => await Read(null, false, CancellationToken.None), Services.Log);
        return canvas.Watch(observer, since);
    }

    public Task Unwatch(IBoardObserver observer, CancellationToken ct)
    {
        canvas?.Unwatch(observer);
        return Task.CompletedTask;
    }

    protected override bool Follows => canvas is not null || State.Pending;

    protected override void Committed()
    {
        canvas?.Hint();
        if (State.Pending && !following) _ = FollowNow();
    }

    /// <summary>At once where it can be; what fails or is cut off here is found by the look now and then.</summary>
    async Task FollowNow()
    {
        following = true;
        try
        {
            await Follow(CancellationToken.None);
        }
        catch (Exception e)
        {
            ApplicationLog.FollowsLater(Services.Log, e, Ledger);
        }
        finally
        {
            following = false;
        }
    }

    async Task<Answer<ApplicationView>> Decide<T>(T command, Caller caller, Func<ApplicationState, T, Deciding, Decision<ApplicationEvent>> decide, CancellationToken ct)
    {
        var answer = await Commit(command, caller, decide, static (_, _) => true, ct);
        return new(answer.Refusal is null ? await View(null, command is not PreparedApplication<DecideApplication>, ct) : null, answer.Refusal, answer.Version, answer.Repeat);
    }

    async Task<byte[]?> Seal(string words, CancellationToken ct) =>
        words.Length is > 0 and <= ApplicationLimits.Words && await keyring.Find(Me.Member, ct) is { } wrapped ? cipher.SealText(wrapped, Me.Member, words) : null;

    /// <param name="then">A past state; null for now.</param>
    /// <param name="open">What is being written; otherwise what was last handed in, where anything was.</param>
    async Task<ApplicationView?> View(ApplicationState? then, bool open, CancellationToken ct)
    {
        var (wrapped, read) = (await keyring.Find(Me.Member, ct), await records.Applicant(Me.Member, ct));
        // Nothing is awaited from here on: the state does not move while it is read.
        return await Durable(ApplicationDrawing.View(Key, Me.Member, then ?? State, open, read, words => wrapped is null || words is null ? "" : cipher.OpenText(wrapped, Me.Member, words)));
    }
}
