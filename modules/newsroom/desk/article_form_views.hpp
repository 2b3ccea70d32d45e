#pragma once
#include <optional>
#include <string>
#include <vector>

#include "http/form.hpp"
#include "http/response.hpp"
#include "newsroom/article/article.hpp"
#include "newsroom/article/article_files.hpp"
#include "newsroom/article/section.hpp"
#include "newsroom/article/theme.hpp"
#include "web/components/fault.hpp"

namespace caicach::newsroom
{

/// A new article, one that is changed, or a published one that is corrected.
struct ArticleFormPage {
    http::Form form{};
    web::Fault fault{};
    std::optional<Article> article{};  ///< none: a new one
    organisation::AgencySummary agency{};
    std::vector<organisation::AgencySummary> agencies{};
    std::vector<Section> sections{};
    std::vector<Theme> themes{};  ///< that an article may be given
    std::string key{};            ///< of a new one
    std::string taken_keys{};
    bool is_correction{};
    std::vector<ListedFile> files{};  ///< that came with it
    std::vector<int> ticked{};        ///< numbers of those that go along
};
[[nodiscard]] http::Response article_form_page(const Context& context, const ArticleFormPage& page);

}  // namespace caicach::newsroom
