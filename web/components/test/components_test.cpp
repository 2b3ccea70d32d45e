#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "html/html.hpp"
#include "web/assets.hpp"
#include "web/components/content.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"
#include "web/components/review_parts.hpp"

namespace html = caicach::html;
namespace web = caicach::web;

namespace
{

std::string written(web::Content content)
{
    std::string text;
    auto out = html::Writer(text);
    content(out);
    return text;
}

bool has(const std::string& text, std::string_view piece)
{
    return text.find(piece) != std::string::npos;
}

}  // namespace

TEST_CASE("what people typed is escaped wherever a component shows it")
{
    constexpr std::string_view hostile = "\"><script>alert('x')</script>";
    const std::array<web::Fact, 1> rows{web::Fact{hostile, hostile}};
    const std::array<web::Choice, 1> choices{web::Choice{hostile, hostile, hostile}};
    const std::array<web::FieldError, 1> errors{web::FieldError{hostile, hostile}};
    const auto text = written([&](html::Writer& out) {
        web::text_field(out, {.name = "a", .label = hostile, .value = hostile, .hint = hostile});
        web::text_area(out, {.name = "b", .label = hostile, .value = hostile, .error = hostile});
        web::select_field(out, {.field = {.name = "c", .label = hostile}, .choices = choices});
        web::radio_field(out, {.field = {.name = "d", .label = hostile}, .choices = choices});
        web::notice(out, {.text = std::string(hostile), .title = std::string(hostile)});
        web::facts(out, rows);
        web::error_summary(out, errors);
        web::tag(out, {.text = hostile});
        web::item_card(out, {.key = "1", .path = hostile, .title = hostile, .context = hostile});
    });
    CHECK(!has(text, "<script"));
    CHECK(has(text, "&lt;script&gt;"));
}

TEST_CASE("an address with a scheme that runs code leads nowhere")
{
    const auto text = written([](html::Writer& out) {
        web::link_button(out, {.text = "x", .path = "javascript:alert(1)"});
        web::form(out, {.action = "javascript:alert(1)"}, [](html::Writer&) {});
    });
    CHECK(!has(text, "javascript:"));
}

TEST_CASE("a field at fault points at its sentence, a field in order at nothing")
{
    const auto wrong = written([](html::Writer& out) {
        web::date_field(out, {.name = "due", .label = "Hạn", .error = "Không có ngày này."});
    });
    CHECK(has(wrong, "aria-describedby=\"goi-y-due loi-due\" aria-invalid=\"true\""));
    CHECK(has(wrong, "id=\"loi-due\" data-part>Không có ngày này.</p>"));
    const auto right = written(
        [](html::Writer& out) { web::text_field(out, {.name = "title", .label = "Nội dung"}); });
    CHECK(!has(right, "aria-invalid"));
    CHECK(!has(right, "aria-describedby"));
}

TEST_CASE("an error summary without errors writes nothing")
{
    CHECK(written([](html::Writer& out) { web::error_summary(out, {}); }).empty());
}

TEST_CASE("a form that changes something carries the token of the session")
{
    const auto text = written([](html::Writer& out) {
        web::form(out, {.action = "/a", .csrf = "t0ken"}, [](html::Writer&) {});
        web::post_button(out, {.text = "Xóa", .action = "/b", .csrf = "t0ken"});
        web::confirm(out, {.question = "?", .action = "/c", .csrf = "t0ken"});
    });
    std::size_t count = 0;
    for (auto at = text.find("name=\"csrf\" value=\"t0ken\""); at != std::string::npos;
         at = text.find("name=\"csrf\" value=\"t0ken\"", at + 1))
        ++count;
    CHECK(count == 3);
}

TEST_CASE("a table names each cell by its column, and its first cell heads the row")
{
    const std::array<web::Column, 2> columns{web::Column{.name = "Cơ quan"},
                                             web::Column{.name = "Số mục", .is_number = true}};
    const auto text = written([&](html::Writer& out) {
        web::table(out, {.caption = "Tiến độ", .columns = columns}, [](web::Rows& rows) {
            rows.begin();
            rows.cell("Sở Nội vụ");
            rows.cell(1248);
            rows.end();
        });
    });
    CHECK(has(text, "<th scope=\"row\" data-label=\"Cơ quan\">Sở Nội vụ</th>"));
    CHECK(has(text, "<td class=\"number\" data-label=\"Số mục\">1.248</td>"));
}

TEST_CASE("pagination of a single page writes nothing")
{
    CHECK(written([](html::Writer& out) { web::pagination(out, {}); }).empty());
}

TEST_CASE("facts without a value are left out")
{
    const std::array<web::Fact, 2> rows{web::Fact{"Chủ trì", "Sở Nội vụ"}, web::Fact{"Hạn", ""}};
    const auto text = written([&](html::Writer& out) { web::facts(out, rows); });
    CHECK(has(text, "Chủ trì"));
    CHECK(!has(text, "Hạn"));
}

TEST_CASE("a line of the source leads to its item, an unknown one to none")
{
    const std::array<web::SourceLine, 2> lines{
        web::SourceLine{.number = 6,
                        .text = "a) Mở chuyên mục",
                        .fate = web::Fate::item,
                        .item_key = "17",
                        .item_path = "II.1.a"},
        web::SourceLine{.number = 7, .text = "???", .fate = web::Fate::unknown}};
    const auto text = written([&](html::Writer& out) { web::source_lines(out, lines, {}); });
    CHECK(has(text,
              "<li class=\"line line--item\" id=\"dong-6\" data-part data-line=\"6\">"
              "<a class=\"line__number\" href=\"#muc-17\">6"));
    CHECK(has(text,
              "<li class=\"line line--unknown\" id=\"dong-7\" data-part data-line=\"7\">"
              "<span class=\"line__number\">7</span>"));
    const auto editable =
        written([&](html::Writer& out) { web::source_lines(out, lines, "/muc-moi?dong="); });
    CHECK(has(editable, "href=\"/muc-moi?dong=7\">7"));
    CHECK(!has(editable, "dong=6\""));
}

TEST_CASE("a page without a description asks not to be indexed")
{
    web::Frame frame;
    frame.title = "Việc của tôi";
    frame.province = "Tỉnh Sông Lam";
    const auto nothing = [](html::Writer&) {};
    CHECK(has(written([&](html::Writer& out) { web::page(out, frame, nothing); }), "noindex"));
    frame.description = "Kế hoạch của tỉnh.";
    CHECK(!has(written([&](html::Writer& out) { web::page(out, frame, nothing); }), "noindex"));
}

TEST_CASE("the head of a public page tells programs what it is, and a private one nothing")
{
    web::Frame frame;
    frame.title = "Một ngày ở \"một cửa\"";
    frame.province = "Tỉnh Sông Lam";
    frame.head = {
        .language = "en",
        .address = "https://cchc.vn/en/one",
        .picture = "https://cchc.vn/tin-bai/tep/ab",
        .feed_path = "/tin-bai/bang-tin.atom",
        .feed_title = "Tin, bài",
        .is_article = true,
        .translations = {{"vi", "https://cchc.vn/mot"}, {"en", "https://cchc.vn/en/one"}}};
    const auto nothing = [](html::Writer&) {};
    const auto private_page = written([&](html::Writer& out) { web::page(out, frame, nothing); });
    CHECK(!has(private_page, "canonical"));
    CHECK(!has(private_page, "og:"));
    CHECK(!has(private_page, "alternate"));
    frame.description = "Không ai chờ.";
    const auto page = written([&](html::Writer& out) { web::page(out, frame, nothing); });
    CHECK(has(page, "<html lang=\"en\">"));
    CHECK(has(page, "<link rel=\"canonical\" href=\"https://cchc.vn/en/one\">"));
    CHECK(has(page, "og:title\" content=\"Một ngày ở &quot;một cửa&quot;\""));
    CHECK(has(page, "og:type\" content=\"article\""));
    CHECK(has(page, "og:image\" content=\"https://cchc.vn/tin-bai/tep/ab\""));
    CHECK(has(page, "hreflang=\"vi\" href=\"https://cchc.vn/mot\""));
    CHECK(has(page, "title=\"Tin, bài\" href=\"/tin-bai/bang-tin.atom\""));
}

TEST_CASE("assets are found by name and by path, and hold bytes")
{
    const auto path = web::asset_url("app.css");
    CHECK(path.starts_with("/assets/app."));
    const auto* asset = web::asset_at(path);
    REQUIRE(asset != nullptr);
    CHECK(asset->name == "app.css");
    CHECK(asset->plain.size() > 1000);
    CHECK(asset->brotli.size() < asset->plain.size() / 4);
    CHECK(asset->etag.starts_with('"'));
    CHECK(web::asset_at("/assets/khong-co.css") == nullptr);
}
