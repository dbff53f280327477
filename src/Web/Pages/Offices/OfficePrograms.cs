using JmaActors.Directory;

namespace JmaActors.Pages.Offices;

/// <summary>Programs an office holds.</summary>
/// <param name="Open">Whose doors are open.</param>
/// <param name="Next">Published, from today on.</param>
public sealed record OfficePrograms(IReadOnlyList<ProgramLine> Open, IReadOnlyList<ProgramLine> Next);
