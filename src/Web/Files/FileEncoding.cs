using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Unicode;

namespace JmaActors.Web.Files;

/// <summary>Tells in which encoding a file is written: UTF-8, with or without a byte order mark, or Shift_JIS as offices' spreadsheets save it.</summary>
public static class FileEncoding
{
    /// <summary>What stands, in each encoding, where bytes were no character.</summary>
    public const char Unreadable = '\uFFFD';

    static readonly Encoding ReadUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);
    static readonly Encoding ShiftJis = Register();

    /// <summary>Looks at the beginning without taking it.</summary>
    public static async Task<byte[]> Head(PipeReader reader, CancellationToken ct)
    {
        var read = await Read(reader, ct).ConfigureAwait(false);
        var sample = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, WebLimits.RosterProbe)).ToArray();
        reader.AdvanceTo(read.Buffer.Start);
        return sample;
    }

    /// <summary>The encoding of a sample: whatever is not UTF-8 is taken for Shift_JIS, unless a byte order mark says otherwise. A last character cut in two does not count.</summary>
    public static Encoding Of(ReadOnlySpan<byte> sample)
    {
        if (sample.StartsWith(Encoding.UTF8.Preamble)) return ReadUtf8;
        var whole = sample;
        for (var cut = 0; cut < 4 && cut <= sample.Length; cut++)
        {
            whole = sample[..^cut];
            if (Utf8.IsValid(whole)) return ReadUtf8;
        }

        return ShiftJis;
    }

    static async Task<ReadResult> Read(PipeReader reader, CancellationToken ct)
    {
        try
        {
            return await reader.ReadAtLeastAsync(WebLimits.RosterProbe, ct).ConfigureAwait(false);
        }
        catch (Exception fault) when (FileBody.CutOff(fault))
        {
            throw FileBody.Incomplete();
        }
    }

    static Encoding Register()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(932, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback(Unreadable.ToString()));
    }
}
