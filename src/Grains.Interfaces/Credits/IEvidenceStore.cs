namespace JmaActors.Credits;

/// <summary>
/// The documents that prove what people report for themselves. The bytes are kept once under their SHA-256, whoever brings them; who may have a
/// document opened is a holding of one member, and nobody gets at another's document by knowing its digest. Kept beside the journal, not in it.
/// </summary>
/// <remarks>Every method throws <see cref="TryAgainException"/> when the database is away.</remarks>
public interface IEvidenceStore
{
    /// <summary>Keeps a document for a member; one she holds already is held as if it came now. Durable when answered.</summary>
    /// <param name="at">When it came. More than <see cref="EvidenceLimits.PerDay"/> new ones on its civil date (Asia/Tokyo) are too many.</param>
    Task<EvidenceKept> Put(MemberId member, EvidenceFile file, DateTimeOffset at, CancellationToken ct);

    /// <summary>What a member holds under a digest; null when she holds nothing under it, whatever others hold.</summary>
    Task<EvidenceHolding?> Find(MemberId member, string sha256, CancellationToken ct);

    /// <summary>The document a member holds under a digest; null when she holds none.</summary>
    Task<EvidenceFile?> Read(MemberId member, string sha256, CancellationToken ct);

    /// <summary>Holdings of before an instant that are not known to be attached, oldest first.</summary>
    Task<IReadOnlyList<EvidenceHolding>> Loose(DateTimeOffset before, int most, CancellationToken ct);

    /// <summary>Notes the first as attached for good and takes the others away, unless they came again meanwhile; a document nobody holds any more goes.</summary>
    Task Settle(IReadOnlyCollection<EvidenceHolding> attached, IReadOnlyCollection<EvidenceHolding> loose, CancellationToken ct);

    /// <summary>Takes away all a member holds, attached or not: for a person who is erased.</summary>
    Task Forget(MemberId member, CancellationToken ct);
}

/// <summary>Named limits of documents.</summary>
public static class EvidenceLimits
{
    /// <summary>Bytes of one document: a photograph of a phone, or some scanned pages.</summary>
    public const int Bytes = 10 * 1024 * 1024;

    /// <summary>Documents one person may be brought on one civil date.</summary>
    public const int PerDay = 20;

    /// <summary>Documents one institution may bring on one civil date: a self-evaluation comes with many.</summary>
    public const int PerDayOfInstitution = 300;

    /// <summary>How many documents a holder may bring on one civil date.</summary>
    public static int PerDayOf(MemberId holder) => EvidenceHolders.IsInstitution(holder) ? PerDayOfInstitution : PerDay;

    /// <summary>Digits of a SHA-256 in hexadecimal.</summary>
    public const int Digits = 64;

    /// <summary>How long after its upload a document may be attached to an entry.</summary>
    public static readonly TimeSpan AttachWithin = TimeSpan.FromHours(24);

    /// <summary>When a document that is attached to nothing goes: later than <see cref="AttachWithin"/>, so that none goes while an entry that names it is being written.</summary>
    public static readonly TimeSpan LooseFor = TimeSpan.FromHours(25);
}

/// <summary>What a document may be.</summary>
[GenerateSerializer, Alias("evidence-kind")]
public enum EvidenceKind
{
    Pdf = 1,
    Jpeg = 2,
    Png = 3,
}

/// <summary>What became of a document that was brought.</summary>
public enum EvidenceKept
{
    Kept,

    /// <summary>The member held it already.</summary>
    Held,

    /// <summary>The day's number is used up; nothing was kept.</summary>
    TooMany,
}

/// <summary>A document and what it is.</summary>
/// <param name="Sha256">SHA-256 of the content in 64 lower-case hexadecimal digits.</param>
public sealed record EvidenceFile(string Sha256, EvidenceKind Kind, ReadOnlyMemory<byte> Content);

/// <summary>A member's hold on a document.</summary>
/// <param name="Bytes">Length of the document.</param>
/// <param name="Uploaded">When it last came.</param>
/// <param name="Attached">Known to be named by an entry; it is then kept for good.</param>
public sealed record EvidenceHolding(MemberId Member, string Sha256, EvidenceKind Kind, int Bytes, DateTimeOffset Uploaded, bool Attached);
