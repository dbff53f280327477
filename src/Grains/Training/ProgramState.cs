namespace JmaActors.Training;

/// <summary>A program as folded from its events.</summary>
public sealed class ProgramState
{
    /// <summary>False until it was created.</summary>
    public bool Created { get; set; }

    public string Host { get; set; } = "";

    public string Title { get; set; } = "";

    public string Place { get; set; } = "";

    public bool WholeTalk { get; set; }

    public DateTimeOffset DoorsOpen { get; set; }

    public DateTimeOffset DoorsClose { get; set; }

    public IReadOnlyList<Talk> Talks { get; set; } = [];

    public SessionStatus Status { get; set; }

    /// <summary>The program as shown; null when it was never created.</summary>
    public ProgramView? View(ProgramId id, long version) => Created
        ? new ProgramView(id, SessionOf(id), new AssociationId(Host), Title, Place, WholeTalk, DoorsOpen, DoorsClose, Talks, Status, version)
        : null;

    /// <summary>The session's id: a program has one, numbered 1.</summary>
    public static SessionId SessionOf(ProgramId id) => SessionId.Of(id, 1);
}
