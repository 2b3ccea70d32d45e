#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/response.hpp"
#include "identity/api.hpp"
#include "obligation/board/board.hpp"
#include "obligation/board/letter_documents.hpp"
#include "obligation/reminder/nudge_views.hpp"

namespace caicach::obligation
{

struct LatePage {
    Watched watched{};
    Sums sums{};              ///< of all agencies
    std::int64_t agencies{};  ///< who are late, on all pages
    std::string search{};     ///< what their names are narrowed to
    bool has_search{};        ///< there are more than one page, or were
    int pages{1};
    NudgeList list{};                                       ///< those of this page
    std::vector<identity::PossibleSignature> signatures{};  ///< who might sign the notice
    LetterDocuments letters{};
    std::optional<Error> error{};  ///< why nobody was nudged
};
[[nodiscard]] http::Response late_page(const Context& context, const LatePage& page);

/// "?tim=y+te&trang=2"; nothing for the first of all.
[[nodiscard]] std::string late_page_query(std::string_view search, int page);

}  // namespace caicach::obligation
