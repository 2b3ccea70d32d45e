#include "report/filling/cell_form_views.hpp"

#include "report/filling/cell.hpp"
#include "report/filling/filling_form.hpp"
#include "report/paths.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
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

}  // namespace

void CellForms::form(Writer& out, std::string_view part, web::Content fields)
{
    m_shown.clear();
    const auto action = cells_path(m_page.filled.report.code, part);
    out({"<div id=\"phan-", part, "\"><div data-conflict>"});
    if (part == m_page.part && !m_page.contested.empty()) conflict(out);
    out({"</div>"});
    const web::Form shape{.action = action,
                          .csrf = m_context.surroundings().csrf,
                          .saves_itself = true,
                          .is_wide = true,
                          .keeps_draft = true};
    web::form(out, shape, [&](Writer& inside) {
        fields(inside);
        const auto base = base_text(m_shown);
        web::hidden(inside, {.name = base_field, .value = base});
        web::form_actions(inside, [&](Writer& buttons) {
            web::submit_button(
                buttons, {.text = "Lưu", .emphasis = web::Emphasis::secondary, .is_small = true});
        });
    });
    out({"</div>"});
}

void CellForms::conflict(Writer& out) const
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
    const auto& code = m_page.filled.report.code;
    const auto action = cells_path(code, m_page.part);
    const auto path = report_path(code) + "#phan-" + m_page.part;
    web::conflict(out, {.their_name = m_page.contested.front().their_name,
                        .their_time = m_page.contested.front().their_time,
                        .mine = mine,
                        .theirs = theirs,
                        .action = action,
                        .csrf = m_context.surroundings().csrf,
                        .my_values = values,
                        .their_path = path});
}

std::string CellForms::error_at(std::string_view field, int row) const
{
    for (const auto& one : m_page.refused)
        if (one.field == field && one.row == row) return one.text;
    return {};
}

std::string CellForms::value_of(const std::string& control, const std::string& kept)
{
    m_shown.push_back({control, kept});
    const auto typed = m_page.typed.find(control);
    return typed == m_page.typed.end() ? kept : typed->second;
}

void CellForms::mark(Writer& out, std::string_view field, int row, const std::string& control) const
{
    copied_mark(out, control, m_page.filled.is_copied(field, row));
}

void CellForms::input(Writer& out, const CellInput& cell)
{
    const auto control = control_name(cell.field, cell.row);
    const auto value = value_of(control, cell.kept);
    const auto error = error_at(cell.field, cell.row);
    out({"<div class=\"ds-field field\">"});
    cell_box(out, {.control = control,
                   .label = cell.label,
                   .value = value,
                   .error = error,
                   .is_number = cell.is_number});
    mark(out, cell.field, cell.row, control);
    out({"</div>"});
}

void CellForms::text_area(Writer& out, const Narrative& words, const std::string& kept)
{
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
    mark(out, words.key, 0, control);
}

void cell_box(Writer& out, const CellBox& box)
{
    out({"<label class=\"visually-hidden\" for=\"", box.control, "\">", box.label,
         "</label><input class=\"ds-input\" id=\"", box.control, "\" name=\"", box.control, "\"",
         html::when(box.is_number, " inputmode=\"decimal\""), " value=\"", box.value, "\""});
    if (!box.error.empty())
        out({" aria-invalid=\"true\" aria-describedby=\"loi-", box.control, "\""});
    out({"><p class=\"ds-validation-message\" id=\"loi-", box.control, "\" data-part>", box.error,
         "</p>"});
}

void copied_mark(Writer& out, std::string_view control, bool is_copied)
{
    out({"<span class=\"muted\" id=\"chep-", control, "\" data-part>",
         is_copied ? std::string_view{"chép từ kỳ trước"} : std::string_view{}, "</span>"});
}

}  // namespace caicach::report
