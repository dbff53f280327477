using System.Collections.Concurrent;

namespace JmaActors.Web.Access;

/// <summary>What associations are called, by code, for the functions people act in: asked for once, for a name hardly ever changes and stands above every page.</summary>
public sealed class OfficeNames(Gateway gateway, TimeProvider clock)
{
    /// <summary>After so long it is asked for again.</summary>
    static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    readonly ConcurrentDictionary<string, (string? Name, long At)> _names = new(StringComparer.Ordinal);

    /// <summary>The names of those of the scopes that are associations.</summary>
    public async ValueTask<IReadOnlyDictionary<string, string>> Of(IEnumerable<string> scopes, CancellationToken ct)
    {
        var codes = scopes.Where(s => AssociationId.TryParse(s, out _)).Distinct(StringComparer.Ordinal).ToList();
        var unknown = codes.Where(c => !_names.TryGetValue(c, out var kept) || clock.GetElapsedTime(kept.At) > Kept).ToList();
        if (unknown.Count > 0)
        {
            var found = await gateway.AssociationNames(unknown, Caller.System, ct).ConfigureAwait(false);
            // Only what there is is kept: codes that are made up fill nothing.
            foreach (var (code, name) in found) _names[code] = (name, clock.GetTimestamp());
        }

        return codes.Where(_names.ContainsKey).ToDictionary(c => c, c => _names[c].Name!, StringComparer.Ordinal);
    }
}
