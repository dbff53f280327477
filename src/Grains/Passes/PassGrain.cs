using System.Buffers.Binary;
using System.Security.Cryptography;
using JmaActors.Ledgers;

namespace JmaActors.Passes;

/// <summary>A person's passes; see <see cref="IPassGrain"/>.</summary>
[GrainType("pass")]
sealed class PassGrain(LedgerServices services, PassLedger ledger, IPassSigner signer)
    : LedgerGrain<PassState, PassEvent>(services, ledger), IPassGrain
{
    MemberId Me => new(this.GetPrimaryKeyLong());

    public Task<ShownPass> Show(Caller caller, CancellationToken ct) => Durable(PassRules.Show(Me, State.Generation, Now, Serial(), signer));

    public Task<Answer<PassView>> Revoke(RevokePasses command, CancellationToken ct) =>
        Commit(command, command.Caller, PassDecider.Revoke, (state, c) => View(state, state.GenerationOf(c.Key)), ct);

    public Task<PassView> Read(Caller caller, CancellationToken ct) => Durable(View(State, State.Generation));

    /// <summary>As it was when a generation began: the first answer of the command that began it.</summary>
    PassView View(PassState state, int generation) =>
        new(Me, generation, generation == 0 ? null : state.Revocations![generation - 1].At, state.Version);

    static uint Serial()
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        RandomNumberGenerator.Fill(bytes);
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }
}
