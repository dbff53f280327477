namespace JmaActors.Tests.SignIn;

/// <summary>A site of its own whose mail is received.</summary>
public abstract class MailedHouse : IAsyncLifetime
{
    private protected readonly MailServer Received = new();

    private protected House House { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Received.Start();
        House = new House { Set = Received.Set };
        await House.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await House.DisposeAsync();
        await Received.DisposeAsync();
    }
}
