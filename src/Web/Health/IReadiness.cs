namespace JmaActors.Web.Health;

/// <summary>Whether this process can do its work now. The host of the web part answers.</summary>
public interface IReadiness
{
    Task<ReadinessReport> Check(CancellationToken ct);
}

/// <param name="Started">The silo takes calls, or the client is connected to one.</param>
/// <param name="JournalWritable">The journal takes commands.</param>
/// <param name="PopulationLoaded">The data this process was asked to load at its start is there.</param>
public sealed record ReadinessReport(bool Started, bool JournalWritable, bool PopulationLoaded)
{
    public bool Ready => Started && JournalWritable && PopulationLoaded;
}
