#pragma once
#include <string>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "notification/letter.hpp"

namespace caicach::notification
{

struct LettersView {
    std::vector<Letter> letters{};
    std::string next_path{};
};
[[nodiscard]] http::Response letters_page(const Context& context, const LettersView& view);

[[nodiscard]] std::string letters_path();

}  // namespace caicach::notification
