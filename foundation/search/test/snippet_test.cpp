#include "search/snippet.hpp"

#include <doctest/doctest.h>

#include "text/text.hpp"

namespace caicach::search
{
namespace
{

/// "a [b] c": what was found stands in brackets.
std::string shown(std::string_view text, std::string_view words, std::size_t bytes_max = 60)
{
    std::string whole;
    for (const auto& piece : snippet(text, parse_query(words), bytes_max))
        whole += piece.is_found ? "[" + piece.text + "]" : piece.text;
    return whole;
}

constexpr std::string_view long_text =
    "Sáng nay ở xã Thượng Tuyền trời mưa to. Người dân vẫn đến đông. Bộ phận một cửa trả kết quả "
    "thủ tục hành chính tại nhà văn hóa thôn, không ai phải chờ quá mười phút.";

}  // namespace

TEST_CASE("a snippet shows the words found, however they were typed")
{
    CHECK(shown("Giảm giấy tờ", "giay to") == "Giảm [giấy] [tờ]");
    CHECK(shown("Giảm giấy tờ", "GIẤY") == "Giảm [giấy] tờ");
    CHECK(shown("Giảm giấy tờ", "giáy") == "Giảm giấy tờ");
    CHECK(shown("Đắk Blà", "dak bla") == "[Đắk] [Blà]");
    CHECK(shown("Giảm giấy tờ", "gi*") == "[Giảm] [giấy] tờ");
    CHECK(shown("", "giay").empty());
    CHECK(shown("…", "giay").empty());
}

TEST_CASE("it is the part in which most of the words stand, and says where it was cut")
{
    const auto part = shown(long_text, "thu tuc hanh chinh");
    CHECK(part.find("[thủ] [tục] [hành] [chính]") != std::string::npos);
    CHECK(part.starts_with("… "));
    CHECK(part.ends_with(" …"));
    CHECK(shown(long_text, "sang").starts_with("[Sáng] nay"));
    CHECK(shown(long_text, "voi bien").starts_with("Sáng nay"));
}

TEST_CASE("no letter is cut in two, whatever room there is")
{
    const auto decomposed =
        std::string("E\u0302\u0301 ") + "o\u031B\u0303 " + "Đắk " + "\U0001F600 " + "chữ";
    for (const std::string_view text : {long_text, std::string_view(decomposed)}) {
        for (std::size_t bytes = 0; bytes < 120; ++bytes) {
            for (const auto* words : {"thu tuc", "chữ", "mười", "khong"}) {
                std::string whole;
                for (const auto& piece : snippet(text, parse_query(words), bytes)) {
                    CHECK(text::is_utf8(piece.text));
                    whole += piece.text;
                }
                whole = text::replace_all(text::replace_all(whole, "… ", ""), " …", "");
                REQUIRE(!whole.empty());
                const auto at = text.find(whole);
                REQUIRE(at != std::string_view::npos);
                // A mark never stands first: it belongs to the letter before.
                CHECK(!whole.starts_with("\u0302"));
                CHECK(!whole.starts_with("\u0301"));
                CHECK(!whole.starts_with("\u031B"));
                const auto after = text.substr(at + whole.size());
                CHECK(!after.starts_with("\u0302"));
                CHECK(!after.starts_with("\u0301"));
                CHECK(!after.starts_with("\u0303"));
            }
        }
    }
}

TEST_CASE("what a title says of a query is counted, synonyms as one")
{
    const std::vector<SynonymGroup> synonyms{{"tthc", "thủ tục hành chính"}};
    const auto said = [&](std::string_view title, std::string_view words) {
        return count_said(title, parse_query(words, synonyms));
    };
    CHECK(said("Công khai thủ tục hành chính", "cong khai") == 2);
    CHECK(said("Công khai thủ tục hành chính", "tthc") == 1);
    CHECK(said("Công khai thủ tục", "tthc") == 0);
    CHECK(said("Công khai", "cong khai o xa") == 2);
    CHECK(said("", "cong khai") == 0);
}

}  // namespace caicach::search
