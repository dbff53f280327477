using System.Text.Json.Serialization;

namespace JmaActors.Credits;

/// <summary>What happened to a person's study credits. Units stand in tenths: 5 is 0.5 単位. Amounts are pending, then posted or voided; never overwritten.</summary>
public abstract record CreditEvent(string Key);

/// <summary>An entry was opened: pending until it is posted or voided.</summary>
/// <param name="Key">Natural key: <c>session/talk</c> for attendance, the caller's key otherwise.</param>
/// <param name="Code">The curriculum code, or the number of the scheme's subject.</param>
/// <param name="Talk">Talk number at a session; 0 when earned otherwise.</param>
public sealed record CreditOpened(
    string Key, CreditMethod Method, short Code, int Tenths, DateOnly Date, string Title, int Talk,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] CreditScheme Scheme = CreditScheme.Cme,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Web = false) : CreditEvent(Key);

/// <summary>An entry was opened and posted at once.</summary>
/// <param name="Key">As of <see cref="CreditOpened"/>.</param>
/// <param name="Code">As of <see cref="CreditOpened"/>.</param>
/// <param name="Talk">Talk number at a session; 0 when earned otherwise.</param>
public sealed record CreditAccrued(
    string Key, CreditMethod Method, short Code, int Tenths, DateOnly Date, string Title, int Talk,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] CreditScheme Scheme = CreditScheme.Cme,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Web = false) : CreditEvent(Key);

/// <summary>What proves an entry that was not earned at a door: a score, a document, or both. Comes with the entry's opening.</summary>
/// <param name="Score">Percent of correct answers; null when there is none.</param>
/// <param name="Document">What the document is, <c>pdf</c>, <c>jpeg</c> or <c>png</c>; null without one. Events of before documents were kept hold an extension or a name.</param>
/// <param name="Sha256">Hex digest of the document's bytes; null when there is no document.</param>
/// <param name="Bytes">Length of the document that is kept; null when there is none, or when only its digest is known, as in events of before.</param>
public sealed record CreditProved(string Key, int? Score, string? Document, string? Sha256, int? Bytes = null) : CreditEvent(Key);

/// <summary>What an entry was taken over from that was earned before it was kept here, or elsewhere. Comes with the entry's opening.</summary>
/// <param name="Host">Who held what was attended; empty when not said.</param>
public sealed record CreditSourced(string Key, CreditSource Source, string Host) : CreditEvent(Key);

/// <summary>A pending entry changed its units: more counted time, or less after a late tap.</summary>
/// <param name="Web">Whether it is earned on the web, when that changed.</param>
public sealed record CreditAdjusted(string Key, int Tenths, bool? Web = null) : CreditEvent(Key);

/// <summary>An entry was posted with these units; from here it counts.</summary>
/// <param name="Web">Whether it is earned on the web, when that changed.</param>
public sealed record CreditPosted(string Key, int Tenths, bool? Web = null) : CreditEvent(Key);

/// <summary>An entry was voided: it stays visible and counts no longer.</summary>
/// <param name="Reason">Stable code of the rule, or the office's words.</param>
public sealed record CreditVoided(string Key, string Reason) : CreditEvent(Key);

/// <summary>A voided or posted entry is pending again, because the session's word about the attendance changed.</summary>
/// <param name="Web">Whether it is earned on the web, when that changed.</param>
public sealed record CreditReopened(string Key, int Tenths, bool? Web = null) : CreditEvent(Key);

/// <summary>The entries count with another record of the same person from here on: a part of them is handed over with each of these.</summary>
/// <param name="Merge">Name of the merge.</param>
/// <param name="To">Number of the other record.</param>
/// <param name="From">Place of the first entry handed over, in order of arrival.</param>
/// <param name="Count">How many.</param>
public sealed record CreditsLent(string Merge, long To, int From, int Count) : CreditEvent("");

/// <summary>The merge was undone and the entries count here again.</summary>
public sealed record CreditsTakenBack(string Merge) : CreditEvent("");

/// <summary>Entries of another record of the same person count here.</summary>
/// <param name="Of">Number of the other record.</param>
/// <param name="First">What was held of it before is replaced.</param>
/// <param name="Entries">New or changed; absolute.</param>
public sealed record CreditsHeld(string Merge, long Of, bool First, IReadOnlyList<HeldEntry> Entries) : CreditEvent("");

/// <summary>What another record had lent counts here no longer.</summary>
public sealed record CreditsGivenBack(string Merge, long Of) : CreditEvent("");

/// <summary>An entry of another record.</summary>
public sealed record HeldEntry(string Key, CreditItem Item);

/// <summary>What a record that is merged tells the one it is merged into: all entries at first, then each that changes. Parcel <c>credits-held</c>.</summary>
public sealed record LentWord(string Merge, long Of, bool First, IReadOnlyList<HeldEntry> Entries)
{
    /// <summary>Type of the parcel.</summary>
    public const string Parcel = "credits-held";
}
/// <summary>An entry was wrong: it counts no longer, and another stands in its place. Both stay visible.</summary>
/// <param name="Key">The entry corrected.</param>
/// <param name="By">Key of the entry in its place.</param>
/// <param name="Code">As of <see cref="CreditOpened"/>.</param>
public sealed record CreditCorrected(
    string Key, string By, short Code, int Tenths, DateOnly Date, string Reason,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] CreditScheme Scheme = CreditScheme.Cme) : CreditEvent(Key);

/// <summary>Stored shapes of a credit ledger: events, snapshot, and what sessions tell it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CreditOpened))]
[JsonSerializable(typeof(CreditAccrued))]
[JsonSerializable(typeof(CreditProved))]
[JsonSerializable(typeof(CreditSourced))]
[JsonSerializable(typeof(CreditProvenance))]
[JsonSerializable(typeof(CreditAdjusted))]
[JsonSerializable(typeof(CreditPosted))]
[JsonSerializable(typeof(CreditVoided))]
[JsonSerializable(typeof(CreditReopened))]
[JsonSerializable(typeof(CreditsLent))]
[JsonSerializable(typeof(CreditsTakenBack))]
[JsonSerializable(typeof(CreditsHeld))]
[JsonSerializable(typeof(CreditsGivenBack))]
[JsonSerializable(typeof(LentWord))]
[JsonSerializable(typeof(CreditCorrected))]
[JsonSerializable(typeof(CreditLedgerState))]
[JsonSerializable(typeof(CreditItem))]
[JsonSerializable(typeof(HeldDocument))]
[JsonSerializable(typeof(AttendanceCredit))]
[JsonSerializable(typeof(AttendanceCredits))]
public sealed partial class CreditJson : JsonSerializerContext;
