namespace JmaActors.Credits;

/// <summary>The scheme (制度) under which units are held. Units of different schemes are never added up.</summary>
[GenerateSerializer, Alias("credit-scheme")]
public enum CreditScheme
{
    /// <summary>日医生涯教育制度 (CME); subjects are curriculum codes.</summary>
    Cme = 0,

    /// <summary>認定産業医: basic (基礎) and lifelong (生涯) training.</summary>
    Occupational = 1,

    /// <summary>認定健康スポーツ医: the subjects of the new course, and re-training (再研修).</summary>
    Sports = 2,

    /// <summary>日医かかりつけ医機能研修制度: the groups 1 to 6 of applied training (応用研修).</summary>
    Kakaritsuke = 3,

    /// <summary>日本専門医機構 共通講習: A, B and C.</summary>
    CommonLecture = 4,
}

/// <summary>What a talk offers beside CME units: units of another scheme under one of its subjects.</summary>
/// <param name="Subject">Number of the subject within the scheme; what it means is data (<c>seeds/policy</c>, rows <c>scheme.subject.number</c>).</param>
[GenerateSerializer, Immutable, Alias("offer")]
public sealed record Offer([property: Id(0)] CreditScheme Scheme, [property: Id(1)] short Subject);
