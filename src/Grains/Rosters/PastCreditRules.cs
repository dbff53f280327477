namespace JmaActors.Rosters;

/// <summary>How errors of past credits are told. Pure.</summary>
public static class PastCreditRules
{
    /// <summary>The column of a file at fault for a reason.</summary>
    public static string Column(string reason) => reason switch
    {
        "no-person" or "no-such-person" => "member",
        "name-mismatch" => "name",
        "date-in-future" or "date-too-early" or "before-licence" => "date",
        "unknown-scheme" => "scheme",
        "unknown-code" or "unknown-subject" => "subject",
        "bad-units" or "too-many-units" or "e-learning-units" or "method-units" or "differs-from-record" => "units",
        "bad-title" => "title",
        "bad-host" => "host",
        "bad-source" or "source-too-late" or "source-missing" => "source",
        "bad-method" or "members-only" or "score-missing" => "method",
        _ => "",
    };
}
