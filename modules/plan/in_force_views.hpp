#pragma once
#include <optional>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "plan/review_page.hpp"

namespace caicach::plan
{

struct InForcePage {
    ReviewPage review{};
    std::optional<Error> refusal{};  ///< why it was not put in force just now
    bool is_amendment{};
};
[[nodiscard]] http::Response in_force_page(const Context& context, const InForcePage& page);

}  // namespace caicach::plan
