using System.Globalization;
using System.Text.RegularExpressions;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;

namespace JmaActors.Tests.Support;

/// <summary>Draws QR codes, and reads one drawn as an SVG path of one unit a module: from pixels, with a decoder that knows nothing of who drew it.</summary>
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
        var picture = new BinaryBitmap(new GlobalHistogramBinarizer(new PlanarYUVLuminanceSource(grey, side, side, 0, 0, side, side, false)));
        return new QRCodeReader().decode(picture, new Dictionary<DecodeHintType, object> { [DecodeHintType.PURE_BARCODE] = true })?.Text;
    }

    /// <summary>The dark modules of a code that says a text, without quiet zone, by column and row.</summary>
    public static bool[,] Draw(string text)
    {
        var drawn = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, new Dictionary<EncodeHintType, object> { [EncodeHintType.MARGIN] = 0 });
        var modules = new bool[drawn.Width, drawn.Height];
        for (var y = 0; y < drawn.Height; y++)
        {
            for (var x = 0; x < drawn.Width; x++) modules[x, y] = drawn[x, y];
        }
        return modules;
    }

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1h-\d+z")]
    private static partial Regex Runs();
}
