using System.Text.Json;
using System.Text.Json.Nodes;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Live;

namespace JmaActors.Members;

/// <summary>Shows a member's events to those who may read them: what is sealed in the journal is shown opened.</summary>
static class MemberHistory
{
    const string Sealed = "sealed";

    /// <param name="open">Opens sealed bytes of this member.</param>
    public static HistoryLine Line(in EventRow row, Func<byte[], Person> open)
    {
        var body = JsonNode.Parse(row.Body)!.AsObject();
        if (body["e"] is JsonObject e && e[Sealed] is { } bytes)
        {
            e["person"] = JsonSerializer.SerializeToNode(open(Convert.FromBase64String(bytes.GetValue<string>())), MemberJson.Default.Person);
            e.Remove(Sealed);
        }
        return new HistoryLine(row.Version, row.Type, row.Schema, EventCodec.Instant(row.RecordedMicros), body.ToJsonString(BoardJson.Options), Convert.ToHexStringLower(row.Hash));
    }
}
