#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "html/html.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

/// The fault of a form in words, shown where its field is, and on top.
struct Fault {
    std::string field{};
    std::string message{};

    [[nodiscard]] std::string_view at(std::string_view name) const
    {
        return name == field ? std::string_view(message) : std::string_view{};
    }
};

[[nodiscard]] Fault fault_of(const Context& context, const std::optional<Error>& error);
/// Nothing where there is no fault.
void summary(html::Writer& out, const Fault& fault);
/// Of the page that shows the form anew; 200 without an error.
[[nodiscard]] int status_of(const std::optional<Error>& error);

/// "3 phút", "45 giây": how long to wait, for people; minutes are rounded up.
[[nodiscard]] std::string in_words(std::int64_t seconds);
/// Of a field where too many wrong tries were made, and how long to wait:
/// "identity.sign_in.delayed".
[[nodiscard]] Error wait_error(std::string field, std::int64_t seconds);

}  // namespace caicach::identity
