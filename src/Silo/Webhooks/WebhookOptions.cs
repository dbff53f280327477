namespace JmaActors.Webhooks;

/// <summary>Webhooks, section <c>Jma:Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Jma:Webhooks";

    /// <summary>Addresses of machines inside, and HTTP, are allowed: for tests, and for a house whose systems stand beside it. Whoever may register an address can then have this process call any machine it reaches.</summary>
    public bool AllowInside { get; set; }
}
