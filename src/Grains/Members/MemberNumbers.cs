using System.Text.Json.Serialization.Metadata;
using JmaActors.Ledgers;

namespace JmaActors.Members;

/// <summary>Numbers were given out: <see cref="Count"/> of them from <see cref="First"/> on.</summary>
public sealed record NumbersAllocated(long First, int Count);

/// <summary>Which number comes next.</summary>
public sealed class MemberNumberState
{
    public long Next { get; set; } = MemberId.First;
}

/// <summary>What the giver of member numbers decides. Pure.</summary>
public static class MemberNumberDecider
{
    /// <summary>Numbers given out at once at most.</summary>
    public const int Most = 100_000;

    public static Decision<NumbersAllocated> Allocate(MemberNumberState state, int count, Deciding deciding)
    {
        if (count is < 1 or > Most) return Decision<NumbersAllocated>.Refuse("bad-count", "", $"1 to {Most} numbers at once.");
        return state.Next + count - 1 > MemberId.Last
            ? Decision<NumbersAllocated>.Refuse("no-numbers-left")
            : Decision<NumbersAllocated>.Event(new NumbersAllocated(state.Next, count));
    }
}

/// <summary>How given numbers fold.</summary>
public sealed class MemberNumberLedger : LedgerDefinition<MemberNumberState, NumbersAllocated>
{
    public override string Kind => "member-number";

    public override bool NumberKey => true;

    public override EventCatalog<NumbersAllocated> Events { get; } =
        new EventCatalog<NumbersAllocated>().Add("numbers-allocated", 1, MemberJson.Default.NumbersAllocated);

    public override JsonTypeInfo<MemberNumberState> SnapshotJson => MemberJson.Default.MemberNumberState;

    public override void Evolve(MemberNumberState state, NumbersAllocated e, in EventMeta meta) => state.Next = e.First + e.Count;
}

/// <summary>Gives out member numbers; see <see cref="IMemberNumberGrain"/>. A lost answer leaves a gap, never a number given twice.</summary>
[GrainType("member-number")]
sealed class MemberNumberGrain(LedgerServices services, MemberNumberLedger ledger)
    : LedgerGrain<MemberNumberState, NumbersAllocated>(services, ledger), IMemberNumberGrain
{
    public Task<Answer<long>> Allocate(int count, Caller caller, CancellationToken ct) =>
        Commit(count, caller, MemberNumberDecider.Allocate, static (state, count) => state.Next - count, ct);
}
