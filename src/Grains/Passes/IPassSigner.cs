namespace JmaActors.Passes;

/// <summary>Signs passes under a key every silo of the house has and nobody else. Depends on nothing but the key and what is signed.</summary>
public interface IPassSigner
{
    /// <summary>Bytes of a whole tag.</summary>
    const int TagBytes = 32;

    /// <summary>HMAC-SHA-256 of the data.</summary>
    /// <param name="tag">Takes <see cref="TagBytes"/> bytes.</param>
    void Sign(ReadOnlySpan<byte> data, Span<byte> tag);
}
