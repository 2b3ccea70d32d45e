#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "plan/citation.hpp"

namespace caicach::plan
{

struct CitationsPage {
    std::string words{};
    std::vector<Citation> citations{};  ///< the first of them
    std::size_t found{};                ///< how many there are
};

[[nodiscard]] http::Response citations_page(const Context& context, const CitationsPage& page);

}  // namespace caicach::plan
