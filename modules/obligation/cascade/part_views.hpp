#pragma once
#include "html/html.hpp"
#include "manifest/context.hpp"
#include "obligation/cascade/part_shown.hpp"

namespace caicach::obligation
{

/// On the page of an obligation: whose part it is, and what the whole is. Writes nothing where it
/// is no part.
void whole_part(html::Writer& out, const Obligation& obligation, const CascadePart& shown,
                Date today);
/// What was handed on of it, with its sums, and where to hand on.
void parts_part(html::Writer& out, const Obligation& obligation, const CascadePart& shown,
                Date today);

}  // namespace caicach::obligation
