namespace JmaActors.Web.Accounts;

/// <summary>Named limits of sign-in.</summary>
public static class SignInLimits
{
    /// <summary>Characters of an address.</summary>
    public const int Address = 254;

    /// <summary>Characters of a password, at least and at most.</summary>
    public const int PasswordLeast = 12, PasswordMost = 128;

    /// <summary>Different characters of a password, at least.</summary>
    public const int PasswordUnlike = 5;

    /// <summary>Wrong passwords or codes in a row before an account is locked, and for how long.</summary>
    public const int Failures = 5;

    public static readonly TimeSpan Locked = TimeSpan.FromMinutes(10);

    /// <summary>Rounds of PBKDF2 with SHA-512 (OWASP, Password Storage, 2023).</summary>
    public const int HashRounds = 210_000;

    /// <summary>How long somebody may take between password and second step, or to touch a passkey.</summary>
    public static readonly TimeSpan SecondStep = TimeSpan.FromMinutes(5);

    /// <summary>How long a code that was used is remembered: longer than any holds, which is two steps of half a minute before and after its own.</summary>
    public static readonly TimeSpan CodeUsed = TimeSpan.FromMinutes(5);

    /// <summary>How long a link in a mail holds.</summary>
    public static readonly TimeSpan MailLink = TimeSpan.FromHours(1);

    /// <summary>Forms of sign-in and recovery sent from one address of the network in a minute.</summary>
    public const int FormsPerMinute = 30;

    /// <summary>Tokens that did not hold from one address of the network in a minute.</summary>
    public const int BadTokensPerMinute = 60;

    /// <summary>Tokens of accounts this node never met that are looked up at once for one address of the network, and that wait for it; more are told to come again.</summary>
    public const int StrangersAtOnce = 8, StrangersWaiting = 1_000;

    /// <summary>API requests of one caller at once and, over time, in a second. Taps are not counted: a door must never wait.</summary>
    public const int ApiBurst = 2_000, ApiPerSecond = 500;

    /// <summary>How long what an account may do is believed without asking again, when no word came that it changed.</summary>
    public static readonly TimeSpan Believed = TimeSpan.FromSeconds(10);

    /// <summary>How long a node that ends tries to say that it follows no more.</summary>
    public static readonly TimeSpan Leaving = TimeSpan.FromSeconds(1);

    /// <summary>How often this node says that it still follows changes, and looks at everybody who is connected.</summary>
    public static readonly TimeSpan Round = TimeSpan.FromSeconds(10);

    /// <summary>How long after signing in one may change how one signs in, without proving again who one is: a window left open is not enough.</summary>
    public static readonly TimeSpan JustSignedIn = TimeSpan.FromMinutes(10);

    /// <summary>Certificates verified from one address of the network in a minute, and files at once.</summary>
    public const int VerifiedPerMinute = 300, VerifiedFilesAtOnce = 8;

    /// <summary>Accounts remembered on this node.</summary>
    public const int Remembered = 50_000;

    /// <summary>Bytes of a token's secret.</summary>
    public const int SecretBytes = 32;

    /// <summary>Characters of a token.</summary>
    public const int TokenText = 200;

    /// <summary>Passkeys of an account.</summary>
    public const int Passkeys = 20;

    /// <summary>Bytes of what a passkey says.</summary>
    public const int Credential = 32 * 1024;

    /// <summary>Recovery codes given at a time.</summary>
    public const int RecoveryCodes = 10;
}
