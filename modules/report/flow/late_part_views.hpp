#pragma once
#include <string_view>

#include "html/html.hpp"
#include "report/flow/late_part.hpp"

namespace caicach::report
{

/// Writes nothing where nothing moved.
void late_part(html::Writer& out, const LatePart& part);
/// The facts alone.
void late_fact_table(html::Writer& out, std::string_view caption, const LatePart& part);

}  // namespace caicach::report
