using JmaActors.Members;
using Microsoft.Data.Sqlite;

namespace JmaActors.Tests.Grains.Members;

/// <summary>A person whose key is destroyed: nobody reads the attributes again, and everything that counts stays.</summary>
public sealed class ErasedPersonTests(SharedHouse shared)
{
    static CancellationToken Ct => ActorHouse.Ct;

    [Fact]
    public async Task Without_the_key_a_person_reads_as_erased_and_nothing_else_changes()
    {
        var (me, card) = (People.Someone(), People.Card());
        var member = shared.House.Grains.GetGrain<IMemberGrain>(me.Number);
        var before = (await member.Register(People.Registration(People.Registry(), card), Ct)).Value!;
        await Destroy(me);
        await shared.House.Grains.GetGrain<Orleans.Runtime.IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero, Ct);

        var after = await member.Read(Caller.System, Ct);
        var history = await member.History(0, Caller.System, Ct);
        var changed = await member.ChangeProfile(new ChangeProfile("k", People.Person(), card, People.From, "back", Caller.System), Ct);

        Assert.Equal(before with { Person = new Person("", "", null, null, null) }, after);
        Assert.Equal(before.Membership, after!.Membership);
        Assert.DoesNotContain(history, line => line.Body.Contains("見本", StringComparison.Ordinal));
        Assert.Equal("erased", changed.Refusal?.Reason);
    }

    async Task Destroy(MemberId person)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(shared.House.Folder, "journal.db")};Pooling=False");
        await connection.OpenAsync(Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM person_key WHERE member_id = $id";
        command.Parameters.AddWithValue("$id", person.Number);
        Assert.Equal(1, await command.ExecuteNonQueryAsync(Ct));
    }
}
