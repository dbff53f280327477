using JmaActors.Applications;

namespace JmaActors.Pages.Offices;

/// <summary>Applications in flight, by kind.</summary>
public sealed record ApplicationsInFlight(IReadOnlyList<ApplicationFlight> Kinds);
