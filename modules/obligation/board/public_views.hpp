#pragma once
#include <optional>
#include <string>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "obligation/board/public_content.hpp"

namespace caicach::obligation
{

[[nodiscard]] http::Response public_board_page(const Context& context,
                                               const plan::PlanSummary& plan,
                                               const PublicContent& content);

/// A target, or an item, that a coordinator may choose.
struct PublicOption {
    std::string code{};
    std::string text{};
    std::string hint{};
    bool is_chosen{};
};

/// What everyone may see: chosen, looked at, and only then published.
struct PublicChoicePage {
    plan::PlanSummary plan{};
    PublicChoice now{};     ///< what is public
    PublicChoice wanted{};  ///< what is chosen on the page
    bool is_looked_at{};    ///< it is shown below what that would be
    PublicContent content{};
    std::vector<PublicOption> targets{};
    std::vector<PublicOption> items{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response public_choice_page(const Context& context,
                                                const PublicChoicePage& page);

}  // namespace caicach::obligation
