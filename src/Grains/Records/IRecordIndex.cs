namespace JmaActors.Records;

/// <summary>Questions about records that are asked of the views.</summary>
public interface IRecordIndex
{
    /// <summary>Certificates of a person, the newest first, at most <paramref name="most"/>. Those issued before the view was kept are not in it.</summary>
    Task<IReadOnlyList<CertificateKey>> Certificates(long memberId, int most, CancellationToken ct);

    /// <summary>People for whom a membership recorded ahead has come into force by an instant, in order of number after one.</summary>
    Task<IReadOnlyList<long>> Due(DateTimeOffset by, long after, int most, CancellationToken ct);
}

/// <summary>A certificate, and what it is about: keys of their ledgers.</summary>
public readonly record struct CertificateKey(string Code, string Subject);
