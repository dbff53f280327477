using System.Globalization;
using System.Text.RegularExpressions;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;

namespace JmaActors.Tests.Support;

/// <summary>Reads a QR code drawn as an SVG path of one unit a module, as a camera would: from pixels, with a decoder that knows nothing of who drew it.</summary>
public static partial class QrReader
{
    /// <summary>Pixels a module.</summary>
    const int Scale = 4;

    /// <summary>What the code says; null when it cannot be read.</summary>
    public static string? Read(string path, int modules)
    {
        var side = modules * Scale;
        var grey = new byte[side * side];
        Array.Fill(grey, byte.MaxValue);
        foreach (Match run in Runs().Matches(path))
        {
            int Number(int group) => int.Parse(run.Groups[group].Value, CultureInfo.InvariantCulture) * Scale;
            for (var y = Number(2); y < Number(2) + Scale; y++) Array.Clear(grey, y * side + Number(1), Number(3));
        }
        var picture = new BinaryBitmap(new HybridBinarizer(new PlanarYUVLuminanceSource(grey, side, side, 0, 0, side, side, false)));
        return new QRCodeReader().decode(picture, new Dictionary<DecodeHintType, object> { [DecodeHintType.TRY_HARDER] = true })?.Text;
    }

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1h-\d+z")]
    private static partial Regex Runs();
}
