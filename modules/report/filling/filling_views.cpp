#include "report/filling/filling_views.hpp"

#include <array>

#include "report/bringing/bringing_views.hpp"
#include "report/filling/cell.hpp"
#include "report/filling/cell_form_views.hpp"
#include "report/filling/file_views.hpp"
#include "report/filling/filling_form.hpp"
#include "report/filling/gathering_views.hpp"
#include "report/filling/table_views.hpp"
#include "report/form/form_words.hpp"
#include "report/paths.hpp"
#include "report/report_tags_views.hpp"
#include "text/text.hpp"
#include "web/components/feedback.hpp"
#include "web/components/forms.hpp"
#include "web/components/parts.hpp"

namespace caicach::report
{
namespace
{

using html::Writer;

/// What its name says already is not said twice.
bool says_year_to_date(std::string_view text)
{
    return text::fold(text).find("luy ke") != std::string::npos;
}

void difference(Writer& out, const FilledIndicator& one)
{
    out({"<span id=\"lech-", one.indicator->key, "\" data-part>"});
    if (const auto less = one.difference()) {
        const auto words = (*less > 0 ? "+" : "") + shown(*less);
        out({words});
    }
    out({"</span>"});
}

/// Writes the parts of one report.
class PartWriter
{
public:
    PartWriter(Writer& out, const Context& context, const FillingPage& page)
        : m_out(out),
          m_context(context),
          m_page(page),
          m_filled(page.filled),
          m_forms(context, page)
    {
        m_columns = {{.name = "Chỉ tiêu"},
                     {.name = "Đơn vị"},
                     {.name = "Hệ thống tính", .is_number = true},
                     {.name = "Cơ quan nhập"},
                     {.name = "Chênh lệch", .is_number = true}};
        if (!m_filled.reporters.empty()) add_gathered_columns(m_columns);
        for (const auto* one : earlier()) m_columns.push_back({.name = one->title});
    }

    void section(const Section& section)
    {
        for (std::size_t at = 0; at < section.parts.size();) {
            const auto& part = section.parts[at];
            if (std::holds_alternative<Indicator>(part)) {
                at = indicators(section, at);
                continue;
            }
            if (const auto* table = std::get_if<FormTable>(&part))
                table_part(m_out, m_context, m_page, m_forms, *table);
            if (const auto* words = std::get_if<Narrative>(&part)) narrative(*words);
            ++at;
        }
    }

private:
    [[nodiscard]] std::vector<const EarlierPeriod*> earlier() const
    {
        std::vector<const EarlierPeriod*> periods;
        for (const auto* one : {&m_page.earlier.before, &m_page.earlier.a_year_before})
            if (*one) periods.push_back(&**one);
        return periods;
    }

    void typed_cell(Writer& out, const FilledIndicator& one)
    {
        const auto& indicator = *one.indicator;
        if (indicator.adding != Adding::ratio) {
            m_forms.input(out, {.field = indicator.key,
                                .label = indicator.text,
                                .kept = one.typed ? shown(one.typed->numerator) : std::string{},
                                .is_number = true});
            return;
        }
        const auto field = indicator.key + std::string{denominator_part};
        const auto above = indicator.text + ", tử số";
        const auto below = indicator.text + ", mẫu số";
        m_forms.input(out, {.field = indicator.key,
                            .label = above,
                            .kept = half(indicator.key),
                            .is_number = true});
        out({"<span class=\"muted\">trên tổng số</span>"});
        m_forms.input(out,
                      {.field = field, .label = below, .kept = half(field), .is_number = true});
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
            const auto path = number_path(m_filled.report.code, indicator.key);
            if (m_filled.report.code
                    .empty())  // a form that is looked at before anybody fills it in
                cell({indicator.text});
            else
                cell({"<a href=\"", html::url(path), "\">", indicator.text, "</a>"});
            if (indicator.is_required) cell({" <span class=\"muted\">(bắt buộc)</span>"});
            if (indicator.span == Span::year_to_date && !says_year_to_date(indicator.text))
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
        if (!m_filled.reporters.empty()) gathered_cells(rows, one);
        for (const auto* period : earlier()) {
            const auto found = period->amounts.find(indicator.key);
            rows.cell(found == period->amounts.end() ? std::string{}
                                                     : shown(indicator, found->second));
        }
        rows.end();
    }

    /// Indicators that follow one another stand in one table.
    std::size_t indicators(const Section& section, std::size_t from)
    {
        auto to = from;
        while (to < section.parts.size() && std::holds_alternative<Indicator>(section.parts[to]))
            ++to;
        const auto caption = "Số liệu: " + section.title;
        const auto write = [&](Writer& out) {
            web::table(out, {.caption = caption, .columns = m_columns}, [&](web::Rows& rows) {
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
            m_forms.form(m_out, std::get<Indicator>(section.parts[from]).key, write);
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
        m_forms.form(m_out, words.key, [&](Writer& out) { m_forms.text_area(out, words, kept); });
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
        const auto action = cells_path(m_filled.report.code, words.key);
        web::post_button(m_out, {.text = is_first ? "Dùng bản thảo này" : "Thay bằng bản thảo này",
                                 .action = action,
                                 .csrf = m_context.surroundings().csrf,
                                 .values = values,
                                 .is_small = true});
        m_out({"</details>"});
    }

    Writer& m_out;
    const Context& m_context;
    const FillingPage& m_page;
    const Filled& m_filled;
    CellForms m_forms;
    std::vector<web::Column> m_columns{};
};

/// Into what stands empty, by one button.
void copying(Writer& out, const Context& context, const FillingPage& page)
{
    if (!page.may_fill || page.period_before.empty()) return;
    const auto action = copying_path(page.filled.report.code);
    const auto words = "Chép từ kỳ trước (" + page.period_before + ")";
    web::post_button(
        out,
        {.text = words, .action = action, .csrf = context.surroundings().csrf, .is_small = true});
    out(
        {"<p class=\"muted\">Chỉ chép lời văn, số do cơ quan nhập và bảng còn trống; chỗ đã nhập "
         "và số hệ thống tính thì giữ nguyên. Chép xong hãy đọc lại từng chỗ.</p>"});
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
    gathering_note(out, page.gathering);
    fault_part(out, page);
    copying(out, context, page);
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
    if (!page.filled.report.code.empty()) workbook_part(out, context, page);
    file_part(out, context, page);
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
    for (const auto& one : page.filled.indicators) {
        difference(out, one);
        together_part(out, one);
    }
    for (const auto& one : page.touched) copied_mark(out, one, false);
    for (const auto& one : page.refused) {
        const auto control = control_name(one.field, one.row);
        out({"<p class=\"ds-validation-message\" id=\"loi-", control, "\" data-part data-forget>",
             one.text, "</p>"});
    }
    if (!page.contested.empty()) CellForms{context, page}.conflict(out);
    for (const auto& one : news)
        out({"<data data-news=\"", one.control, "\" value=\"", one.value, "\"></data>"});
}

}  // namespace caicach::report
