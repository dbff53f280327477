namespace JmaActors.Resources;

/// <summary>Names the words for reason codes, <c>Reason.&lt;code&gt;</c>: <c>Reasons.resx</c> (Japanese) and <c>Reasons.en.resx</c>.</summary>
public sealed class Reasons;
