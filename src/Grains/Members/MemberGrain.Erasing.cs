using JmaActors.Credits;

namespace JmaActors.Members;

/// <summary>
/// Erasing the person. The event and the destruction of the key are one commit; what follows — merged records, card and registry number, and <see cref="ErasureSteps"/> — is done
/// after it and, when a silo goes in between, by a reminder that was set before.
/// </summary>
sealed partial class MemberGrain : IErasureGrain, IRemindable
{
    const string ErasureReminder = "erasure";

    static readonly TimeSpan ErasureAgain = TimeSpan.FromMinutes(1);

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
        await Follow(command.Caller, ct);
        return await Durable(new Answer<ErasureView>(MemberErasing.View(Me, State, null), null, Version, false));
    }

    public async Task<ErasureView?> Erasure(Caller caller, CancellationToken ct)
    {
        var prepared = await Prepare(0, ct);
        return await Durable(State.Registered ? Shown(State, prepared) : null);
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (State.ErasedAt is not null) await Follow(Caller.System, CancellationToken.None);
        if (await this.GetReminder(ErasureReminder) is { } standing) await this.UnregisterReminder(standing);
    }

    /// <summary>What goes with a person, each so that doing it again changes nothing.</summary>
    async Task Follow(Caller caller, CancellationToken ct)
    {
        if (State.ErasureDone) return;
        foreach (var other in State.Holds?.Values.Select(h => h.Of).ToArray() ?? [])
        {
            // One that is refused is not part of this person: a merge begun and not come so far, or one being undone.
            await GrainFactory.GetGrain<IErasureGrain>(other).Erase(new ErasePerson(caller, Me), ct);
        }
        await erasure.Do(Me, State.Merged is null, caller, ct);
        await Commit(true, caller, MemberErasing.Done, static (_, _) => true, ct);
    }

    async Task<PreparedErasure<T>> Prepare<T>(T command, CancellationToken ct)
    {
        await Opened(ct);
        var newest = (await GrainFactory.GetGrain<ICreditLedgerGrain>(Me.Number).Entries(null, Caller.System, ct)).Entries.FirstOrDefault(e => e.State != CreditState.Voided)?.Date;
        return new PreparedErasure<T>(command, book.Table, newest);
    }

    ErasureView Shown<T>(MemberState state, PreparedErasure<T> prepared) => MemberErasing.View(Me, state, prepared.Hindrance(state, Today));
}
