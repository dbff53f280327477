namespace JmaActors.Web.Accounts;

/// <summary>An organisation's OpenID Connect provider, section <c>Jma:OpenId</c>. Without an authority there is none.</summary>
public sealed class ProviderOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Jma:OpenId";

    /// <summary>Address of the provider; what it says of itself is read from there. HTTPS, unless it is on this machine.</summary>
    public string? Authority { get; set; }

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// <summary>What the button on the sign-in page says.</summary>
    public string Name { get; set; } = "OpenID Connect";

    /// <summary>What is asked for beside <c>openid</c>.</summary>
    public List<string> Scopes { get; set; } = ["profile", "email"];

    /// <summary>Somebody unknown gets an account at the first sign-in; otherwise only who has linked one comes in.</summary>
    public bool NewAccounts { get; set; } = true;

    /// <summary>Who comes from there has proved enough: the second step of an account here is not asked for as well.</summary>
    public bool SecondStep { get; set; }

    /// <summary>Which claims give which functions. A function whose claim is gone at the next sign-in is withdrawn then.</summary>
    public List<ClaimFunction> Functions { get; set; } = [];
}

/// <summary>A claim that gives a function.</summary>
public sealed class ClaimFunction
{
    public string Claim { get; set; } = "";

    /// <summary>The value that gives it. <c>*</c>: any value, which is then the scope, e.g. a member number.</summary>
    public string Value { get; set; } = "";

    public CallerRole Role { get; set; }

    /// <summary>The scope; not said when <see cref="Value"/> is <c>*</c>.</summary>
    public string Scope { get; set; } = "";

    /// <summary>Of an office, e.g. <c>Clerk, Approver</c>.</summary>
    public OfficeDuties Duties { get; set; } = OfficeDuties.All;
}
