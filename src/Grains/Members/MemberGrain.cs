using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Policies;

namespace JmaActors.Members;

/// <summary>Identity and membership of one person; see <see cref="IMemberGrain"/>.</summary>
[GrainType("member")]
sealed partial class MemberGrain(LedgerServices services, MemberLedger ledger, IPersonCipher cipher, PersonKeyring keyring, ErasureSteps erasure, PolicyBook book)
    : LedgerGrain<MemberState, MemberEvent>(services, ledger), IMemberGrain
{
    byte[]? wrapped;

    /// <summary>Changes of identity take turns: what one reserves, another must not free meanwhile. Everything else stays reentrant.</summary>
    readonly SemaphoreSlim identity = new(1, 1);

    MemberId Me => new(this.GetPrimaryKeyLong());

    public async Task<Answer<MemberView>> Register(RegisterMember command, CancellationToken ct)
    {
        using var turn = await Turn.Take(identity, ct);
        await Opened(ct);
        var person = PersonRules.Normal(command.Person);
        var sound = !State.Registered && MemberDecider.Fault(command, person, Now) is null;
        var taken = sound ? await Claims(command.Caller).Take(default, new(person.Registry, command.Card), ct) : null;
        if (sound) wrapped ??= cipher.NewKey();
        var prepared = new PreparedRegistration(Me, command, person, wrapped ?? [], Seal(sound, person), taken);
        return Rested(Looked(await Commit(prepared, command.Caller, MemberDecider.Register, View, ct)));
    }

    public async Task<Answer<MemberView>> ChangeProfile(ChangeProfile command, CancellationToken ct)
    {
        using var turn = await Turn.Take(identity, ct);
        await Opened(ct);
        var person = PersonRules.Normal(command.Person);
        var (before, after) = (State.Identifiers, new Identifiers(person.Registry, command.Card));
        var sound = State.Registered && !State.Knows(command.Key) && MemberDecider.Fault(command, person, Now) is null;
        var taken = !sound ? null : wrapped is null ? "erased" : await Claims(command.Caller).Take(before, after, ct);
        var prepared = new PreparedProfile(Me, command, person, Seal(sound, person), taken);
        var answer = await Commit(prepared, command.Caller, MemberDecider.ChangeProfile, View, ct);
        if (answer is { Accepted: true, Repeat: false }) await Claims(command.Caller).Leave(before, after, ct);
        if (taken is not null && answer.Refusal?.Reason == taken) Claimed(taken, after);
        return Rested(Looked(answer));
    }

    public async Task<Answer<MemberView>> ChangeMembership(ChangeMembership command, CancellationToken ct)
    {
        await Opened(ct);
        return Rested(await Commit(new PreparedMembership(Me, command), command.Caller, MemberDecider.ChangeMembership, View, ct));
    }

    public async Task<MemberView?> Read(Caller caller, CancellationToken ct)
    {
        await Opened(ct);
        return await Durable(State.Registered ? View(State, Me) : null);
    }

    public async Task<IReadOnlyList<HistoryLine>> History(long after, Caller caller, CancellationToken ct)
    {
        await Durable(true);
        var history = await Services.Journal.Read(Ledger, Math.Max(0, after), ct).AsTask().OrTryAgain();
        await Opened(ct);
        return [.. history.Events.Take(MemberLimits.HistoryPage).Select(row => MemberHistory.Line(row, Open))];
    }

    public async Task<bool> Disclaim(string value, CancellationToken ct)
    {
        // Not waiting for the turn: two members who want each other's values would wait for ever.
        if (!identity.Wait(0, CancellationToken.None)) return false;
        using var turn = new Turn(identity);
        await Opened(ct);
        await Durable(true);
        if (State.Registered && State.Identifiers.Keys().Contains(value, StringComparer.Ordinal)) return false;
        return (await GrainFactory.Reservation(value).Release(value, Me, Caller.System, ct)).Accepted;
    }

    /// <summary>Opens the sealed person unless it is open; needed before anything that shows it.</summary>
    async ValueTask Opened(CancellationToken ct)
    {
        if (!State.Registered || State.Person is not null) return;
        wrapped ??= await keyring.Find(Me, ct);
        State.Person ??= Open(State.Sealed);
    }

    Person Open(byte[] sealedBytes) => wrapped is null ? PersonRules.Erased : cipher.Open(wrapped, Me, sealedBytes);

    byte[] Seal(bool wanted, Person person) => wanted && wrapped is not null ? cipher.Seal(wrapped, Me, person) : [];

    IdentityClaims Claims(Caller caller) => new(GrainFactory, Me, caller);

    MemberView View(MemberState state, PreparedCommand prepared) => View(state, prepared.Member);

    /// <summary>The record as it stands today: a membership recorded ahead shows once it is in force.</summary>
    MemberView View(MemberState state, MemberId me) => new(
        me, state.Person!, state.Card, state.MembershipOn(Today), state.Demonstration, state.Version, MemberMerging.Into(state), MemberMerging.Others(state));

    T Rested<T>(T answer)
    {
        if (BulkWork.On) DeactivateOnIdle();
        return answer;
    }
}
