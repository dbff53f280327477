using System.Buffers.Binary;
using System.Security.Cryptography;

namespace JmaActors.Passes;

/// <summary>
/// What a pass is and when it is good. A pass is <c>JP1.</c> and 48 letters and digits: member number (34 bits) and generation (14), second of issue (32),
/// serial (32), and half of an HMAC-SHA-256 over the prefix and these (128 bits; RFC 2104, section 5: no shorter than half). As QR code it fits version 3 with
/// error correction M: 29 modules a side.
/// </summary>
public static class PassRules
{
    /// <summary>The signature does not fit: nobody of this house has shown it.</summary>
    public const string Forged = "forged-pass";

    /// <summary>It was good once: a screenshot, or a phone that was offline.</summary>
    public const string Expired = "expired-pass";

    /// <summary>The same pass was used before; whoever keeps the taps decides that.</summary>
    public const string Copied = "copied-pass";

    /// <summary>It was taken back.</summary>
    public const string Revoked = "revoked";

    /// <summary>It begins later than the tap: the reader's clock is slow.</summary>
    public const string NotYetValid = "not-yet-valid";

    /// <summary>Begins every pass; the dot is what no card number has. A later form begins with another digit.</summary>
    public const string Prefix = "JP1.";

    /// <summary>How often the page shows another one.</summary>
    public static readonly TimeSpan Rotation = TimeSpan.FromSeconds(15);

    /// <summary>How long one is good: the rotation, and time to raise the phone to a reader while the next one is fetched over a poor network.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(40);

    /// <summary>How much a reader's clock may differ from the house's, either way.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(20);

    const int ClaimBytes = 14;
    const int TagBytes = 16;
    const int GenerationBits = 14;
    const int GenerationMost = (1 << GenerationBits) - 1;

    /// <summary>Whether a reader has read a pass rather than a card. Says nothing about whether it is genuine.</summary>
    public static bool IsPass(string? text) => text is not null && text.AsSpan().Trim().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>A pass that begins now.</summary>
    /// <param name="serial">Drawn by lot by the caller.</param>
    public static ShownPass Show(MemberId member, int generation, DateTimeOffset now, uint serial, IPassSigner signer)
    {
        var issued = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        var token = Write(new PassClaim(member, generation, issued, serial), signer);
        return new ShownPass(member, token, issued, issued + Life, issued + Rotation);
    }

    /// <summary>The text of a pass.</summary>
    public static string Write(PassClaim claim, IPassSigner signer)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(claim.Generation, GenerationMost);
        Span<byte> bytes = stackalloc byte[ClaimBytes + TagBytes];
        // Number and generation are 48 bits; what follows is written over the 16 below them.
        BinaryPrimitives.WriteUInt64BigEndian(bytes, ((ulong)claim.Member.Number << GenerationBits | (uint)claim.Generation) << 16);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[6..], checked((uint)claim.Issued.ToUnixTimeSeconds()));
        BinaryPrimitives.WriteUInt32BigEndian(bytes[10..], claim.Serial);
        Tag(bytes[..ClaimBytes], bytes[ClaimBytes..], signer);
        return Prefix + Base32.Write(bytes);
    }

    /// <summary>What a genuine pass says; null for anything else.</summary>
    public static PassClaim? Read(string? text, IPassSigner signer)
    {
        if (!IsPass(text)) return null;
        Span<byte> bytes = stackalloc byte[ClaimBytes + TagBytes];
        if (!Base32.TryRead(text.AsSpan().Trim()[Prefix.Length..], bytes)) return null;
        Span<byte> tag = stackalloc byte[TagBytes];
        Tag(bytes[..ClaimBytes], tag, signer);
        if (!CryptographicOperations.FixedTimeEquals(tag, bytes[ClaimBytes..])) return null;
        var whose = BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 16;
        return new PassClaim(
            new MemberId((long)(whose >> GenerationBits)),
            (int)(whose & GenerationMost),
            DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadUInt32BigEndian(bytes[6..])),
            BinaryPrimitives.ReadUInt32BigEndian(bytes[10..]));
    }

    /// <summary>Why a genuine pass is not good for a tap; null when it is. A newer generation than is known here is good: only the house signs.</summary>
    /// <param name="at">Event time of the tap, by the reader's clock.</param>
    /// <param name="generation">The holder's generation as known here; 0 when nothing was ever taken back.</param>
    /// <param name="revokedAt">
    /// When that generation began. A reader that was offline brings taps from before: a pass of the generation before it was good then. Null takes all older ones as revoked.
    /// </param>
    public static string? Refuse(PassClaim claim, DateTimeOffset at, int generation, DateTimeOffset? revokedAt = null)
    {
        if (at < claim.Issued - ClockSkew) return NotYetValid;
        if (at >= claim.Issued + Life + ClockSkew) return Expired;
        if (claim.Generation >= generation) return null;
        return claim.Generation == generation - 1 && at < revokedAt ? null : Revoked;
    }

    static void Tag(ReadOnlySpan<byte> claim, Span<byte> tag, IPassSigner signer)
    {
        Span<byte> signed = stackalloc byte[Prefix.Length + ClaimBytes];
        for (var i = 0; i < Prefix.Length; i++) signed[i] = (byte)Prefix[i];
        claim.CopyTo(signed[Prefix.Length..]);
        Span<byte> whole = stackalloc byte[IPassSigner.TagBytes];
        signer.Sign(signed, whole);
        whole[..TagBytes].CopyTo(tag);
    }
}
