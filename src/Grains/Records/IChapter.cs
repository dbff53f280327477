namespace JmaActors.Records;

/// <summary>A part of a person's record: how what happened in its ledgers is told. A benefit registers one; nothing else changes.</summary>
public interface IChapter
{
    /// <summary>Stable name, one of <see cref="RecordChapters"/>.</summary>
    string Name { get; }

    /// <summary>The kind of ledger it tells of.</summary>
    string Kind { get; }

    /// <summary>Names of every fact its lines speak of, each with words <c>Fact.{name}</c>.</summary>
    IReadOnlyList<string> Facts { get; }

    /// <summary>Every event that concerns the person, ledger by ledger, oldest first in each.</summary>
    IAsyncEnumerable<RecordLine> Tell(MemberId member, CancellationToken ct);
}
