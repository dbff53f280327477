namespace JmaActors.Training;

/// <summary>How a program is held, as far as it decides what its talks may offer. What is not known yet is not judged.</summary>
/// <param name="Host">The association that holds it; null when not known.</param>
/// <param name="Capacity">People who may take part; null when not known.</param>
/// <param name="WebOnly">True: nobody is in a hall. In a hall with web attendance each attendance is judged by itself (<see cref="OfferRules.CountsOnWeb"/>).</param>
public readonly record struct OfferSetting(AssociationId? Host = null, int? Capacity = null, bool WebOnly = false);
