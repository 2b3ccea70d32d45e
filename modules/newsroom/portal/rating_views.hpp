#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "html/html.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "newsroom/portal/rating.hpp"

namespace caicach::newsroom
{

/// Under an article: the question, or thanks for the answer.
void rating_form(html::Writer& out, std::string_view slug, bool has_answered);

struct RatingsPage {
    Date since{};
    std::vector<RatedArticle> articles{};
    std::vector<std::string> agencies{};  ///< beside them
};
[[nodiscard]] http::Response ratings_page(const Context& context, const RatingsPage& page);

}  // namespace caicach::newsroom
