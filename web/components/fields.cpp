#include "web/components/fields.hpp"

#include <cstddef>
#include <string_view>

#include "html/html.hpp"
#include "web/components/content.hpp"

namespace caicach::web
{
namespace
{

std::string_view id_of(const Field& field) { return field.id.empty() ? field.name : field.id; }

void optional_mark(html::Writer& out, const Field& field)
{
    if (field.requirement == Requirement::optional)
        out({" <span class=\"field__optional\">(không bắt buộc)</span>"});
}

void hint(html::Writer& out, const Field& field)
{
    if (!field.hint.empty())
        out({"<p class=\"field__hint\" id=\"goi-y-", id_of(field), "\">", field.hint, "</p>"});
}

// Always there, empty or not, so that a saved form can put a fault in place (data-part).
void error(html::Writer& out, const Field& field)
{
    out({"<p class=\"ds-validation-message\" id=\"loi-", id_of(field), "\" data-part>", field.error,
         "</p>"});
}

void describe(html::Writer& out, const Field& field)
{
    if (field.hint.empty() && field.error.empty()) return;
    out({" aria-describedby=\""});
    if (!field.hint.empty()) out({"goi-y-", id_of(field), html::when(!field.error.empty(), " ")});
    if (!field.error.empty()) out({"loi-", id_of(field)});
    out({"\"", html::when(!field.error.empty(), " aria-invalid=\"true\"")});
}

// No `required` attribute: the browser would speak its own language, and only of the first fault.
void attributes(html::Writer& out, const Field& field)
{
    out({" class=\"ds-input\" id=\"", id_of(field), "\" name=\"", field.name, "\""});
    if (field.length_max > 0) out({" maxlength=\"", field.length_max, "\""});
    if (!field.autocomplete.empty()) out({" autocomplete=\"", field.autocomplete, "\""});
    if (!field.list_id.empty()) out({" list=\"", field.list_id, "\""});
    describe(out, field);
}

void framed(html::Writer& out, const Field& field, html::Literal more_classes, Content control)
{
    out({"<div class=\"ds-field field", more_classes, "\"><label for=\"", id_of(field), "\">",
         field.label});
    optional_mark(out, field);
    out({"</label>"});
    hint(out, field);
    control(out);
    error(out, field);
    out({"</div>"});
}

void input(html::Writer& out, const Field& field, html::Literal kind, html::Literal more_classes)
{
    framed(out, field, more_classes, [&](html::Writer& inner) {
        inner({"<input", kind});
        attributes(inner, field);
        inner({" value=\"", field.value, "\">"});
    });
}

void options(html::Writer& out, const ChoiceField& field)
{
    if (!field.none_text.empty()) out({"<option value=\"\">", field.none_text, "</option>"});
    for (const auto& choice : field.choices) {
        out({"<option value=\"", choice.value, "\"", html::when(choice.is_chosen, " selected"), ">",
             choice.label, "</option>"});
    }
}

void select(html::Writer& out, const ChoiceField& field, html::Literal kind)
{
    framed(out, field.field, "", [&](html::Writer& inner) {
        inner({"<select", kind});
        attributes(inner, field.field);
        if (!field.more_id.empty()) inner({" data-more=\"", field.more_id, "\""});
        inner({">"});
        options(inner, field);
        inner({"</select>"});
    });
}

// Radio buttons or checkboxes of one name. The first control has the field's id, so that the
// summary's link leads to it.
void choices(html::Writer& out, const ChoiceField& field, html::Literal kind)
{
    out({"<fieldset class=\"choices field\""});
    describe(out, field.field);
    out({"><legend>", field.field.label});
    optional_mark(out, field.field);
    out({"</legend>"});
    hint(out, field.field);
    const auto id = id_of(field.field);
    for (std::size_t at = 0; at < field.choices.size(); ++at) {
        const auto& choice = field.choices[at];
        const auto control_id = [&](html::Writer& inner) {
            inner({id});
            if (at > 0) inner({"-", at});
        };
        out({"<div class=\"ds-field\"><input class=\"ds-input\" type=\"", kind, "\" name=\"",
             field.field.name, "\" value=\"", choice.value, "\" id=\""});
        control_id(out);
        out({"\"", html::when(choice.is_chosen, " checked"), "><label for=\""});
        control_id(out);
        out({"\">", choice.label, "</label>"});
        if (!choice.hint.empty()) out({"<p class=\"field__hint\">", choice.hint, "</p>"});
        out({"</div>"});
    }
    error(out, field.field);
    out({"</fieldset>"});
}

}  // namespace

void text_field(html::Writer& out, const Field& field) { input(out, field, " type=\"text\"", ""); }

void search_field(html::Writer& out, const Field& field)
{
    input(out, field, " type=\"search\"", "");
}

void email_field(html::Writer& out, const Field& field)
{
    input(out, field, " type=\"email\"", "");
}

void password_field(html::Writer& out, const Field& field)
{
    input(out, field, " type=\"password\"", "");
}

void text_area(html::Writer& out, const Field& field)
{
    framed(out, field, "", [&](html::Writer& inner) {
        inner({"<textarea rows=\"3\""});
        attributes(inner, field);
        // HTML drops one line break after the tag: give it one to drop.
        inner({">\n", field.value, "</textarea>"});
    });
}

void date_field(html::Writer& out, const Field& field)
{
    auto with_hint = field;
    if (with_hint.hint.empty()) with_hint.hint = "Ngày/tháng/năm, ví dụ 30/09/2024";
    input(out, with_hint, " type=\"text\" inputmode=\"numeric\" spellcheck=\"false\"",
          " field--short");
}

void number_field(html::Writer& out, const NumberField& field)
{
    framed(out, field.field, " field--short field--suffix", [&](html::Writer& inner) {
        inner({"<div class=\"field__box\"><input type=\"text\" inputmode=\"decimal\""});
        attributes(inner, field.field);
        inner({" value=\"", field.field.value, "\">"});
        if (!field.unit.empty()) inner({"<span>", field.unit, "</span>"});
        inner({"</div>"});
    });
}

void file_field(html::Writer& out, const FileField& field)
{
    auto with_hint = field.field;
    auto hint = std::string{with_hint.hint};
    hint += hint.empty() ? "Không gửi tài liệu mật." : " Không gửi tài liệu mật.";
    with_hint.hint = hint;
    const auto id = id_of(with_hint);
    framed(out, with_hint, "", [&](html::Writer& inner) {
        inner({"<input type=\"file\" class=\"file-input\" id=\"", id, "\" name=\"", with_hint.name,
               "\" accept=\"", field.accept, "\""});
        if (field.bytes_max > 0) inner({" data-bytes-max=\"", field.bytes_max, "\""});
        describe(inner, with_hint);
        inner({">"});
    });
    out(
        {"<div class=\"upload__progress\" data-upload-progress hidden><progress max=\"100\" "
         "value=\"0\" aria-label=\"Tải tệp lên\"></progress><p data-upload-words></p></div>"});
}

void select_field(html::Writer& out, const ChoiceField& field) { select(out, field, ""); }

void combobox_field(html::Writer& out, const ChoiceField& field)
{
    select(out, field, " data-combobox");
}

void multiple_field(html::Writer& out, const ChoiceField& field)
{
    select(out, field, " data-combobox multiple size=\"6\"");
}

void names_list(html::Writer& out, std::string_view id, std::span<const std::string> names)
{
    out({"<datalist id=\"", id, "\">"});
    for (const auto& name : names) out({"<option value=\"", name, "\">"});
    out({"</datalist>"});
}

void radio_field(html::Writer& out, const ChoiceField& field) { choices(out, field, "radio"); }

void checkbox_group(html::Writer& out, const ChoiceField& field)
{
    choices(out, field, "checkbox");
}

void checkbox_field(html::Writer& out, const Checkbox& field)
{
    const auto value = field.field.value.empty() ? std::string_view("1") : field.field.value;
    const auto id = id_of(field.field);
    out({"<div class=\"ds-field field\"><input class=\"ds-input\" type=\"checkbox\" id=\"", id,
         "\" name=\"", field.field.name, "\" value=\"", value, "\"",
         html::when(field.is_checked, " checked")});
    describe(out, field.field);
    out({"><label for=\"", id, "\">", field.field.label, "</label>"});
    hint(out, field.field);
    error(out, field.field);
    out({"</div>"});
}

}  // namespace caicach::web
