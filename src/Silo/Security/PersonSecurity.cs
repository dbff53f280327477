using JmaActors.Members;

namespace JmaActors.Security;

/// <summary>Registers how personal attributes are sealed and opened on a silo.</summary>
public static class PersonSecurity
{
    /// <param name="data">The data folder; the master key is looked for when it is first needed.</param>
    public static IServiceCollection AddPersonSecurity(this IServiceCollection services, string data)
    {
        services.AddSingleton<IPersonCipher>(s => new PersonCipher(PersonMasterKey.Find(s.GetService<IConfiguration>()?[PersonMasterKey.Setting], data)));
        services.AddSingleton<PersonKeyring>();
        return services;
    }
}
