using System.Globalization;
using JmaActors.Ledgers;
using JmaActors.Records;

namespace JmaActors.Passes;

/// <summary>How it is told that a person's passes were taken back.</summary>
sealed class PassChapter(PassLedger ledger, LedgerPast past) : Chapter<PassState, PassEvent>(RecordChapters.Passes, ledger, past)
{
    public override IReadOnlyList<string> Facts { get; } = ["generation"];

    protected override ValueTask<IReadOnlyList<string>> Keys(Telling telling, CancellationToken ct) => new([telling.Member.Number.ToString(CultureInfo.InvariantCulture)]);

    protected override Look At(PassState state, PassEvent e, Telling telling, bool done) => new Look().Add("generation", state.Generation);

    protected override Said Of(PassState state, PassEvent e, string key, long version, Telling telling) => new("", e is PassesRevoked revoked ? revoked.Reason : "");
}
