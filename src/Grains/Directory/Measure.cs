namespace JmaActors.Directory;

/// <summary>A whole number that can be read off a person's row (<see cref="Members.MemberViews.People"/> and what lies beside it): what is filtered, counted or sorted by.</summary>
public abstract record Measure
{
    Measure() { }

    /// <summary>A column as it stands.</summary>
    public sealed record Column(string Name) : Measure;

    /// <summary>
    /// A figure that moves on by itself every 1 April: rows say beforehand what holds in the next two fiscal years, see <see cref="Credits.CreditStandingRow"/>.
    /// Where the row is older than that, nothing is left: 0.
    /// </summary>
    /// <param name="Year">The column of the fiscal year the row was written in.</param>
    public sealed record OfYear(string Year, string Now, string Next, string Last) : Measure;

    /// <summary>What is left of one when another is taken away; unknown where either is.</summary>
    public sealed record Less(Measure From, Measure Taken) : Measure;
}
