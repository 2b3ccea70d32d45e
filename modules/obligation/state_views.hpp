#pragma once
#include <string>
#include <string_view>

#include "html/html.hpp"
#include "obligation/obligation.hpp"

namespace caicach::obligation
{

/// The state in a word or two; of an own plan that waits, that it does.
[[nodiscard]] std::string_view state_text(const Obligation& obligation, Date today);
/// The same in the colour of its meaning.
void state_tag(html::Writer& out, const Obligation& obligation, Date today);

/// "Tháng 3/2026", "Một lần".
[[nodiscard]] std::string period_label(const Obligation& obligation);

}  // namespace caicach::obligation
