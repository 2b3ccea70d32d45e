#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "http/response.hpp"
#include "newsroom/article/article_store.hpp"
#include "newsroom/article/changes.hpp"

namespace caicach::newsroom
{

/// What changed in one part of an article: its title, its text.
struct ChangedField {
    std::string_view name{};
    std::vector<ChangedPart> parts{};
};

/// What one revision says that another did not.
struct ChangesPage {
    Article article{};
    Revision from{};
    Revision to{};
    std::string maker{};                 ///< of the later one
    std::vector<ChangedField> fields{};  ///< only those that differ
};
[[nodiscard]] http::Response changes_page(const Context& context, const ChangesPage& page);

}  // namespace caicach::newsroom
