using System.Text.Json;
using JmaActors.Live;

namespace JmaActors.Web.Live;

/// <summary>A whole picture at one version. Shared by everybody who is shown it; read once per type.</summary>
public sealed class LivePicture(string topic, BoardVersion version, byte[] json)
{
    object? _read;

    public string Topic => topic;

    public BoardVersion Version => version;

    /// <summary>The picture as JSON in UTF-8.</summary>
    public ReadOnlyMemory<byte> Json => json;

    /// <summary>What the hub sends for it, made once however many get it.</summary>
    internal object? Wire { get; set; }

    /// <summary>The picture as its record.</summary>
    public TPicture As<TPicture>()
        where TPicture : class
    {
        if (_read is TPicture read) return read;
        read = JsonSerializer.Deserialize<TPicture>(json, BoardJson.Options) ?? throw new JsonException($"The picture of {topic} is empty.");
        _read = read;
        return read;
    }
}

/// <summary>A change from one version to the next, shared by everybody who is sent it.</summary>
public sealed class LiveChange(BoardChange change)
{
    public string Topic => change.Topic;

    public BoardVersion From => change.From;

    public BoardVersion To => change.To;

    /// <summary>JSON merge patch.</summary>
    public string Patch => change.Patch;

    /// <summary>What the hub sends for it, made once however many get it.</summary>
    internal object? Wire { get; set; }
}
