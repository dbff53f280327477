using JmaActors.Journal;

namespace JmaActors.Members;

/// <summary>Opens sealed attributes for those who read records; an erased person reads as erased.</summary>
public sealed class PersonOpening(IPersonCipher cipher, PersonKeyring keyring)
{
    /// <summary>Opens what was sealed of this person.</summary>
    public async Task<Func<byte[], Person>> For(MemberId member, CancellationToken ct)
    {
        var wrapped = await keyring.Find(member, ct).AsTask().OrTryAgain();
        return bytes => wrapped is null ? PersonRules.Erased : cipher.Open(wrapped, member, bytes);
    }
}
