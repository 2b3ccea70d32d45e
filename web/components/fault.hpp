#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "html/html.hpp"
#include "manifest/context.hpp"

namespace caicach::web
{

/// What is wrong with a form, in words, with its field; nothing where nothing is.
struct Fault {
    std::string field{};
    std::string message{};
    int status{200};

    [[nodiscard]] std::string_view at(std::string_view name) const
    {
        return name == field ? std::string_view(message) : std::string_view{};
    }
};
[[nodiscard]] Fault fault_of(const Context& context, const std::optional<Error>& error);
/// On top of the page, a link to the field; writes nothing where nothing is wrong.
void fault_summary(html::Writer& out, const Fault& fault);
/// Whether a form is shown anew for it; anything else is a failure of the page.
[[nodiscard]] bool is_about_form(const Error& error);

}  // namespace caicach::web
