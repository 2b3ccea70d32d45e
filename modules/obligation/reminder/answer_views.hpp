#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "obligation/reminder/answering.hpp"

namespace caicach::obligation
{

struct AnswerPage {
    OpenLink link{};
    std::string plan{};
    std::string agency{};
    std::string action{};
    std::optional<Error> error{};
    Answer answer{Answer::none};  ///< what was typed and refused, below
    std::string text{};
    std::string day{};
    std::string quantity{};
    std::string link_address{};
};
[[nodiscard]] http::Response answer_page(const Context& context, const AnswerPage& page);

}  // namespace caicach::obligation
