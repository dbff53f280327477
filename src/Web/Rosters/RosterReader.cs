using JmaActors.Rosters;
using JmaActors.Web.Files;

namespace JmaActors.Web.Rosters;

/// <summary>Reads a roster into chunks.</summary>
public static class RosterReader
{
    /// <summary>The chunks of a file. No two rows of it may have the same registry number, card or, where they have neither, sender's key: which of them is right nobody can say.</summary>
    public static IAsyncEnumerable<FileChunk<RosterRow>> Chunks(FileTable table, ColumnMap<RosterColumn> columns, CancellationToken ct) =>
        FileChunks.Of(table, (TableLine line, out RowError? error) => RosterLine.Read(line.Line, line.Fields, columns, out error), Keys, ct);

    static IEnumerable<(string Column, string Key)> Keys(RosterRow row)
    {
        if (row.Person.Registry is { } registry) yield return ("registry", registry.Text);
        if (row.Card is { } card) yield return ("card", card.Text);
        if (row is { Person.Registry: null, Card: null }) yield return ("source_key", row.SourceKey);
    }
}
