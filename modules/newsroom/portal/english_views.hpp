#pragma once
#include <string>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "newsroom/portal/news.hpp"

namespace caicach::newsroom
{

/// The front page for those who read English: what there is in English, newest first.
struct EnglishPage {
    std::vector<SignedNews> items{};
    std::string next_path{};
};
[[nodiscard]] http::Response english_page(const Context& context, const EnglishPage& page);

}  // namespace caicach::newsroom
