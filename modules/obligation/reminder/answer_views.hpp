#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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
    evidence::TypedSubjects subjects{};
    std::vector<organisation::AgencySummary> agencies{};  ///< as subject_choices_of says
    bool keeps_photo{};
    std::string key{};             ///< under which a result is sent
    std::int64_t draft_version{};  ///< of what was kept of a refused form
    std::string file_code{};       ///< kept with it; empty: none
    std::string file_name{};
    bool is_file_lost{};  ///< one came with the refused form and could not be kept
};
[[nodiscard]] http::Response answer_page(const Context& context, const AnswerPage& page);

}  // namespace caicach::obligation
