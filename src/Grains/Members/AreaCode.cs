using System.Globalization;

namespace JmaActors.Members;

/// <summary>A local association as a number: the members of a prefecture are a range of it. 260007 is 26-007, 265001 is 26-U01.</summary>
public static class AreaCode
{
    /// <summary>Numbers a prefecture has.</summary>
    public const int Prefecture = 10_000;

    const int University = 5_000;

    /// <summary>The number of a local association's code; 0 for none.</summary>
    public static int Of(string? local) => local is null ? 0 : (Number(local[..2]) * Prefecture) + (local[3] == 'U' ? University + Number(local[4..]) : Number(local[3..]));

    /// <summary>The numbers an association takes in, the second no more; null for 日本医師会, which takes in all.</summary>
    public static (int From, int To)? Range(AssociationId association) => association.Layer switch
    {
        AssociationLayer.National => null,
        AssociationLayer.Prefecture => (Number(association.Code) * Prefecture, (Number(association.Code) + 1) * Prefecture),
        _ => (Of(association.Code), Of(association.Code) + 1),
    };

    /// <summary>The local association a number stands for.</summary>
    public static AssociationId Local(int area) => area % Prefecture is >= University and var university
        ? AssociationId.University(area / Prefecture, university - University)
        : AssociationId.Local(area / Prefecture, area % Prefecture);

    static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
