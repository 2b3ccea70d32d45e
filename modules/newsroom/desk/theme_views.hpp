#pragma once
#include <optional>
#include <vector>

#include "http/form.hpp"
#include "http/response.hpp"
#include "newsroom/article/theme.hpp"
#include "web/components/fault.hpp"

namespace caicach::newsroom
{

/// All themes and the form of a new one, or of the one that is changed.
struct ThemesPage {
    http::Form form{};
    web::Fault fault{};
    std::vector<Theme> themes{};
    std::optional<Theme> changed{};
};
[[nodiscard]] http::Response themes_page(const Context& context, const ThemesPage& page);

}  // namespace caicach::newsroom
