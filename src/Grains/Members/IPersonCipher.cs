namespace JmaActors.Members;

/// <summary>
/// Keeps personal attributes unreadable without the person's own key. A key stands nowhere in the clear: it is wrapped under the house's master key
/// and kept as a row of <c>person_key</c>; destroying that row erases the person wherever the sealed bytes were copied to.
/// </summary>
public interface IPersonCipher
{
    /// <summary>A new key for one person, wrapped.</summary>
    byte[] NewKey();

    /// <summary>True when a key was wrapped under this house's master key.</summary>
    bool Unwraps(byte[] wrappedKey);

    /// <summary>Seals attributes for exactly this person; the same attributes give other bytes each time.</summary>
    byte[] Seal(byte[] wrappedKey, MemberId member, Person person);

    /// <summary>Seals words for exactly this person.</summary>
    byte[] SealText(byte[] wrappedKey, MemberId member, string text);

    /// <summary>Opens words that were sealed for this person.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The key is another one's, or the bytes were changed.</exception>
    string OpenText(byte[] wrappedKey, MemberId member, byte[] sealedBytes);

    /// <summary>Opens what was sealed for this person.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The key is another one's, or the bytes were changed.</exception>
    Person Open(byte[] wrappedKey, MemberId member, byte[] sealedBytes);
}
