using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace JmaActors.Training;

/// <summary>
/// The natural key of a tap: device and nonce, folded to 128 bits of SHA-256 because a session remembers two hundred thousand of them.
/// A cryptographic hash, so that no reader can name a nonce that answers for another reader's.
/// </summary>
readonly record struct TapKey(ulong High, ulong Low)
{
    const int BytesMost = 4 * (TrainingLimits.DeviceLength + TrainingLimits.NonceLength + 1);

    public static TapKey Of(string device, string nonce)
    {
        Span<byte> text = stackalloc byte[BytesMost];
        var length = Encoding.UTF8.GetBytes(device, text);
        text[length++] = 0;
        length += Encoding.UTF8.GetBytes(nonce, text[length..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..length], hash);
        return new TapKey(BinaryPrimitives.ReadUInt64LittleEndian(hash), BinaryPrimitives.ReadUInt64LittleEndian(hash[8..]));
    }
}
