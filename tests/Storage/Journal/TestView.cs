using JmaActors.Journal;
using C = JmaActors.Journal.Columns<JmaActors.Tests.Storage.Journal.TestRow>;

namespace JmaActors.Tests.Storage.Journal;

/// <summary>A view row with a column of every type.</summary>
public sealed record TestRow(
    long Id,
    string Key,
    int Small = 0,
    int? SmallOrNull = null,
    long? BigOrNull = null,
    string Text = "",
    string? TextOrNull = null,
    bool Flag = false,
    DateOnly Date = default,
    DateOnly? DateOrNull = null,
    DateTimeOffset At = default,
    DateTimeOffset? AtOrNull = null,
    byte[]? Bytes = null)
{
    public static TestRow Of(long id, string key, string text) => new(id, key, Text: text, Date: new DateOnly(2026, 4, 1), At: DateTimeOffset.UnixEpoch);
}

static class TestView
{
    public static readonly ViewTable<TestRow> Table = new(
        "test_view",
        2,
        [
            C.Big("id", r => r.Id),
            C.Text("key", r => r.Key),
            C.Int("small", r => r.Small),
            C.IntOrNull("small_or_null", r => r.SmallOrNull),
            C.BigOrNull("big_or_null", r => r.BigOrNull),
            C.Text("text", r => r.Text),
            C.TextOrNull("text_or_null", r => r.TextOrNull),
            C.Bool("flag", r => r.Flag),
            C.Date("date", r => r.Date),
            C.DateOrNull("date_or_null", r => r.DateOrNull),
            C.Instant("at", r => r.At),
            C.InstantOrNull("at_or_null", r => r.AtOrNull),
            C.Bytes("bytes", r => r.Bytes ?? []),
        ],
        new ViewIndex("test_view_by_text", "text"));

    /// <summary>Of a row only its text.</summary>
    public static readonly ViewTable<TestRow> Part = new("test_view_part", 2, [C.Big("id", r => r.Id), C.Text("key", r => r.Key), C.TextOrNull("text_or_null", r => r.TextOrNull)]) { PartOf = Table };
}
