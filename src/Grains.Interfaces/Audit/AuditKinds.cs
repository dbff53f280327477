namespace JmaActors.Audit;

/// <summary>What a line of the audit says was done.</summary>
[GenerateSerializer, Alias("audit-kind")]
public enum AuditKind
{
    /// <summary>One person's record was opened.</summary>
    Looked = 0,

    /// <summary>People were shown in a list.</summary>
    Listed = 1,

    /// <summary>Something was asked for and refused, or said not to exist.</summary>
    Refused = 2,

    /// <summary>A record was changed. Such lines are read from the record's own events, which name who caused them.</summary>
    Wrote = 3,
}

/// <summary>Which parts of a person's record were opened.</summary>
[Flags, GenerateSerializer, Alias("audit-parts")]
public enum AuditParts
{
    None = 0,

    /// <summary>Name, dates, numbers, membership.</summary>
    Identity = 1,

    /// <summary>Study credits and standing.</summary>
    Credits = 2,

    /// <summary>The cards of all benefits.</summary>
    Benefits = 4,

    /// <summary>Sessions attended.</summary>
    Attendance = 8,

    /// <summary>Sign-ups, course fees, receipts.</summary>
    Enrolments = 16,

    /// <summary>Certificates and transcripts.</summary>
    Certificates = 32,

    /// <summary>Every event of the record.</summary>
    History = 64,

    /// <summary>Who saw and changed the record.</summary>
    Audit = 128,

    /// <summary>Evidence files.</summary>
    Evidence = 256,

    /// <summary>Working hours.</summary>
    Hours = 512,

    /// <summary>Dues: what is owed and paid.</summary>
    Dues = 1024,
}
