namespace JmaActors.Crash.Journal;

/// <summary>One person as the events tell.</summary>
sealed class MemberStory
{
    /// <summary>Keys of the changes, in order.</summary>
    public List<(string Key, bool Profile)> Changes { get; } = [];

    public string? Local { get; private set; }

    public long Version { get; private set; }

    public void Take(in StoredEvent e, Complaints complaints)
    {
        Version = e.Version;
        if (e.E.TryGetProperty("membership", out var membership)) Local = membership.TryGetProperty("local", out var local) ? local.GetString() : null;
        if (e.Text("key") is not { } key) return;
        if (Changes.Exists(c => c.Key == key)) complaints.Add($"change {key} of {e.Ledger} is there twice");
        Changes.Add((key, e.Type == "profile-changed"));
    }
}
