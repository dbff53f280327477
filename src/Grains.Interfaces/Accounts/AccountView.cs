namespace JmaActors.Accounts;

/// <summary>All a web node needs to tell who asks: kept for a few seconds, and thrown away when the account changes.</summary>
/// <param name="Functions">Those that were not ended, also those whose days have not come or are over.</param>
/// <param name="Sessions">Where somebody is signed in.</param>
/// <param name="Tokens">Those not revoked.</param>
[GenerateSerializer, Immutable, Alias("account-standing")]
public sealed record AccountStanding(
    [property: Id(0)] string Account,
    [property: Id(1)] long Version,
    [property: Id(2)] IReadOnlyList<HeldFunction> Functions,
    [property: Id(3)] IReadOnlyList<OpenSession> Sessions,
    [property: Id(4)] IReadOnlyList<HeldToken> Tokens);

/// <summary>A place where somebody is signed in.</summary>
/// <param name="Until">Ends by itself then.</param>
/// <param name="Function">The function acted in; null until one was chosen.</param>
/// <param name="For">代行: the member acted for.</param>
/// <param name="LastUsed">The day it was used last.</param>
[GenerateSerializer, Immutable, Alias("open-session")]
public sealed record OpenSession(
    [property: Id(0)] string Id,
    [property: Id(1)] string Device,
    [property: Id(2)] string How,
    [property: Id(3)] DateTimeOffset Since,
    [property: Id(4)] DateTimeOffset Until,
    [property: Id(5)] string? Function,
    [property: Id(6)] MemberId? For,
    [property: Id(7)] DateOnly LastUsed);

/// <summary>A token a device or a script has.</summary>
/// <param name="Hash">SHA-256 of its secret.</param>
/// <param name="LastUsed">The day it was used last; null when never.</param>
/// <param name="Ended">When it was revoked; null while it was not.</param>
[GenerateSerializer, Immutable, Alias("held-token")]
public sealed record HeldToken(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] byte[] Hash,
    [property: Id(3)] string Function,
    [property: Id(4)] DateTimeOffset Since,
    [property: Id(5)] DateTimeOffset Until,
    [property: Id(6)] DateOnly? LastUsed,
    [property: Id(7)] DateTimeOffset? Ended);

/// <summary>One line of a list of functions.</summary>
[GenerateSerializer, Immutable, Alias("function-line")]
public sealed record FunctionLine(
    [property: Id(0)] string Account,
    [property: Id(1)] string Function,
    [property: Id(2)] CallerRole Role,
    [property: Id(3)] string Scope,
    [property: Id(4)] OfficeDuties Duties,
    [property: Id(5)] DateOnly From,
    [property: Id(6)] DateOnly? Until,
    [property: Id(7)] string? Of,
    [property: Id(8)] DateTimeOffset? Ended);

[GenerateSerializer, Immutable, Alias("function-page")]
public sealed record FunctionPage([property: Id(0)] IReadOnlyList<FunctionLine> Functions, [property: Id(1)] string? Next);

/// <param name="Scope">Functions of this scope.</param>
/// <param name="Ended">Those ended too.</param>
/// <param name="After">Cursor from the page before; null for the first.</param>
[GenerateSerializer, Immutable, Alias("function-query")]
public sealed record FunctionQuery(
    [property: Id(0)] string Scope,
    [property: Id(1)] bool Ended,
    [property: Id(2)] string? After,
    [property: Id(3)] int Size = 50);
