#include "obligation/target/sheet_views.hpp"

#include <array>

#include "obligation/board/board_part_views.hpp"
#include "obligation/limits.hpp"
#include "obligation/target/target_paths.hpp"
#include "text/number.hpp"
#include "text/text.hpp"
#include "web/components/fault.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/import_parts.hpp"
#include "web/components/parts.hpp"
#include "web/components/plan_parts.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

constexpr std::size_t shown_max = 200;

void upload_form(Writer& out, const Context& context, const SheetPage& page,
                 const web::Fault& fault)
{
    const auto action = sheet_path(page.plan.code);
    const auto sheet = sheet_template_path(page.plan.code);
    const std::array files{web::Download{"Mẫu CSV", sheet}};
    out(
        {"<p>Tệp mẫu có sẵn một dòng cho mỗi chỉ tiêu và cơ quan mà bạn ghi được; dòng để trống số "
         "thì bỏ qua.</p>"});
    web::downloads(out, files);
    web::form(out, {.action = action, .csrf = context.surroundings().csrf, .takes_files = true},
              [&](Writer& fields) {
                  web::file_field(
                      fields, {.field = {.name = "file",
                                         .label = "Tệp số liệu",
                                         .hint = "Bảng CSV, Excel (.xlsx) hoặc Calc (.ods). "
                                                 "Chưa có gì được ghi cho đến khi bạn xác nhận.",
                                         .error = fault.at("file")},
                               .accept = ".csv,.xlsx,.ods",
                               .bytes_max = limits::sheet_bytes_max});
                  web::submit_button(fields, {.text = "Tải lên và xem trước"});
              });
}

void counts(Writer& out, const SheetComparison& comparison)
{
    const auto number = [](std::size_t count) {
        return text::format_integer(static_cast<std::int64_t>(count));
    };
    const auto fresh = number(comparison.fresh());
    const auto known = number(comparison.changes.size() - comparison.fresh());
    const auto refused = number(comparison.conflicts.size());
    const auto unused = text::join(comparison.unused_columns, ", ");
    const std::array facts{web::Fact{"Sẽ ghi", fresh}, web::Fact{"Đã có, giữ nguyên", known},
                           web::Fact{"Chỗ chưa nhập được", refused},
                           web::Fact{"Cột không dùng", unused}};
    web::facts(out, facts);
}

void conflicts(Writer& out, const Context& context, const SheetComparison& comparison)
{
    std::vector<web::ImportConflict> lines;
    lines.reserve(comparison.conflicts.size());
    for (const auto& conflict : comparison.conflicts)
        lines.push_back({.row = conflict.row,
                         .column = conflict.column,
                         .message = context.message(conflict.error)});
    web::import_conflicts(out, "Chỗ phải sửa trong tệp", lines, shown_max);
}

void changes(Writer& out, const SheetComparison& comparison)
{
    if (comparison.fresh() == 0) return;
    constexpr std::array columns{web::Column{.name = "Chỉ tiêu"}, web::Column{.name = "Dòng"},
                                 web::Column{.name = "Cơ quan"}, web::Column{.name = "Số liệu"},
                                 web::Column{.name = "Đến ngày"}};
    std::size_t shown = 0;
    web::table(out, {.caption = "Sẽ ghi", .columns = columns}, [&](web::Rows& rows) {
        for (const auto& change : comparison.changes) {
            if (change.is_known || shown == shown_max) continue;
            ++shown;
            rows.begin();
            rows.cell(change.target->item.path + ". " + change.measure->sentence());
            rows.cell(std::string_view(std::to_string(change.row)));
            rows.cell(change.agency.name);
            if (change.excluded.empty()) {
                rows.cell(amounts_text(*change.measure, change.measurement.amounts));
                rows.cell([&](Writer& cell) { web::date(cell, change.measurement.as_of); });
            } else {
                rows.cell("Không thuộc diện: " + change.excluded);
                rows.cell(std::string_view{});
            }
            rows.end();
        }
    });
}

void proposal(Writer& out, const Context& context, const SheetPage& page,
              const SheetComparison& comparison)
{
    out({"<h2>Xem trước</h2>"});
    if (!comparison.conflicts.empty()) {
        web::notice(out, {.tone = web::Tone::warning,
                          .text = "Chưa nhập được. Hãy sửa những chỗ dưới đây trong tệp, rồi tải "
                                  "lên lại."});
    } else if (comparison.fresh() == 0) {
        web::notice(out, {.tone = web::Tone::info, .text = "Mọi số trong tệp đã có ở đây."});
    }
    counts(out, comparison);
    conflicts(out, context, comparison);
    changes(out, comparison);
    if (!comparison.conflicts.empty() || comparison.fresh() == 0) return;
    const auto action = sheet_keeping_path(page.plan.code);
    const std::array<web::HiddenValue, 1> values{{{.name = "rows", .value = page.rows}}};
    web::post_button(out, {.text = "Ghi các số liệu này",
                           .action = action,
                           .csrf = context.surroundings().csrf,
                           .emphasis = web::Emphasis::primary,
                           .values = values});
}

}  // namespace

http::Response sheet_page(const Context& context, const SheetPage& page)
{
    const auto fault = web::fault_of(context, page.error);
    auto frame = web::frame_of(context, "Nhập số liệu chỉ tiêu từ bảng");
    if (page.watches) {
        frame.crumbs = crumbs_to(page.plan);
        frame.crumbs.push_back({.text = "Chỉ tiêu", .path = plan_targets_path(page.plan.code)});
    } else {
        frame.crumbs = {{.text = "Chỉ tiêu của cơ quan", .path = own_targets_path()}};
    }
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out,
                            {.title = "Nhập số liệu chỉ tiêu từ bảng", .caption = page.plan.title});
            if (page.comparison) proposal(out, context, page, *page.comparison);
            if (page.comparison) out({"<h2>Tải tệp khác lên</h2>"});
            upload_form(out, context, page, fault);
        },
        fault.status);
}

}  // namespace caicach::obligation
