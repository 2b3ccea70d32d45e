#pragma once
#include <span>
#include <string_view>

#include "http/form.hpp"
#include "outgoing/api.hpp"

/// What the form of a document says.
namespace caicach::outgoing
{

/// Filled with what a draft says.
[[nodiscard]] http::Form form_of(const Document& document,
                                 const document::OfficialDocument& content);
/// What was typed, on top of what the draft says: all that the form does not ask stays.
[[nodiscard]] NewDocument read_document(const http::Request& request, NewDocument before,
                                        bool has_body, http::Form& form);

/// How a document has to go, as forms call it.
struct UrgencyWord {
    document::OfficialUrgency urgency{};
    std::string_view key{};
    std::string_view text{};
};
[[nodiscard]] std::span<const UrgencyWord> urgency_words();

}  // namespace caicach::outgoing
