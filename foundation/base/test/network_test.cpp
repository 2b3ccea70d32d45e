#include "base/network.hpp"

#include <doctest/doctest.h>

namespace caicach
{
namespace
{

bool holds(std::string_view network, std::string_view address)
{
    const auto parsed = Network::parse(network);
    REQUIRE(parsed);
    return is_within(std::array{*parsed}, address);
}

}  // namespace

TEST_CASE("a network holds the addresses that begin as it does")
{
    CHECK(holds("10.1.0.0/16", "10.1.255.7"));
    CHECK(!holds("10.1.0.0/16", "10.2.0.1"));
    CHECK(holds("203.0.113.7", "203.0.113.7"));
    CHECK(!holds("203.0.113.7", "203.0.113.8"));
    CHECK(holds("203.0.113.64/26", "203.0.113.127"));
    CHECK(!holds("203.0.113.64/26", "203.0.113.128"));
    CHECK(holds("2001:db8:1::/48", "2001:db8:1:2::9"));
    CHECK(!holds("2001:db8:1::/48", "2001:db8:2::9"));
    CHECK(holds("0.0.0.0/0", "192.0.2.1"));
    CHECK(!holds("0.0.0.0/0", "2001:db8::1"));
}

TEST_CASE("an IPv4 address is the same however it was written")
{
    CHECK(holds("10.1.0.0/16", "::ffff:10.1.2.3"));
    CHECK(holds("::ffff:10.1.0.0/112", "10.1.2.3"));
    CHECK(IpAddress::parse("::ffff:10.1.2.3")->text() == "10.1.2.3");
}

TEST_CASE("a network says itself without the bits behind its prefix")
{
    CHECK(Network::parse("10.1.2.3/8")->text() == "10.0.0.0/8");
    CHECK(Network::parse("10.1.2.3")->text() == "10.1.2.3");
    CHECK(Network::parse("2001:DB8:0:0::1/32")->text() == "2001:db8::/32");
    CHECK(Network::parse("::/0")->text() == "::/0");
}

TEST_CASE("what is no network is none")
{
    for (const auto* text : {"", "x", "10.1", "10.1.2.3/33", "10.1.2.3/", "10.1.2.3/-1",
                             "10.1.2.3/+8", "::1/129", "10.1.2.3/8/8", "10.1.2.3 ", "1.2.3.4.5",
                             "0000:0000:0000:0000:0000:0000:0000:0000:0000", "10.1.2.3/0008"}) {
        CAPTURE(text);
        CHECK(!Network::parse(text));
    }
}

TEST_CASE("several are read with blanks, commas or lines between them, so many at most")
{
    CHECK(parse_networks("")->empty());
    CHECK(parse_networks(" 10.0.0.1, 10.0.1.0/24\r\n2001:db8::/32 ")->size() == 3);
    CHECK(!parse_networks("10.0.0.1 x"));
    std::string many;
    for (std::size_t at = 0; at < networks_max; ++at) many += "10.0.0.1 ";
    CHECK(parse_networks(many)->size() == networks_max);
    CHECK(!parse_networks(many + "10.0.0.1"));
    CHECK(!is_within(*parse_networks(many), "khong-co"));
}

TEST_CASE("an IPv6 address counts with its whole /64; a mapped IPv4 address as itself")
{
    CHECK(counted_address("192.0.2.7") == "192.0.2.7");
    CHECK(counted_address("::ffff:192.0.2.7") == "192.0.2.7");
    CHECK(counted_address("2001:db8:1:2:3:4:5:6") == "2001:db8:1:2::/64");
    CHECK(counted_address("2001:db8:1:2::9") == "2001:db8:1:2::/64");
    CHECK(counted_address("2001:db8:1:3::9") != counted_address("2001:db8:1:2::9"));
    CHECK(counted_address("không rõ") == "không rõ");
}

}  // namespace caicach
