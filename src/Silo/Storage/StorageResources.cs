namespace JmaActors.Storage;

/// <summary>The SQL scripts that travel inside the assembly.</summary>
static class StorageResources
{
    /// <param name="name">Folder and file below Storage, e.g. <c>Postgres.journal.sql</c>.</param>
    public static string Text(string name)
    {
        var resource = $"JmaActors.Storage.{name}";
        using var stream = typeof(StorageResources).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The script {resource} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
