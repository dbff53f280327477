using System.Security.Cryptography;
using JmaActors.Members;
using JmaActors.Security;

namespace JmaActors.Tests.Grains.Members;

public sealed class PersonCipherTests : IDisposable
{
    static readonly MemberId Me = new(1_000_000_001);

    readonly PersonCipher cipher = new(new byte[32]);

    public void Dispose() => cipher.Dispose();

    [Fact]
    public void What_was_sealed_opens_again()
    {
        var (key, person) = (cipher.NewKey(), People.Person(new("1234567")));
        Assert.Equal(person, cipher.Open(key, Me, cipher.Seal(key, Me, person)));
    }

    [Fact]
    public void Nobody_elses_key_or_name_opens_it()
    {
        var key = cipher.NewKey();
        var bytes = cipher.Seal(key, Me, People.Person());
        Assert.ThrowsAny<CryptographicException>(() => cipher.Open(cipher.NewKey(), Me, bytes));
        Assert.ThrowsAny<CryptographicException>(() => cipher.Open(key, new MemberId(Me.Number + 1), bytes));
        using var other = new PersonCipher([.. Enumerable.Repeat((byte)1, 32)]);
        Assert.ThrowsAny<CryptographicException>(() => other.Open(key, Me, bytes));
    }

    [Fact]
    public void A_changed_byte_is_noticed()
    {
        var key = cipher.NewKey();
        var bytes = cipher.Seal(key, Me, People.Person());
        for (var i = 0; i < bytes.Length; i++)
        {
            var changed = (byte[])bytes.Clone();
            changed[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => cipher.Open(key, Me, changed));
        }
        Assert.ThrowsAny<CryptographicException>(() => cipher.Open(key, Me, []));
    }

    [Fact]
    public void The_same_person_is_sealed_differently_each_time()
    {
        var key = cipher.NewKey();
        Assert.NotEqual(cipher.Seal(key, Me, People.Person()), cipher.Seal(key, Me, People.Person()));
    }

    [Fact]
    public void A_master_key_is_made_once_for_its_owner_alone()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("jma-keys-").FullName;
        try
        {
            var first = PersonMasterKey.Find(null, folder);
            Assert.Equal(first, PersonMasterKey.Find("", folder));
            if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, "keys", "person-master.key")));
            Assert.Equal(new byte[32], PersonMasterKey.Find(Convert.ToBase64String(new byte[32]), folder));
            Assert.Throws<InvalidOperationException>(() => PersonMasterKey.Find("too short", folder));
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }
}
