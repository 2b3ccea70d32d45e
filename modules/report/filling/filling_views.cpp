#include "report/filling/filling_views.hpp"

#include <algorithm>
#include <array>

#include "report/filling/cell.hpp"
#include "report/filling/filling_form.hpp"
#include "report/form/form_words.hpp"
#include "report/limits.hpp"
#include "report/paths.hpp"
#include "report/report_tags_views.hpp"
#include "text/text.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/parts.hpp"
#include "web/components/review_parts.hpp"

namespace caicach::report
{
namespace
{

using html::Writer;

std::string_view or_empty(std::string_view value)
{
    return value.empty() ? std::string_view{"(để trống)"} : value;
}

/// Writes the parts of one report; keeps what each form shows, to be sent along.
class PartWriter
{
public:
    PartWriter(Writer& out, const Context& context, const FillingPage& page)
        : m_out(out), m_context(context), m_page(page), m_filled(page.filled)
    {
    }

    void section(const Section& section)
    {
        for (std::size_t at = 0; at < section.parts.size();) {
            const auto& part = section.parts[at];
            if (std::holds_alternative<Indicator>(part)) {
                at = indicators(section, at);
                continue;
            }
            if (const auto* table = std::get_if<FormTable>(&part)) rows(*table);
            if (const auto* words = std::get_if<Narrative>(&part)) narrative(*words);
            ++at;
        }
    }

private:
    [[nodiscard]] const std::string& code() const { return m_filled.report.code; }

    /// A form of some cells, with its place for a conflict; `base` is what its fields show.
    template <class Fields>
    void form(std::string_view part, const Fields& fields)
    {
        m_shown.clear();
        const auto action = cells_path(code(), part);
        m_out({"<div id=\"phan-", part, "\"><div data-conflict>"});
        if (part == m_page.part) conflict(m_out);
        m_out({"</div>"});
        web::form(m_out,
                  {.action = action,
                   .csrf = m_context.surroundings().csrf,
                   .saves_itself = true,
                   .is_wide = true,
                   .keeps_draft = true},
                  [&](Writer& out) {
                      fields(out);
                      const auto base = base_text(m_shown);
                      web::hidden(out, {.name = base_field, .value = base});
                      web::form_actions(out, [&](Writer& buttons) {
                          web::submit_button(buttons, {.text = "Lưu",
                                                       .emphasis = web::Emphasis::secondary,
                                                       .is_small = true});
                      });
                  });
        m_out({"</div>"});
    }

    void conflict(Writer& out) const
    {
        if (!m_page.contested.empty()) write_conflict(out);
    }

public:
    /// Both versions of what two people changed, and a choice.
    void write_conflict(Writer& out) const
    {
        std::vector<web::Fact> mine;
        std::vector<web::Fact> theirs;
        std::vector<http::Field> shown;
        std::vector<web::HiddenValue> values;
        for (const auto& one : m_page.contested) {
            mine.push_back({one.text, or_empty(one.mine)});
            theirs.push_back({one.text, or_empty(one.theirs)});
            values.push_back({one.control, one.mine});
            shown.push_back({one.control, one.theirs});
        }
        const auto base = base_text(shown);
        values.push_back({base_field, base});
        const auto action = cells_path(code(), m_page.part);
        const auto path = report_path(code()) + "#phan-" + m_page.part;
        web::conflict(out, {.their_name = m_page.contested.front().their_name,
                            .their_time = m_page.contested.front().their_time,
                            .mine = mine,
                            .theirs = theirs,
                            .action = action,
                            .csrf = m_context.surroundings().csrf,
                            .my_values = values,
                            .their_path = path});
    }

private:
    [[nodiscard]] std::string error_at(std::string_view field, int row) const
    {
        for (const auto& one : m_page.refused)
            if (one.field == field && one.row == row) return one.text;
        return {};
    }

    /// What stands in the field: what was sent and refused, else what is kept.
    std::string value_of(const std::string& control, std::string kept)
    {
        m_shown.push_back({control, kept});
        const auto typed = m_page.typed.find(control);
        return typed == m_page.typed.end() ? std::move(kept) : typed->second;
    }

    /// An input with its label for those who do not see the table around it.
    void input(Writer& out, std::string_view field, int row, std::string_view label,
               std::string kept, bool is_number)
    {
        const auto control = control_name(field, row);
        const auto value = value_of(control, std::move(kept));
        const auto error = error_at(field, row);
        out({"<div class=\"ds-field field\"><label class=\"visually-hidden\" for=\"", control,
             "\">", label, "</label><input class=\"ds-input\" id=\"", control, "\" name=\"",
             control, "\"", html::when(is_number, " inputmode=\"decimal\""), " value=\"", value,
             "\""});
        if (!error.empty()) out({" aria-invalid=\"true\" aria-describedby=\"loi-", control, "\""});
        out({"><p class=\"ds-validation-message\" id=\"loi-", control, "\" data-part>", error,
             "</p></div>"});
    }

    void typed_cell(Writer& out, const FilledIndicator& one)
    {
        const auto& indicator = *one.indicator;
        const auto kept = [&](const std::optional<std::int64_t>& amount) {
            return amount ? shown(*amount) : std::string{};
        };
        const auto numerator =
            one.typed ? std::optional{one.typed->numerator} : std::optional<std::int64_t>{};
        if (indicator.adding != Adding::ratio) {
            input(out, indicator.key, 0, indicator.text, kept(numerator), true);
            return;
        }
        const auto field = indicator.key + std::string{denominator_part};
        input(out, indicator.key, 0, indicator.text + ", tử số", half(indicator.key), true);
        out({"<span class=\"muted\">trên tổng số</span>"});
        input(out, field, 0, indicator.text + ", mẫu số", half(field), true);
    }

    /// Of a ratio one half may be there without the other.
    [[nodiscard]] std::string half(const std::string& field) const
    {
        const auto found = m_filled.halves.find(field);
        return found == m_filled.halves.end() ? std::string{} : shown(found->second);
    }

    void indicator_row(web::Rows& rows, const FilledIndicator& one)
    {
        const auto& indicator = *one.indicator;
        rows.begin();
        rows.cell([&](Writer& cell) {
            const auto path = number_path(code(), indicator.key);
            cell({"<a href=\"", html::url(path), "\">", indicator.text, "</a>"});
            if (indicator.is_required) cell({" <span class=\"muted\">(bắt buộc)</span>"});
            if (indicator.span == Span::year_to_date)
                cell({"<br><span class=\"muted\">lũy kế từ đầu năm</span>"});
        });
        rows.cell(indicator.unit);
        rows.cell(one.computed ? shown(indicator, one.computed->amount)
                               : std::string{indicator.source == Source::typed ? "" : "–"});
        rows.cell([&](Writer& cell) {
            if (indicator.source == Source::computed)
                cell({"<span class=\"muted\">Hệ thống tính</span>"});
            else if (m_page.may_fill)
                typed_cell(cell, one);
            else if (one.typed)
                cell({shown(indicator, *one.typed)});
        });
        rows.cell([&](Writer& cell) { difference(cell, one); });
        rows.end();
    }

public:
    static void difference(Writer& out, const FilledIndicator& one)
    {
        out({"<span id=\"lech-", one.indicator->key, "\" data-part>"});
        if (const auto less = one.difference()) {
            const auto words = (*less > 0 ? "+" : "") + shown(*less);
            out({words});
        }
        out({"</span>"});
    }

private:
    /// Indicators that follow one another stand in one table.
    std::size_t indicators(const Section& section, std::size_t from)
    {
        auto to = from;
        while (to < section.parts.size() && std::holds_alternative<Indicator>(section.parts[to]))
            ++to;
        constexpr std::array columns{web::Column{.name = "Chỉ tiêu"}, web::Column{.name = "Đơn vị"},
                                     web::Column{.name = "Hệ thống tính", .is_number = true},
                                     web::Column{.name = "Cơ quan nhập"},
                                     web::Column{.name = "Chênh lệch", .is_number = true}};
        const auto caption = "Số liệu: " + section.title;
        const auto write = [&](Writer& out) {
            web::table(out, {.caption = caption, .columns = columns}, [&](web::Rows& rows) {
                for (auto at = from; at < to; ++at) {
                    const auto& key = std::get<Indicator>(section.parts[at]).key;
                    indicator_row(rows, *m_filled.indicator(key));
                }
            });
        };
        bool has_fields = false;
        for (auto at = from; at < to; ++at)
            has_fields |= std::get<Indicator>(section.parts[at]).source != Source::computed;
        if (m_page.may_fill && has_fields)
            form(std::get<Indicator>(section.parts[from]).key, write);
        else
            write(m_out);
        return to;
    }

    void narrative(const Narrative& words)
    {
        const auto found = m_filled.texts.find(words.key);
        const auto kept = found == m_filled.texts.end() ? std::string{} : found->second;
        if (!m_page.may_fill) {
            m_out({"<h3>", words.text, "</h3><div class=\"prose\">"});
            for (const auto line : text::split(kept, '\n'))
                if (!line.empty()) m_out({"<p>", line, "</p>"});
            m_out({"</div>"});
            return;
        }
        proposal(words, kept);
        form(words.key, [&](Writer& out) {
            const auto control = control_name(words.key, 0);
            const auto value = value_of(control, kept);
            const auto error = error_at(words.key, 0);
            web::text_area(out, {.name = control,
                                 .label = words.text,
                                 .value = value,
                                 .error = error,
                                 .requirement = words.is_required ? web::Requirement::required
                                                                  : web::Requirement::optional,
                                 .length_max = words.length_max});
        });
    }

    /// What the program would say, beside what people wrote: taken by a button, never by itself.
    void proposal(const Narrative& words, const std::string& kept)
    {
        const auto found = m_page.drawn.find(words.key);
        if (found == m_page.drawn.end() || found->second == kept) return;
        const bool is_first = kept.empty();
        m_out({"<details class=\"quiet-details\"", html::when(is_first, " open"),
               "><summary>Bản thảo dựng sẵn: ", words.text, "</summary>"});
        for (const auto line : text::split(found->second, '\n'))
            if (!line.empty()) m_out({"<p>", line, "</p>"});
        const auto control = control_name(words.key, 0);
        const std::array shown{http::Field{control, kept}};
        const auto base = base_text(shown);
        const std::array values{web::HiddenValue{control, found->second},
                                web::HiddenValue{base_field, base}};
        const auto action = cells_path(code(), words.key);
        web::post_button(m_out, {.text = is_first ? "Dùng bản thảo này" : "Thay bằng bản thảo này",
                                 .action = action,
                                 .csrf = m_context.surroundings().csrf,
                                 .values = values,
                                 .is_small = true});
        m_out({"</details>"});
    }

    void table_cell(web::Rows& rows, const FormTable& table, std::size_t column,
                    const FilledRow& row, bool is_open)
    {
        const auto& head = table.columns[column];
        const CellKind kind{.is_number = head.is_number, .decimals = head.decimals};
        auto kept = shown_cell(kind, row.cells[column]);
        rows.cell([&](Writer& cell) {
            const auto label =
                head.text + ", dòng " + (row.name.empty() ? std::to_string(row.number) : row.name);
            if (is_open)
                input(cell, table.key + "/" + head.key, row.number, label, std::move(kept),
                      head.is_number);
            else
                cell({kept});
        });
    }

    void write_rows(Writer& out, const FormTable& table, const std::vector<FilledRow>& filled,
                    bool is_open)
    {
        const bool is_fixed = table.rows_of == RowsOf::fixed;
        const bool may_remove = is_open && !is_fixed;
        std::vector<web::Column> columns;
        columns.push_back({.name = is_fixed ? "Nội dung" : "Dòng"});
        for (const auto& one : table.columns)
            columns.push_back({.name = one.text, .is_number = one.is_number});
        if (may_remove) columns.push_back({.name = "Bỏ dòng"});
        const auto action = row_removal_path(code());
        web::table(out, {.caption = table.text, .columns = columns}, [&](web::Rows& rows) {
            int place = 0;
            for (const auto& row : filled) {
                rows.begin();
                rows.cell(is_fixed ? row.name : std::to_string(++place));
                for (std::size_t i = 0; i < table.columns.size(); ++i)
                    table_cell(rows, table, i, row, is_open);
                if (may_remove) {
                    const auto number = std::to_string(row.number);
                    rows.cell([&](Writer& cell) {
                        web::submit_button(cell, {.text = "Bỏ",
                                                  .emphasis = web::Emphasis::tertiary,
                                                  .tone = web::Tone::danger,
                                                  .name = "dong",
                                                  .value = number,
                                                  .is_small = true,
                                                  .action = action});
                    });
                }
                rows.end();
            }
        });
    }

    void rows(const FormTable& table)
    {
        const auto& filled = m_filled.tables.at(table.key);
        const bool is_drawn =
            std::ranges::find(m_filled.drawn_tables, table.key) != m_filled.drawn_tables.end();
        const bool is_open = m_page.may_fill && !is_drawn;
        const bool is_fixed = table.rows_of == RowsOf::fixed;
        m_out({"<h3 id=\"bang-", table.key, "\">", table.text, "</h3>"});
        if (filled.empty())
            m_out({"<p class=\"muted\">Chưa có dòng nào.</p>"});
        else if (is_open)
            form(table.key, [&](Writer& out) {
                web::hidden(out, {.name = "bang", .value = table.key});
                write_rows(out, table, filled, true);
            });
        else
            write_rows(m_out, table, filled, false);
        if (!m_page.may_fill || is_fixed) return;
        const std::array values{web::HiddenValue{"bang", table.key}};
        const auto adding = row_adding_path(code());
        const auto taking = drawn_rows_path(code());
        m_out({"<div class=\"row\">"});
        if (is_drawn && !filled.empty())
            web::post_button(m_out, {.text = "Lấy vào bảng để sửa",
                                     .action = taking,
                                     .csrf = m_context.surroundings().csrf,
                                     .values = values,
                                     .is_small = true});
        web::post_button(m_out, {.text = "Thêm dòng",
                                 .action = adding,
                                 .csrf = m_context.surroundings().csrf,
                                 .values = values,
                                 .is_small = true});
        m_out({"</div>"});
    }

    Writer& m_out;
    const Context& m_context;
    const FillingPage& m_page;
    const Filled& m_filled;
    std::vector<http::Field> m_shown{};
};

void files(Writer& out, const Context& context, const FillingPage& page)
{
    const auto& filled = page.filled;
    if (filled.files.empty() && !page.may_fill) return;
    out({"<h3 id=\"tep\">Tệp kèm theo</h3>"});
    if (!filled.files.empty()) out({"<ul>"});
    for (const auto& file : filled.files) {
        const auto path = attachment::download_path(file);
        out({"<li><a href=\"", html::url(path), "\">", file.name, "</a>"});
        if (page.may_fill) {
            const std::array values{web::HiddenValue{"tep", file.code}};
            const auto action = file_removal_path(filled.report.code);
            out({" "});
            web::post_button(out, {.text = "Bỏ tệp",
                                   .action = action,
                                   .csrf = context.surroundings().csrf,
                                   .emphasis = web::Emphasis::tertiary,
                                   .tone = web::Tone::danger,
                                   .values = values,
                                   .is_small = true});
        }
        out({"</li>"});
    }
    if (!filled.files.empty()) out({"</ul>"});
    if (!page.may_fill || filled.files.size() >= limits::files_max) return;
    const auto action = file_adding_path(filled.report.code);
    web::form(out, {.action = action, .csrf = context.surroundings().csrf, .takes_files = true},
              [&](Writer& fields) {
                  web::file_field(
                      fields,
                      {.field = {.name = "file",
                                 .label = "Thêm tệp",
                                 .hint = "Tối đa 10 tệp, mỗi tệp 20 MB. Không đính kèm nội dung "
                                         "thuộc bí mật nhà nước.",
                                 .error = page.fault.at("file")},
                       .accept = ".pdf,.docx,.odt,.xlsx,.ods,.txt,.jpg,.jpeg,.png",
                       .bytes_max = limits::file_bytes_max});
                  web::submit_button(
                      fields,
                      {.text = "Tải lên", .emphasis = web::Emphasis::secondary, .is_small = true});
              });
}

}  // namespace

void filling(Writer& out, const Context& context, const FillingPage& page)
{
    const auto& definition = *page.filled.definition;
    if (!definition.secrecy_notice.empty())
        web::notice(out, {.tone = web::Tone::warning, .text = definition.secrecy_notice});
    if (page.may_fill)
        out(
            {"<p class=\"save-status\" data-save-status role=\"status\">Mỗi chỗ sửa được lưu ngay. "
             "Mất mạng thì chữ đã gõ giữ trên máy này.</p>"});
    fault_part(out, page);
    const auto numbers = section_numbers(definition);
    PartWriter parts{out, context, page};
    for (std::size_t i = 0; i < definition.sections.size(); ++i) {
        const auto& section = definition.sections[i];
        if (section.level == 1)
            out({"<h2>", numbers[i], " ", section.title, "</h2>"});
        else
            out({"<h3>", numbers[i], " ", section.title, "</h3>"});
        parts.section(section);
    }
    files(out, context, page);
}

void fault_part(Writer& out, const FillingPage& page)
{
    out({"<div id=\"con-thieu\" data-part>"});
    if (page.may_fill && !page.faults.empty()) {
        out({"<details class=\"quiet-details\"><summary>Trước khi gửi còn ",
             std::to_string(page.faults.size()), " chỗ cần xem</summary><ul>"});
        for (const auto& fault : page.faults)
            out({"<li>", fault.text,
                 fault.weight == Weight::warns ? std::string_view{" (chỉ nhắc)"}
                                               : std::string_view{},
                 "</li>"});
        out({"</ul></details>"});
    }
    out({"</div>"});
}

void saved_parts(Writer& out, const Context& context, const FillingPage& page,
                 const std::vector<CellNews>& news)
{
    fault_part(out, page);
    for (const auto& one : page.filled.indicators) PartWriter::difference(out, one);
    for (const auto& one : page.refused) {
        const auto control = control_name(one.field, one.row);
        out({"<p class=\"ds-validation-message\" id=\"loi-", control, "\" data-part data-forget>",
             one.text, "</p>"});
    }
    if (!page.contested.empty()) PartWriter{out, context, page}.write_conflict(out);
    for (const auto& one : news)
        out({"<data data-news=\"", one.control, "\" value=\"", one.value, "\"></data>"});
}

}  // namespace caicach::report
