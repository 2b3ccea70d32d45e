#pragma once
#include <vector>

#include "manifest/context.hpp"
#include "manifest/public_pages.hpp"
#include "newsroom/article/section.hpp"
#include "newsroom/article/theme.hpp"
#include "newsroom/portal/news.hpp"

/// The front page of the house: what is new, what is worth copying, where everything is.
namespace caicach::newsroom
{

struct FrontSection {
    Section section{};
    std::vector<SignedNews> items{};
};

struct FrontPage {
    std::vector<Section> sections{};
    std::vector<Theme> themes{};  ///< of today, with a slogan
    std::vector<SignedNews> newest{};
    std::vector<FrontSection> examples{};  ///< models and exemplars: what others may copy
    std::vector<FrontSection> others{};    ///< sections that have articles, in their order
    std::vector<PublicPage> pages{};       ///< of other modules
};

[[nodiscard]] Result<FrontPage> front_of(Context& context, database::Transaction& transaction);

}  // namespace caicach::newsroom
