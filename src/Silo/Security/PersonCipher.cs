using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using JmaActors.Members;
using static JmaActors.Security.SealedForm;

namespace JmaActors.Security;

/// <summary>
/// AES-256-GCM in two layers: attributes under a key per person, bound to the member id as associated data; that key under the master key.
/// Both are <see cref="SealedForm"/>.
/// </summary>
public sealed class PersonCipher : IPersonCipher, IDisposable
{
    // A cipher object serves one thread at a time.
    readonly ThreadLocal<AesGcm> masters;

    /// <param name="masterKey">32 bytes; see <see cref="PersonMasterKey"/>.</param>
    public PersonCipher(ReadOnlySpan<byte> masterKey)
    {
        if (masterKey.Length != KeyBytes) throw new ArgumentException($"The master key has {KeyBytes} bytes.", nameof(masterKey));
        var key = masterKey.ToArray();
        masters = new ThreadLocal<AesGcm>(() => new AesGcm(key, TagBytes), trackAllValues: true);
    }

    public byte[] NewKey()
    {
        Span<byte> key = stackalloc byte[KeyBytes];
        RandomNumberGenerator.Fill(key);
        var wrapped = new byte[Overhead + KeyBytes];
        Encrypt(masters.Value!, key, wrapped, default);
        CryptographicOperations.ZeroMemory(key);
        return wrapped;
    }

    public bool Unwraps(byte[] wrappedKey)
    {
        try
        {
            Unwrap(wrappedKey).Dispose();
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    public byte[] Seal(byte[] wrappedKey, MemberId member, Person person) => Seal(wrappedKey, member, JsonSerializer.SerializeToUtf8Bytes(person, MemberJson.Default.Person));

    public byte[] SealText(byte[] wrappedKey, MemberId member, string text) => Seal(wrappedKey, member, Encoding.UTF8.GetBytes(text));

    public string OpenText(byte[] wrappedKey, MemberId member, byte[] sealedBytes) => Encoding.UTF8.GetString(Clear(wrappedKey, member, sealedBytes));

    byte[] Seal(byte[] wrappedKey, MemberId member, byte[] clear)
    {
        var sealedBytes = new byte[Overhead + clear.Length];
        using var key = Unwrap(wrappedKey);
        Span<byte> whose = stackalloc byte[sizeof(long)];
        Encrypt(key, clear, sealedBytes, Whose(member, whose));
        CryptographicOperations.ZeroMemory(clear);
        return sealedBytes;
    }

    public Person Open(byte[] wrappedKey, MemberId member, byte[] sealedBytes) =>
        JsonSerializer.Deserialize(Clear(wrappedKey, member, sealedBytes), MemberJson.Default.Person) ?? throw new CryptographicException("Nothing was sealed.");

    byte[] Clear(byte[] wrappedKey, MemberId member, byte[] sealedBytes)
    {
        using var key = Unwrap(wrappedKey);
        Span<byte> whose = stackalloc byte[sizeof(long)];
        var clear = new byte[Math.Max(0, sealedBytes.Length - Overhead)];
        Decrypt(key, sealedBytes, clear, Whose(member, whose));
        return clear;
    }

    public void Dispose()
    {
        foreach (var cipher in masters.Values) cipher.Dispose();
        masters.Dispose();
    }

    AesGcm Unwrap(byte[] wrappedKey)
    {
        if (wrappedKey.Length != Overhead + KeyBytes) throw new CryptographicException("This is no wrapped key.");
        Span<byte> key = stackalloc byte[KeyBytes];
        Decrypt(masters.Value!, wrappedKey, key, default);
        var cipher = new AesGcm(key, TagBytes);
        CryptographicOperations.ZeroMemory(key);
        return cipher;
    }

    static ReadOnlySpan<byte> Whose(MemberId member, Span<byte> bytes)
    {
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, member.Number);
        return bytes;
    }
}
