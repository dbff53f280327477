using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace JmaActors.Accounts;

/// <summary>Keys of cookies as they lie in the database: sealed, where there is a key for it.</summary>
static class SealedCookieKeys
{
    const string Name = "sealedCookieKey";
    const string Whose = "cookie-key";

    public static void Use(IServiceCollection services) =>
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s => new ConfigureOptions<KeyManagementOptions>(o =>
        {
            var key = s.GetRequiredService<AccountsKey>();
            if (key.Seals) o.XmlEncryptor = new Sealer(key);
        }));

    /// <summary>A node that cannot open what the others sealed would make keys of its own, and nobody would stay signed in: it does not begin.</summary>
    /// <exception cref="InvalidOperationException">One was sealed under another key.</exception>
    public static async Task Check(AccountsDb db, AccountsKey key, CancellationToken ct)
    {
        foreach (var sealedKey in await Kept(db).Where(k => k.Xml!.Contains(Name)).Select(k => k.Xml!).ToListAsync(ct))
        {
            foreach (var secret in XElement.Parse(sealedKey).Descendants(Name)) key.Open(secret.Value, Whose);
        }
    }

    /// <summary>Lets keys go that lie in clear: what a backup holds of them makes no cookie and no link any more. Whoever was signed in by them signs in once more.</summary>
    public static Task Drop(AccountsDb db, CancellationToken ct) => Kept(db).Where(k => !k.Xml!.Contains(Name)).ExecuteDeleteAsync(ct);

    /// <summary>Sees to it that there is a key, by which nodes that begin later are judged.</summary>
    public static void Make(IServiceProvider services) => services.GetRequiredService<IDataProtectionProvider>().CreateProtector(Name).Protect(Name);

    static IQueryable<Microsoft.AspNetCore.DataProtection.EntityFrameworkCore.DataProtectionKey> Kept(AccountsDb db) => db.DataProtectionKeys.AsNoTracking().Where(k => k.Xml != null);

    sealed class Sealer(AccountsKey key) : IXmlEncryptor
    {
        public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
            new(new XElement(Name, key.Seal(plaintextElement.ToString(SaveOptions.DisableFormatting), Whose)), typeof(Opener));
    }

    /// <summary>Made by the framework, by the name that stands beside what is sealed: it stays as it is.</summary>
    sealed class Opener : IXmlDecryptor
    {
        readonly AccountsKey key;

        public Opener(IServiceProvider services) => key = services.GetRequiredService<AccountsKey>();

        public XElement Decrypt(XElement encryptedElement) => XElement.Parse(key.Open(encryptedElement.Value, Whose));
    }
}
