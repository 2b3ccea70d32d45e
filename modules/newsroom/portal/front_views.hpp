#pragma once
#include "http/response.hpp"
#include "newsroom/portal/front.hpp"

namespace caicach::newsroom
{

[[nodiscard]] http::Response front_page(const Context& context, const FrontPage& page);

}  // namespace caicach::newsroom
