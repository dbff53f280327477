using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using JmaActors.Journal;
using JmaActors.Ledgers;

namespace JmaActors.Tests.Grains.Credits;

/// <summary>An event stored years ago is read by today's shape; one from the future is not guessed at.</summary>
public class OlderSchemas
{
    // Schema 1 said hours as a decimal; schema 2 units in tenths; schema 3 added where it came from.
    static readonly EventCatalog<Earned> Catalog = new EventCatalog<Earned>().Add("earned", 3, OlderJson.Default.Earned, HoursToTenths, FromNowhere);

    static JsonObject HoursToTenths(JsonObject old) => new()
    {
        ["key"] = old["key"]!.DeepClone(),
        ["tenths"] = (int)(old["hours"]!.GetValue<decimal>() * 10m),
    };

    static JsonObject FromNowhere(JsonObject old)
    {
        old["source"] = "unknown";
        return old;
    }

    static EventRow Stored(short schema, string body) => new(
        "credits/1", 1, "earned", schema, 0, Encoding.UTF8.GetBytes($$"""{"m":{"s":"system","r":0,"c":"*","f":739000,"w":"a"},"e":{{body}}}"""), []);

    [Theory]
    [InlineData(1, """{"key":"a","hours":1.5}""", "unknown")]
    [InlineData(2, """{"key":"a","tenths":15}""", "unknown")]
    [InlineData(3, """{"key":"a","tenths":15,"source":"door"}""", "door")]
    public void Every_older_shape_is_brought_up_to_date_step_by_step(short schema, string body, string source)
    {
        var (e, meta) = EventCodec.Read(Catalog, Stored(schema, body));

        Assert.Equal(new Earned("a", 15, source), e);
        Assert.Equal((1L, Caller.System), (meta.Version, meta.Caller));
    }

    [Fact]
    public void A_newer_shape_than_known_and_an_unknown_name_stop_the_ledger_from_waking()
    {
        Assert.Throws<UnreadableEventException>(() => EventCodec.Read(Catalog, Stored(4, "{}")));
        Assert.Throws<UnreadableEventException>(() => EventCodec.Read(Catalog, Stored(1, "{}") with { Type = "lost" }));
    }

    [Fact]
    public void A_catalog_with_a_step_missing_is_refused_at_once() =>
        Assert.Throws<ArgumentException>(() => new EventCatalog<Earned>().Add("earned", 3, OlderJson.Default.Earned, HoursToTenths));
}

sealed record Earned(string Key, int Tenths, string Source);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Earned))]
sealed partial class OlderJson : JsonSerializerContext;
