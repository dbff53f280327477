namespace JmaActors.Storage.Views;

/// <summary>How a text is taken: as somebody's number, as beginnings of names, or, where nobody's name begins so, as a part of one.</summary>
/// <param name="People">Whose number it is; null when it is no number or nobody's.</param>
/// <param name="Anywhere">Sought within names: a walk over all of them.</param>
sealed record TextMeaning(IReadOnlyList<long>? People, bool Anywhere)
{
    public static readonly TextMeaning Beginnings = new(null, false);
    public static readonly TextMeaning Parts = new(null, true);
    public static readonly TextMeaning Nobody = new([], false);
}
