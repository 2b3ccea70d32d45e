#pragma once
#include "html/html.hpp"
#include "identity/fault_views.hpp"

namespace caicach::identity
{

/// "password" and "password_again", with what a good one is.
void new_password_fields(html::Writer& out, const Fault& fault);

}  // namespace caicach::identity
