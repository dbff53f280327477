using JmaActors.Web.Files;
using Microsoft.AspNetCore.Components.Forms;

namespace JmaActors.Web.Rosters;

/// <summary>What of a chosen file is read to show it: the beginning of a CSV, and the whole of a workbook, which is read from its end.</summary>
static class FileSample
{
    /// <exception cref="IOException">The file could not be read to the end.</exception>
    public static async Task<(byte[] Sample, bool Whole)> Read(IBrowserFile file)
    {
        if (file.Size > WebLimits.RosterBody) throw new Access.InvalidInputException("file", $"A file has at most {WebLimits.RosterBody} bytes.");
        await using var stream = file.OpenReadStream(WebLimits.RosterBody);
        using var sample = new MemoryStream();
        await Upto(stream, sample, WebLimits.PreviewBytes).ConfigureAwait(true);
        if (XlsxGuard.IsZip(sample.GetBuffer().AsSpan(0, (int)sample.Length)))
        {
            if (file.Size > WebLimits.XlsxBody) throw new Access.InvalidInputException("file", $"A workbook has at most {WebLimits.XlsxBody} bytes: split it, or save it as CSV.");
            await Upto(stream, sample, WebLimits.XlsxBody).ConfigureAwait(true);
        }

        return (sample.ToArray(), sample.Length >= file.Size);
    }

    static async Task Upto(Stream stream, MemoryStream into, long most)
    {
        var part = new byte[32 * 1024];
        while (into.Length < most)
        {
            var read = await stream.ReadAsync(part.AsMemory(0, (int)Math.Min(part.Length, most - into.Length))).ConfigureAwait(true);
            if (read == 0) return;
            into.Write(part, 0, read);
        }
    }
}
