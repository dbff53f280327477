namespace JmaActors.Disputes;

/// <summary>A case as its events tell.</summary>
public sealed class DisputeState
{
    /// <summary>Null while nobody opened it.</summary>
    public DisputeStatus? Status { get; set; }

    public DisputeSubject Subject { get; set; }

    public string About { get; set; } = "";

    public string Office { get; set; } = "";

    public DateTimeOffset Opened { get; set; }

    public DateOnly Due { get; set; }

    public List<SealedLine> Lines { get; set; } = [];

    /// <summary>Keys of what was said.</summary>
    public List<string> Keys { get; set; } = [];

    public string? Correction { get; set; }

    public long Version { get; set; }

    public bool UnderWay => Status is DisputeStatus.Open or DisputeStatus.Answered;
}

/// <summary>Something said, sealed; empty when a case was taken back without a word.</summary>
public sealed record SealedLine(DateTimeOffset At, bool ByOffice, Caller By, byte[] Sealed);
