#pragma once
#include <optional>
#include <string>
#include <vector>

#include "html/html.hpp"
#include "manifest/context.hpp"
#include "organisation/contact.hpp"

namespace caicach::organisation
{

/// The form as it was sent, with what is wrong with it.
struct ContactForm {
    std::string kind{};
    std::string label{};
    std::string value{};
    std::optional<Error> error{};
};

/// What anybody reads on the page of an agency.
void contact_list(html::Writer& out, const std::vector<Contact>& contacts);

struct ContactEditing {
    std::string_view agency_slug{};
    const std::vector<Contact>& contacts;
    const ContactForm& form;
};
/// The same with a button to end each, and the form of one more.
void contact_editing(html::Writer& out, const Context& context, const ContactEditing& editing);

}  // namespace caicach::organisation
