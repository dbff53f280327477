using System.Text.Json.Serialization;
using JmaActors.Members;

namespace JmaActors.Dues;

/// <summary>What can happen to a person's dues.</summary>
public abstract record DuesEvent;

/// <summary>A line of a statement: what reckoning adds to an account; a credit note is negative.</summary>
/// <param name="Via">Code of the local association it is collected through.</param>
public sealed record DuesLine(string Creditor, DuesItem Item, int Term, string Via, long Yen, DateOnly Due, DuesWhy Why);

/// <summary>A year was reckoned and differs from what was reckoned before.</summary>
/// <param name="Read">Version of the person's record it was reckoned from.</param>
public sealed record DuesAssessed(int Year, IReadOnlyList<DuesLine> Lines, IReadOnlyList<DuesGap> Gaps, long Read) : DuesEvent;

/// <summary>The statement of a year was sent: it is owed from now on, and so is what is added to it.</summary>
public sealed record StatementPosted(int Year) : DuesEvent;

/// <param name="Key">Natural key of the command, in this and the following.</param>
public sealed record DuesPaid(string Key, long Yen, DateOnly On, PaymentChannel Channel, string Reference) : DuesEvent;

public sealed record PaymentReversed(string Key, string Reason) : DuesEvent;

public sealed record DuesRefunded(string Key, long Yen, string Reason) : DuesEvent;

/// <summary>A credit note by hand, or a write-off, of one account.</summary>
public sealed record DuesLessened(string Key, DuesAccountId Account, long Yen, bool WriteOff, string Reason) : DuesEvent;

/// <param name="Evidence">The document it rests on; empty for none.</param>
/// <param name="Until">The last day; null while nothing ends it.</param>
public sealed record DuesReduced(string Key, ReductionKind Kind, DateOnly? Until, MembershipLayers Layers, string Evidence) : DuesEvent;

public sealed record ReductionEnded(string Key, DateOnly Until, string Reason) : DuesEvent;

/// <summary>She was reminded of what is late through one local association.</summary>
/// <param name="Key">Of an office's command; null where it was sent by itself.</param>
/// <param name="Via">Code of the local association.</param>
/// <param name="Rule">Id of the step's row.</param>
/// <param name="Since">The earliest date it was to be paid by.</param>
/// <param name="Of">Everything that was late.</param>
public sealed record DuesReminded(string? Key, string Via, int Step, string Rule, long Yen, DateOnly Since, IReadOnlyList<DuesAccountId> Of) : DuesEvent;

/// <summary>An office holds reminders back.</summary>
/// <param name="Until">The last day on which none is sent.</param>
public sealed record RemindersHeld(string Key, DateOnly Until, string Reason) : DuesEvent;

/// <summary>It holds them back no longer.</summary>
public sealed record RemindersResumed(string Key, string Reason) : DuesEvent;

/// <summary>Dues may be drawn from an account.</summary>
/// <param name="Sealed">The account under the person's own key.</param>
public sealed record DuesDebitAgreed(byte[] Sealed) : DuesEvent;

public sealed record DuesDebitEnded(string Reason) : DuesEvent;

/// <summary>An association has its bank draw what is open.</summary>
/// <param name="Key">Key the payment will have.</param>
/// <param name="By">Code of the association.</param>
/// <param name="Day">引落日.</param>
/// <param name="Until">What is due up to here is drawn.</param>
/// <param name="Awaited">The last day on which the bank's answer is awaited.</param>
public sealed record DuesDrawn(string Key, string By, DateOnly Day, DateOnly Until, DateOnly Awaited, long Yen) : DuesEvent;

/// <summary>It was not drawn.</summary>
/// <param name="Result">振替結果コード; null for a batch that was withdrawn.</param>
public sealed record DuesDrawingOver(string Key, char? Result) : DuesEvent;

/// <summary>The person's record changed after years were reckoned.</summary>
/// <param name="Version">The record's version.</param>
public sealed record RecordMoved(long Version) : DuesEvent;

/// <summary>What was reckoned agrees with the record up to a version again.</summary>
public sealed record RecordFollowed(long Version) : DuesEvent;

/// <summary>Stored shapes of dues.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DuesAssessed))]
[JsonSerializable(typeof(StatementPosted))]
[JsonSerializable(typeof(DuesPaid))]
[JsonSerializable(typeof(PaymentReversed))]
[JsonSerializable(typeof(DuesRefunded))]
[JsonSerializable(typeof(DuesLessened))]
[JsonSerializable(typeof(DuesReduced))]
[JsonSerializable(typeof(ReductionEnded))]
[JsonSerializable(typeof(DuesReminded))]
[JsonSerializable(typeof(RemindersHeld))]
[JsonSerializable(typeof(RemindersResumed))]
[JsonSerializable(typeof(DuesDebitAgreed))]
[JsonSerializable(typeof(DuesDebitEnded))]
[JsonSerializable(typeof(DuesDrawn))]
[JsonSerializable(typeof(DuesDrawingOver))]
[JsonSerializable(typeof(RecordMoved))]
[JsonSerializable(typeof(RecordFollowed))]
[JsonSerializable(typeof(DuesState))]
[JsonSerializable(typeof(MemberMoved))]
[JsonSerializable(typeof(MoneyCame))]
[JsonSerializable(typeof(DebitBegan))]
[JsonSerializable(typeof(DebitOver))]
public sealed partial class DuesJson : JsonSerializerContext;
