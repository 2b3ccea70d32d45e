#include "report/filling/number_views.hpp"

#include <array>

#include "calendar/explanation.hpp"
#include "report/form/form_words.hpp"
#include "report/paths.hpp"
#include "text/number.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"

namespace caicach::report
{
namespace
{

using html::Writer;

constexpr int whole_share = 10'000;
constexpr int percent = 100;

void origins(Writer& out, const NumberPage& page)
{
    if (page.origins.empty()) return;
    constexpr std::array columns{web::Column{.name = "Cơ quan ghi nhận"},
                                 web::Column{.name = "Số lượng", .is_number = true},
                                 web::Column{.name = "Phần được tính", .is_number = true}};
    out({"<h2>Của những cơ quan nào</h2>"});
    web::table(out, {.caption = "Gồm phần của cơ quan mà nơi này tiếp nhận", .columns = columns},
               [&](web::Rows& rows) {
                   for (const auto& one : page.origins) {
                       rows.begin();
                       rows.cell(one.agency);
                       rows.cell(one.amount);
                       rows.cell(text::format_decimal(
                                     static_cast<double>(one.share) * percent / whole_share, 0) +
                                 "%");
                       rows.end();
                   }
               });
}

}  // namespace

http::Response number_page(const Context& context, const NumberPage& page)
{
    const auto& one = *page.filled.indicator(page.key);
    const auto& indicator = *one.indicator;
    const auto& period = page.filled.period;
    auto frame = web::frame_of(context, indicator.text);
    const auto back = report_path(page.filled.report.code);
    frame.crumbs = {{"Báo cáo", reports_path()}, {page.filled.definition->title, back}};
    const bool is_year = indicator.span == Span::year_to_date;
    const auto days =
        calendar::span_in_words(is_year ? period.year_from : period.data.from, period.data.to);
    const auto amount = [&](const std::optional<Amount>& value) {
        return value ? shown(indicator, *value) : std::string{};
    };
    const auto computed = one.computed ? amount(one.computed->amount) : std::string{};
    const auto typed = amount(one.typed);
    const auto gathered =
        one.gathered ? amount(one.gathered->from_reporters.amount) : std::string{};
    const auto sent = amount(one.sent());
    const auto less = one.difference();
    const auto difference = less ? (*less > 0 ? "+" : "") + shown(*less) : std::string{};
    const auto facts = one.computed && !one.computed->is_told
                           ? text::format_integer(one.computed->facts)
                           : std::string{};
    const auto origin = origin_of(indicator);
    const std::array rows{web::Fact{.name = "Đếm những gì", .value = indicator.definition},
                          web::Fact{.name = "Số liệu nguồn", .value = page.figure},
                          web::Fact{.name = "Đơn vị tính", .value = indicator.unit},
                          web::Fact{.name = "Lấy từ đâu", .value = origin},
                          web::Fact{.name = "Những ngày được tính", .value = days},
                          web::Fact{.name = "Hệ thống tính", .value = computed},
                          web::Fact{.name = "Số kết quả được tính", .value = facts},
                          web::Fact{.name = "Cơ quan nhập", .value = typed},
                          web::Fact{.name = "Chênh lệch", .value = difference},
                          web::Fact{.name = "Các cơ quan gửi", .value = gathered},
                          web::Fact{.name = "Số trong báo cáo", .value = sent}};
    return web::show(frame, [&](Writer& out) {
        const auto caption = page.agency + ", " + period.title;
        web::page_title(out, {.title = indicator.text, .caption = caption});
        web::facts(out, rows);
        if (one.computed && !one.computed->path.empty())
            out({"<p><a href=\"", html::url(one.computed->path),
                 "\">Xem các kết quả làm nên số này</a></p>"});
        origins(out, page);
        out({"<p><a href=\"", html::url(back), "\">Trở lại báo cáo</a></p>"});
    });
}

}  // namespace caicach::report
