namespace JmaActors.Pages.Dues;

/// <summary>What an office does with somebody's dues on a page.</summary>
public enum DuesDeed
{
    Pay,
    Reverse,
    Refund,
    Credit,
    WriteOff,

    /// <summary>Reckons a year and sends the statement.</summary>
    Send,
    Reduce,
    EndReduction,

    /// <summary>Reminds now.</summary>
    Remind,

    /// <summary>Holds reminders back.</summary>
    Hold,

    /// <summary>Sends them again.</summary>
    Resume,
}
