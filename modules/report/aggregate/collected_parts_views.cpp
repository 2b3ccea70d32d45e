#include "report/aggregate/collected_parts_views.hpp"

#include <algorithm>
#include <array>

#include "document/csv_writer.hpp"
#include "report/aggregate/aggregate_paths.hpp"
#include "report/aggregate/collector_views.hpp"
#include "report/report_words.hpp"
#include "text/text.hpp"
#include "web/components/feedback.hpp"
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

using html::Writer;

constexpr std::size_t rows_shown_max = 2'000;

const CollectedPart* part_of(const CollectedPartsPage& page, organisation::AgencyId agency)
{
    const auto found = std::ranges::find(page.parts, agency, &CollectedPart::agency);
    return found == page.parts.end() ? nullptr : &*found;
}

void choice(Writer& out, const CollectedPartsPage& page)
{
    const auto parts = collected_parts_of(*page.definition);
    std::vector<web::Choice> choices;
    choices.reserve(parts.size());
    for (const auto* one : parts)
        choices.push_back(
            {.value = key_of(*one), .label = text_of(*one), .is_chosen = one == page.part});
    const auto action = collected_parts_path(page.form.code, page.period.code);
    web::filter_form(
        out,
        {.action = action, .results_id = "ket-qua", .label = "Chọn phần", .submit_text = "Xem"},
        [&](Writer& fields) {
            web::hidden(fields, {.name = "noi-nhan", .value = page.collectors.chosen.slug});
            web::select_field(fields,
                              {.field = {.name = part_field, .label = "Phần"}, .choices = choices});
        });
}

void taking_button(Writer& out, const Context& context, const CollectedPartsPage& page,
                   std::string_view text, std::string_view agency)
{
    const auto action = of_collector(text_taking_path(page.form.code, page.period.code),
                                     page.collectors.chosen.slug);
    const std::array values{web::HiddenValue{part_field, key_of(*page.part)},
                            web::HiddenValue{agency_field, agency}};
    web::post_button(out, {.text = text,
                           .action = action,
                           .csrf = context.surroundings().csrf,
                           .values = values,
                           .is_small = true});
}

void texts(Writer& out, const Context& context, const CollectedPartsPage& page)
{
    if (page.may_take && page.parts.size() > 1)
        taking_button(out, context, page, "Lấy tất cả vào báo cáo của cơ quan", "");
    for (const auto& agency : page.agencies) {
        const auto* one = part_of(page, agency.id);
        if (one == nullptr) continue;
        out({"<h2>", agency.name, "</h2><div class=\"prose\">"});
        for (const auto line : text::split(one->text, '\n'))
            if (!line.empty()) out({"<p>", line, "</p>"});
        out({"</div>"});
        if (!page.may_take) continue;
        const auto text = "Lấy lời của " + agency.name;
        taking_button(out, context, page, text, agency.slug);
    }
}

/// Rows of one agency after those of another, each with its name in front.
template <class Row>
void each_row(const CollectedPartsPage& page, const Row& row)
{
    for (const auto& agency : page.agencies) {
        const auto* one = part_of(page, agency.id);
        if (one == nullptr) continue;
        for (const auto& sent : one->rows) row(agency.name, sent);
    }
}

void table(Writer& out, const CollectedPartsPage& page, const FormTable& shape)
{
    std::vector<web::Column> columns{{.name = "Cơ quan"}};
    columns.reserve(shape.columns.size() + 1);
    for (const auto& one : shape.columns)
        columns.push_back({.name = one.text, .is_number = one.is_number});
    std::size_t shown = 0;
    web::table(out, {.caption = shape.text, .columns = columns}, [&](web::Rows& rows) {
        each_row(page, [&](const std::string& agency, const SentRow& sent) {
            if (++shown > rows_shown_max) return;
            rows.begin();
            rows.cell(agency);
            for (std::size_t i = 0; i < shape.columns.size(); ++i)
                rows.cell(i < sent.cells.size() ? shown_cell_of(shape.columns[i], sent.cells[i])
                                                : std::string{});
            rows.end();
        });
    });
    if (shown > rows_shown_max)
        out({"<p>Còn ", std::to_string(shown - rows_shown_max), " dòng; tải CSV để xem đủ.</p>"});
}

void results(Writer& out, const Context& context, const CollectedPartsPage& page)
{
    out({"<div id=\"ket-qua\">"});
    if (page.parts.empty()) {
        web::empty_state(out, {.title = "Chưa cơ quan nào gửi phần này",
                               .text = "Cơ quan gửi báo cáo thì nội dung đứng ở đây."});
    } else if (const auto* shape = std::get_if<FormTable>(page.part)) {
        table(out, page, *shape);
    } else {
        texts(out, context, page);
    }
    if (!page.parts.empty()) {
        const auto csv = of_collector(collected_parts_csv_path(page.form.code, page.period.code),
                                      page.collectors.chosen.slug) +
                         "&phan=" + key_of(*page.part);
        const std::array files{web::Download{"CSV", csv}};
        web::downloads(out, files);
    }
    out({"</div>"});
}

}  // namespace

http::Response collected_parts_page(const Context& context, const CollectedPartsPage& page)
{
    auto frame = web::frame_of(context, "Lời văn, bảng kê, " + page.period.title);
    const auto& slug = page.collectors.chosen.slug;
    frame.crumbs = {{"Tổng hợp báo cáo", collected_forms_path()},
                    {page.form.title, of_collector(collected_periods_path(page.form.code), slug)},
                    {begun_with(page.period.title),
                     of_collector(aggregate_path(page.form.code, page.period.code), slug)}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = "Lời văn, bảng kê các cơ quan gửi",
                                  .caption = page.form.title,
                                  .lead = "Đúng như từng cơ quan đã gửi."});
            if (page.part == nullptr) {
                out({"<p>Mẫu này không có lời văn hay bảng nào để tập hợp.</p>"});
                return;
            }
            choice(out, page);
            if (!page.own_report.empty())
                out({"<p><a href=\"", html::url(report_path(page.own_report)), "\">Báo cáo của ",
                     page.collectors.chosen.name, "</a></p>"});
            results(out, context, page);
        },
        page.fault.status);
}

std::string collected_parts_csv(const CollectedPartsPage& page)
{
    document::CsvWriter csv;
    const auto* shape = page.part == nullptr ? nullptr : std::get_if<FormTable>(page.part);
    std::vector<std::string> line{"Cơ quan"};
    if (shape == nullptr) line.emplace_back("Lời văn");
    if (shape != nullptr)
        for (const auto& one : shape->columns) line.push_back(one.text);
    csv.add_row(line);
    if (shape != nullptr) {
        each_row(page, [&](const std::string& agency, const SentRow& sent) {
            line.assign({agency});
            for (std::size_t i = 0; i < shape->columns.size() && i < sent.cells.size(); ++i)
                line.push_back(shown_cell_of(shape->columns[i], sent.cells[i]));
            csv.add_row(line);
        });
        return csv.take();
    }
    for (const auto& agency : page.agencies) {
        const auto* one = part_of(page, agency.id);
        if (one == nullptr) continue;
        line.assign({agency.name, one->text});
        csv.add_row(line);
    }
    return csv.take();
}

}  // namespace caicach::report
