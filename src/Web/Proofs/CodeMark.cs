using System.Text;
using JmaActors.Proofs;

namespace JmaActors.Web.Proofs;

/// <summary>How a file carries its certificate's code: <c>JMA-PROOF:7KQ2-M9XA-40PT-RW6E</c> among the document's keywords, in plain bytes.</summary>
public static class CodeMark
{
    const string Prefix = "JMA-PROOF:";

    public static string Of(CertificateCode code) => Prefix + code.Text;

    /// <summary>The code in a file; null when it carries none. The file is not opened: whatever it is, only bytes are looked at.</summary>
    public static CertificateCode? In(ReadOnlySpan<byte> file)
    {
        for (var rest = file; rest.IndexOf(Encoding.ASCII.GetBytes(Prefix)) is var at and >= 0; rest = rest[(at + Prefix.Length)..])
        {
            var after = rest[(at + Prefix.Length)..];
            if (after.Length >= CertificateCode.Shown && CertificateCode.TryParse(Encoding.ASCII.GetString(after[..CertificateCode.Shown]), out var code)) return code;
        }
        return null;
    }
}
