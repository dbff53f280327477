using JmaActors.Bank;
using JmaActors.Members;

namespace JmaActors.Dues;

/// <summary>Seals the account somebody's dues are drawn from under her own key, and opens it. What was sealed goes with the key when she is erased.</summary>
public sealed class DebitSeal(IPersonCipher cipher, PersonKeyring keyring)
{
    /// <summary>Null when there is no key: nobody is registered, or who was is erased.</summary>
    public async Task<byte[]?> Seal(MemberId member, DebitAccount account, CancellationToken ct) =>
        await keyring.Find(member, ct) is { } key ? cipher.SealText(key, member, $"{account.Account}\n{account.Holder}") : null;

    public async Task<DebitAccount?> Open(MemberId member, byte[]? sealedAccount, CancellationToken ct)
    {
        if (sealedAccount is null || await keyring.Find(member, ct) is not { } key) return null;
        var parts = cipher.OpenText(key, member, sealedAccount).Split('\n');
        return new DebitAccount(parts[0], parts[1]);
    }
}
