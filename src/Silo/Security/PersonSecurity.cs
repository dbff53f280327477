using JmaActors.Members;
using JmaActors.Proofs;

namespace JmaActors.Security;

/// <summary>Registers what a silo does under its master key: personal attributes are sealed and opened, codes of certificates made.</summary>
public static class PersonSecurity
{
    const string MasterKey = "person-master-key";

    /// <param name="data">The data folder; the master key is looked for when it is first needed.</param>
    public static IServiceCollection AddPersonSecurity(this IServiceCollection services, string data)
    {
        services.AddKeyedSingleton(MasterKey, (s, _) => PersonMasterKey.Find(s.GetService<IConfiguration>()?[PersonMasterKey.Setting], data));
        services.AddSingleton<IPersonCipher>(s => new PersonCipher(s.GetRequiredKeyedService<byte[]>(MasterKey)));
        services.AddSingleton<ICertificateCodes>(s => new CertificateCodes(s.GetRequiredKeyedService<byte[]>(MasterKey)));
        services.AddSingleton<PersonKeyring>();
        return services;
    }
}
