#include "evidence/subject_list_views.hpp"

#include <array>

#include "document/csv_writer.hpp"
#include "evidence/fact_list_views.hpp"
#include "evidence/fact_rows.hpp"
#include "evidence/fact_views.hpp"
#include "evidence/paths.hpp"
#include "text/number.hpp"
#include "web/components/fault.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"
#include "web/components/plan_parts.hpp"

namespace caicach::evidence
{
namespace
{

using html::Writer;
using Cells = std::vector<std::string>;

void filters(Writer& out, const FactsAboutPage& page, const web::Fault& fault)
{
    std::vector<web::Choice> agencies;
    agencies.reserve(page.agencies.size());
    for (const auto& agency : page.agencies)
        agencies.push_back(
            {.value = agency.slug, .label = agency.name, .is_chosen = agency.id == page.agency.id});
    std::vector<web::Choice> kinds;
    for (const auto& one : subject_products()) {
        const auto* product = product_of(one.product);
        if (product == nullptr) continue;
        kinds.push_back({.value = product->key,
                         .label = product->text,
                         .is_chosen = product->key == page.query.product});
    }
    const auto action = facts_about_path();
    const web::FilterForm form{.action = action, .results_id = "ket-qua"};
    web::filter_form(out, form, [&](Writer& fields) {
        if (!agencies.empty())
            web::combobox_field(
                fields, {.field = {.name = "co-quan", .label = "Cơ quan"}, .choices = agencies});
        if (page.by.id) web::hidden(fields, {.name = "boi", .value = page.by.slug});
        web::select_field(
            fields,
            {.field = {.name = "loai", .label = "Loại"}, .choices = kinds, .none_text = "Tất cả"});
        web::date_field(
            fields,
            {.name = "tu", .label = "Từ ngày", .value = page.from, .error = fault.at("tu")});
        web::date_field(
            fields,
            {.name = "den", .label = "Đến ngày", .value = page.to, .error = fault.at("den")});
    });
}

void about_table(Writer& out, const FactsAboutPage& page)
{
    constexpr std::array columns{web::Column{.name = "Kết quả"},
                                 web::Column{.name = "Ngày"},
                                 web::Column{.name = "Cơ quan đi kiểm tra"},
                                 web::Column{.name = "Loại"},
                                 web::Column{.name = "Hình thức kiểm tra"},
                                 web::Column{.name = "Tình trạng"}};
    web::table(out, {.caption = "Mới nhất trước", .columns = columns}, [&](web::Rows& rows) {
        for (const auto& line : page.lines) {
            const auto path = fact_path(line.fact);
            rows.begin();
            rows.cell([&](Writer& cell) {
                cell({"<a href=\"", html::url(path), "\">", line.fact.title, "</a>"});
            });
            rows.cell([&](Writer& cell) { web::date(cell, line.fact.happened_on); });
            rows.cell(line.by);
            rows.cell(product_label(line.fact));
            rows.cell(line.manner);
            rows.cell([&](Writer& cell) { standing_tag(cell, line.fact.standing); });
            rows.end();
        }
    });
}

void coverage_table(Writer& out, const CoveragePage& page)
{
    constexpr std::array columns{web::Column{.name = "Cơ quan"},
                                 web::Column{.name = "Số lần", .is_number = true},
                                 web::Column{.name = "Ghi chú"}};
    const auto caption = "Được kiểm tra trước, chưa được kiểm tra sau";
    web::table(out, {.caption = caption, .columns = columns}, [&](web::Rows& rows) {
        for (std::size_t i = 0; i < page.list.lines.size(); ++i) {
            const auto& line = page.list.lines[i];
            rows.begin();
            rows.cell([&](Writer& cell) {
                if (page.paths[i].empty()) {
                    cell({line.agency.name});
                } else {
                    cell({"<a href=\"", html::url(page.paths[i]), "\">", line.agency.name, "</a>"});
                }
            });
            rows.cell(line.facts);
            rows.cell([&](Writer& cell) {
                if (line.facts == 0) web::tag(cell, {.text = "Chưa được kiểm tra"});
                if (!line.now.empty()) cell({"Nay thuộc ", line.now, ". "});
                if (!line.by.empty()) cell({"Do ", line.by, " kiểm tra."});
            });
            rows.end();
        }
    });
}

std::string csv_of(const Cells& head, const std::vector<Cells>& rows)
{
    document::CsvWriter writer;
    writer.add_row(head);
    for (const auto& row : rows) writer.add_row(row);
    return writer.take();
}

}  // namespace

http::Response facts_about_page(const Context& context, const FactsAboutPage& page)
{
    const auto fault = web::fault_of(context, page.error);
    auto frame = web::frame_of(context, "Cơ quan được kiểm tra");
    frame.crumbs = {{.text = "Minh chứng", .path = facts_path()}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = "Cơ quan được kiểm tra", .caption = page.agency.name});
            write_sides(out, page.agency.slug, true);
            if (page.by.id) out({"<p>Chỉ những cuộc kiểm tra của ", page.by.name, ".</p>"});
            filters(out, page, fault);
            out({"<div id=\"ket-qua\">"});
            if (page.lines.empty()) {
                web::empty_state(out, {.title = "Chưa có cuộc kiểm tra nào về cơ quan",
                                       .text = "Cuộc kiểm tra mà cơ quan khác ghi về cơ quan này "
                                               "đứng ở đây."});
            } else {
                about_table(out, page);
                const std::array files{web::Download{"CSV", page.csv_path}};
                web::downloads(out, files);
            }
            if (!page.next_path.empty())
                web::link_button(out, {.text = "Xem tiếp", .path = page.next_path});
            out({"</div>"});
        },
        fault.status);
}

std::string facts_about_csv(const std::vector<AboutLine>& lines)
{
    std::vector<Cells> rows;
    rows.reserve(lines.size());
    for (const auto& line : lines)
        rows.push_back({line.fact.title, line.fact.happened_on.vietnamese(), line.by,
                        product_label(line.fact), line.manner,
                        std::string{label_of(line.fact.standing)}, line.fact.code});
    return csv_of({"Kết quả", "Ngày", "Cơ quan đi kiểm tra", "Loại", "Hình thức kiểm tra",
                   "Tình trạng", "Mã"},
                  rows);
}

http::Response coverage_page(const Context& context, const CoveragePage& page)
{
    auto frame = web::frame_of(context, page.figure.text);
    frame.crumbs = {{.text = "Số liệu", .path = figures_path()},
                    {.text = page.figure.text, .path = page.figure_path}};
    const auto& list = page.list;
    const auto count = [](std::size_t number) {
        return text::format_integer(static_cast<std::int64_t>(number));
    };
    auto told = "Đã kiểm tra " + count(list.reached);
    if (list.among > 0) told += " trên " + count(list.among);
    told += " cơ quan, từ tháng " + std::to_string(page.months.from.month()) + "/" +
            std::to_string(page.months.from.year()) + " đến tháng " +
            std::to_string(page.months.to.month()) + "/" + std::to_string(page.months.to.year()) +
            ".";
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = page.figure.text, .caption = page.agency.name});
        out({"<p>", told, "</p><p>", page.figure.definition, "</p>"});
        if (list.lines.empty()) {
            web::empty_state(out, {.title = "Chưa kiểm tra cơ quan nào trong thời gian này",
                                   .text = "Hãy chọn thời gian khác ở trang số liệu."});
            return;
        }
        coverage_table(out, page);
        const std::array files{web::Download{"CSV", page.csv_path}};
        web::downloads(out, files);
    });
}

std::string coverage_csv(const CoveragePage& page)
{
    std::vector<Cells> rows;
    rows.reserve(page.list.lines.size());
    for (const auto& line : page.list.lines)
        rows.push_back({line.agency.name, std::to_string(line.facts), line.now,
                        line.by.empty() ? page.agency.name : line.by});
    return csv_of({"Cơ quan", "Số lần", "Nay thuộc", "Cơ quan đi kiểm tra"}, rows);
}

}  // namespace caicach::evidence
