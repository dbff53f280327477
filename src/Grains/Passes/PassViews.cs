using JmaActors.Journal;
using C = JmaActors.Journal.Columns<JmaActors.Passes.PassRow>;

namespace JmaActors.Passes;

/// <summary>View tables written by pass ledgers. Keys: <c>new ViewKey(memberId)</c>.</summary>
public static class PassViews
{
    public static readonly ViewTable<PassRow> Passes = new(
        "pass",
        1,
        [
            C.Big("member_id", r => r.MemberId),
            C.Int("generation", r => r.Generation),
            C.Instant("revoked_at", r => r.RevokedAt),
        ]);

    public static readonly IReadOnlyList<ViewTable> All = [Passes];
}
