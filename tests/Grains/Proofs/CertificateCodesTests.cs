using JmaActors.Security;

namespace JmaActors.Tests.Grains.Proofs;

public sealed class CertificateCodesTests
{
    [Fact]
    public void The_same_content_has_the_same_code_under_the_same_key_and_no_other()
    {
        var codes = new CertificateCodes(new byte[32]);
        var content = "{\"title\":\"x\"}"u8.ToArray();
        Assert.Equal(codes.Of(content), new CertificateCodes(new byte[32]).Of(content));
        Assert.NotEqual(codes.Of(content), codes.Of("{\"title\":\"y\"}"u8));
        Assert.NotEqual(codes.Of(content), new CertificateCodes([.. Enumerable.Repeat((byte)1, 32)]).Of(content));
    }
}
