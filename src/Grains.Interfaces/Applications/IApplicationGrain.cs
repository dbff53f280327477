using JmaActors.Ledgers;
using JmaActors.Live;

namespace JmaActors.Applications;

/// <summary>
/// 申請・届出: one application of one person, on its way from draft through the offices of up to three layers into the record. Keyed by <see cref="ApplicationRef.Text"/>. What people write to it is kept sealed
/// under the applicant's own key. When everybody has agreed the record is changed by itself, also after a crash, and dues and the other benefits follow the record. Its picture is an
/// <see cref="ApplicationView"/>.
/// </summary>
[Alias("application-grain")]
public interface IApplicationGrain : IGrainWithStringKey, ILedgerGrain
{
    /// <summary>Begins a draft, or writes it anew; also one that was returned. Refused with <c>not-draft</c>, <c>too-many-words</c>, <c>evidence-not-here</c>, <c>evidence-too-many</c>, <c>not-registered</c>, <c>erased</c>.</summary>
    [Alias("draft")]
    Task<Answer<ApplicationView>> Draft(DraftApplication command, CancellationToken ct);

    /// <summary>Hands it in. One that was returned and says the same goes on where it was returned; otherwise everybody is asked anew. Refused as <c>ApplicationRules</c> says, and with <c>not-draft</c>.</summary>
    [Alias("submit")]
    Task<Answer<ApplicationView>> Submit(Caller caller, CancellationToken ct);

    /// <summary>
    /// The word of the office that is asked. Natural key: <see cref="DecideApplication.Key"/>. Refused with <c>not-your-turn</c>, <c>no-words</c> where a reason is missing, <c>record-moved</c> where the membership is not any more
    /// what it was when the application was handed in.
    /// </summary>
    [Alias("decide")]
    Task<Answer<ApplicationView>> Decide(DecideApplication command, CancellationToken ct);

    /// <summary>The applicant takes it back, as long as not everybody has agreed. Refused with <c>not-under-way</c>.</summary>
    [Alias("withdraw")]
    Task<Answer<ApplicationView>> Withdraw(Caller caller, CancellationToken ct);

    /// <summary>Takes what was recorded back out of the record, as long as nothing was recorded on top of it; both stay visible. Refused with <c>not-done</c>, <c>no-words</c>, <c>changed-since</c>.</summary>
    [Alias("undo")]
    Task<Answer<ApplicationView>> Undo(UndoApplication command, CancellationToken ct);

    /// <summary>What a request of this person would come to; nothing is recorded. Null when nobody is registered under this id.</summary>
    [Alias("try")]
    Task<ApplicationTrial?> Try(ApplicationRequest request, CancellationToken ct);

    /// <summary>The application; null when there is none.</summary>
    /// <param name="known">As it was known at an instant; null for now.</param>
    /// <param name="open">What is being written; otherwise what was last handed in, where anything was.</param>
    [Alias("read")]
    Task<ApplicationView?> Read(DateTimeOffset? known, bool open, CancellationToken ct);

    /// <summary>Changes the record where that was agreed and is not done yet: true. Asked now and then of those a crash cut off.</summary>
    [Alias("follow")]
    Task<bool> Follow(CancellationToken ct);

    /// <summary>Reminds the office that is asked, if it is late and was not reminded lately: true. Asked now and then of those it concerns.</summary>
    [Alias("remind")]
    Task<bool> Remind(CancellationToken ct);

    [Alias("watch")]
    Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct);

    [Alias("unwatch")]
    Task Unwatch(IBoardObserver observer, CancellationToken ct);
}

/// <summary>Applications by index, within the caller's scope. Stateless; key 0.</summary>
[Alias("application-inbox-grain")]
public interface IApplicationInboxGrain : IGrainWithIntegerKey
{
    /// <summary>Applications of a person, or on whose way an office is; those handed in first come first. A keyset page.</summary>
    [Alias("applications")]
    Task<ApplicationPage> Applications(ApplicationQuery query, CancellationToken ct);

    /// <summary>Applications in flight on whose way an office is, by kind.</summary>
    [Alias("flight")]
    Task<IReadOnlyList<ApplicationFlight>> Flight(AssociationId office, CancellationToken ct);
}

/// <summary>Named limits of applications.</summary>
public static class ApplicationLimits
{
    public const int Words = 2_000;
    public const int Documents = 10;
    public const int Key = 40;
    public const int Page = 50;

    /// <summary>Words one application takes from all sides.</summary>
    public const int Lines = 200;
}

/// <summary>Names an application: the applicant's number, a dot, and a key of 1 to 40 letters, digits, hyphens or underscores.</summary>
[GenerateSerializer, Immutable, Alias("application-ref")]
public readonly record struct ApplicationRef([property: Id(0)] MemberId Member, [property: Id(1)] string Key)
{
    public string Text => $"{Member}.{Key}";

    public static bool TryParse(string? text, out ApplicationRef id)
    {
        id = default;
        if (text is not { Length: >= 12 and <= 11 + ApplicationLimits.Key } || text[10] != '.' || !MemberId.TryParse(text[..10], out var member) || !IsKey(text[11..])) return false;
        id = new ApplicationRef(member, text[11..]);
        return id.Text == text;
    }

    public static bool IsKey(string? key) => key is { Length: >= 1 and <= ApplicationLimits.Key } && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}

/// <param name="Words">What the applicant wants to say to it; may be empty.</param>
/// <param name="Documents">SHA-256 of documents brought before, for the same person.</param>
[GenerateSerializer, Immutable, Alias("draft-application")]
public sealed record DraftApplication([property: Id(0)] ApplicationRequest Request, [property: Id(1)] string Words, [property: Id(2)] IReadOnlyList<string> Documents, [property: Id(3)] Caller Caller);

/// <param name="Office">Whose word it is.</param>
/// <param name="Word">Approved, refused or returned.</param>
[GenerateSerializer, Immutable, Alias("decide-application")]
public sealed record DecideApplication(
    [property: Id(0)] string Key, [property: Id(1)] AssociationId Office, [property: Id(2)] ApplicationWord Word, [property: Id(3)] string Words, [property: Id(4)] Caller Caller);

[GenerateSerializer, Immutable, Alias("undo-application")]
public sealed record UndoApplication([property: Id(0)] AssociationId Office, [property: Id(1)] string Words, [property: Id(2)] Caller Caller);

/// <summary>Which part of the applications a list shows.</summary>
[GenerateSerializer, Alias("application-stage")]
public enum ApplicationStage
{
    /// <summary>Where it is this office's turn; of a person's own, where it is hers.</summary>
    Waits = 1,

    /// <summary>All that are under way.</summary>
    Flight = 2,

    /// <summary>Those that are over.</summary>
    Closed = 3,
}

/// <param name="Member">Applications of this person; null for an office's.</param>
/// <param name="Office">Applications on whose way this association is; null for all, where a person is not given.</param>
[GenerateSerializer, Immutable, Alias("application-query")]
public sealed record ApplicationQuery(
    [property: Id(0)] MemberId? Member, [property: Id(1)] AssociationId? Office, [property: Id(2)] ApplicationStage Stage, [property: Id(3)] ApplicationKind? Kind, [property: Id(4)] string? After, [property: Id(5)] int Size);

[GenerateSerializer, Immutable, Alias("application-page")]
public sealed record ApplicationPage([property: Id(0)] IReadOnlyList<ApplicationRow> Applications, [property: Id(1)] string? Next);

/// <summary>An application as lists show it.</summary>
/// <param name="Waits">The office that is asked; null when none is.</param>
/// <param name="At">When it was handed in; of a draft, when it was begun.</param>
[GenerateSerializer, Immutable, Alias("application-row")]
public sealed record ApplicationRow(
    [property: Id(0)] string Id,
    [property: Id(1)] MemberId Member,
    [property: Id(2)] string Name,
    [property: Id(3)] ApplicationKind Kind,
    [property: Id(4)] ApplicationStatus Status,
    [property: Id(5)] AssociationId? Waits,
    [property: Id(6)] DateOnly From,
    [property: Id(7)] DateTimeOffset At,
    [property: Id(8)] DateOnly? Due);

/// <summary>How many applications of a kind are under way.</summary>
/// <param name="Own">Of them, how many wait for this office.</param>
/// <param name="Late">Of those, how many it should have answered before today.</param>
[GenerateSerializer, Immutable, Alias("application-flight")]
public sealed record ApplicationFlight([property: Id(0)] ApplicationKind Kind, [property: Id(1)] int Count, [property: Id(2)] int Own, [property: Id(3)] int Late);
