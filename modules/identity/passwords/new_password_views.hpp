#pragma once
#include "html/html.hpp"
#include "web/components/fault.hpp"

namespace caicach::identity
{

/// "password" and "password_again", with what a good one is.
void new_password_fields(html::Writer& out, const web::Fault& fault);

}  // namespace caicach::identity
