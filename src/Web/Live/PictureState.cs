using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using JmaActors.Live;

namespace JmaActors.Web.Live;

/// <summary>What became of a change that arrived.</summary>
internal enum Taken
{
    /// <summary>It followed what was known and is applied.</summary>
    Applied,

    /// <summary>It was known.</summary>
    Known,

    /// <summary>Something before it is missing, or another activation draws now.</summary>
    Gap,
}

/// <summary>The picture a node knows of one topic, and the last changes that led to it. Not thread-safe: its topic guards it.</summary>
internal sealed class PictureState(string topic)
{
    readonly LiveChange[] _kept = new LiveChange[BoardLimits.ChangesKept];
    JsonNode? _node;
    LivePicture? _picture;
    int _next;
    int _count;

    public BoardVersion Version { get; private set; }

    public void Reset(BoardPicture picture)
    {
        _node = JsonNode.Parse(picture.Json);
        _picture = null;
        _count = 0;
        Version = picture.Version;
    }

    public Taken Take(BoardChange change, out LiveChange applied)
    {
        applied = null!;
        if (change.From != Version)
            return change.To.Epoch == Version.Epoch && change.To.N <= Version.N ? Taken.Known : Taken.Gap;

        _node = MergePatch.Apply(_node, JsonNode.Parse(change.Patch));
        _picture = null;
        Version = change.To;
        applied = new LiveChange(change);
        _kept[_next] = applied;
        _next = (_next + 1) % _kept.Length;
        _count = Math.Min(_count + 1, _kept.Length);
        return Taken.Applied;
    }

    /// <summary>The changes after a version, oldest first; null when they are no longer, or never were, known here.</summary>
    public LiveChange[]? Since(BoardVersion version)
    {
        if (version == Version) return [];
        for (var back = 1; back <= _count; back++)
        {
            if (Kept(back).From != version) continue;
            var changes = new LiveChange[back];
            for (var i = 0; i < back; i++) changes[i] = Kept(back - i);
            return changes;
        }

        return null;
    }

    /// <summary>The whole picture as it is now.</summary>
    public LivePicture Picture() => _picture ??= new LivePicture(topic, Version, Write(_node));

    LiveChange Kept(int back) => _kept[(_next - back + _kept.Length) % _kept.Length];

    static byte[] Write(JsonNode? node)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = BoardJson.Options.Encoder }))
        {
            if (node is null) writer.WriteNullValue();
            else node.WriteTo(writer, BoardJson.Options);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
