using JmaActors.Credits;
using JmaActors.Dues;
using JmaActors.Journal;

namespace JmaActors.Members;

/// <summary>
/// Erasing the person. The event and the destruction of the key are one commit; what follows — merged records, card and registry number, and <see cref="ErasureSteps"/> — is done
/// after it and, when a silo goes in between, by a reminder that was set before.
/// </summary>
sealed partial class MemberGrain : IErasureGrain, IRemindable
{
    const string ErasureReminder = "erasure";

    static readonly TimeSpan ErasureAgain = TimeSpan.FromMinutes(1);

    /// <summary>How long who erases waits for what follows; shorter than the response timeout of a grain call.</summary>
    static readonly TimeSpan FollowWait = TimeSpan.FromSeconds(5);

    Task following = Task.CompletedTask;

    public async Task<Answer<ErasureView>> AskErasure(AskErasure command, CancellationToken ct)
    {
        var prepared = await Prepare(command, ct);
        return await Commit(prepared, command.Caller, MemberErasing.Ask, Shown, ct);
    }

    public async Task<Answer<ErasureView>> StopErasure(AskErasure command, CancellationToken ct)
    {
        var prepared = await Prepare(command, ct);
        return await Commit(prepared, command.Caller, MemberErasing.Stop, Shown, ct);
    }

    public async Task<Answer<ErasureView>> Erase(ErasePerson command, CancellationToken ct)
    {
        using (await Turn.Take(identity, ct))
        {
            var prepared = await Prepare(command, ct);
            var had = State.Identifiers;
            if (State.ErasedAt is null) await this.RegisterOrUpdateReminder(ErasureReminder, ErasureAgain, ErasureAgain);
            var answer = await Commit(prepared, command.Caller, MemberErasing.Erase, Shown, ct);
            if (!answer.Accepted) return answer;
            wrapped = null;
            keyring.Forget(Me);
            // Freed at once where this activation still knows them; otherwise whoever wants one asks, and this record no longer uses it.
            if (!answer.Repeat) await Claims(command.Caller).Leave(had, default, ct);
        }
        try
        {
            await Follow(command.Caller).WaitAsync(FollowWait, Services.Time, ct);
        }
        catch (Exception e) when (e is TimeoutException or TryAgainException or JournalAwayException)
        {
            // It goes on, or is taken up by the reminder; the answer says that it is not done.
        }
        return await Durable(new Answer<ErasureView>(MemberErasing.View(Me, State, null), null, Version, false));
    }

    public async Task<ErasureView?> Erasure(Caller caller, CancellationToken ct)
    {
        var prepared = await Prepare(0, ct);
        return await Durable(State.Registered ? Shown(State, prepared) : null);
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        // An erasure that is just being decided has set the reminder anew and still needs it.
        using (await Turn.Take(identity, CancellationToken.None))
        {
            if (State.ErasedAt is null)
            {
                await Unremind();
                return;
            }
        }
        await Follow(Caller.System);
        await Unremind();
    }

    async Task Unremind()
    {
        if (await this.GetReminder(ErasureReminder) is { } standing) await this.UnregisterReminder(standing);
    }

    Task Follow(Caller caller) => following is { IsCompleted: false } ? following : following = Following(caller, CancellationToken.None);

    /// <summary>What goes with a person, each so that doing it again changes nothing.</summary>
    async Task Following(Caller caller, CancellationToken ct)
    {
        if (State.ErasureDone) return;
        foreach (var other in State.Holds?.Values.Select(h => h.Of).ToArray() ?? [])
        {
            // One that is refused is not part of this person: a merge begun and not come so far, or one being undone.
            var along = await GrainFactory.GetGrain<IErasureGrain>(other).Erase(new ErasePerson(caller, Me), ct);
            if (along.Value is { Done: false }) throw new TryAgainException("A record merged into this one is not wholly erased yet.");
        }
        await erasure.Do(Me, State.Merged is null, caller, ct);
        await Commit(true, caller, MemberErasing.Done, static (_, _) => true, ct);
    }

    async Task<PreparedErasure<T>> Prepare<T>(T command, CancellationToken ct)
    {
        await Opened(ct);
        var newest = (await GrainFactory.GetGrain<ICreditLedgerGrain>(Me.Number).Entries(null, Caller.System, ct)).Entries.FirstOrDefault(e => e.State != CreditState.Voided)?.Date;
        var owes = (await GrainFactory.GetGrain<IDuesGrain>(Me.Number).Read(Caller.System, ct)).Statements.Any(s => s.Posted is not null && s.Open.Amount > 0);
        return new PreparedErasure<T>(command, book.Table, newest, owes);
    }

    ErasureView Shown<T>(MemberState state, PreparedErasure<T> prepared) => MemberErasing.View(Me, state, prepared.Hindrance(state, Today));
}
