#include "channel/media/placement_link.hpp"

#include <doctest/doctest.h>

namespace caicach::channel
{

TEST_CASE("one page has one key, however its address was copied")
{
    CHECK(link_key("https://www.Bao.vn/tin/mot-cua/?utm_source=fb&fbclid=1#binh-luan") ==
          "bao.vn/tin/mot-cua");
    CHECK(link_key("http://bao.vn/tin/mot-cua") == "bao.vn/tin/mot-cua");
    CHECK(link_key("HTTPS://bao.vn/tin?id=7&utm_medium=x") == "bao.vn/tin?id=7");
    CHECK(link_key("https://youtu.be/aBc?si=9") == "youtube.com/watch?v=aBc");
    CHECK(link_key("https://m.youtube.com/watch?v=aBc&feature=share") == "youtube.com/watch?v=aBc");
    // Two articles of one site stay two, and letters of a path count.
    CHECK(link_key("https://bao.vn/tin?id=8") != link_key("https://bao.vn/tin?id=7"));
    CHECK(link_key("https://youtu.be/ABC") != link_key("https://youtu.be/abc"));
}

TEST_CASE("what is no web address is refused")
{
    for (const auto* wrong : {"", "bao.vn/tin", "ftp://bao.vn/tin", "javascript:alert(1)",
                              "https://", "https:///tin", "https://bao.vn/hai tin"}) {
        CAPTURE(wrong);
        CHECK_FALSE(check_link(wrong));
    }
    CHECK(check_link("https://bao.vn/tin"));
}

}  // namespace caicach::channel
