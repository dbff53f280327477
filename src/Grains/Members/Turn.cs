namespace JmaActors.Members;

/// <summary>A turn taken of those who may only go one at a time; disposing passes it on.</summary>
readonly struct Turn(SemaphoreSlim gate) : IDisposable
{
    public static async ValueTask<Turn> Take(SemaphoreSlim gate, CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        return new Turn(gate);
    }

    public void Dispose() => gate.Release();
}
