#pragma once
#include <optional>
#include <string>

#include "http/response.hpp"
#include "obligation/board/excusing.hpp"

namespace caicach::obligation
{

struct ExcusingPage {
    Watched watched{};
    Narrowed narrowed{};
    Excusable found{};
    std::string reason{};  ///< as typed
    std::optional<Error> error{};
};
[[nodiscard]] http::Response excusing_page(const Context& context, const ExcusingPage& page);

}  // namespace caicach::obligation
