using System.Security.Cryptography;
using JmaActors.Tests.Support;
using JmaActors.Web.Passes;

namespace JmaActors.Tests.Web.Passes;

public sealed class QrShapeTests
{
    /// <summary>Passes drawn and read.</summary>
    const int Passes = 500;

    [Fact]
    public void Every_pass_drawn_is_read_again_and_makes_a_small_code()
    {
        for (var i = 0; i < Passes; i++)
        {
            var text = "JP1." + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 48);
            var shape = QrShape.Of(text);

            Assert.Equal(text, QrReader.Read(shape.Path, shape.Modules));
            // Version 3 is 29 modules a side, the quiet zone four on each.
            Assert.Equal(29 + 8, shape.Modules);
        }
    }
}
