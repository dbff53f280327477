namespace JmaActors.Resources;

/// <summary>Names the texts of the pages: <c>Texts.resx</c> (Japanese) and <c>Texts.en.resx</c>.</summary>
public sealed class Texts;
