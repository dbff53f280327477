using JmaActors.Passes;
using JmaActors.Security;

namespace JmaActors.Tests.Grains.Passes;

public sealed class PassSignerTests
{
    static readonly PassClaim Claim = new(new MemberId(1_000_000_001), 0, new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero), 7);

    [Fact]
    public void Silos_with_one_master_key_read_each_others_passes_and_nobody_elses()
    {
        var pass = PassRules.Write(Claim, new PassSigner(new byte[32]));

        Assert.Equal(Claim, PassRules.Read(pass, new PassSigner(new byte[32])));
        Assert.Null(PassRules.Read(pass, new PassSigner([.. Enumerable.Repeat((byte)1, 32)])));
    }

    [Fact]
    public void What_is_signed_for_a_claim_stays_the_same_in_every_version() =>
        Assert.Equal("JP1.HOPM2AAAAA", PassRules.Write(Claim, new PassSigner(new byte[32]))[..14]);
}
