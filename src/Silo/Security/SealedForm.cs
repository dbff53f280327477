using System.Security.Cryptography;

namespace JmaActors.Security;

/// <summary>How sealed bytes are laid out, whatever they hold: AES-256-GCM, <c>version · nonce (12) · tag (16) · ciphertext</c>.</summary>
static class SealedForm
{
    public const int KeyBytes = 32;
    public const int TagBytes = 16;

    /// <summary>Bytes a sealed text is longer than the clear one.</summary>
    public const int Overhead = 1 + NonceBytes + TagBytes;

    const byte Form = 1;
    const int NonceBytes = 12;

    /// <param name="whose">Bound to the text: it opens under the same only.</param>
    public static void Encrypt(AesGcm cipher, ReadOnlySpan<byte> clear, Span<byte> to, ReadOnlySpan<byte> whose)
    {
        to[0] = Form;
        var nonce = to.Slice(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        cipher.Encrypt(nonce, clear, to[Overhead..], to.Slice(1 + NonceBytes, TagBytes), whose);
    }

    /// <exception cref="CryptographicException">Not sealed in this form, under this key and for the same.</exception>
    public static void Decrypt(AesGcm cipher, ReadOnlySpan<byte> from, Span<byte> clear, ReadOnlySpan<byte> whose)
    {
        if (from.Length < Overhead || from[0] != Form) throw new CryptographicException("These bytes are of no known form.");
        cipher.Decrypt(from.Slice(1, NonceBytes), from[Overhead..], from.Slice(1 + NonceBytes, TagBytes), clear, whose);
    }
}
