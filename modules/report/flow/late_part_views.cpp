#include "report/flow/late_part_views.hpp"

#include <array>

#include "text/number.hpp"
#include "web/components/feedback.hpp"
#include "web/components/parts.hpp"

namespace caicach::report
{
namespace
{

using html::Writer;

void moved_table(Writer& out, const LatePart& part)
{
    if (part.moved.empty()) return;
    constexpr std::array columns{web::Column{.name = "Chỉ tiêu"},
                                 web::Column{.name = "Hệ thống tính khi gửi", .is_number = true},
                                 web::Column{.name = "Hệ thống tính hôm nay", .is_number = true}};
    web::table(out, {.caption = "Số đã khác", .columns = columns}, [&](web::Rows& rows) {
        for (const auto& one : part.moved) {
            rows.begin();
            rows.cell(one.text);
            rows.cell(one.sent);
            rows.cell(one.now);
            rows.end();
        }
    });
}

}  // namespace

void late_part(Writer& out, const LatePart& part)
{
    if (part.is_empty()) return;
    out({"<section id=\"den-sau\"><h2>Số liệu đã thay đổi từ khi gửi</h2>"});
    web::notice(out, {.tone = web::Tone::warning, .text = part.what_to_do});
    moved_table(out, part);
    late_fact_table(out, "Kết quả đến sau, hoặc không còn được tính", part);
    out({"</section>"});
}

void late_fact_table(Writer& out, std::string_view caption, const LatePart& part)
{
    if (part.facts == 0) return;
    constexpr std::array columns{web::Column{.name = "Kết quả"}, web::Column{.name = "Ngày"},
                                 web::Column{.name = "Số lượng"}, web::Column{.name = "Thay đổi"},
                                 web::Column{.name = "Thuộc chỉ tiêu"}};
    web::table(out, {.caption = caption, .columns = columns}, [&](web::Rows& rows) {
        for (const auto& one : part.shown) {
            rows.begin();
            rows.cell([&](Writer& cell) {
                cell({"<a href=\"", html::url(one.path), "\">", one.title, "</a>"});
            });
            rows.cell(one.day);
            rows.cell(one.quantity);
            rows.cell(one.what);
            rows.cell(one.numbers);
            rows.end();
        }
    });
    const auto shown = static_cast<std::int64_t>(part.shown.size());
    if (part.facts > shown)
        out({"<p class=\"muted\">Còn ", text::format_integer(part.facts - shown),
             " kết quả nữa.</p>"});
}

}  // namespace caicach::report
