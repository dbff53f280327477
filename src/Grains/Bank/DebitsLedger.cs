using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using JmaActors.Dues;
using JmaActors.Ledgers;

namespace JmaActors.Bank;

/// <summary>What can happen to what an association has drawn. No event holds an account of a person.</summary>
public abstract record DebitsEvent;

public sealed record DebitDrawn(long Member, long Yen);

/// <param name="Account">The association's own.</param>
/// <param name="Until">What was due up to here; null in events from before.</param>
/// <param name="Awaited">The last day on which the bank's answer is awaited; null in events from before.</param>
public sealed record DebitsDrawn(string Key, DateOnly Day, string Client, string Account, IReadOnlyList<DebitDrawn> Lines, DateOnly? Until = null, DateOnly? Awaited = null) : DebitsEvent;

/// <param name="Result">振替結果コード.</param>
public sealed record DebitSettled(string Key, long Member, char Result) : DebitsEvent;

public sealed record DebitsWithdrawn(string Key, string Reason) : DebitsEvent;

/// <summary>What an association has drawn, as its events tell.</summary>
public sealed class DebitsState
{
    public Dictionary<string, DebitBatchState> Batches { get; set; } = [];

    /// <summary>People in a batch the bank has not answered.</summary>
    [JsonIgnore]
    public HashSet<long> Pending => [.. Batches.Values.Where(b => !b.Withdrawn).SelectMany(b => b.Lines).Where(l => l.Value.Result is null).Select(l => l.Key)];
}

public sealed class DebitBatchState
{
    public DateOnly Day { get; set; }

    public string Client { get; set; } = "";

    public string Account { get; set; } = "";

    public SortedDictionary<long, DebitLineState> Lines { get; set; } = [];

    public bool Withdrawn { get; set; }
}

public sealed class DebitLineState
{
    public long Yen { get; set; }

    public char? Result { get; set; }
}

/// <summary>Stored shapes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DebitsDrawn))]
[JsonSerializable(typeof(DebitSettled))]
[JsonSerializable(typeof(DebitsWithdrawn))]
[JsonSerializable(typeof(DebitsState))]
public sealed partial class DebitsJson : JsonSerializerContext;

/// <summary>The kind <c>debits</c>: what an association has its bank draw, keyed by its code. What is drawn, and what became of it, is told to the dues of who pays, with the event that says so.</summary>
public sealed class DebitsLedger : LedgerDefinition<DebitsState, DebitsEvent>
{
    /// <summary>Name of the kind.</summary>
    public const string Name = "debits";

    public override string Kind => Name;

    public override bool NumberKey => false;

    public override EventCatalog<DebitsEvent> Events { get; } = new EventCatalog<DebitsEvent>()
        .Add("debits-drawn", 1, DebitsJson.Default.DebitsDrawn)
        .Add("debit-settled", 1, DebitsJson.Default.DebitSettled)
        .Add("debits-withdrawn", 1, DebitsJson.Default.DebitsWithdrawn);

    public override JsonTypeInfo<DebitsState> SnapshotJson => DebitsJson.Default.DebitsState;

    public override void Evolve(DebitsState state, DebitsEvent e, in EventMeta meta)
    {
        switch (e)
        {
            case DebitsDrawn drawn:
                state.Batches[drawn.Key] = new DebitBatchState
                {
                    Day = drawn.Day, Client = drawn.Client, Account = drawn.Account, Lines = new(drawn.Lines.ToDictionary(l => l.Member, l => new DebitLineState { Yen = l.Yen })),
                };
                break;
            case DebitSettled settled:
                state.Batches[settled.Key].Lines[settled.Member].Result = settled.Result;
                break;
            case DebitsWithdrawn withdrawn:
                state.Batches[withdrawn.Key].Withdrawn = true;
                break;
        }
    }

    public override void Tell(string key, DebitsState state, DebitsEvent e, in EventMeta meta, ParcelSink parcels)
    {
        switch (e)
        {
            case DebitsDrawn drawn:
                foreach (var line in drawn.Lines) parcels.Send(Dues(line.Member), DebitBegan.Parcel, new DebitBegan(DebitPayment.Key(key, drawn.Key), key, drawn.Day, drawn.Until ?? drawn.Day, drawn.Awaited ?? drawn.Day, line.Yen), DuesJson.Default.DebitBegan);
                break;
            case DebitSettled { Result: DebitsDecider.Paid } paid:
                var batch = state.Batches[paid.Key];
                // No payment is of a day to come, also where a bank answers early.
                var on = batch.Day < meta.Effective ? batch.Day : meta.Effective;
                parcels.Send(Dues(paid.Member), MoneyCame.Parcel, new MoneyCame(DebitPayment.Key(key, paid.Key), batch.Lines[paid.Member].Yen, on, PaymentChannel.DirectDebit, paid.Key), DuesJson.Default.MoneyCame);
                break;
            case DebitSettled settled:
                parcels.Send(Dues(settled.Member), DebitOver.Parcel, new DebitOver(DebitPayment.Key(key, settled.Key), settled.Result), DuesJson.Default.DebitOver);
                break;
            case DebitsWithdrawn withdrawn:
                foreach (var member in state.Batches[withdrawn.Key].Lines.Keys) parcels.Send(Dues(member), DebitOver.Parcel, new DebitOver(DebitPayment.Key(key, withdrawn.Key), null), DuesJson.Default.DebitOver);
                break;
        }
    }

    static string Dues(long member) => LedgerNames.Name(DuesLedger.Name, member);
}
