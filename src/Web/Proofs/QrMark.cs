using PdfSharp.Drawing;
using QRCoder;

namespace JmaActors.Web.Proofs;

/// <summary>A QR code drawn as squares, sharp at every size.</summary>
static class QrMark
{
    /// <summary>Light modules around the code, which readers want; QRCoder's matrix has them.</summary>
    const int Quiet = 4;

    public static void Draw(XGraphics on, string text, double x, double y, double size)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var modules = rows.Count - (2 * Quiet);
        var module = size / modules;
        var path = new XGraphicsPath { FillMode = XFillMode.Winding };
        for (var row = 0; row < modules; row++)
        {
            // Dark modules side by side are one rectangle: no hairlines between them, and a smaller file.
            for (var column = 0; column < modules; column++)
            {
                if (!rows[row + Quiet][column + Quiet]) continue;
                var from = column;
                while (column + 1 < modules && rows[row + Quiet][column + 1 + Quiet]) column++;
                path.AddRectangle(x + (from * module), y + (row * module), (column - from + 1) * module, module);
            }
        }
        on.DrawPath(XBrushes.Black, path);
    }
}
