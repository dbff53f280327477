using System.Net;
using CsCheck;
using JmaActors.Webhooks;

namespace JmaActors.Tests.Rules.Webhooks;

/// <summary>Where something may be sent to, and where not.</summary>
public class AddressTests
{
    [Theory]
    [InlineData("https://example.org/hook", true)]
    [InlineData("https://example.org:8443/hook?a=1", true)]
    [InlineData("https://93.184.216.34/hook", true)]
    [InlineData("https://[2606:2800:220:1:248:1893:25c8:1946]/", true)]
    [InlineData("https://例え.jp/hook", true)]
    [InlineData("http://example.org/hook", false)]
    [InlineData("https://user:secret@example.org/", false)]
    [InlineData("https://example.org/#part", false)]
    [InlineData("https://localhost/", false)]
    [InlineData("https://a.localhost/", false)]
    [InlineData("https://intranet/", false)]
    [InlineData("https://intranet./", false)]
    [InlineData("https://printer.local/", false)]
    [InlineData("https://metadata.google.internal/", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("https://127.1/", false)]
    [InlineData("https://2130706433/", false)]
    [InlineData("https://0x7f.0.0.1/", false)]
    [InlineData("https://169.254.169.254/latest/meta-data", false)]
    [InlineData("https://[::1]/", false)]
    [InlineData("https://[::ffff:10.0.0.1]/", false)]
    [InlineData("https://[fe80::1]/", false)]
    [InlineData("ftp://example.org/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("//example.org/", false)]
    [InlineData("", false)]
    public void An_address_is_https_on_the_public_internet(string address, bool fits) => Assert.Equal(fits, AddressRules.Fits(address, inside: false));

    [Theory, InlineData("http://127.0.0.1:5000/hook", true), InlineData("https://localhost/", true), InlineData("https://user@localhost/", false), InlineData("ftp://localhost/", false)]
    public void Where_machines_inside_are_allowed_they_are(string address, bool fits) => Assert.Equal(fits, AddressRules.Fits(address, inside: true));

    [Theory]
    [InlineData("0.0.0.0"), InlineData("10.255.255.255"), InlineData("100.64.0.1"), InlineData("100.127.255.255"), InlineData("127.255.255.254"), InlineData("169.254.1.1"), InlineData("172.16.0.1"), InlineData("172.31.255.255")]
    [InlineData("192.168.0.1"), InlineData("198.18.0.1"), InlineData("224.0.0.1"), InlineData("255.255.255.255"), InlineData("::"), InlineData("::1"), InlineData("fc00::1"), InlineData("fd12:3456::1"), InlineData("fe80::1"), InlineData("fec0::1")]
    [InlineData("ff02::1"), InlineData("2001:db8::1"), InlineData("::ffff:192.168.1.1"), InlineData("64:ff9b::7f00:1"), InlineData("2002:7f00:1::"), InlineData("2002:c0a8:101::1"), InlineData("::127.0.0.1")]
    [InlineData("4000::1"), InlineData("64:ff9b:1::1"), InlineData("64:ff9b::1:808:808"), InlineData("100::1"), InlineData("5f00::1"), InlineData("1fff::1"), InlineData("200::1"), InlineData("3fff::1"), InlineData("2001:2::1"), InlineData("f000::1")]
    public void A_machine_inside_is_none_of_the_public_internet(string address) => Assert.False(AddressRules.IsPublic(IPAddress.Parse(address)));

    [Theory, InlineData("8.8.8.8"), InlineData("100.128.0.1"), InlineData("172.32.0.1"), InlineData("9.255.255.255"), InlineData("2606:4700::1111"), InlineData("2002:808:808::1"), InlineData("64:ff9b::808:808")]
    public void What_lies_beside_those_networks_is(string address) => Assert.True(AddressRules.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public void However_an_address_is_carried_it_is_judged_by_what_it_is() => Gen.Byte.Array[4].Sample(bytes =>
    {
        var plain = AddressRules.IsPublic(new IPAddress(bytes));
        var (mapped, sixToFour, translated) = (new IPAddress(bytes).MapToIPv6(), new IPAddress([0x20, 0x02, .. bytes, .. new byte[10]]), new IPAddress([0x00, 0x64, 0xff, 0x9b, .. new byte[8], .. bytes]));

        Assert.Equal((plain, plain, plain), (AddressRules.IsPublic(mapped), AddressRules.IsPublic(sixToFour), AddressRules.IsPublic(translated)));
    });
}
