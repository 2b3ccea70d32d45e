#include "report/aggregate/pivot_views.hpp"

#include <algorithm>
#include <array>

#include "report/aggregate/aggregate_paths.hpp"
#include "report/aggregate/chart_views.hpp"
#include "report/aggregate/collector_views.hpp"
#include "report/filling/filled.hpp"
#include "report/limits.hpp"
#include "report/report_words.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"
#include "web/components/plan_parts.hpp"

namespace caicach::report
{
namespace
{

using evidence::Rollup;
using html::Writer;

/// What the address says behind the path; without the rollup.
std::string query_of(const PivotPage& page)
{
    auto query = "&theo=" + std::string{name_of(page.by)} + "&" + std::string{periods_field} + "=" +
                 std::to_string(page.most);
    if (page.by == PivotBy::area) return query + "&linh-vuc=" + page.area;
    return query + (page.indicator == nullptr ? "" : "&chi-tieu=" + page.indicator->key);
}

std::string address(const PivotPage& page)
{
    return of_collector(collected_periods_path(page.form.code), page.collectors.chosen.slug) +
           query_of(page);
}

std::string mark_of(const ReportPeriod& period)
{
    return std::to_string(period.days.to.month()) + "/" + std::to_string(period.days.to.year());
}

void choice(Writer& out, const PivotPage& page)
{
    std::vector<web::Choice> choices;
    const auto areas = areas_of(*page.definition);
    const bool is_area = page.by == PivotBy::area;
    if (is_area)
        for (const auto& one : areas)
            choices.push_back(
                {.value = one.key, .label = one.title, .is_chosen = one.key == page.area});
    else
        for (const auto* one : indicators_of(*page.definition))
            choices.push_back(
                {.value = one->key, .label = one->text, .is_chosen = one == page.indicator});
    const auto action = collected_periods_path(page.form.code);
    web::filter_form(
        out, {.action = action, .results_id = "ket-qua", .label = "Chọn số", .submit_text = "Xem"},
        [&](Writer& fields) {
            web::hidden(fields, {.name = "noi-nhan", .value = page.collectors.chosen.slug});
            web::hidden(fields, {.name = "theo", .value = name_of(page.by)});
            if (page.rollup == Rollup::as_now)
                web::hidden(fields, {.name = "nhu", .value = "hien-nay"});
            const web::Field field{.name = is_area ? "linh-vuc" : "chi-tieu",
                                   .label = is_area ? "Lĩnh vực" : "Chỉ tiêu"};
            web::combobox_field(fields, {.field = field, .choices = choices});
            const auto most = std::to_string(page.most);
            const auto hint = "Từ 1 đến " + std::to_string(limits::periods_collected) + ".";
            web::number_field(fields, {.field = {.name = periods_field,
                                                 .label = "Số kỳ gần nhất",
                                                 .value = most,
                                                 .hint = hint,
                                                 .error = page.fault.at(periods_field)},
                                       .unit = "kỳ"});
        });
}

class PivotWriter
{
public:
    PivotWriter(Writer& out, const PivotPage& page) : m_out(out), m_page(page) {}

    void write()
    {
        switch (m_page.by) {
            case PivotBy::period:
                return by_period();
            case PivotBy::agency:
                return by_agency();
            case PivotBy::area:
                return by_area();
            case PivotBy::none:
                return;
        }
    }

private:
    [[nodiscard]] std::string caption() const { return caption_of(*m_page.indicator); }

    static std::string text_of(const PivotRow& row, std::size_t at)
    {
        const auto& amount = row.amounts[at];
        return amount ? shown(*row.indicator, *amount) : std::string{"–"};
    }

    static std::optional<double> length_at(const PivotRow& row, std::size_t at)
    {
        const auto& amount = row.amounts[at];
        return amount ? length_of(*row.indicator, *amount) : std::optional<double>{};
    }

    void by_period()
    {
        if (m_page.rows.empty()) return;
        const auto& row = m_page.rows.front();
        std::vector<Bar> bars;
        for (std::size_t at = 0; at < m_page.periods.size(); ++at) {
            const auto& period = m_page.periods[at];
            if (const auto length = length_at(row, at))
                bars.push_back({.mark = mark_of(period),
                                .text = begun_with(period.title) + ": " + text_of(row, at),
                                .length = *length});
        }
        write_bars(m_out, caption(), bars);
        constexpr std::array columns{web::Column{.name = "Kỳ"},
                                     web::Column{.name = "Tổng hợp", .is_number = true}};
        web::table(m_out, {.caption = caption(), .columns = columns}, [&](web::Rows& rows) {
            for (auto at = m_page.periods.size(); at-- > 0;) {
                const auto& period = m_page.periods[at];
                const auto path = of_collector(aggregate_path(m_page.form.code, period.code),
                                               m_page.collectors.chosen.slug) +
                                  "&chi-tieu=" + m_page.indicator->key;
                rows.begin();
                rows.cell([&](Writer& cell) {
                    cell({"<a href=\"", html::url(path), "\">", begun_with(period.title), "</a>"});
                });
                rows.cell(text_of(row, at));
                rows.end();
            }
        });
    }

    [[nodiscard]] std::vector<web::Column> period_columns(std::string_view first) const
    {
        std::vector<web::Column> columns{{.name = first}};
        columns.reserve(m_page.periods.size() + 1);
        for (const auto& period : m_page.periods)
            columns.push_back({.name = period.title, .is_number = true});
        return columns;
    }

    void by_agency()
    {
        const auto address_then = address(m_page);
        const auto address_now = address_then + "&nhu=hien-nay";
        const std::array tabs{web::Tab{.text = "Theo cơ quan khi ấy",
                                       .path = address_then,
                                       .is_current = m_page.rollup == Rollup::as_then},
                              web::Tab{.text = "Theo cơ quan hiện nay",
                                       .path = address_now,
                                       .is_current = m_page.rollup == Rollup::as_now}};
        web::tabs(m_out, "Tính theo cơ quan nào", tabs);
        const auto longest = longest_of_columns();
        const auto columns = period_columns("Cơ quan");
        web::table(m_out, {.caption = caption(), .columns = columns, .keeps_columns = true},
                   [&](web::Rows& rows) {
                       for (const auto& agency : m_page.agencies) {
                           const auto row =
                               std::ranges::find(m_page.rows, agency.id, &PivotRow::agency);
                           if (row == m_page.rows.end()) continue;
                           rows.begin();
                           rows.cell(agency.name);
                           for (std::size_t at = 0; at < m_page.periods.size(); ++at)
                               rows.cell([&](Writer& cell) {
                                   cell({text_of(*row, at)});
                                   if (const auto length = length_at(*row, at))
                                       write_bar(cell, *length, longest[at]);
                               });
                           rows.end();
                       }
                   });
    }

    [[nodiscard]] std::vector<double> longest_of_columns() const
    {
        std::vector<double> longest(m_page.periods.size());
        for (const auto& row : m_page.rows)
            for (std::size_t at = 0; at < longest.size(); ++at)
                longest[at] = std::max(longest[at], length_at(row, at).value_or(0));
        return longest;
    }

    void by_area()
    {
        const auto columns = period_columns("Chỉ tiêu");
        web::table(m_out,
                   {.caption = "Tổng hợp từng kỳ", .columns = columns, .keeps_columns = true},
                   [&](web::Rows& rows) {
                       for (const auto& row : m_page.rows) {
                           rows.begin();
                           rows.cell(caption_of(*row.indicator));
                           for (std::size_t at = 0; at < m_page.periods.size(); ++at)
                               rows.cell(text_of(row, at));
                           rows.end();
                       }
                   });
    }

    Writer& m_out;
    const PivotPage& m_page;
};

void files(Writer& out, const PivotPage& page)
{
    if (page.rows.empty()) return;
    const auto& code = page.form.code;
    const auto& slug = page.collectors.chosen.slug;
    const std::string now = page.rollup == Rollup::as_now ? "&nhu=hien-nay" : "";
    const auto csv = of_collector(pivot_file_path(code, "csv"), slug) + query_of(page) + now;
    const auto xlsx = of_collector(pivot_file_path(code, "xlsx"), slug) + query_of(page) + now;
    const std::array all{web::Download{"CSV", csv}, web::Download{"Excel", xlsx}};
    web::downloads(out, all);
}

}  // namespace

std::string caption_of(const Indicator& indicator)
{
    return indicator.text + (indicator.unit.empty() ? "" : ", ") + indicator.unit;
}

void pivot_tabs(Writer& out, const Form& form, const Collectors& collectors, PivotBy by)
{
    const auto path = of_collector(collected_periods_path(form.code), collectors.chosen.slug);
    constexpr std::array all{std::pair{PivotBy::none, std::string_view{"Các kỳ"}},
                             std::pair{PivotBy::period, std::string_view{"Một số qua các kỳ"}},
                             std::pair{PivotBy::agency, std::string_view{"Theo cơ quan"}},
                             std::pair{PivotBy::area, std::string_view{"Theo lĩnh vực"}}};
    std::vector<std::string> paths;
    paths.reserve(all.size());
    for (const auto& [one, text] : all)
        paths.push_back(one == PivotBy::none ? path : path + "&theo=" + std::string{name_of(one)});
    std::vector<web::Tab> tabs;
    tabs.reserve(all.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        tabs.push_back(
            {.text = all.at(i).second, .path = paths[i], .is_current = all.at(i).first == by});
    web::tabs(out, "Cách xem", tabs);
}

http::Response pivot_page(const Context& context, const PivotPage& page)
{
    auto frame = web::frame_of(context, page.form.title);
    frame.crumbs = {{"Tổng hợp báo cáo", collected_forms_path()}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = page.form.title,
                                  .caption = "Tổng hợp báo cáo",
                                  .lead = "Số các cơ quan gửi " + page.collectors.chosen.name +
                                          ", các kỳ cạnh nhau."});
            pivot_tabs(out, page.form, page.collectors, page.by);
            choice(out, page);
            out({"<div id=\"ket-qua\">"});
            PivotWriter{out, page}.write();
            files(out, page);
            out({"</div>"});
        },
        page.fault.status);
}

}  // namespace caicach::report
