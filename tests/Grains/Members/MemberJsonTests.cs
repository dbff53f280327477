using System.Text;
using System.Text.Json;
using JmaActors.Members;

namespace JmaActors.Tests.Grains.Members;

public class MemberJsonTests
{
    [Fact]
    public void The_clear_person_and_the_key_are_never_written()
    {
        var registered = new MemberRegistered([1, 2], new("CARD01"), People.Everywhere, true) { Person = People.Person(new("1234567")), WrappedKey = [7, 7, 7] };

        var json = Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(registered, MemberJson.Default.MemberRegistered));
        Assert.Equal("""{"membership":{"local":"26-007","layers":7,"category":1},"demonstration":true,"sealed":"AQI=","card":"CARD01"}""", json);

        var read = JsonSerializer.Deserialize(json, MemberJson.Default.MemberRegistered)!;
        Assert.Equal((registered.Card, registered.Membership, registered.Demonstration, null), (read.Card, read.Membership, read.Demonstration, read.Person));
        Assert.Equal(registered.Sealed, read.Sealed);
    }

    [Fact]
    public void A_snapshot_keeps_sealed_bytes_only()
    {
        var state = new MemberState { Registered = true, Sealed = [1], Person = People.Person(), Membership = People.Everywhere, Keys = ["k"], Version = 3 };

        var json = JsonSerializer.Serialize(state, MemberJson.Default.MemberState);
        Assert.DoesNotContain("花子", json, StringComparison.Ordinal);

        var read = JsonSerializer.Deserialize(json, MemberJson.Default.MemberState)!;
        Assert.Equal((true, 3L, People.Everywhere, null), (read.Registered, read.Version, read.Membership, read.Person));
        Assert.True(read.Knows("k"));
    }
}
