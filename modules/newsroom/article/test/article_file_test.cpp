#include "newsroom/article/article_file.hpp"

#include <doctest/doctest.h>

namespace caicach::newsroom
{
namespace
{

ArticleFile brought_picture(int number, std::string shows)
{
    return {.number = number, .is_picture = true, .shows = std::move(shows)};
}

std::string refusal_of(std::string_view text, std::span<const ArticleFile> files)
{
    const auto answer = check_references(MUST(document::read_markdown(text)), files);
    return answer ? std::string{} : answer.error().key;
}

}  // namespace

TEST_CASE("a picture is named shortly in the text, and its words cannot end its line")
{
    const auto picture = brought_picture(3, "Quầy [một cửa]\\");
    CHECK(line_of(picture) == "![Quầy (một cửa)/](anh-3)");
    CHECK(line_of({.number = 4, .shows = "Mẫu đơn"}) == "[Mẫu đơn](tep-4)");
    CHECK(number_in("anh-3") == 3);
    CHECK(number_in("tep-12") == 12);
    for (const auto* other : {"anh-", "anh-0", "anh--1", "anh-3.jpg", "/anh-3", "https://a.vn", ""})
        CHECK_FALSE(number_in(other));
}

TEST_CASE("a text may show the pictures that came with it, with words, and no others")
{
    const std::vector<ArticleFile> files{brought_picture(1, "Quầy"),
                                         {.number = 2, .shows = "Mẫu đơn"}};
    CHECK(refusal_of("![Quầy](anh-1) và [đơn](tep-2), [nơi khác](https://a.vn)", files).empty());
    CHECK(refusal_of("![ ](anh-1)", files) == "newsroom.article.picture");
    CHECK(refusal_of("![Quầy](anh-2)", files) == "newsroom.article.picture_from");
    CHECK(refusal_of("![Quầy](tep-2)", files) == "newsroom.article.picture_from");
    CHECK(refusal_of("![Quầy](https://a.vn/1.jpg)", files) == "newsroom.article.picture_from");
    CHECK(refusal_of("[đơn](tep-3)", files) == "newsroom.article.file_unknown");
    CHECK(refusal_of("`![Quầy](anh-9)`", files).empty());
}

TEST_CASE("what a text names is found once each, and led to its address")
{
    const std::vector<ArticleFile> files{brought_picture(1, "Quầy"),
                                         {.number = 2, .shows = "Mẫu đơn"}};
    auto text = MUST(document::read_markdown("[a](tep-2) ![b](anh-1) [c](tep-2) [d](/x)"));
    CHECK(numbers_in(text) == std::vector{1, 2});
    lead_to_files(text, files,
                  [](const ArticleFile& file) { return "/o/" + std::to_string(file.number); });
    CHECK(document::pictures_of(text).front().address == "/o/1");
    CHECK(numbers_in(text).empty());
}

}  // namespace caicach::newsroom
