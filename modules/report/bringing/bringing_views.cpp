#include "report/bringing/bringing_views.hpp"

#include <algorithm>
#include <array>

#include "report/limits.hpp"
#include "report/paths.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/import_parts.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"

namespace caicach::report
{
namespace
{

using html::Writer;

struct PastingForm {
    std::string_view code{};
    std::string_view table{};
    std::string_view text{};
    std::string_view error{};
    std::string_view submit_text{};
    bool is_fixed{};
    bool is_from_first{};
};

void pasting_form(Writer& out, const Context& context, const PastingForm& form)
{
    const auto action = pasting_path(form.code);
    const web::Form shape{.action = action, .csrf = context.surroundings().csrf, .is_wide = true};
    web::form(out, shape, [&](Writer& fields) {
        web::hidden(fields, {.name = "bang", .value = form.table});
        const auto id = pasting_id(form.table);
        web::text_area(
            fields,
            {.name = pasted_field,
             .label = "Dán các ô chép từ Excel",
             .value = form.text,
             .hint = "Chép cả dòng tiêu đề thì cột được nhận theo tên, không thì theo thứ tự. Ô "
                     "trống không xóa gì. Chưa có gì được ghi cho đến khi bạn xác nhận.",
             .error = form.error,
             .id = id});
        if (!form.is_fixed) {
            const auto radio_id = "ghi-vao-" + std::string{form.table};
            const std::array choices{web::Choice{.value = "them",
                                                 .label = "Thêm thành dòng mới",
                                                 .is_chosen = !form.is_from_first},
                                     web::Choice{.value = from_first,
                                                 .label = "Ghi từ dòng đầu của bảng",
                                                 .hint = "Dòng đã có bị ghi đè, thiếu thì thêm.",
                                                 .is_chosen = form.is_from_first}};
            web::radio_field(fields,
                             {.field = {.name = into_field, .label = "Ghi vào đâu", .id = radio_id},
                              .choices = choices});
        }
        web::submit_button(
            fields,
            {.text = form.submit_text, .emphasis = web::Emphasis::secondary, .is_small = true});
    });
}

void verdict(Writer& out, const Proposed& proposed)
{
    if (!proposed.faults.empty())
        web::notice(out, {.tone = web::Tone::warning,
                          .text = "Chưa ghi được. Hãy sửa những chỗ dưới đây rồi xem trước lại."});
    else if (!proposed.has_work())
        web::notice(
            out, {.tone = web::Tone::info, .text = "Báo cáo đã đúng như vậy: không có gì để ghi."});
}

bool replaces(const ProposedCell& cell) { return !cell.before.empty(); }

void counts(Writer& out, const ProposalPage& page)
{
    const auto& cells = page.proposed.cells;
    const auto over = std::ranges::count_if(cells, replaces);
    const auto fresh = std::to_string(static_cast<std::ptrdiff_t>(cells.size()) - over);
    const auto replaced = std::to_string(over);
    const auto rows = std::to_string(page.proposed.new_rows.size());
    const auto unchanged = std::to_string(page.proposed.unchanged);
    const auto faults = std::to_string(page.proposed.faults.size());
    std::string unused;
    for (const auto& one : page.unused) unused += (unused.empty() ? "" : "; ") + one;
    const std::array facts{
        web::Fact{"Ô sẽ ghi đè", replaced},     web::Fact{"Ô còn trống sẽ ghi", fresh},
        web::Fact{"Dòng sẽ thêm", rows},        web::Fact{"Giữ nguyên", unchanged},
        web::Fact{"Chỗ chưa ghi được", faults}, web::Fact{"Trang, cột không dùng", unused}};
    web::facts(out, facts);
}

void confirmation(Writer& out, const Context& context, const ProposalPage& page)
{
    const auto stamp = page.proposed.stamp();
    const auto confirm = proposal_path(page.report.code, page.proposal.code);
    const auto discard = proposal_discarding_path(page.report.code, page.proposal.code);
    const std::array values{web::HiddenValue{.name = "stamp", .value = stamp}};
    out({"<div class=\"row\">"});
    if (page.proposed.faults.empty() && page.proposed.has_work())
        web::post_button(out, {.text = "Ghi vào báo cáo",
                               .action = confirm,
                               .csrf = context.surroundings().csrf,
                               .emphasis = web::Emphasis::primary,
                               .values = values});
    web::post_button(out, {.text = "Bỏ", .action = discard, .csrf = context.surroundings().csrf});
    out({"</div>"});
}

void change_table(Writer& out, const std::vector<ProposedCell>& cells, bool is_replacing)
{
    const auto wanted = [&](const ProposedCell& one) { return replaces(one) == is_replacing; };
    if (std::ranges::none_of(cells, wanted)) return;
    std::vector<web::Column> columns{{.name = "Chỗ ghi"}};
    if (is_replacing) columns.push_back({.name = "Đang có"});
    columns.push_back({.name = "Sẽ ghi"});
    const auto* caption = is_replacing ? "Sẽ ghi đè" : "Sẽ ghi vào chỗ trống";
    std::size_t left = 0;
    web::table(out, {.caption = caption, .columns = columns}, [&](web::Rows& rows) {
        std::size_t shown = 0;
        for (const auto& one : cells) {
            if (!wanted(one)) continue;
            if (++shown > limits::proposed_shown_max) {
                ++left;
                continue;
            }
            rows.begin();
            rows.cell(one.place);
            if (is_replacing) rows.cell(one.before);
            rows.cell(one.after);
            rows.end();
        }
    });
    if (left > 0) out({"<p>Còn ", std::to_string(left), " ô nữa.</p>"});
}

void faults(Writer& out, const Context& context, const std::vector<BringingFault>& all)
{
    if (all.empty()) return;
    std::vector<web::ImportConflict> lines;
    lines.reserve(all.size());
    for (const auto& one : all)
        lines.push_back(
            {.row = one.line, .column = one.column, .message = context.message(one.error)});
    web::import_conflicts(out, "Những chỗ chưa ghi được", lines, limits::proposed_shown_max);
}

}  // namespace

std::string pasting_id(std::string_view table) { return "dan-" + std::string{table}; }

void pasting_part(Writer& out, const Context& context, const FillingPage& page,
                  const FormTable& table)
{
    const auto id = pasting_id(table.key);
    const auto error = page.fault.at(id);
    const bool is_open = !error.empty();
    out({"<details class=\"quiet-details\"", html::when(is_open, " open"),
         "><summary>Dán từ Excel vào bảng ", table.text, "</summary>"});
    pasting_form(out, context,
                 {.code = page.filled.report.code,
                  .table = table.key,
                  .text = is_open ? std::string_view{page.pasted} : std::string_view{},
                  .error = error,
                  .submit_text = "Xem trước",
                  .is_fixed = table.rows_of == RowsOf::fixed,
                  .is_from_first = page.pastes_from_first});
    out({"</details>"});
}

void workbook_part(Writer& out, const Context& context, const FillingPage& page)
{
    const auto& code = page.filled.report.code;
    const auto path = workbook_path(code);
    out({"<h3 id=\"excel\">Tệp Excel</h3>"});
    web::link_button(
        out,
        {.text = "Tải bảng để điền (Excel)", .path = path, .is_small = true, .is_download = true});
    if (!page.may_fill) return;
    const auto action = bringing_path(code);
    web::form(
        out, {.action = action, .csrf = context.surroundings().csrf, .takes_files = true},
        [&](Writer& fields) {
            web::file_field(
                fields,
                {.field = {.name = "sheet",
                           .label = "Nhập từ tệp Excel",
                           .hint = "Tệp tải ở trên, đã điền. Ô trống không xóa gì. Chưa có gì "
                                   "được ghi cho đến khi bạn xác nhận.",
                           .error = page.fault.at("sheet")},
                 .accept = ".xlsx,.ods",
                 .bytes_max = limits::sheet_bytes_max});
            web::submit_button(fields, {.text = "Đọc tệp và xem trước",
                                        .emphasis = web::Emphasis::secondary,
                                        .is_small = true});
        });
}

http::Response proposal_page(const Context& context, const ProposalPage& page)
{
    constexpr std::string_view title = "Xem trước khi ghi vào báo cáo";
    auto frame = web::frame_of(context, std::string{title});
    const auto back = report_path(page.report.code);
    frame.crumbs = {{"Báo cáo", reports_path()}, {page.form_title, back}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = title, .caption = page.caption});
            verdict(out, page.proposed);
            counts(out, page);
            confirmation(out, context, page);
            faults(out, context, page.proposed.faults);
            change_table(out, page.proposed.cells, true);
            change_table(out, page.proposed.cells, false);
            if (page.table.empty()) return;
            out({"<h2>Sửa phần đã dán</h2>"});
            pasting_form(out, context,
                         {.code = page.report.code,
                          .table = page.table,
                          .text = page.pasted,
                          .submit_text = "Xem trước lại",
                          .is_fixed = page.is_fixed,
                          .is_from_first = page.is_from_first});
        },
        page.fault.status);
}

}  // namespace caicach::report
