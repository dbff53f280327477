using JmaActors.Live;
using Microsoft.Extensions.Logging;

namespace JmaActors.Operations;

/// <inheritdoc cref="IOperationsBoardGrain" />
[GrainType("operations-board")]
public sealed class OperationsBoardGrain(TimeProvider time, ILogger<OperationsBoardGrain> log)
    : BoardGrain<OperationsPicture>("operations", time, log), IOperationsBoardGrain
{
    /// <summary>A node not heard of for this long is shown no more.</summary>
    static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    readonly Dictionary<string, NodeFigures> nodes = new(StringComparer.Ordinal);

    public Task Report(NodeFigures figures)
    {
        nodes[figures.Node] = figures;
        Canvas.Hint();
        return Task.CompletedTask;
    }

    protected override ValueTask<OperationsPicture?> Draw()
    {
        var now = Time.GetUtcNow();
        foreach (var silent in nodes.Values.Where(n => now - n.At > Silence).ToList()) nodes.Remove(silent.Node);
        return new(new OperationsPicture(
            new SortedDictionary<string, NodeFigures>(nodes, StringComparer.Ordinal),
            nodes.Values.Sum(n => n.CommandsPerSecond),
            nodes.Values.Sum(n => n.Watchers),
            nodes.Values.Select(n => n.Parked).DefaultIfEmpty(0).Max()));
    }
}
