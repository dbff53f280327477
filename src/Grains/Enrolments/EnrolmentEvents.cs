using System.Text.Json.Serialization;

namespace JmaActors.Enrolments;

/// <summary>What happened to a program's sign-up.</summary>
public abstract record EnrolmentEvent;

/// <summary>The host set the terms.</summary>
/// <param name="Host">Code of the association that holds the program.</param>
public sealed record TermsSet(string Host, EnrolmentTerms Terms) : EnrolmentEvent;

/// <summary>Somebody signed up and waits; a place, when there is one, is the next event.</summary>
/// <param name="Arrival">Order of arrival, from 1.</param>
/// <param name="WalkIn">Added by the host at the door.</param>
public sealed record SignedUp(long Member, int Arrival, EnrolmentMode Mode, int Children, EnrolmentPrice Price, bool WalkIn, string Key) : EnrolmentEvent;

/// <summary>Somebody who waited has a place.</summary>
/// <param name="Number">受付番号, from 1; never reused.</param>
/// <param name="WalkIn">Given by the host at the door.</param>
/// <param name="OverCapacity">All places of the hall were taken already.</param>
/// <param name="Key">The host's key when given at the door; empty otherwise.</param>
public sealed record PlaceGiven(long Member, int Number, bool WalkIn = false, bool OverCapacity = false, string Key = "") : EnrolmentEvent;

/// <summary>The children of somebody with a place will be looked after.</summary>
public sealed record ChildcareGiven(long Member) : EnrolmentEvent;

/// <summary>Somebody gave the place back, or left the waiting list.</summary>
/// <param name="Held">True when it was a place.</param>
public sealed record SignUpCancelled(long Member, bool Held, string Key) : EnrolmentEvent;

/// <summary>Money came in.</summary>
/// <param name="Reference">Mark of the bank's or the terminal's reference (<see cref="IReferenceMarks"/>); empty without one. Events of before marks hold the reference itself.</param>
/// <param name="TaxPercent">Percent of consumption tax contained in it, by the rule of the day it was paid.</param>
public sealed record PaymentPosted(int No, long Member, Yen Amount, PaymentMethod Method, DateOnly PaidOn, string Reference, string Key, int TaxPercent = 0) : EnrolmentEvent;

/// <summary>Money was given back.</summary>
public sealed record RefundPosted(int No, long Member, Yen Amount, PaymentMethod Method, DateOnly PaidOn, string Reason, string Key) : EnrolmentEvent;

/// <summary>An entry was a mistake and does not count.</summary>
public sealed record EntryVoided(int No, string Reason) : EnrolmentEvent;

/// <summary>
/// What sign-up tells the program's session about one person: absolute, so that the last word holds. Parcel <c>enrolment</c>.
/// </summary>
/// <param name="Enrolled">True: the person has a place.</param>
/// <param name="Web">The place is on the web.</param>
/// <param name="WalkIn">Added at the door.</param>
public sealed record EnrolmentWord(long Member, bool Enrolled, bool Web, bool WalkIn)
{
    /// <summary>Type of the parcel.</summary>
    public const string Parcel = "enrolment";
}

/// <summary>Stored shapes of sign-up: events, snapshot, and what it tells the session.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TermsSet))]
[JsonSerializable(typeof(SignedUp))]
[JsonSerializable(typeof(PlaceGiven))]
[JsonSerializable(typeof(ChildcareGiven))]
[JsonSerializable(typeof(SignUpCancelled))]
[JsonSerializable(typeof(PaymentPosted))]
[JsonSerializable(typeof(RefundPosted))]
[JsonSerializable(typeof(EntryVoided))]
[JsonSerializable(typeof(EnrolmentState))]
[JsonSerializable(typeof(EnrolmentWord))]
public sealed partial class EnrolmentJson : JsonSerializerContext;
