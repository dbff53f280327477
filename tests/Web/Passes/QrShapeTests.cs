using JmaActors.Tests.Support;
using JmaActors.Web.Passes;

namespace JmaActors.Tests.Web.Passes;

public sealed class QrShapeTests
{
    [Fact]
    public void What_is_drawn_is_read_again_and_a_pass_makes_a_small_code()
    {
        var text = "JP1." + string.Concat(Enumerable.Repeat("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 2))[..48];

        var shape = QrShape.Of(text);

        Assert.Equal(text, QrReader.Read(shape.Path, shape.Modules));
        // Version 3 is 29 modules a side, the quiet zone four on each.
        Assert.Equal(29 + 8, shape.Modules);
    }
}
