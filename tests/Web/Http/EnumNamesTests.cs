using System.Text.Json;
using JmaActors.Web.Http;

namespace JmaActors.Tests.Web.Http;

/// <summary>What crosses the wire is named, never numbered.</summary>
public sealed class EnumNamesTests
{
    public static TheoryData<Type> Enums => [.. typeof(MemberId).Assembly.GetTypes().Where(t => t is { IsEnum: true, IsPublic: true } && t.GetCustomAttributes(typeof(FlagsAttribute), false).Length == 0)];

    [Theory, MemberData(nameof(Enums))]
    public void Every_choice_is_written_and_read_by_name(Type kind)
    {
        foreach (var value in Enum.GetValues(kind))
        {
            var json = JsonSerializer.Serialize(value, kind, ApiJson.Options);
            Assert.StartsWith("\"", json, StringComparison.Ordinal);
            Assert.Equal(value, JsonSerializer.Deserialize(json, kind, ApiJson.Options));
        }
    }
}
