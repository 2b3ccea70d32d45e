#pragma once
#include "html/html.hpp"
#include "organisation/offered_names.hpp"

namespace caicach::organisation
{

/// Where names are looked for; stands at the end of the form, whose first button is the one that
/// Enter presses.
void names_finder(html::Writer& out, const OfferedNames& offered);
/// What was found, above the form.
void found_names(html::Writer& out, const OfferedNames& offered);

}  // namespace caicach::organisation
