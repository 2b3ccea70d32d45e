#pragma once
#include "calendar/date.hpp"
#include "html/html.hpp"
#include "web/components/forms.hpp"

namespace caicach::organisation
{

/// The views of the directory: list, tree, groups, decisions. They keep the day asked about.
void directory_tabs(html::Writer& out, std::string_view current_path, Date day, Date today);

/// Asks for another day; `kept` goes along where it has a value.
void directory_day_form(html::Writer& out, std::string_view action, Date day, Date today,
                        const web::HiddenValue& kept = {});

}  // namespace caicach::organisation
