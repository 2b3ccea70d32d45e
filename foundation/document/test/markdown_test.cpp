#include "document/markdown.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "document/limits.hpp"

namespace caicach::document
{
namespace
{

using Kind = MarkdownKind;

/// The first step of that kind.
const MarkdownStep& first(const Markdown& markdown, Kind kind)
{
    const auto found = std::ranges::find(markdown, kind, &MarkdownStep::kind);
    REQUIRE(found != markdown.end());
    return *found;
}

std::string plain_of(const Markdown& markdown, Kind kind)
{
    const auto at = std::ranges::find(markdown, kind, &MarkdownStep::kind) - markdown.begin();
    return plain_text(part_at(markdown, static_cast<std::size_t>(at)));
}

}  // namespace

TEST_CASE("headings, lists, links and pictures are told with what they name")
{
    const auto read =
        MUST(read_markdown("## Kết quả\n\nGiải quyết **đúng hạn** ở [một cửa](/co-quan/snv).\n\n"
                           "3. Một\n4. Hai\n\n![Người dân chờ *đến* lượt](/anh/abc)\n"));
    CHECK(first(read, Kind::heading).number == 2);
    CHECK(plain_of(read, Kind::heading) == "Kết quả\n");
    CHECK(plain_of(read, Kind::strong) == "đúng hạn");
    CHECK(first(read, Kind::link).address == "/co-quan/snv");
    CHECK(first(read, Kind::numbered_list).number == 3);
    CHECK(plain_of(read, Kind::numbered_list) == "Một\nHai\n");
    const auto pictures = pictures_of(read);
    REQUIRE(pictures.size() == 1);
    CHECK(pictures[0].address == "/anh/abc");
    CHECK(pictures[0].shows == "Người dân chờ đến lượt");
}

TEST_CASE("every part that begins ends behind what stands in it")
{
    const auto read =
        MUST(read_markdown("> * **a _b_ [c](/d)**\n>   1. e\n\n| f |\n|---|\n| g |\n"));
    std::vector<Kind> open;
    for (const auto& step : read) {
        if (step.kind >= Kind::text) {
            CHECK(step.is_end);
            continue;
        }
        if (!step.is_end) {
            open.push_back(step.kind);
            continue;
        }
        REQUIRE_FALSE(open.empty());
        CHECK(open.back() == step.kind);
        open.pop_back();
    }
    CHECK(open.empty());
    CHECK(read.size() > 20);
}

TEST_CASE("tables, struck words and bare addresses are those of GitHub")
{
    const auto read = MUST(read_markdown(
        "| Xã | Hồ sơ |\n|---|--:|\n| A Dơi | 12 |\n\n~~cũ~~ https://songlam.gov.vn\n"));
    CHECK(plain_of(read, Kind::table_head) == "Xã Hồ sơ \n");
    CHECK(plain_of(read, Kind::table_row) == "A Dơi 12 \n");
    CHECK(plain_of(read, Kind::struck) == "cũ");
    CHECK(first(read, Kind::link).address == "https://songlam.gov.vn");
}

TEST_CASE("markup of HTML is text")
{
    const auto read = MUST(read_markdown("Chữ <b>đậm</b>\n\n<script>\nalert(1)\n</script>\n"));
    CHECK(plain_text(read) == "Chữ <b>đậm</b>\n<script>\nalert(1)\n</script>\n");
    CHECK(first(read, Kind::code_block).text == "<script>\nalert(1)\n</script>\n");
}

TEST_CASE("of plain text stays what people read, a line for each paragraph")
{
    const auto read = MUST(read_markdown("# Tin\n\nDòng một\ndòng hai  \ndòng ba\n\n* a\n* b\n"));
    CHECK(plain_text(read) == "Tin\nDòng một dòng hai dòng ba\na\nb\n");
    CHECK(MUST(read_markdown("")).empty());
    CHECK(plain_text(MUST(read_markdown("* \n*\n"))).empty());
}

TEST_CASE("what is too long or too deep is refused with a reason")
{
    const auto longest = read_markdown(std::string(limits::markdown_bytes_max + 1, 'a'));
    REQUIRE_FALSE(longest);
    CHECK(longest.error().key == "document.limit.markdown");
    const auto deepest = read_markdown(std::string(2 * limits::markdown_depth_max, '>') + " a");
    REQUIRE_FALSE(deepest);
    CHECK(deepest.error().key == "document.limit.markdown");
    CHECK(read_markdown(std::string(10, '>') + " a").has_value());
}

}  // namespace caicach::document
