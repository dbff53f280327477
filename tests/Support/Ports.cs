using JmaActors.Composition;

namespace JmaActors.Tests.Support;

/// <summary>Ports for servers of tests, chosen as a silo chooses its own.</summary>
public static class Ports
{
    public static int Free() => FreePort.One();
}
