namespace JmaActors.Accounts;

/// <summary>Named limits of accounts.</summary>
public static class AccountLimits
{
    /// <summary>Characters of a key, an account's id, and the id of a function, session or token.</summary>
    public const int KeyLength = 60;

    public const int ReasonLength = 500;

    /// <summary>Characters of a token's name, and of what is said of a device.</summary>
    public const int NameLength = 60;

    /// <summary>Functions of its own an account can have had, and loans one function can have had.</summary>
    public const int Functions = 500;

    /// <summary>Functions lent to an account at a time, and by one function at a time.</summary>
    public const int LoansAtOnce = 20;

    /// <summary>Functions lent to an account that it remembers; of those that are over the oldest is forgotten.</summary>
    public const int LoansKept = 100;

    /// <summary>Tokens an account can have had.</summary>
    public const int Tokens = 1_000;

    /// <summary>Tokens an account has at a time.</summary>
    public const int TokensAtOnce = 50;

    /// <summary>Places somebody is signed in at; one more signs out where it was longest ago.</summary>
    public const int Sessions = 20;

    /// <summary>Days a function can be lent for, at most.</summary>
    public const int LoanDays = 366;

    /// <summary>How long a token holds at most.</summary>
    public static readonly TimeSpan TokenLife = TimeSpan.FromDays(366);

    /// <summary>How long somebody stays signed in at most.</summary>
    public static readonly TimeSpan SessionLife = TimeSpan.FromDays(14);

    /// <summary>A way back by mail is sent to an account once within this time.</summary>
    public static readonly TimeSpan RecoveryPause = TimeSpan.FromMinutes(5);

    /// <summary>Characters of an account's own id: 32 hexadecimal digits.</summary>
    public const int IdLength = 32;

    /// <summary>Lines of a page of functions.</summary>
    public const int Page = 100;

    /// <summary>Web nodes that follow changes of accounts.</summary>
    public const int Followers = 1_000;

    /// <summary>A web node that has not asked again for so long is forgotten.</summary>
    public static readonly TimeSpan FollowerKept = TimeSpan.FromMinutes(1);

    /// <summary>A change of an account is answered when every web node has heard of it, or after so long.</summary>
    public static readonly TimeSpan Heard = TimeSpan.FromSeconds(1);

    /// <summary>An account's id is of this form.</summary>
    public static bool IsAccount(string? id) => id is { Length: IdLength } && id.IsLowerHex();

    /// <summary>A key of this form: letters, digits, dots, hyphens, underscores.</summary>
    public static bool IsKey(string? key) => key is { Length: >= 1 and <= KeyLength } && key.IsKeyText();
}
