using System.Text.Json.Serialization;

namespace JmaActors.Training;

/// <summary>What a program is: everything an approver decides on.</summary>
/// <param name="Terms">Null for the plain ones.</param>
/// <param name="Organizer">Who holds it when that is not the association; null for the association itself.</param>
/// <param name="Delivery">How it is held.</param>
public sealed record ProgramContent(
    string Title, string Place, bool WholeTalk, DateTimeOffset DoorsOpen, DateTimeOffset DoorsClose, IReadOnlyList<Talk> Talks,
    AttendanceTerms? Terms = null, string? Organizer = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] ProgramDelivery Delivery = ProgramDelivery.Both)
{
    /// <summary>Before the program was created.</summary>
    public static readonly ProgramContent Empty = new("", "", false, default, default, []);

    public static ProgramContent Of(CreateProgram c) => Plain(c.Title, c.Place, c.WholeTalk, c.DoorsOpen, c.DoorsClose, c.Talks, c.Terms, c.Organizer, c.Delivery);

    /// <param name="stands">How the program is held now.</param>
    public static ProgramContent Of(ChangeProgram c, ProgramDelivery stands) =>
        Plain(c.Title, c.Place, c.WholeTalk, c.DoorsOpen, c.DoorsClose, c.Talks, c.Terms, c.Organizer, c.Delivery ?? stands);

    public static ProgramContent Of(ProgramView v) => Plain(v.Title, v.Place, v.WholeTalk, v.DoorsOpen, v.DoorsClose, v.Talks, v.Terms, v.Organizer, v.Delivery);

    /// <summary>The same as a command, for the rules of a new program.</summary>
    public CreateProgram ToCreate(AssociationId host, Caller caller) => new(host, Title, Place, WholeTalk, DoorsOpen, DoorsClose, Talks, caller, Terms, Organizer, Delivery);

    /// <summary>Everything moved by so many days. Asia/Tokyo has no summer time, so hours stay what they are.</summary>
    public ProgramContent MovedBy(int days) => this with
    {
        DoorsOpen = DoorsOpen.AddDays(days),
        DoorsClose = DoorsClose.AddDays(days),
        Talks = [.. Talks.Select(t => t with { Start = t.Start.AddDays(days), End = t.End.AddDays(days) })],
    };

    public bool Equals(ProgramContent? other) =>
        other is not null && Title == other.Title && Place == other.Place && WholeTalk == other.WholeTalk && DoorsOpen == other.DoorsOpen
        && DoorsClose == other.DoorsClose && Terms == other.Terms && Organizer == other.Organizer && Delivery == other.Delivery && Talks.SequenceEqual(other.Talks);

    public override int GetHashCode() => HashCode.Combine(Title, Place, WholeTalk, DoorsOpen, DoorsClose, Talks.Count);

    static ProgramContent Plain(
        string title, string place, bool whole, DateTimeOffset open, DateTimeOffset close, IReadOnlyList<Talk> talks, AttendanceTerms? terms, string? organizer, ProgramDelivery delivery) =>
        new(title, place, whole, open, close, [.. talks ?? []], terms == AttendanceTerms.Plain ? null : terms, string.IsNullOrWhiteSpace(organizer) ? null : organizer.Trim(), delivery);
}
