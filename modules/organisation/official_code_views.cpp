#include "organisation/official_code_views.hpp"

#include <algorithm>
#include <array>

#include "organisation/paths.hpp"
#include "organisation/validity_text.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/parts.hpp"

namespace caicach::organisation
{
namespace
{

using html::Writer;

void ending(Writer& out, const Context& context, std::string_view agency_slug,
            const OfficialCode& code)
{
    const auto id = std::to_string(code.id.value);
    const std::array<web::HiddenValue, 2> values{
        {{.name = "agency", .value = agency_slug}, {.name = "official_code", .value = id}}};
    const auto text = "Thôi dùng mã " + code.code;
    const auto action = official_code_endings_path();
    web::post_button(out, {.text = text,
                           .action = action,
                           .csrf = context.surroundings().csrf,
                           .emphasis = web::Emphasis::tertiary,
                           .values = values,
                           .is_small = true});
}

std::string_view fault_at(std::string_view field, const OfficialCodeForm& form,
                          const std::string& message)
{
    return form.error && form.error->field == field ? std::string_view(message)
                                                    : std::string_view{};
}

void new_code_fields(Writer& fields, const OfficialCodeForm& form, const std::string& message)
{
    std::vector<web::Choice> choices;
    choices.reserve(code_systems().size());
    for (const auto& system : code_systems())
        choices.push_back(
            {.value = system.key, .label = system.text, .is_chosen = system.key == form.system});
    web::select_field(fields, {.field = {.name = "system",
                                         .label = "Loại mã số",
                                         .error = fault_at("system", form, message)},
                               .choices = choices,
                               .none_text = "Chọn một loại"});
    web::text_field(fields, {.name = "code",
                             .label = "Mã số",
                             .value = form.code,
                             .hint = "Đúng như văn bản cấp mã, ví dụ H64.12 hoặc 99021",
                             .error = fault_at("code", form, message)});
    // Names of their own: the form of another name stands on the same page.
    web::date_field(fields, {.name = "code_from",
                             .label = "Mã dùng từ ngày",
                             .value = form.from,
                             .hint = "Bỏ trống là từ hôm nay; mã cũ cùng loại thôi dùng từ đó",
                             .error = fault_at("code_from", form, message),
                             .requirement = web::Requirement::optional});
    web::date_field(fields, {.name = "code_to",
                             .label = "Mã dùng đến hết ngày",
                             .value = form.to,
                             .error = fault_at("code_to", form, message),
                             .requirement = web::Requirement::optional});
}

}  // namespace

void official_code_list(Writer& out, const std::vector<OfficialCode>& codes)
{
    if (codes.empty()) return;
    out({"<h2 id=\"ma-so\">Mã số</h2>"});
    web::facts(out, [&](Writer& rows) {
        for (const auto& code : codes) {
            const auto& system = *code_system(code.system);
            web::fact(rows, system.text,
                      [&](Writer& cell) { cell({code.code, days_text(code.validity)}); });
        }
    });
}

void official_code_editing(Writer& out, const Context& context, const OfficialCodeEditing& editing)
{
    const auto today = context.today();
    const auto is_open = [&](const OfficialCode& code) {
        return !code.validity.to || today <= *code.validity.to;
    };
    out({"<h2>Sửa mã số</h2>"});
    if (std::ranges::any_of(editing.codes, is_open)) {
        out({"<ul>"});
        for (const auto& code : editing.codes) {
            if (!is_open(code)) continue;
            out({"<li>", code_system(code.system)->text, ": ", code.code, days_text(code.validity),
                 " "});
            ending(out, context, editing.agency_slug, code);
            out({"</li>"});
        }
        out({"</ul>"});
    }
    const auto& form = editing.form;
    const auto message = form.error ? context.message(*form.error) : std::string{};
    const auto action = official_codes_path();
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "agency", .value = editing.agency_slug});
        new_code_fields(fields, form, message);
        web::submit_button(fields, {.text = "Thêm mã số"});
    });
}

}  // namespace caicach::organisation
