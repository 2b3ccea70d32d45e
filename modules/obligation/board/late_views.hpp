#pragma once
#include <vector>

#include "http/response.hpp"
#include "identity/api.hpp"
#include "obligation/board/late_list.hpp"
#include "obligation/reminder/reminder_views.hpp"

namespace caicach::obligation
{

struct LatePage {
    LateList list{};
    std::vector<identity::PossibleSignature> signatures{};  ///< who might sign the notice
    std::vector<NudgeRow> nudges{};                         ///< whom the reader may remind
};
[[nodiscard]] http::Response late_page(const Context& context, const LatePage& page);

}  // namespace caicach::obligation
