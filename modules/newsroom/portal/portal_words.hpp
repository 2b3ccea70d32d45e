#pragma once
#include <string_view>

#include "newsroom/article/article.hpp"

/// What the portal's pages for readers say around an article, in its language. Vietnamese is the
/// source; English stands beside it, sentence by sentence.
namespace caicach::newsroom
{

struct PortalWords {
    std::string_view news{};
    std::string_view newest{};
    std::string_view none_yet{};
    std::string_view published_at{};
    std::string_view source{};
    std::string_view corrected_on{};
    std::string_view files{};
    std::string_view other_languages{};
    std::string_view is_useful{};
    std::string_view yes{};
    std::string_view no{};
    std::string_view only_counted{};
    std::string_view thanks{};
};

inline constexpr PortalWords vietnamese_words{
    .news = "Tin, bài",
    .newest = "Tin mới",
    .none_yet = "Chưa có tin, bài nào",
    .published_at = "Đăng lúc",
    .source = "Nguồn:",
    .corrected_on = "Đính chính ngày",
    .files = "Tệp kèm theo",
    .other_languages = "Bài này bằng",
    .is_useful = "Trang này có ích không?",
    .yes = "Có",
    .no = "Không",
    .only_counted = "Chỉ đếm số câu trả lời, không ghi lại ai trả lời.",
    .thanks = "Cảm ơn bạn đã trả lời"};
inline constexpr PortalWords english_words{
    .news = "News in English",
    .newest = "Latest news",
    .none_yet = "No articles in English yet",
    .published_at = "Published",
    .source = "Source:",
    .corrected_on = "Corrected on",
    .files = "Attached files",
    .other_languages = "Read this article in",
    .is_useful = "Was this page useful?",
    .yes = "Yes",
    .no = "No",
    .only_counted = "Answers are only counted; nobody records who answered.",
    .thanks = "Thank you for your answer"};

[[nodiscard]] constexpr const PortalWords& words_in(Language language)
{
    return language == Language::en ? english_words : vietnamese_words;
}

}  // namespace caicach::newsroom
