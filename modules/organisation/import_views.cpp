#include "organisation/import_views.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "organisation/limits.hpp"
#include "organisation/paths.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/import_parts.hpp"
#include "web/components/parts.hpp"
#include "web/components/plan_parts.hpp"

namespace caicach::organisation
{
namespace
{

using html::Writer;

constexpr std::string_view title = "Nhập danh mục cơ quan";
constexpr std::int64_t bytes_a_megabyte = 1LL << 20U;

web::Frame frame_of(const Context& context, std::string_view page_title)
{
    auto frame = web::frame_of(context, std::string(page_title));
    frame.crumbs = {{.text = "Danh mục cơ quan", .path = agencies_path()}};
    if (page_title != title)
        frame.crumbs.push_back({.text = std::string(title), .path = imports_path()});
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

int status_of(const std::optional<Error>& error)
{
    return error ? http::status_of(error->kind) : 200;
}

void upload_form(Writer& out, const Context& context, const ImportsPage& page)
{
    const auto fault = page.error ? context.message(*page.error) : std::string{};
    const auto field = page.error ? std::string_view(page.error->field) : std::string_view{};
    const auto at = [&](std::string_view name) {
        return field == name ? std::string_view(fault) : std::string_view{};
    };
    const auto hint = fmt::format(
        "Bảng CSV, Excel (.xlsx) hoặc Calc (.ods), nhiều nhất {} dòng và {} MB. Chưa có gì thay "
        "đổi cho đến khi bạn xác nhận.",
        limits::sheet_rows_max, limits::sheet_bytes_max / bytes_a_megabyte);
    const web::Form form{
        .action = "/co-quan/nhap", .csrf = context.surroundings().csrf, .takes_files = true};
    web::form(out, form, [&](Writer& fields) {
        web::file_field(
            fields,
            {.field = {.name = "file", .label = "Tệp danh mục", .hint = hint, .error = at("file")},
             .accept = ".csv,.xlsx,.ods",
             .bytes_max = limits::sheet_bytes_max});
        web::date_field(fields, {.name = "day",
                                 .label = "Thay đổi tính từ ngày",
                                 .value = page.day,
                                 .hint = "Với cơ quan đã có trong danh mục; bỏ trống là hôm nay",
                                 .error = at("day"),
                                 .requirement = web::Requirement::optional});
        web::submit_button(fields, {.text = "Tải lên và xem trước"});
    });
}

void help(Writer& out, const std::vector<Kind>& kinds)
{
    out(
        {"<h2>Tệp mẫu</h2><p>Mỗi cơ quan một dòng, nhận ra theo mã. Ô trống nghĩa là giữ nguyên; "
         "cơ quan không có trong tệp không bị đụng tới. Đổi tên, sáp nhập theo quyết định thì ghi "
         "ở trang <a href=\"",
         html::url(reorganisations_path()), "\">Sắp xếp tổ chức</a>.</p>"});
    const auto csv = import_template_path("csv");
    const auto workbook = import_template_path("xlsx");
    const std::array files{web::Download{"Mẫu Excel", workbook}, web::Download{"Mẫu CSV", csv}};
    web::downloads(out, files);
    out({"<details class=\"quiet-details\"><summary>Các loại cơ quan</summary><ul>"});
    for (const auto& kind : kinds) out({"<li>", kind.text, "</li>"});
    out({"</ul></details>"});
}

void import_list(Writer& out, const std::vector<AgencyImport>& imports)
{
    if (imports.empty()) return;
    out({"<h2>Các lần nhập</h2>"});
    constexpr std::array columns{web::Column{.name = "Tệp"},
                                 web::Column{.name = "Ngày tải lên"},
                                 web::Column{.name = "Người tải"},
                                 web::Column{.name = "Tình trạng"},
                                 web::Column{.name = "Thêm", .is_number = true},
                                 web::Column{.name = "Sửa", .is_number = true}};
    web::table(
        out, {.caption = "Các lần nhập, mới nhất ở trên", .columns = columns},
        [&](web::Rows& rows) {
            for (const auto& import : imports) {
                rows.begin();
                rows.cell([&](Writer& cell) {
                    cell({"<a href=\"", html::url(import_path(import.code)), "\">",
                          import.file_name, "</a>"});
                });
                rows.cell([&](Writer& cell) { web::date(cell, Date::of(import.proposed_at)); });
                rows.cell(import.proposed_by);
                rows.cell(state_text(import.state));
                rows.cell(std::int64_t{import.created});
                rows.cell(std::int64_t{import.changed});
                rows.end();
            }
        });
}

void conflict_table(Writer& out, const Context& context, std::span<const SheetConflict> conflicts,
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

void change_table(Writer& out, const AgencyComparison& comparison, RowOutcome outcome,
                  std::string_view caption)
{
    const auto total = static_cast<std::size_t>(comparison.count(outcome));
    if (total == 0) return;
    const bool is_new = outcome == RowOutcome::created;
    const std::array columns{web::Column{.name = "Cơ quan"}, web::Column{.name = "Dòng"},
                             web::Column{.name = "Mã"},
                             web::Column{.name = is_new ? "Mã cấp trên" : "Thay đổi"}};
    std::size_t shown = 0;
    web::table(out, {.caption = caption, .columns = columns}, [&](web::Rows& rows) {
        for (const auto& change : comparison.changes) {
            if (change.outcome != outcome || shown == limits::shown_rows_max) continue;
            ++shown;
            rows.begin();
            rows.cell(change.name);
            rows.cell(std::string_view(std::to_string(change.row.number)));
            rows.cell(change.row.code);
            rows.cell(is_new ? std::string_view(change.row.parent)
                             : std::string_view(text_of(change.fields)));
            rows.end();
        }
    });
    if (shown < total) out({"<p>Còn ", std::to_string(total - shown), " cơ quan nữa.</p>"});
}

void counts(Writer& out, const ProposalPage& page)
{
    const auto& comparison = page.comparison;
    const auto created = std::to_string(comparison.count(RowOutcome::created));
    const auto changed = std::to_string(comparison.count(RowOutcome::changed));
    const auto unchanged = std::to_string(comparison.count(RowOutcome::unchanged));
    const auto refused = std::to_string(comparison.conflicts.size());
    const auto day = comparison.day.vietnamese();
    std::string unused;
    for (const auto& column : comparison.unused_columns)
        unused += (unused.empty() ? "" : ", ") + column;
    const std::array facts{
        web::Fact{"Sẽ thêm", created},      web::Fact{"Sẽ sửa", changed},
        web::Fact{"Giữ nguyên", unchanged}, web::Fact{"Chỗ chưa nhập được", refused},
        web::Fact{"Thay đổi từ ngày", day}, web::Fact{"Cột không dùng", unused}};
    web::facts(out, facts);
}

void confirmation(Writer& out, const Context& context, const ProposalPage& page)
{
    const auto& csrf = context.surroundings().csrf;
    const auto stamp = page.comparison.stamp();
    const auto confirm = import_path(page.import.code);
    const auto discard = import_discarding_path(page.import.code);
    const bool has_work =
        page.comparison.count(RowOutcome::created) + page.comparison.count(RowOutcome::changed) > 0;
    const std::array<web::HiddenValue, 1> values{{{.name = "stamp", .value = stamp}}};
    out({"<div class=\"row\">"});
    if (page.comparison.conflicts.empty() && has_work) {
        web::post_button(out, {.text = "Nhập vào danh mục",
                               .action = confirm,
                               .csrf = csrf,
                               .emphasis = web::Emphasis::primary,
                               .values = values});
    }
    web::post_button(out, {.text = "Bỏ tệp này", .action = discard, .csrf = csrf});
    out({"</div>"});
}

void verdict(Writer& out, const ProposalPage& page)
{
    const auto& comparison = page.comparison;
    if (!comparison.conflicts.empty()) {
        web::notice(out, {.tone = web::Tone::warning,
                          .text = "Chưa nhập được. Hãy sửa những chỗ dưới đây trong tệp, rồi tải "
                                  "lên lại."});
    } else if (comparison.count(RowOutcome::unchanged) ==
               static_cast<int>(comparison.changes.size())) {
        web::notice(out, {.tone = web::Tone::info,
                          .text = "Danh mục đã đúng như tệp: không có gì để nhập."});
    }
}

void imported_table(Writer& out, const std::vector<ImportedRow>& all)
{
    constexpr std::array columns{web::Column{.name = "Cơ quan"}, web::Column{.name = "Dòng"},
                                 web::Column{.name = "Việc đã làm"}};
    const auto count = std::min(all.size(), limits::shown_rows_max);
    web::table(
        out, {.caption = "Những gì lần nhập này đã làm", .columns = columns}, [&](web::Rows& rows) {
            for (const auto& row : std::span(all).first(count)) {
                rows.begin();
                rows.cell([&](Writer& cell) {
                    if (row.slug.empty()) {
                        cell({row.name});
                    } else {
                        cell({"<a href=\"", html::url(agency_path(row.slug)), "\">", row.name,
                              "</a>"});
                    }
                });
                rows.cell(std::string_view(std::to_string(row.number)));
                rows.cell(row.is_new ? std::string_view("Thêm mới") : std::string_view(row.text));
                rows.end();
            }
        });
    if (count < all.size()) out({"<p>Còn ", std::to_string(all.size() - count), " dòng nữa.</p>"});
}

void import_facts(Writer& out, const AgencyImport& import)
{
    const auto day_of = [](const std::optional<Instant>& at) {
        return at ? Date::of(*at).vietnamese() : std::string{};
    };
    const auto done = day_of(import.done_at);
    const auto undone = day_of(import.undone_at);
    const auto from = import.day.vietnamese();
    const auto created = std::to_string(import.created);
    const auto changed = std::to_string(import.changed);
    const auto unchanged = std::to_string(import.unchanged);
    const std::array facts{web::Fact{"Tình trạng", state_text(import.state)},
                           web::Fact{"Người tải lên", import.proposed_by},
                           web::Fact{"Ngày nhập", done},
                           web::Fact{"Ngày hoàn tác", undone},
                           web::Fact{"Thay đổi từ ngày", from},
                           web::Fact{"Đã thêm", created},
                           web::Fact{"Đã sửa", changed},
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
    return web::show(
        frame_of(context, title),
        [&](Writer& out) {
            if (page.error) {
                const auto message = context.message(*page.error);
                const std::array errors{
                    web::FieldError{.field_id = page.error->field, .message = message}};
                web::error_summary(out, errors);
            }
            web::page_title(out, {.title = title});
            upload_form(out, context, page);
            help(out, page.kinds);
            import_list(out, page.imports);
        },
        status_of(page.error));
}

http::Response proposal_page(const Context& context, const ProposalPage& page)
{
    return web::show(
        frame_of(context, "Xem trước khi nhập"),
        [&](Writer& out) {
            if (page.error) {
                const auto message = context.message(*page.error);
                const std::array errors{web::FieldError{.field_id = {}, .message = message}};
                web::error_summary(out, errors);
            }
            web::page_title(out, {.title = "Xem trước khi nhập", .caption = page.import.file_name});
            verdict(out, page);
            counts(out, page);
            confirmation(out, context, page);
            if (!page.comparison.conflicts.empty())
                conflict_table(out, context, page.comparison.conflicts, "Những chỗ chưa nhập được");
            change_table(out, page.comparison, RowOutcome::created, "Cơ quan sẽ thêm");
            change_table(out, page.comparison, RowOutcome::changed, "Cơ quan sẽ sửa");
        },
        status_of(page.error));
}

http::Response import_page(const Context& context, const ImportPage& page)
{
    return web::show(
        frame_of(context, "Lần nhập danh mục"),
        [&](Writer& out) {
            web::page_title(out, {.title = "Lần nhập danh mục", .caption = page.import.file_name});
            if (!page.refused.empty()) {
                web::notice(out, {.tone = web::Tone::danger,
                                  .text = "Không hoàn tác được: có chỗ đã thay đổi hoặc đang được "
                                          "dùng. Danh mục vẫn như trước."});
                conflict_table(out, context, page.refused, "Những chỗ không hoàn tác được");
            }
            import_facts(out, page.import);
            undoing(out, context, page);
            if (!page.rows.empty()) imported_table(out, page.rows);
        },
        page.refused.empty() ? 200 : http::status_of(Failure::conflict));
}

}  // namespace caicach::organisation
