namespace JmaActors.Credits;

/// <summary>What a credit is taken from that was earned before it was kept here, or elsewhere.</summary>
[GenerateSerializer, Alias("credit-source")]
public enum CreditSource
{
    /// <summary>研修手帳: the paper booklet, in which units stand that were earned to 31 March 2025.</summary>
    Booklet = 1,

    /// <summary>単位シール: the sticker that was handed out at a course, before records were kept by systems.</summary>
    Sticker = 2,

    /// <summary>参加証・受講証明書: what the host has given the participant.</summary>
    Certificate = 3,

    /// <summary>学習単位取得証: the yearly paper of the association about the units of a fiscal year.</summary>
    Statement = 4,

    /// <summary>The record of another system, e.g. 全国医師会研修管理システム or MAMIS.</summary>
    OtherSystem = 5,
}

/// <summary>Where a credit comes from that was taken from a file.</summary>
/// <param name="Host">Who held what was attended; empty when not said.</param>
[GenerateSerializer, Immutable, Alias("credit-provenance")]
public sealed record CreditProvenance([property: Id(0)] CreditSource Source, [property: Id(1)] string Host);
