#pragma once
#include <string_view>
#include <vector>

#include "html/html.hpp"
#include "obligation/uncounting.hpp"
#include "web/components/fault.hpp"

namespace caicach::obligation
{

/// What does not count here, with the agency's word on it and the forms of both sides.
void uncounted_part(html::Writer& out, const Context& context, std::string_view code,
                    const UncountingPart& part, const web::Fault& fault);
/// To undo one of those that count.
void uncount_form(html::Writer& out, const Context& context, std::string_view code,
                  const UncountingPart& part, const std::vector<evidence::RecordedFact>& counting,
                  const web::Fault& fault);

}  // namespace caicach::obligation
