namespace JmaActors.Alerts;

/// <summary>When a letter goes: once what comes together was gathered, and not more often than so many an hour; what comes meanwhile goes in the next one. Pure.</summary>
static class LetterRules
{
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>When the next letter is due; null when nothing waits.</summary>
    public static DateTimeOffset? Due(AlertBoxState state, AlertPolicy policy)
    {
        if (state.Waiting.FirstOrDefault() is not { } first) return null;
        var gathered = first.At + policy.Gather;
        if (state.Letters.Count < policy.LettersPerHour) return gathered;
        var free = state.Letters[^policy.LettersPerHour] + Hour;
        return free > gathered ? free : gathered;
    }

    /// <summary>Keeps the letters that still count at a moment.</summary>
    public static void Sent(List<DateTimeOffset> letters, DateTimeOffset at)
    {
        letters.RemoveAll(l => l + Hour <= at);
        letters.Add(at);
    }
}
