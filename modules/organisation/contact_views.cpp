#include "organisation/contact_views.hpp"

#include <array>

#include "organisation/paths.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/parts.hpp"

namespace caicach::organisation
{
namespace
{

using html::Writer;

void value(Writer& out, const Contact& contact)
{
    const auto address = address_of(contact);
    if (address.empty()) {
        out({contact.value});
    } else {
        out({"<a href=\"", html::url(address), "\">", contact.value, "</a>"});
    }
}

std::string title_of(const Contact& contact)
{
    const std::string kind(contact_kind(contact.kind)->text);
    return contact.label.empty() ? kind : kind + " – " + contact.label;
}

void ending(Writer& out, const Context& context, const ContactEditing& editing,
            const Contact& contact)
{
    const auto id = std::to_string(contact.id.value);
    const std::array<web::HiddenValue, 2> values{
        {{.name = "agency", .value = editing.agency_slug}, {.name = "contact", .value = id}}};
    const auto text = "Thôi dùng " + title_of(contact);
    const auto action = contact_endings_path();
    web::post_button(out, {.text = text,
                           .action = action,
                           .csrf = context.surroundings().csrf,
                           .emphasis = web::Emphasis::tertiary,
                           .values = values,
                           .is_small = true});
}

std::string_view fault_at(std::string_view field, const ContactForm& form,
                          const std::string& message)
{
    return form.error && form.error->field == field ? std::string_view(message)
                                                    : std::string_view{};
}

void new_contact(Writer& out, const Context& context, const ContactEditing& editing)
{
    const auto& form = editing.form;
    const auto message = form.error ? context.message(*form.error) : std::string{};
    std::vector<web::Choice> choices;
    for (const auto& kind : contact_kinds()) {
        choices.push_back(
            {.value = kind.key, .label = kind.text, .is_chosen = kind.key == form.kind});
    }
    const auto action = contacts_path();
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "agency", .value = editing.agency_slug});
        web::select_field(fields, {.field = {.name = "kind",
                                             .label = "Loại thông tin",
                                             .error = fault_at("kind", form, message)},
                                   .choices = choices,
                                   .none_text = "Chọn một loại"});
        web::text_field(fields, {.name = "label",
                                 .label = "Của bộ phận, địa bàn nào",
                                 .value = form.label,
                                 .hint = "Ví dụ: Bộ phận Một cửa, Thôn Bản Mới",
                                 .error = fault_at("label", form, message),
                                 .requirement = web::Requirement::optional});
        web::text_field(fields, {.name = "value",
                                 .label = "Nội dung",
                                 .value = form.value,
                                 .hint = "Số điện thoại, địa chỉ, đường dẫn của cơ quan; không ghi "
                                         "số riêng của cá nhân",
                                 .error = fault_at("value", form, message)});
        web::submit_button(fields, {.text = "Thêm liên hệ"});
    });
}

}  // namespace

void contact_list(Writer& out, const std::vector<Contact>& contacts)
{
    if (contacts.empty()) return;
    out({"<h2 id=\"lien-he\">Liên hệ</h2>"});
    web::facts(out, [&](Writer& rows) {
        for (const auto& contact : contacts) {
            const auto title = title_of(contact);
            web::fact(rows, title, [&](Writer& cell) { value(cell, contact); });
        }
    });
}

void contact_editing(Writer& out, const Context& context, const ContactEditing& editing)
{
    out({"<h2>Sửa liên hệ</h2>"});
    if (!editing.contacts.empty()) {
        out({"<ul>"});
        for (const auto& contact : editing.contacts) {
            out({"<li>", contact.value, " "});
            ending(out, context, editing, contact);
            out({"</li>"});
        }
        out({"</ul>"});
    }
    new_contact(out, context, editing);
}

}  // namespace caicach::organisation
