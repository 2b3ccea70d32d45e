#include "text/text.hpp"

#include <doctest/doctest.h>

#include "text/slug.hpp"

namespace caicach
{

TEST_CASE("folding drops case and marks, and đ becomes d")
{
    CHECK(text::fold("Đắk Nông ĐỔI MỚI") == "dak nong doi moi");
    CHECK(text::fold("Ủy ban nhân dân Ứng Hòa kỹ ỹ Ỵ") == "uy ban nhan dan ung hoa ky y y");
    CHECK(text::fold("100% – ₫, 中文") == "100% – ₫, 中文");
}

TEST_CASE("folding takes decomposed letters as it takes composed ones")
{
    CHECK(text::fold("Ti\u0302\u0301ng Vie\u0323\u0302t") == "ting viet");
    CHECK(text::fold("đường") == text::fold("\u0111u\u031Bo\u031B\u0300ng"));
}

TEST_CASE("folding leaves bytes that are no text as they are")
{
    CHECK(text::fold("a\xFF\xC3") == "a\xFF\xC3");
    CHECK(text::fold("") == "");
}

TEST_CASE("a folded text knows where each byte came from")
{
    const std::string source = "Sở Đào tạo";
    const auto folded = text::fold_with_origin(source);
    CHECK(folded.text == "so dao tao");
    REQUIRE(folded.origin.size() == folded.text.size() + 1);
    const auto at = folded.text.find("tao");
    CHECK(source.substr(folded.origin[at]) == "tạo");
    CHECK(folded.origin.back() == source.size());
}

TEST_CASE("a prefix is found whatever its case and marks")
{
    CHECK(text::starts_with_folded("Đơn vị chủ trì: Sở Nội vụ", "don vi chu tri"));
    CHECK(text::starts_with_folded("ĐƠN VỊ", "Đơn"));
    CHECK_FALSE(text::starts_with_folded("Đơn", "don vi"));
    CHECK(text::starts_with_folded("", ""));
}

TEST_CASE("letters of Vietnamese change their case")
{
    CHECK(text::lower("ỦY BAN ĐẮK ƯỚC Ơ Ý") == "ủy ban đắk ước ơ ý");
    CHECK(text::upper("ủy ban đắk ước ơ ý × ÷") == "ỦY BAN ĐẮK ƯỚC Ơ Ý × ÷");
}

TEST_CASE("composed form joins letters and marks")
{
    CHECK(text::nfc("Ti\u0065\u0302\u0301ng") == "Tiếng");
    CHECK(text::nfc("a\xFF") == "a\uFFFD");
}

TEST_CASE("only well-formed UTF-8 is UTF-8")
{
    CHECK(text::is_utf8("Kế hoạch 😀"));
    CHECK_FALSE(text::is_utf8("\xC0\xAF"));
    CHECK_FALSE(text::is_utf8("\xED\xA0\x80"));
    CHECK_FALSE(text::is_utf8("\xF5\x80\x80\x80"));
    CHECK_FALSE(text::is_utf8("\xE1\xBA"));
}

TEST_CASE("input loses controls, marks without width and old line ends")
{
    CHECK(text::clean_input("a\r\nb\rc\td\x01\x7F") == "a\nb\nc\td");
    CHECK(text::clean_input("Sở\u00A0Nội\u00ADvụ\uFEFF") == "Sở Nộivụ");
    CHECK(text::clean_input("tr\u202Eai") == "trai");
    CHECK(text::clean_input("Kê\u0301") == "Kế");
}

TEST_CASE("white space of every kind is trimmed and squeezed")
{
    CHECK(text::trim(" \t\u00A0Sở Nội vụ\u00A0\n") == "Sở Nội vụ");
    CHECK(text::trim(" \u00A0 ") == "");
    CHECK(text::squeeze("  Sở \u00A0\t Nội\n vụ ") == "Sở Nội vụ");
}

TEST_CASE("text is split, joined and replaced")
{
    CHECK(text::split("a;;b", ';') == std::vector<std::string_view>{"a", "", "b"});
    CHECK(text::split("", ';').size() == 1);
    CHECK(text::join(std::vector<std::string>{"a", "b"}, ", ") == "a, b");
    CHECK(text::replace_all("a--b--", "--", "–") == "a–b–");
    CHECK(text::replace_all("abc", "", "x") == "abc");
}

TEST_CASE("words are runs of letters and digits")
{
    CHECK(text::words("Sở Nội vụ (VBĐT), “01/KH–UBND”") ==
          std::vector<std::string_view>{"Sở", "Nội", "vụ", "VBĐT", "01", "KH", "UBND"});
    CHECK(text::words("– …").empty());
}

TEST_CASE("long text is cut at a word")
{
    CHECK(text::length("Tiếng Việt") == 10);
    CHECK(text::shorten("Kế hoạch tuyên truyền", 21) == "Kế hoạch tuyên truyền");
    CHECK(text::shorten("Kế hoạch tuyên truyền", 18) == "Kế hoạch tuyên…");
    CHECK(text::shorten("Kếhoạchtuyêntruyền", 6) == "Kếhoạ…");
}

TEST_CASE("slugs are plain, short and cut at a word")
{
    CHECK(text::slug("Kế hoạch tuyên truyền CCHC, 2026!") == "ke-hoach-tuyen-truyen-cchc-2026");
    CHECK(text::slug("Kế hoạch tuyên truyền", 10) == "ke-hoach");
    CHECK(text::slug("Kế hoạch", 8) == "ke-hoach");
    CHECK(text::slug("abcdefghij", 4) == "abcd");
    CHECK(text::slug("– …") == "");
}

}  // namespace caicach
