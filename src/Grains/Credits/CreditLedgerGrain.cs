using JmaActors.Benefits;
using JmaActors.Ledgers;
using JmaActors.Live;
using JmaActors.Members;
using JmaActors.Time;

namespace JmaActors.Credits;

/// <summary>Study credits of one person. What a session or an office tells it, it keeps; where the person stands, it computes when asked.</summary>
[GrainType("credits")]
public sealed partial class CreditLedgerGrain(LedgerServices services, CreditLedger ledger, IEvidenceStore evidence)
    : LedgerGrain<CreditLedgerState, CreditEvent>(services, ledger), ICreditLedgerGrain
{
    // Made when somebody watches: most ledgers are awake without being looked at.
    BoardCanvas<CreditPicture>? canvas;

    MemberId Member => new(this.GetPrimaryKeyLong());

    DateOnly Today => Tokyo.DateOf(Now);

    public Task<Answer<CreditEntry>> Accrue(AccrueCredit command, CancellationToken ct) =>
        command.Evidence is not null || command.Provenance is not null || ledger.Book.Cme(command.Date).MembersOnly.Contains(command.Method)
            ? AccrueKnowing(command, ct)
            : Commit(command, command.Caller, ledger.Accrue, static (state, command) => state.Find(command.Key)!, ct);

    async Task<Answer<CreditEntry>> AccrueKnowing(AccrueCredit command, CancellationToken ct) =>
        await Commit(await Known(command, ct), command.Caller, ledger.AccrueKnowing, static (state, accrual) => state.Find(accrual.Command.Key)!, ct);

    public async Task<Answer<CreditEntry>> TryAccrue(AccrueCredit command, CancellationToken ct)
    {
        var decision = ledger.AccrueKnowing(State, await Known(command, ct), new Deciding(Now, command.Caller, Version));
        return await Durable(new Answer<CreditEntry>(State.Find(command.Key), decision.Refusal, Version, decision.Repeat));
    }

    /// <summary>
    /// Some methods are for members of 日本医師会 only, and what is taken over must be no older than the licence: the person is asked first. A document is looked for among
    /// those the person holds.
    /// </summary>
    async Task<Accrual> Known(AccrueCredit command, CancellationToken ct)
    {
        var asked = command.Provenance is not null || ledger.Book.Cme(command.Date).MembersOnly.Contains(command.Method);
        var person = asked ? await Person(ct) : null;
        var holding = command.Evidence is { } shown && EvidenceRules.WellFormed(shown) ? await evidence.Find(Member, shown.Sha256, ct) : null;
        return new Accrual(command, person?.Person.LicensedOn, person?.Membership.Layers.HasFlag(MembershipLayers.Jma), EvidenceRules.Attachable(holding, Now));
    }

    public Task<Answer<CreditEntry>> Settle(SettleCredit command, CancellationToken ct) =>
        Elsewhere(command.Key) is var (of, key) ? At(of, (command with { Key = key }, ct), static (g, c) => g.Settle(c.Item1, c.ct)) :
        Heard(Commit(command, command.Caller, ledger.Settle, static (state, command) => state.Find(command.Key)!, ct), ct);

    public async Task<Answer<CreditEntry>> Correct(CorrectCredit command, CancellationToken ct)
    {
        if (Elsewhere(command.Entry) is var (of, kept)) return await At(of, (command with { Entry = kept }, ct), static (g, c) => g.Correct(c.Item1, c.ct));
        var correction = new Correction(command, (await Person(ct))?.Person.LicensedOn);
        return await Heard(Commit(correction, command.Caller, ledger.Correct, static (state, c) => state.Find(state.Find(c.Command.Entry)!.CorrectedBy!)!, ct), ct);
    }

    public async Task<CorrectionTrial> TryCorrection(CorrectCredit command, CancellationToken ct)
    {
        var correction = new Correction(command, (await Person(ct))?.Person.LicensedOn);
        return await Durable(CorrectionTrials.Of(State, correction, new Deciding(Now, command.Caller, Version), ledger));
    }

    public Task<Counted> WhatCounts(DateOnly on, Caller caller, CancellationToken ct) => Durable(CmeCountRules.Of(State.Whole.UpTo(on), on, ledger.Book));

    public async Task<CmeStanding> Cme(DateOnly on, Caller caller, CancellationToken ct)
    {
        var licensedOn = (await Person(ct))?.Person.LicensedOn;
        return await Durable(CmeRules.Standing(State.Whole.Facts, on, ledger.Book, licensedOn));
    }

    public Task<CreditPage> Entries(string? after, Caller caller, CancellationToken ct) => Durable(CreditPages.After(State, after, CreditLimits.EntryPage));

    public Task<EntryOrigin?> Origin(string key, CancellationToken ct) => Durable(
        Elsewhere(key) is var (of, kept) ? new EntryOrigin(of, kept) : State.Whole.Entries.Contains(key) ? new EntryOrigin(Member, key) : null);

    public Task<IReadOnlyList<SchemeTotal>> Schemes(Caller caller, CancellationToken ct) => Durable(SchemeTotals.Of(State.Whole, Today, ledger.Book));

    public Task<IReadOnlyList<MethodLine>> Methods(DateOnly on, Caller caller, CancellationToken ct) => Task.FromResult(MethodTerms.Lines(ledger.Book.Cme(on)));

    public Task<AttachedDocument?> Document(string key, Caller caller, CancellationToken ct) => Durable(State.Documents?.GetValueOrDefault(key)?.Attached);

    public Task<IReadOnlyList<HistoryLine>> History(long after, Caller caller, CancellationToken ct) =>
        CreditHistory.Read(Services.Journal, Ledger, after, ct);

    public async Task<Verdict> MayI(DateOnly on, Caller caller, CancellationToken ct)
    {
        var person = await Person(ct);
        return CmeEligibilityRules.MayI(on, person?.Person.LicensedOn, person?.Membership.Layers.HasFlag(MembershipLayers.Jma), ledger.Book);
    }

    public async Task<Standing> WhereDoIStand(DateOnly on, Caller caller, CancellationToken ct) => CmeRules.Card(await Cme(on, caller, ct));

    public async Task<NextSteps> WhatNext(DateOnly on, Caller caller, CancellationToken ct) =>
        CmeEligibilityRules.WhatNext(on, await Cme(on, caller, ct), ledger.Book);

    public Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct)
    {
        canvas ??= new BoardCanvas<CreditPicture>($"member/{Member}/credits", Services.Time, Draw, Services.Log);
        return canvas.Watch(observer, since);
    }

    public Task Unwatch(IBoardObserver observer, CancellationToken ct)
    {
        canvas?.Unwatch(observer);
        return Task.CompletedTask;
    }

    protected override bool Follows => canvas is not null;

    protected override void Committed() => canvas?.Hint();

    async ValueTask<CreditPicture?> Draw()
    {
        var licensedOn = (await Person(CancellationToken.None))?.Person.LicensedOn;
        return await Durable(CreditDrawing.Draw(Member, Version, State, Today, licensedOn, ledger.Book));
    }

    Task<MemberView?> Person(CancellationToken ct) => GrainFactory.GetGrain<IMemberGrain>(Member.Number).Read(Caller.System, ct);
}
