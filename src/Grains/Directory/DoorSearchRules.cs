using JmaActors.Members;

namespace JmaActors.Directory;

/// <summary>What somebody who types at a door is looking for.</summary>
public static class DoorSearchRules
{
    /// <summary>What to ask the views; null when nothing can be meant.</summary>
    public static DoorQuery? Query(string text)
    {
        var folded = NameRules.Fold(text);
        if (MemberId.TryParse(folded, out var member)) return new DoorQuery("", Member: member.Number);
        if (RegistryNumber.TryParse(folded, out var registry)) return new DoorQuery("", Registry: registry.Text);
        return folded.Length == 0 ? null : new DoorQuery(folded);
    }

    /// <summary>The last digits of a registry number: enough to tell two people of one name apart, too little to be told the number.</summary>
    public static string? End(string? registry) => registry is null ? null : registry.Length <= EndDigits ? registry : registry[^EndDigits..];

    const int EndDigits = 3;
}
