using JmaActors.Policies;

namespace JmaActors.Credits;

/// <summary>Draws the live picture of a ledger.</summary>
static class CreditDrawing
{
    /// <summary>The standing on a date and the newest <see cref="CreditLimits.PictureEntries"/> entries.</summary>
    public static CreditPicture Draw(MemberId member, long version, CreditLedgerState state, DateOnly on, DateOnly? licensedOn, PolicyBook book)
    {
        var entries = new Dictionary<string, CreditPictureEntry>(StringComparer.Ordinal);
        foreach (var (key, item, running) in CreditPages.Newest(state, CreditLimits.PictureEntries))
        {
            entries.Add(key, state.OriginOf(key) is var (of, _) ? Entry(key, item, null, running, book) with { Of = new MemberId(of).ToString() } : Entry(key, item, state.KindOf(key), running, book) with { Provenance = state.Sources?.GetValueOrDefault(key) });
        }
        return new CreditPicture(member.ToString(), version, CmeRules.Standing(state.Whole.Facts, on, book, licensedOn), entries,
            SchemeTotals.Of(state.Whole, on, book).ToDictionary(t => $"{SchemePolicy.Name(t.Scheme)}/{t.Subject}", StringComparer.Ordinal));
    }

    static CreditPictureEntry Entry(string key, CreditItem item, EvidenceKind? document, Units running, PolicyBook book) => new(
        item.State, item.Tenths / 10m, item.Code, book.Title(item.Scheme, item.Code, item.Date).Ja, item.Date, item.Title, item.Reason,
        item.SessionIn(key)?.Code, item.Version, item.Scheme, item.Web, document,
        CorrectionKeys.By(key, item.Link), CorrectionKeys.Of(key, item.Link), running.Value);
}
