#pragma once
#include <string_view>

#include "html/html.hpp"

namespace caicach::web
{

/// A script of this page besides that of all pages ("editing.js"); at the end of its content.
void page_script(html::Writer& out, std::string_view name);

}  // namespace caicach::web
