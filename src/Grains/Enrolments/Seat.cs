using System.Text.Json.Serialization;

namespace JmaActors.Enrolments;

/// <summary>One person in a program's sign-up: how the last sign-up stands, and what was paid in all.</summary>
public sealed class Seat
{
    public long Member { get; set; }

    public int Arrival { get; set; }

    /// <summary>受付番号; 0 without a place.</summary>
    public int Number { get; set; }

    public EnrolmentStanding Standing { get; set; }

    public EnrolmentMode Mode { get; set; }

    public int Children { get; set; }

    public ChildcareStanding Childcare { get; set; }

    public bool WalkIn { get; set; }

    public bool OverCapacity { get; set; }

    /// <summary>Signed up by the host, not by the person.</summary>
    public bool ByHost { get; set; }

    public EnrolmentPrice Price { get; set; } = new(Yen.Zero, EnrolmentTariff.Other, EnrolmentCircle.Everybody);

    /// <summary>Paid less given back.</summary>
    public Yen Paid { get; set; }

    public DateTimeOffset SignedUp { get; set; }

    public DateTimeOffset? Cancelled { get; set; }

    /// <summary>Keys of the commands done for this person.</summary>
    public List<string> Keys { get; set; } = [];

    /// <summary>Numbers of the payments and refunds.</summary>
    public List<int> Entries { get; set; } = [];

    /// <summary>Has a place or waits for one.</summary>
    [JsonIgnore]
    public bool Active => Standing != EnrolmentStanding.Cancelled;

    [JsonIgnore]
    public bool Held => Standing == EnrolmentStanding.Confirmed;

    [JsonIgnore]
    public Yen Due => Held ? Price.Fee : Yen.Zero;

    /// <summary>Signed up already in the way somebody wishes to.</summary>
    public bool IsLike(SignUp wish) => Active && Mode == wish.Mode && Children == wish.Children;

    public bool Knows(string key) => Keys.Contains(key, StringComparer.Ordinal);
}
