using System.Text;
using QRCoder;

namespace JmaActors.Web.Passes;

/// <summary>A QR code to be drawn as one path on a square of modules, its quiet zone included.</summary>
/// <param name="Modules">Modules a side.</param>
/// <param name="Path">The dark modules as SVG path data, one unit a module.</param>
public sealed record QrShape(int Modules, string Path)
{
    /// <summary>The code of a text, with error correction M: 15 % may be glare.</summary>
    public static QrShape Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                var from = x;
                while (x < rows.Count && rows[y][x]) x++;
                if (x > from) path.Append('M').Append(from).Append(' ').Append(y).Append('h').Append(x - from).Append("v1h").Append(from - x).Append('z');
            }
        }
        return new QrShape(rows.Count, path.ToString());
    }
}
