#include "evidence/import/import_views.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <span>

#include "evidence/limits.hpp"
#include "evidence/paths.hpp"
#include "evidence/product.hpp"
#include "text/number.hpp"
#include "web/components/fault.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/import_parts.hpp"
#include "web/components/parts.hpp"
#include "web/components/plan_parts.hpp"

namespace caicach::evidence
{
namespace
{

using html::Writer;

constexpr std::string_view title = "Nhập kết quả từ bảng";

web::Frame frame_of(const Context& context, std::string_view page_title)
{
    auto frame = web::frame_of(context, std::string{page_title});
    frame.crumbs = {{.text = "Minh chứng", .path = facts_path()}};
    if (page_title != title)
        frame.crumbs.push_back({.text = std::string{title}, .path = imports_path()});
    return frame;
}

std::string_view state_text(ImportState state)
{
    switch (state) {
        case ImportState::proposed:
            return "Chờ xác nhận";
        case ImportState::done:
            return "Đã nhập";
        case ImportState::undone:
            break;
    }
    return "Đã hoàn tác";
}

void upload_form(Writer& out, const Context& context, const web::Fault& fault)
{
    const auto hint = fmt::format(
        "Bảng CSV, Excel (.xlsx) hoặc Calc (.ods), nhiều nhất {} dòng và {} MB. Chưa có gì được "
        "ghi cho đến khi bạn xác nhận.",
        text::format_integer(static_cast<std::int64_t>(limits::sheet_rows_max)),
        limits::sheet_bytes_max >> 20U);
    const auto action = imports_path();
    const web::Form form{
        .action = action, .csrf = context.surroundings().csrf, .takes_files = true};
    web::form(out, form, [&](Writer& fields) {
        web::file_field(fields, {.field = {.name = "file",
                                           .label = "Tệp kết quả",
                                           .hint = hint,
                                           .error = fault.at("file")},
                                 .accept = ".csv,.xlsx,.ods",
                                 .bytes_max = limits::sheet_bytes_max});
        web::submit_button(fields, {.text = "Tải lên và xem trước"});
    });
}

void help(Writer& out)
{
    out(
        {"<h2>Tệp mẫu</h2><p>Mỗi kết quả một dòng, nhận ra theo cơ quan và <strong>Mã</strong> của "
         "dòng: nhập lại cùng tệp thì không ghi hai lần; dòng đã sửa thì thành bản sửa. Kết quả "
         "không có trong tệp không bị đụng tới.</p>"});
    const auto csv = import_template_path();
    const std::array files{web::Download{"Mẫu CSV", csv}};
    web::downloads(out, files);
    out({"<details class=\"quiet-details\"><summary>Các loại sản phẩm</summary><ul>"});
    for (const auto& product : products()) out({"<li>", product.text, "</li>"});
    out({"</ul></details>"});
}

void import_list(Writer& out, const std::vector<ImportLine>& lines)
{
    if (lines.empty()) return;
    out({"<h2>Các lần nhập</h2>"});
    constexpr std::array columns{web::Column{.name = "Tệp"},
                                 web::Column{.name = "Ngày tải lên"},
                                 web::Column{.name = "Người tải"},
                                 web::Column{.name = "Tình trạng"},
                                 web::Column{.name = "Mới", .is_number = true},
                                 web::Column{.name = "Sửa", .is_number = true}};
    web::table(out, {.caption = "Mới nhất ở trên", .columns = columns}, [&](web::Rows& rows) {
        for (const auto& [import, brought_by] : lines) {
            const auto path = import_path(import.code);
            rows.begin();
            rows.cell([&](Writer& cell) {
                cell({"<a href=\"", html::url(path), "\">", import.file_name, "</a>"});
            });
            rows.cell([&](Writer& cell) { web::date(cell, Date::of(import.proposed_at)); });
            rows.cell(brought_by);
            rows.cell(state_text(import.state));
            rows.cell(import.created);
            rows.cell(import.changed);
            rows.end();
        }
    });
}

void conflict_table(Writer& out, const Context& context, std::span<const FactConflict> conflicts,
                    std::string_view caption)
{
    std::vector<web::ImportConflict> lines;
    lines.reserve(conflicts.size());
    for (const auto& conflict : conflicts)
        lines.push_back({.row = conflict.row,
                         .column = conflict.column,
                         .message = context.message(conflict.error)});
    web::import_conflicts(out, caption, lines, limits::shown_rows_max);
}

void change_table(Writer& out, const FactComparison& comparison, RowOutcome outcome,
                  std::string_view caption)
{
    const auto total = comparison.count(outcome);
    if (total == 0) return;
    const bool is_new = outcome == RowOutcome::created;
    const std::array columns{web::Column{.name = "Kết quả"}, web::Column{.name = "Dòng"},
                             web::Column{.name = "Cơ quan"}, web::Column{.name = "Ngày"},
                             web::Column{.name = is_new ? "Loại và số lượng" : "Thay đổi"}};
    std::size_t shown = 0;
    web::table(out, {.caption = caption, .columns = columns}, [&](web::Rows& rows) {
        for (const auto& change : comparison.changes) {
            if (change.outcome != outcome || shown == limits::shown_rows_max) continue;
            ++shown;
            const auto& fact = change.fact;
            const auto amount = std::string{fact.kind.text} + ": " + std::to_string(fact.quantity) +
                                " " + std::string{fact.kind.unit};
            rows.begin();
            rows.cell(fact.title);
            rows.cell(std::string_view(std::to_string(change.row.number)));
            rows.cell(change.agency_name);
            rows.cell([&](Writer& cell) { web::date(cell, fact.happened_on); });
            rows.cell(is_new ? std::string_view(amount) : std::string_view(change.text));
            rows.end();
        }
    });
    if (shown < total) out({"<p>Còn ", std::to_string(total - shown), " kết quả nữa.</p>"});
}

void counts(Writer& out, const FactComparison& comparison)
{
    const auto created = std::to_string(comparison.count(RowOutcome::created));
    const auto changed = std::to_string(comparison.count(RowOutcome::changed));
    const auto unchanged = std::to_string(comparison.count(RowOutcome::unchanged));
    const auto refused = std::to_string(comparison.conflicts.size());
    std::string unused;
    for (const auto& column : comparison.unused_columns)
        unused += (unused.empty() ? "" : ", ") + column;
    const std::array facts{web::Fact{"Sẽ ghi mới", created}, web::Fact{"Sẽ ghi bản sửa", changed},
                           web::Fact{"Giữ nguyên", unchanged},
                           web::Fact{"Chỗ chưa nhập được", refused},
                           web::Fact{"Cột không dùng", unused}};
    web::facts(out, facts);
}

bool has_work(const FactComparison& comparison)
{
    return comparison.count(RowOutcome::created) + comparison.count(RowOutcome::changed) > 0;
}

void confirmation(Writer& out, const Context& context, const ProposalPage& page)
{
    const auto& csrf = context.surroundings().csrf;
    const auto stamp = page.comparison.stamp();
    const auto confirm = import_path(page.import.code);
    const auto discard = import_discarding_path(page.import.code);
    const std::array<web::HiddenValue, 1> values{{{.name = "stamp", .value = stamp}}};
    out({"<div class=\"row\">"});
    if (page.comparison.conflicts.empty() && has_work(page.comparison)) {
        web::post_button(out, {.text = "Ghi vào sổ kết quả",
                               .action = confirm,
                               .csrf = csrf,
                               .emphasis = web::Emphasis::primary,
                               .values = values});
    }
    web::post_button(out, {.text = "Bỏ tệp này", .action = discard, .csrf = csrf});
    out({"</div>"});
}

void verdict(Writer& out, const FactComparison& comparison)
{
    if (!comparison.conflicts.empty()) {
        web::notice(out, {.tone = web::Tone::warning,
                          .text = "Chưa nhập được. Hãy sửa những chỗ dưới đây trong tệp, rồi tải "
                                  "lên lại."});
    } else if (!has_work(comparison)) {
        web::notice(out, {.tone = web::Tone::info,
                          .text = "Sổ kết quả đã đúng như tệp: không có gì để nhập."});
    }
}

void imported_table(Writer& out, const std::vector<ImportedRow>& all)
{
    constexpr std::array columns{web::Column{.name = "Kết quả"}, web::Column{.name = "Dòng"},
                                 web::Column{.name = "Mã"}, web::Column{.name = "Việc đã làm"}};
    const auto shown = std::span(all).first(std::min(all.size(), limits::shown_rows_max));
    web::table(out, {.caption = "Những gì lần nhập này đã ghi", .columns = columns},
               [&](web::Rows& rows) {
                   for (const auto& row : shown) {
                       rows.begin();
                       rows.cell([&](Writer& cell) {
                           cell({"<a href=\"", html::url(row.path), "\">", row.title, "</a>"});
                       });
                       rows.cell(std::string_view(std::to_string(row.number)));
                       rows.cell(row.code);
                       rows.cell(row.before ? "Ghi bản sửa" : "Ghi mới");
                       rows.end();
                   }
               });
    if (shown.size() < all.size())
        out({"<p>Còn ", std::to_string(all.size() - shown.size()), " dòng nữa.</p>"});
}

void import_facts(Writer& out, const ImportPage& page)
{
    const auto day_of = [](const std::optional<Instant>& at) {
        return at ? Date::of(*at).vietnamese() : std::string{};
    };
    const auto& import = page.import;
    const auto done = day_of(import.done_at);
    const auto undone = day_of(import.undone_at);
    const auto created = std::to_string(import.created);
    const auto changed = std::to_string(import.changed);
    const auto unchanged = std::to_string(import.unchanged);
    const std::array facts{web::Fact{"Tình trạng", state_text(import.state)},
                           web::Fact{"Người tải lên", page.brought_by},
                           web::Fact{"Ngày nhập", done},
                           web::Fact{"Ngày hoàn tác", undone},
                           web::Fact{"Đã ghi mới", created},
                           web::Fact{"Đã ghi bản sửa", changed},
                           web::Fact{"Giữ nguyên", unchanged}};
    web::facts(out, facts);
}

void undoing(Writer& out, const Context& context, const ImportPage& page)
{
    if (page.import.state != ImportState::done || page.rows.empty()) return;
    const auto action = import_undoing_path(page.import.code);
    web::post_button(out, {.text = "Hoàn tác lần nhập này",
                           .action = action,
                           .csrf = context.surroundings().csrf,
                           .tone = web::Tone::danger});
}

}  // namespace

http::Response imports_page(const Context& context, const ImportsPage& page)
{
    const auto fault = web::fault_of(context, page.error);
    return web::show(
        frame_of(context, title),
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = title, .caption = page.agency});
            upload_form(out, context, fault);
            help(out);
            import_list(out, page.imports);
        },
        fault.status);
}

http::Response proposal_page(const Context& context, const ProposalPage& page)
{
    const auto fault = web::fault_of(context, page.error);
    return web::show(
        frame_of(context, "Xem trước khi nhập"),
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = "Xem trước khi nhập", .caption = page.import.file_name});
            verdict(out, page.comparison);
            counts(out, page.comparison);
            confirmation(out, context, page);
            if (!page.comparison.conflicts.empty())
                conflict_table(out, context, page.comparison.conflicts, "Những chỗ chưa nhập được");
            change_table(out, page.comparison, RowOutcome::created, "Kết quả sẽ ghi mới");
            change_table(out, page.comparison, RowOutcome::changed, "Kết quả sẽ ghi bản sửa");
        },
        fault.status);
}

http::Response import_page(const Context& context, const ImportPage& page)
{
    const int status = page.refused.empty() ? 200 : http::status_of(Failure::conflict);
    return web::show(
        frame_of(context, "Lần nhập kết quả"),
        [&](Writer& out) {
            web::page_title(out, {.title = "Lần nhập kết quả", .caption = page.import.file_name});
            if (!page.refused.empty()) {
                web::notice(out, {.tone = web::Tone::danger,
                                  .text = "Không hoàn tác được: có kết quả đã được sửa sau lần "
                                          "nhập này. Sổ kết quả vẫn như trước."});
                conflict_table(out, context, page.refused, "Những chỗ không hoàn tác được");
            }
            import_facts(out, page);
            undoing(out, context, page);
            if (!page.rows.empty()) imported_table(out, page.rows);
        },
        status);
}

}  // namespace caicach::evidence
