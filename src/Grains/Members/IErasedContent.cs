namespace JmaActors.Members;

/// <summary>What a database keeps beside its rows: a log of older pages, dead versions of rows.</summary>
public interface IErasedContent
{
    /// <summary>Has older versions of what was erased overwritten, as far as the database can be made to. Doing it again is harmless.</summary>
    Task Purge(CancellationToken ct);
}
