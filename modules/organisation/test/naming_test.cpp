#include "organisation/naming.hpp"

#include <doctest/doctest.h>

namespace caicach::organisation
{

TEST_CASE("a name is spoken the same however it is written")
{
    CHECK(spoken_form("UBND  xã Đắk Sim") == "ủy ban nhân dân xã đắk sim");
    CHECK(spoken_form("Uỷ ban Nhân dân xã Đắk Sim") == "ủy ban nhân dân xã đắk sim");
    CHECK(spoken_form("Đài Phát thanh – Truyền hình") ==
          spoken_form("đài phát thanh, truyền hình"));
    CHECK(spoken_form("Xã Hoà An") == spoken_form("Xã Hòa An"));
}

TEST_CASE("the u of quý belongs to its consonant")
{
    CHECK(spoken_form("Phú Quý") == "phú quý");
    CHECK(spoken_form("Thuỷ lợi") == "thủy lợi");
    CHECK(spoken_form("toàn tỉnh") == "toàn tỉnh");
}

TEST_CASE("a key has no diacritics, so that hasty typing finds it")
{
    CHECK(name_key("Sở Nội vụ") == "so noi vu");
    CHECK(name_key("UBND huyện Đắk Sim") == "uy ban nhan dan huyen dak sim");
    CHECK(name_key(" – . ").empty());
}

TEST_CASE("a search asks for beginnings of words in their order")
{
    CHECK(search_pattern("Sở n v") == "% so% n% v%");
    CHECK(search_pattern("  ").empty());
    // A wildcard typed by a person is punctuation, never a wildcard.
    CHECK(search_pattern("100%_sở") == "% 100% so%");
}

TEST_CASE("a search takes a bounded number of words")
{
    CHECK(search_pattern("a b c d e f g h i j k l") == "% a% b% c% d% e% f% g% h% i% j%");
}

TEST_CASE("names that differ by a slip of the scanner are similar")
{
    CHECK(similarity("so noi vu", "so noi vu") == 1);
    CHECK(similarity("so noi vu", "so nol vu") > 0.85);
    CHECK(similarity("so noi vu", "ban quan ly khu kinh te") < 0.4);
    CHECK(similarity("", "") == 1);
    CHECK(similarity("", "so") == 0);
}

TEST_CASE("initials make a code")
{
    CHECK(initials("Sở Nội vụ") == "SNV");
    CHECK(initials("Đài Phát thanh") == "DPT");
    CHECK(initials("Trường THCS số 12") == "TTS12");
    CHECK(initials("…").empty());
}

}  // namespace caicach::organisation
