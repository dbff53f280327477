using JmaActors.Members;

namespace JmaActors.Applications;

/// <summary>An application as its events tell.</summary>
public sealed class ApplicationState
{
    /// <summary>Null while nobody began it.</summary>
    public ApplicationStatus? Status { get; set; }

    public ApplicationRequest? Request { get; set; }

    /// <summary>What was last handed in; another request is asked about anew.</summary>
    public ApplicationRequest? Asked { get; set; }

    /// <summary>What was said, sealed, and attached when it was last handed in: offices see this, and not what is being rewritten.</summary>
    public byte[]? AskedWords { get; set; }

    public List<string> AskedDocuments { get; set; } = [];

    /// <summary>Who began it: code of an office whose clerk did; empty for the applicant, or somebody acting for her.</summary>
    public string BegunBy { get; set; } = "";

    /// <summary>The same of who handed it in last.</summary>
    public string HandedBy { get; set; } = "";

    public Membership? Before { get; set; }

    public List<ApplicationStep> Steps { get; set; } = [];

    /// <summary>Codes of all offices that were ever on its way.</summary>
    public List<string> Offices { get; set; } = [];

    /// <summary>What the applicant says, sealed, also while she rewrites it.</summary>
    public byte[]? Words { get; set; }

    public List<string> Documents { get; set; } = [];

    /// <summary>When it was begun.</summary>
    public DateTimeOffset Begun { get; set; }

    public DateTimeOffset? Submitted { get; set; }

    public DateOnly? Due { get; set; }

    /// <summary>When the office that is asked is reminded; null while none is asked.</summary>
    public DateOnly? Remind { get; set; }

    public List<SealedWord> Lines { get; set; } = [];

    /// <summary>Keys of what offices said, each with its office.</summary>
    public List<string> Keys { get; set; } = [];

    public long Version { get; set; }

    public bool UnderWay => Status is ApplicationStatus.Waiting or ApplicationStatus.Returned or ApplicationStatus.Approved or ApplicationStatus.Undoing;

    /// <summary>The applicant may write.</summary>
    public bool Open => Status is null or ApplicationStatus.Draft or ApplicationStatus.Returned;

    /// <summary>The record is to be changed.</summary>
    public bool Pending => Status is ApplicationStatus.Approved or ApplicationStatus.Undoing;

    /// <summary>Place of the office that is asked; -1 when none is.</summary>
    public int Turn => Status == ApplicationStatus.Waiting ? Steps.FindIndex(s => s.Word is null or ApplicationWord.Returned) : -1;

    /// <summary>Names a word of an office among all of them.</summary>
    public static string Word(string office, string key) => $"{office}/{key}";

    /// <summary>The membership as it is to be.</summary>
    public Membership After => Asked?.Membership ?? Membership.None;
}

/// <summary>Something said, sealed.</summary>
public sealed record SealedWord(DateTimeOffset At, ApplicationWord Word, string Office, Caller By, byte[]? Sealed);
