using JmaActors.Enrolments;
using JmaActors.Members;
using JmaActors.Passes;
using JmaActors.Proofs;
using JmaActors.Webhooks;

namespace JmaActors.Security;

/// <summary>Registers what hangs on the master key on a silo: personal attributes are sealed and opened, passes signed, codes of certificates and marks of payment references made.</summary>
public static class PersonSecurity
{
    /// <param name="data">The data folder; the master key is looked for when it is first needed.</param>
    public static IServiceCollection AddPersonSecurity(this IServiceCollection services, string data)
    {
        services.AddSingleton(s => new MasterKey(PersonMasterKey.Find(s.GetService<IConfiguration>()?[PersonMasterKey.Setting], data)));
        services.AddSingleton<IPersonCipher>(s => new PersonCipher(s.GetRequiredService<MasterKey>().Bytes));
        services.AddSingleton<PersonKeyring>();
        services.AddSingleton<IPassSigner>(s => new PassSigner(s.GetRequiredService<MasterKey>().Bytes));
        services.AddSingleton<ICertificateCodes>(s => new CertificateCodes(s.GetRequiredService<MasterKey>().Bytes));
        services.AddSingleton<IReferenceMarks>(s => new ReferenceMarks(s.GetRequiredService<MasterKey>().Bytes));
        services.AddSingleton<IWebhookSecrets>(s => new WebhookSecrets(s.GetRequiredService<MasterKey>().Bytes));
        return services;
    }

    /// <summary>Found once a silo: two who need it first at the same moment must not both make the file.</summary>
    sealed record MasterKey(byte[] Bytes);
}
