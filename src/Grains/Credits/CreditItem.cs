using System.Text.Json.Serialization;

namespace JmaActors.Credits;

/// <summary>One entry of a ledger, without its key.</summary>
/// <param name="Talk">0 when not earned at a session.</param>
/// <param name="Settled">An office has posted or voided it by hand: the session's later words no longer change it.</param>
/// <param name="Version">The ledger's version that last changed it.</param>
/// <param name="Link">Whether it corrects another entry, or another corrects it.</param>
public readonly record struct CreditItem(
    CreditMethod Method, CreditState State, short Code, short Talk, bool Settled, int Tenths, DateOnly Date, string Title, string? Reason, long Version,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] CreditScheme Scheme = CreditScheme.Cme,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Web = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] CreditLink Link = CreditLink.None)
{
    [JsonIgnore]
    public CmeEntryFact Fact => new(Date, new CurriculumCode(Code), new Units(Tenths), State);

    /// <summary>The session in the key of an attendance entry; null for any other.</summary>
    public SessionId? SessionIn(string key) => Talk > 0 ? new SessionId(key[..key.IndexOf('/', StringComparison.Ordinal)]) : null;

    public CreditEntry Entry(string key, EvidenceKind? document = null, CreditProvenance? provenance = null) => new(
        key, Method, State, new Units(Tenths), new CurriculumCode(Code), Date, Title, SessionIn(key), Talk, Reason, Version, Scheme, Web, Settled, document,
        CorrectionKeys.By(key, Link), CorrectionKeys.Of(key, Link), null, provenance);
}

/// <summary>How an entry hangs together with others of its key, see <see cref="CorrectionKeys"/>.</summary>
[Flags]
public enum CreditLink : byte
{
    None = 0,

    /// <summary>Another entry stands in its place.</summary>
    Corrected = 1,

    /// <summary>It stands in the place of another.</summary>
    Corrects = 2,
}
