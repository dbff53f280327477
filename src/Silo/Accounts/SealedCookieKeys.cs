using System.Xml.Linq;
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
    /// <exception cref="InvalidOperationException">The newest was sealed under another key.</exception>
    public static async Task Check(AccountsDb db, AccountsKey key, CancellationToken ct)
    {
        var newest = await db.DataProtectionKeys.AsNoTracking().OrderByDescending(k => k.Id).Select(k => k.Xml).FirstOrDefaultAsync(ct);
        if (newest is not null && XElement.Parse(newest).Descendants(Name).FirstOrDefault() is { } sealedKey) key.Open(sealedKey.Value, Whose);
    }

    sealed class Sealer(AccountsKey key) : IXmlEncryptor
    {
        public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
            new(new XElement(Name, key.Seal(plaintextElement.ToString(SaveOptions.DisableFormatting), Whose)), typeof(Opener));
    }

    /// <summary>Made by the framework, by the name that stands beside what is sealed.</summary>
    sealed class Opener : IXmlDecryptor
    {
        readonly AccountsKey key;

        public Opener(IServiceProvider services) => key = services.GetRequiredService<AccountsKey>();

        public XElement Decrypt(XElement encryptedElement) => XElement.Parse(key.Open(encryptedElement.Value, Whose));
    }
}
