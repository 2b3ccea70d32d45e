#pragma once
#include "html/html.hpp"
#include "report/form/definition.hpp"
#include "report/form/form_sources.hpp"

namespace caicach::report
{

/// The form as it will be seen: its sections with their numbers, tables and texts, and the rules
/// that what is filled in must keep.
void form_content(html::Writer& out, const Definition& definition, const FormSources& sources);

}  // namespace caicach::report
