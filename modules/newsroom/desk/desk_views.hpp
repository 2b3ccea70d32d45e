#pragma once
#include <optional>
#include <string>
#include <vector>

#include "http/form.hpp"
#include "http/response.hpp"
#include "newsroom/article/article.hpp"
#include "newsroom/article/section.hpp"
#include "web/components/fault.hpp"

namespace caicach::newsroom
{

/// Articles of an agency, or those that the board has before it.
struct DeskPage {
    organisation::AgencySummary agency{};
    std::vector<organisation::AgencySummary> agencies{};  ///< that the person may choose
    std::vector<Section> sections{};
    std::string state{};  ///< that is asked for; empty: all
    std::vector<Article> articles{};
    std::vector<std::string> agency_names{};  ///< beside them, of the board's list
    std::string next_path{};
    bool is_board{};
    bool may_edit{};
    bool may_write{};
};
[[nodiscard]] http::Response desk_page(const Context& context, const DeskPage& page);

}  // namespace caicach::newsroom
