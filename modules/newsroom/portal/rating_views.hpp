#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "html/html.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "newsroom/article/article.hpp"
#include "newsroom/portal/rating.hpp"

namespace caicach::newsroom
{

/// Under an article: the question, or thanks for the answer.
struct RatingForm {
    std::string_view slug{};
    Language language{};
    bool has_answered{};
};
void rating_form(html::Writer& out, const RatingForm& form);

struct RatingsPage {
    Date since{};
    std::vector<RatedArticle> articles{};
    std::vector<std::string> agencies{};  ///< beside them
};
[[nodiscard]] http::Response ratings_page(const Context& context, const RatingsPage& page);

}  // namespace caicach::newsroom
