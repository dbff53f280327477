using System.Collections.Concurrent;

namespace JmaActors.Members;

/// <summary>Where ledgers find the wrapped keys of people; bulk work reads many at once beforehand.</summary>
public sealed class PersonKeyring(IMemberDirectory directory, TimeProvider time)
{
    /// <summary>Keys read ahead and kept at most, and for how long.</summary>
    const int AheadMost = 20_000;
    static readonly TimeSpan AheadLife = TimeSpan.FromSeconds(10);

    readonly ConcurrentDictionary<long, (byte[] Wrapped, long Until)> ahead = new();

    /// <summary>The wrapped key; null when there is none or the person was erased.</summary>
    public async ValueTask<byte[]?> Find(MemberId member, CancellationToken ct)
    {
        if (ahead.TryRemove(member.Number, out var kept) && kept.Until > time.GetTimestamp()) return kept.Wrapped;
        return await directory.PersonKey(member.Number, ct);
    }

    /// <summary>Forgets a key that was destroyed.</summary>
    public void Forget(MemberId member) => ahead.TryRemove(member.Number, out _);

    /// <summary>Reads keys for the next <see cref="Find"/> of each, for a few seconds.</summary>
    public async Task Prefetch(IReadOnlyCollection<long> members, CancellationToken ct)
    {
        if (ahead.Count > AheadMost) ahead.Clear();
        var until = time.GetTimestamp() + (long)(AheadLife.TotalSeconds * time.TimestampFrequency);
        foreach (var (member, wrapped) in await directory.PersonKeys(members, ct)) ahead[member] = (wrapped, until);
    }
}
