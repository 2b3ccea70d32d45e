#pragma once
#include <cstddef>

#include "web/components/fields.hpp"

namespace caicach::web
{

/// Beyond, a list makes pages that weak machines wait for: some 65 bytes a choice.
inline constexpr std::size_t choices_in_list_max = 500;

/// What the choice of a field is typed by where its choices are too many for a list.
struct TypedChoice {
    std::string_view value{};  ///< what is chosen already, as a person would type it
    std::string_view hint{};   ///< "Gõ mã hoặc tên cơ quan.", behind the field's own
};
/// One of few, many, or thousands: a combobox up to `choices_in_list_max`, else a text field. Who
/// reads the form takes both.
void long_choice_field(html::Writer& out, const ChoiceField& field, const TypedChoice& typed);

}  // namespace caicach::web
