#include "report/flow/correction_views.hpp"

#include <algorithm>
#include <charconv>

#include "attachment/api.hpp"
#include "once/once.hpp"
#include "report/filling/cell.hpp"
#include "report/filling/cell_form_views.hpp"
#include "report/filling/filling_form.hpp"
#include "report/flow/correction_form.hpp"
#include "report/flow/flow_views.hpp"
#include "report/limits.hpp"
#include "report/paths.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"

namespace caicach::report
{
namespace
{

using html::Writer;

/// The fields of the form; keeps what each of them showed, to be sent along.
class Fields
{
public:
    Fields(Writer& out, const CorrectionPage& page) : m_out(out), m_page(page) {}

    void write()
    {
        for (const auto& section : m_page.filled.definition->sections) {
            if (!has_fields(section)) continue;
            m_out({"<h3>", section.title, "</h3>"});
            for (const auto& part : section.parts) {
                if (const auto* one = std::get_if<Indicator>(&part)) number(*one);
                if (const auto* one = std::get_if<Narrative>(&part)) words(*one);
                if (const auto* one = std::get_if<FormTable>(&part)) table(*one);
            }
        }
        const auto base = base_text(m_shown);
        web::hidden(m_out, {.name = base_field, .value = base});
    }

private:
    static bool is_written(const Part& part)
    {
        const auto* indicator = std::get_if<Indicator>(&part);
        return indicator == nullptr || indicator->source != Source::computed;
    }

    static bool has_fields(const Section& section)
    {
        return std::ranges::any_of(section.parts, is_written);
    }

    std::string value_of(const std::string& control, const std::string& kept)
    {
        m_shown.push_back({control, kept});
        const auto typed = m_page.typed.find(control);
        return typed == m_page.typed.end() ? kept : typed->second;
    }

    [[nodiscard]] std::string error_at(std::string_view control) const
    {
        const auto found = std::ranges::find_if(m_page.refused, [&](const RefusedCell& one) {
            const auto& [field, row] = one.place;
            const auto name =
                one.is_of_new_row ? new_cell_control(field, row) : control_name(field, row);
            return name == control;
        });
        return found == m_page.refused.end() ? std::string{} : found->text;
    }

    void field(const std::string& cell, const std::string& label, const std::string& hint,
               const std::string& kept, std::string_view unit)
    {
        const auto control = control_name(cell, 0);
        const auto value = value_of(control, kept);
        const auto error = error_at(control);
        web::number_field(m_out, {.field = {.name = control,
                                            .label = label,
                                            .value = value,
                                            .hint = hint,
                                            .error = error,
                                            .requirement = web::Requirement::optional},
                                  .unit = unit});
    }

    [[nodiscard]] std::string hint_of(const Indicator& indicator) const
    {
        std::string hint;
        if (const auto* sent = m_page.sent.number(indicator.key))
            hint = "Đã gửi: " + shown(indicator, sent->sent) + ".";
        const auto* now = m_page.filled.indicator(indicator.key);
        if (now != nullptr && now->computed) {
            if (!hint.empty()) hint += " ";
            hint += "Hệ thống tính hôm nay: " + shown(indicator, now->computed->amount) +
                    "; để trống thì lấy số này.";
        }
        return hint;
    }

    void number(const Indicator& indicator)
    {
        if (indicator.source == Source::computed) return;
        const auto hint = hint_of(indicator);
        if (indicator.adding == Adding::ratio) {
            const auto denominator = indicator.key + std::string{denominator_part};
            field(indicator.key, indicator.text + ", tử số", hint, half(indicator.key), {});
            field(denominator, indicator.text + ", mẫu số", {}, half(denominator), {});
            return;
        }
        const auto* now = m_page.filled.indicator(indicator.key);
        auto kept = now != nullptr && now->typed ? shown(now->typed->numerator) : std::string{};
        field(indicator.key, indicator.text, hint, kept, indicator.unit);
    }

    [[nodiscard]] std::string half(const std::string& cell) const
    {
        const auto found = m_page.filled.halves.find(cell);
        return found == m_page.filled.halves.end() ? std::string{} : shown(found->second);
    }

    void words(const Narrative& narrative)
    {
        const auto found = m_page.filled.texts.find(narrative.key);
        const auto control = control_name(narrative.key, 0);
        const auto value =
            value_of(control, found == m_page.filled.texts.end() ? std::string{} : found->second);
        const auto error = error_at(control);
        web::text_area(m_out, {.name = control,
                               .label = narrative.text,
                               .value = value,
                               .error = error,
                               .requirement = web::Requirement::optional,
                               .length_max = narrative.length_max});
    }

    void table(const FormTable& table)
    {
        const auto& rows = m_page.filled.tables.at(table.key);
        m_out({"<h4>", table.text, "</h4>"});
        const auto cells = rows.size() * table.columns.size();
        if (m_cells + cells > corrected_cells_max) {
            m_out({"<p>Bảng có quá nhiều ô để sửa ở đây. Hãy đề nghị nơi nhận mở khóa.</p>"});
            return;
        }
        m_cells += cells;
        const bool is_fixed = table.rows_of == RowsOf::fixed;
        const auto added = is_fixed ? 0 : new_rows(table);
        std::vector<web::Column> columns{{.name = is_fixed ? "Nội dung" : "Dòng"}};
        for (const auto& one : table.columns)
            columns.push_back({.name = one.text, .is_number = one.is_number});
        if (!is_fixed) columns.push_back({.name = "Bỏ dòng"});
        web::table(m_out, {.caption = table.text, .columns = columns}, [&](web::Rows& lines) {
            for (const auto& row : rows) kept_row(lines, table, row);
            for (int number = 1; number <= added; ++number) new_row(lines, table, number);
        });
        if (is_fixed) return;
        web::hidden(m_out, {.name = new_rows_control(table.key), .value = std::to_string(added)});
        web::submit_button(m_out, {.text = "Thêm dòng",
                                   .emphasis = web::Emphasis::secondary,
                                   .name = more_rows_field,
                                   .value = table.key,
                                   .is_small = true});
    }

    /// One to begin with; more where somebody asked for them.
    [[nodiscard]] int new_rows(const FormTable& table) const
    {
        constexpr int more = 3;
        int count = 1;
        const auto shown = m_page.typed.find(new_rows_control(table.key));
        if (shown != m_page.typed.end())
            std::from_chars(shown->second.data(), shown->second.data() + shown->second.size(),
                            count);
        const auto asked = m_page.typed.find(more_rows_field);
        if (asked != m_page.typed.end() && asked->second == table.key) count += more;
        return std::clamp(count, 1, static_cast<int>(limits::table_rows_max));
    }

    void kept_row(web::Rows& lines, const FormTable& table, const FilledRow& row)
    {
        const auto name = row.name.empty() ? "dòng " + std::to_string(row.number) : row.name;
        lines.begin();
        lines.cell(row.name.empty() ? std::to_string(row.number) : row.name);
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const auto& column = table.columns[i];
            const auto control = control_name(table.key + "/" + column.key, row.number);
            const auto value = value_of(control, shown_cell_of(column, row.cells[i]));
            box(lines, column, control, column.text + ", " + name, value);
        }
        if (table.rows_of != RowsOf::fixed) {
            const auto control = row_removal_control(table.key, row.number);
            lines.cell([&](Writer& out) {
                web::checkbox_field(out, {.field = {.name = control, .label = "Bỏ " + name},
                                          .is_checked = m_page.typed.contains(control)});
            });
        }
        lines.end();
    }

    void new_row(web::Rows& lines, const FormTable& table, int number)
    {
        const auto name = "dòng mới " + std::to_string(number);
        lines.begin();
        lines.cell(std::string_view{"Mới"});
        for (const auto& column : table.columns) {
            const auto control = new_cell_control(table.key + "/" + column.key, number);
            const auto typed = m_page.typed.find(control);
            box(lines, column, control, column.text + ", " + name,
                typed == m_page.typed.end() ? std::string{} : typed->second);
        }
        lines.cell(std::string_view{});
        lines.end();
    }

    void box(web::Rows& lines, const FormColumn& column, const std::string& control,
             const std::string& label, const std::string& value) const
    {
        const auto error = error_at(control);
        lines.cell([&](Writer& out) {
            out({"<div class=\"ds-field field\">"});
            cell_box(out, {.control = control,
                           .label = label,
                           .value = value,
                           .error = error,
                           .is_number = column.is_number});
            out({"</div>"});
        });
    }

    Writer& m_out;
    const CorrectionPage& m_page;
    std::vector<http::Field> m_shown{};
    std::size_t m_cells{};  ///< of tables that are written
};

void file_fields(Writer& out, const CorrectionPage& page)
{
    out({"<h3>Tệp kèm theo</h3>"});
    for (const auto& file : page.filled.files) {
        const auto control = file_removal_control(file.code);
        const auto path = attachment::download_path(file);
        web::checkbox_field(out, {.field = {.name = control, .label = "Bỏ tệp " + file.name},
                                  .is_checked = page.typed.contains(control)});
        out({"<p><a href=\"", html::url(path), "\">Mở ", file.name, "</a></p>"});
    }
    for (std::size_t number = 1; number <= new_files_max; ++number) {
        const auto control = new_file_control(number);
        const auto label = "Thêm tệp " + std::to_string(number);
        web::file_field(
            out, {.field = {.name = control,
                            .label = label,
                            .hint = number == 1
                                        ? std::string_view{"Tối đa 20 MB. Không đính kèm nội dung "
                                                           "thuộc bí mật nhà nước."}
                                        : std::string_view{},
                            .error = page.fault.at(control),
                            .requirement = web::Requirement::optional},
                  .accept = ".pdf,.docx,.odt,.xlsx,.ods,.txt,.jpg,.jpeg,.png",
                  .bytes_max = limits::file_bytes_max});
    }
}

std::string typed(const CorrectionPage& page, std::string_view name)
{
    const auto found = page.typed.find(name);
    return found == page.typed.end() ? std::string{} : found->second;
}

void correction_form(Writer& out, const Context& context, const CorrectionPage& page)
{
    const auto action = correcting_path(page.head.report);
    const web::Form form{.action = action,
                         .csrf = context.surroundings().csrf,
                         .takes_files = true,
                         .is_wide = true,
                         .keeps_draft = true};
    web::form(out, form, [&](Writer& fields) {
        web::hidden(fields, {.name = seen_field, .value = page.last.code});
        web::hidden(fields, {.name = once::field, .value = page.key});
        Fields{fields, page}.write();
        file_fields(fields, page);
        fields({"<h3>Gửi bản điều chỉnh</h3>"});
        const auto reason = typed(page, reason_field);
        web::text_area(
            fields,
            {.name = reason_field,
             .label = "Lý do điều chỉnh",
             .value = reason,
             .hint = "Nơi nhận và người xem báo cáo đọc được lý do này. Không ghi tên người.",
             .error = page.fault.at(reason_field)});
        web::checkbox_field(fields, {.field = {.name = no_secret_field,
                                               .label = "Báo cáo không có nội dung bí mật nhà nước",
                                               .error = page.fault.at(no_secret_field)}});
        web::form_actions(fields, [](Writer& buttons) {
            web::submit_button(buttons, {.text = "Gửi bản điều chỉnh"});
        });
    });
}

}  // namespace

http::Response correction_page(const Context& context, const CorrectionPage& page)
{
    auto frame = web::frame_of(context, "Điều chỉnh: " + page.head.form);
    frame.crumbs = {{"Báo cáo", reports_path()}, {page.head.form, report_path(page.head.report)}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = "Điều chỉnh báo cáo",
                                  .caption = page.head.caption,
                                  .lead = "Báo cáo đã khóa. Bản đã gửi giữ nguyên; bản điều chỉnh "
                                          "có biên nhận riêng và được kiểm tra, phê duyệt lại."});
            if (!page.filled.definition->secrecy_notice.empty())
                web::notice(out, {.tone = web::Tone::warning,
                                  .text = page.filled.definition->secrecy_notice});
            out({"<h2>Nếu gửi ngay bây giờ</h2>"});
            const auto caption = "Khác lần gửi " + std::to_string(page.last.number);
            difference_table(out, caption, page.differences);
            out({"<h2>Sửa số liệu, bảng, lời văn, tệp</h2>"});
            correction_form(out, context, page);
        },
        page.status);
}

}  // namespace caicach::report
