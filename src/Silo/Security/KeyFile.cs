using System.Security.Cryptography;

namespace JmaActors.Security;

/// <summary>Files with keys: only their owner may read them, and they appear whole or not at all.</summary>
static class KeyFile
{
    /// <summary>A key of <see cref="SealedForm.KeyBytes"/> bytes in base64: the setting's, else the file's, which is made where there is none.</summary>
    /// <param name="setting">Value of the setting; null or empty when not set.</param>
    /// <param name="name">The setting's name, for whoever has to mend it.</param>
    /// <exception cref="InvalidOperationException">The setting or the file holds no such key.</exception>
    public static byte[] Key(string? setting, string name, string file)
    {
        if (!string.IsNullOrWhiteSpace(setting)) return Read(setting, name);
        if (!File.Exists(file)) Create(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(SealedForm.KeyBytes)));
        return Read(File.ReadAllText(file), file);
    }

    static byte[] Read(string text, string where)
    {
        var key = new byte[SealedForm.KeyBytes + 1];
        return Convert.TryFromBase64String(text.Trim(), key, out var length) && length == SealedForm.KeyBytes
            ? key[..SealedForm.KeyBytes]
            : throw new InvalidOperationException($"{where} must hold {SealedForm.KeyBytes} bytes in base64.");
    }

    public static void Create(string path, string text)
    {
        var folder = Path.GetDirectoryName(path)!;
        System.IO.Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var draft = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(draft, options))
        {
            writer.Write(text);
        }
        File.Move(draft, path, overwrite: false);
    }
}
