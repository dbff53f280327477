using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace JmaActors.Credits;

/// <summary>
/// Who holds documents beside people. An institution holds its own under a number below zero, made of its code; people's numbers are above. Of some thousands of institutions two have the same number with a probability below one in a hundred billion.
/// </summary>
public static class EvidenceHolders
{
    /// <summary>The number a workplace holds documents under. It names no person.</summary>
    public static MemberId Of(WorkplaceId workplace) =>
        new(-1 - (long)(BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"workplace/{workplace.Code}"))) >> 1));

    public static bool IsInstitution(MemberId holder) => holder.Number < 0;
}
