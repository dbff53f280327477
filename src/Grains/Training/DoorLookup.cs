using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using JmaActors.Journal;
using JmaActors.Members;
using JmaActors.Passes;

namespace JmaActors.Training;

/// <summary>Finds who stands at the door: by card, by pass, or picked by hand. Used on one actor's scheduler only.</summary>
sealed class DoorLookup(IMemberDirectory directory, IPassSigner signer, JournalLimits limits, TimeProvider time)
{
    readonly HolderCache<string> cards = new(directory.ByCards, SessionLimits.KnownCard, limits, time);
    readonly HolderCache<long> people = new(directory.ByMembers, SessionLimits.KnownPerson, limits, time);

    /// <summary>A tap with who it is.</summary>
    public async ValueTask<DoorTap> Find(TapCard tap, TapKey key, CancellationToken ct)
    {
        if (tap.Pass is { } shown) return await Pass(tap, shown, key, ct);
        return new(tap, tap.Person is { } person ? await people.Find(person.Number, ct) : await cards.Find(tap.Card.Text, ct), key);
    }

    async ValueTask<DoorTap> Pass(TapCard tap, string shown, TapKey key, CancellationToken ct)
    {
        if (PassRules.Read(shown, signer) is not { } claim) return new(tap, null, key, PassRules.Forged);
        var holder = await people.Find(claim.Member.Number, ct);
        var fault = holder is null ? null : PassRules.Refuse(claim, tap.At, holder.PassGeneration, holder.PassRevokedAt);
        return new(tap, holder, key, fault, Fingerprint(shown));
    }

    /// <summary>Who has a number; null when nobody has.</summary>
    public ValueTask<CardHolder?> Person(long member, CancellationToken ct) => people.Find(member, ct);

    /// <summary>Who has which number; unknown numbers are left out.</summary>
    public async Task<IReadOnlyDictionary<long, CardHolder>> People(IReadOnlyCollection<long> members, CancellationToken ct)
    {
        var found = new Dictionary<long, CardHolder>(members.Count);
        foreach (var (member, holder) in members.Zip(await Task.WhenAll(members.Select(m => people.Find(m, ct).AsTask()))))
        {
            if (holder is not null) found.Add(member, holder);
        }
        return found;
    }

    /// <summary>By which a session knows a pass again: 64 bits of SHA-256 over its text, upper case.</summary>
    static long Fingerprint(string pass)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(pass.Trim().ToUpperInvariant()), hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
