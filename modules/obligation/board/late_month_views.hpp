#pragma once
#include <optional>
#include <string>
#include <vector>

#include "http/response.hpp"
#include "identity/api.hpp"
#include "obligation/board/late_publication.hpp"
#include "obligation/board/letter_documents.hpp"

namespace caicach::obligation
{

/// With who published it: the person is shown to those who watch, never to everyone.
struct ShownPublication {
    LatePublication publication{};
    std::string agency{};
    std::string person{};
};

struct LateMonthPage {
    LateMonth month{};
    std::vector<std::string> months{};  ///< to choose from
    std::vector<ShownPublication> publications{};
    std::vector<identity::PossibleSignature> signatures{};
    LetterDocuments letters{};
    bool may_publish{};
    std::string typed_days{};
    std::string typed_note{};
    std::string typed_reason{};
    std::string typed_code{};  ///< of the one that was to be withdrawn
    std::optional<Error> error{};
};
[[nodiscard]] http::Response late_month_page(const Context& context, const LateMonthPage& page);

struct PublicLatePage {
    plan::PlanSummary plan{};
    std::vector<ShownPublication> publications{};
};
[[nodiscard]] http::Response public_late_page(const Context& context, const PublicLatePage& page);

}  // namespace caicach::obligation
