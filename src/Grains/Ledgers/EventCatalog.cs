using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace JmaActors.Ledgers;

/// <summary>
/// The closed set of a ledger's events: each has a short stable name, a schema version, and the steps that bring an older one up to date.
/// </summary>
public sealed class EventCatalog<TEvent> where TEvent : class
{
    readonly Dictionary<Type, Entry> byType = [];
    readonly Dictionary<string, Entry> byName = new(StringComparer.Ordinal);

    /// <param name="name">Short stable name; never reused for another meaning.</param>
    /// <param name="schema">Version of its shape, from 1.</param>
    /// <param name="upcasts">Step <c>i</c> turns schema <c>i + 1</c> into <c>i + 2</c>; there must be <c>schema - 1</c> of them.</param>
    public EventCatalog<TEvent> Add<T>(string name, short schema, JsonTypeInfo<T> json, params Func<JsonObject, JsonObject>[] upcasts) where T : class, TEvent
    {
        if (upcasts.Length != schema - 1) throw new ArgumentException($"{name} has schema {schema} and needs {schema - 1} upcasts.", nameof(upcasts));
        var entry = new Entry(name, schema, (writer, e) => JsonSerializer.Serialize(writer, (T)e, json), e => e.Deserialize(json)!, node => node.Deserialize(json)!, upcasts);
        byType.Add(typeof(T), entry);
        byName.Add(name, entry);
        return this;
    }

    /// <summary>Every event: name and schema, in order of name.</summary>
    public IEnumerable<(string Name, short Schema, Type Type)> All =>
        byType.Select(p => (p.Value.Name, p.Value.Schema, p.Key)).OrderBy(p => p.Name, StringComparer.Ordinal);

    internal Entry Of(TEvent e) => byType.TryGetValue(e.GetType(), out var entry)
        ? entry
        : throw new InvalidOperationException($"{e.GetType().Name} is not in the catalog of its ledger.");

    internal TEvent Read(string name, short schema, JsonElement body)
    {
        if (!byName.TryGetValue(name, out var entry)) throw new UnreadableEventException($"No event is called {name}.");
        if (schema == entry.Schema) return entry.Read(body);
        if (schema > entry.Schema) throw new UnreadableEventException($"{name} has schema {schema}; this version knows {entry.Schema}.");
        var node = JsonObject.Create(body) ?? throw new UnreadableEventException($"{name} is not an object.");
        for (var step = schema - 1; step < entry.Schema - 1; step++) node = entry.Upcasts[step](node);
        return entry.ReadNode(node);
    }

    internal sealed record Entry(
        string Name,
        short Schema,
        Action<Utf8JsonWriter, TEvent> Write,
        Func<JsonElement, TEvent> Read,
        Func<JsonNode, TEvent> ReadNode,
        Func<JsonObject, JsonObject>[] Upcasts);
}

/// <summary>An event in the journal that this version cannot read; the ledger refuses to wake rather than to guess.</summary>
public sealed class UnreadableEventException(string message) : Exception(message);
