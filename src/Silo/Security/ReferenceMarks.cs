using System.Security.Cryptography;
using System.Text;
using JmaActors.Enrolments;

namespace JmaActors.Security;

/// <summary>HMAC-SHA-256 under a key of its own that is drawn from the master key (HKDF), as <see cref="CertificateCodes"/> are.</summary>
public sealed class ReferenceMarks : IReferenceMarks
{
    const int KeyBytes = 32;

    /// <summary>Of the HMAC; two references of one program do not meet in as many.</summary>
    const int MarkBytes = 16;

    static readonly byte[] Purpose = Encoding.UTF8.GetBytes("jma-actors payment references, 1");

    readonly byte[] key;

    /// <param name="masterKey">32 bytes; see <see cref="PersonMasterKey"/>.</param>
    public ReferenceMarks(byte[] masterKey) => key = HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey, KeyBytes, salt: null, Purpose);

    public string Of(ProgramId program, string reference) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{program.Code}\n{reference}")).AsSpan(0, MarkBytes));
}
