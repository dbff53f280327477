namespace JmaActors.Security;

/// <summary>Files with keys: only their owner may read them, and they appear whole or not at all.</summary>
static class KeyFile
{
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
