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

    /// <summary>Computed by other means, from the description of a pass alone.</summary>
    [Fact]
    public void A_pass_is_what_its_description_says_so_that_silos_of_two_versions_agree() =>
        Assert.Equal("JP1.B3TLFACAABVQHEAQAAAAAB5SIYHQUM3CLGHGXVL2EZ2B33UH", PassRules.Write(Claim, new PassSigner(new byte[32])));
}
