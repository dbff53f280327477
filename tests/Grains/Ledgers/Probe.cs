using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using JmaActors.Ledgers;

namespace JmaActors.Tests.Grains.Ledgers;

/// <summary>The smallest ledger: sums what is added under natural keys, and may tell another of its kind.</summary>
[Alias("probe-grain")]
public interface IProbeGrain : IGrainWithStringKey, ILedgerGrain
{
    /// <summary>Natural key: <see cref="AddToProbe.Key"/>. A negative amount that nobody is told is refused.</summary>
    [Alias("add")]
    Task<Answer<int>> Add(AddToProbe command, CancellationToken ct);

    /// <summary>Sum of all that was added and told.</summary>
    [Alias("sum")]
    Task<int> Sum(CancellationToken ct);

    /// <summary>Writes rows alone.</summary>
    [Alias("show")]
    Task Show(CancellationToken ct);
}

/// <param name="Tell">Key of the probe that is told the amount; null for none.</param>
[GenerateSerializer, Immutable, Alias("add-to-probe")]
public sealed record AddToProbe([property: Id(0)] string Key, [property: Id(1)] int Amount, [property: Id(2)] string? Tell = null);

/// <summary>What happened to a probe.</summary>
public abstract record ProbeEvent;

/// <summary>Something was added. Schema 1 called the amount <c>halves</c> and counted in twos; schema 2 had no <c>tell</c>.</summary>
public sealed record ProbeAdded(string Key, int Amount, string? Tell) : ProbeEvent;

/// <summary>Another probe told an amount.</summary>
public sealed record ProbeTold(int Amount) : ProbeEvent;

public sealed class ProbeState
{
    public Dictionary<string, int> Added { get; set; } = [];

    public int Told { get; set; }

    [JsonIgnore]
    public int Sum => Told + Added.Values.Sum();
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ProbeAdded))]
[JsonSerializable(typeof(ProbeTold))]
[JsonSerializable(typeof(ProbeState))]
public sealed partial class ProbeJson : JsonSerializerContext;

public sealed class ProbeLedger : LedgerDefinition<ProbeState, ProbeEvent>
{
    public const string Name = "probe";

    public override string Kind => Name;

    public override bool NumberKey => false;

    public override EventCatalog<ProbeEvent> Events { get; } = new EventCatalog<ProbeEvent>()
        .Add("added", 3, ProbeJson.Default.ProbeAdded, HalvesToAmount, TellNobody)
        .Add("told", 1, ProbeJson.Default.ProbeTold);

    public override JsonTypeInfo<ProbeState> SnapshotJson => ProbeJson.Default.ProbeState;

    public override void Evolve(ProbeState state, ProbeEvent e, in EventMeta meta)
    {
        if (e is ProbeAdded added) state.Added.Add(added.Key, added.Amount);
        else state.Told += ((ProbeTold)e).Amount;
    }

    public override void Tell(string key, ProbeState state, ProbeEvent e, in EventMeta meta, ParcelSink parcels)
    {
        if (e is ProbeAdded { Tell: { } other } added) parcels.Send(LedgerNames.Name(Name, other), "amount", new ProbeTold(added.Amount), ProbeJson.Default.ProbeTold);
    }

    /// <summary>Negative amounts are taken only by a probe to which <c>credit</c> was added.</summary>
    public override Decision<ProbeEvent> Accept(ProbeState state, Parcel parcel, in Deciding deciding)
    {
        var told = JsonSerializer.Deserialize(parcel.Body, ProbeJson.Default.ProbeTold)!;
        return told.Amount < 0 && !state.Added.ContainsKey("credit") ? Decision<ProbeEvent>.Refuse("negative") : Decision<ProbeEvent>.Event(told);
    }

    public static Decision<ProbeEvent> Add(ProbeState state, AddToProbe command, Deciding deciding)
    {
        if (state.Added.ContainsKey(command.Key)) return Decision<ProbeEvent>.Again();
        return command.Amount < 0 && command.Tell is null ? Decision<ProbeEvent>.Refuse("negative") : Decision<ProbeEvent>.Event(new ProbeAdded(command.Key, command.Amount, command.Tell));
    }

    static JsonObject HalvesToAmount(JsonObject old) => new() { ["key"] = old["key"]!.DeepClone(), ["amount"] = old["halves"]!.GetValue<int>() * 2 };

    static JsonObject TellNobody(JsonObject old)
    {
        old["tell"] = null;
        return old;
    }
}

[GrainType(ProbeLedger.Name)]
public sealed class ProbeGrain(LedgerServices services, ProbeLedger ledger) : LedgerGrain<ProbeState, ProbeEvent>(services, ledger), IProbeGrain
{
    public Task<Answer<int>> Add(AddToProbe command, CancellationToken ct) =>
        Commit(command, Caller.System, ProbeLedger.Add, static (state, command) => state.Added[command.Key], ct);

    public Task<int> Sum(CancellationToken ct) => Durable(State.Sum);

    public Task Show(CancellationToken ct) => ShowAgain();
}
