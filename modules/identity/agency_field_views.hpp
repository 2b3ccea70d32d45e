#pragma once
#include <span>
#include <string_view>

#include "organisation/api.hpp"
#include "web/components/fields.hpp"

namespace caicach::identity
{

/// What a form offers where it asks for an agency.
struct AgencyChoice {
    std::span<const organisation::AgencySummary> agencies{};
    bool has_whole_province{};     ///< "Toàn tỉnh" stands first
    std::string_view none_text{};  ///< an empty first answer: "Chọn cơ quan"
};
/// `field.value` is the code that is chosen. A list with type-ahead, or a field for a code or a
/// name (web::long_choice_field); `agency_in` and `branch_in` take both.
void agency_field(html::Writer& out, const AgencyChoice& choice, const web::Field& field);

}  // namespace caicach::identity
