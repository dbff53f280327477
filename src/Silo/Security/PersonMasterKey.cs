namespace JmaActors.Security;

/// <summary>
/// Where the master key of <see cref="PersonCipher"/> comes from: setting <see cref="Setting"/> (base64; the same on every silo of a cluster), else a file
/// of the data folder that only its owner may read, made at the first start. Without it nobody's attributes can be read: it belongs into the backup, apart from the data.
/// </summary>
public static class PersonMasterKey
{
    /// <summary>Environment variable or configuration key.</summary>
    public const string Setting = "JMA_PERSON_MASTER_KEY";

    /// <param name="setting">Value of <see cref="Setting"/>; null or empty when not set.</param>
    /// <param name="dataFolder">The data folder; the file is <c>keys/person-master.key</c> in it.</param>
    /// <exception cref="InvalidOperationException">The setting or the file is not 32 bytes in base64.</exception>
    public static byte[] Find(string? setting, string dataFolder) => KeyFile.Key(setting, Setting, Path.Combine(dataFolder, "keys", "person-master.key"));
}
