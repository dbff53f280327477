namespace JmaActors.Credits;

/// <summary>A document that is attached to an entry and kept, as a ledger remembers it.</summary>
public sealed record HeldDocument(string Sha256, EvidenceKind Kind, int Bytes)
{
    public AttachedDocument Attached => new(Sha256, Kind, Bytes);

    /// <summary>The document of an event; null when it names none that is kept.</summary>
    public static HeldDocument? Of(CreditProved e) =>
        e is { Sha256: { } digest, Bytes: { } bytes, Document: { } kind } && KindOf(kind) is { } known ? new HeldDocument(digest, known, bytes) : null;

    /// <summary>The word for a kind in events.</summary>
    public static string Word(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Pdf => "pdf",
        EvidenceKind.Jpeg => "jpeg",
        EvidenceKind.Png => "png",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    static EvidenceKind? KindOf(string word) => word switch
    {
        "pdf" => EvidenceKind.Pdf,
        "jpeg" => EvidenceKind.Jpeg,
        "png" => EvidenceKind.Png,
        _ => null,
    };
}
