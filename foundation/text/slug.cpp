#include "text/slug.hpp"

#include "text/text.hpp"

namespace caicach::text
{

std::string slug(std::string_view text, std::size_t length_max)
{
    std::string result;
    const auto folded = fold(text);
    for (const char c : folded) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain) {
            result += c;
        } else if (!result.empty() && result.back() != '-') {
            result += '-';
        }
    }
    if (result.size() > length_max) {
        // One byte beyond the limit tells whether the cut falls between two words.
        const auto last_hyphen = result.rfind('-', length_max);
        const bool has_word = last_hyphen != std::string::npos && last_hyphen > 0;
        result.resize(has_word ? last_hyphen : length_max);
    }
    while (result.ends_with('-')) result.pop_back();
    return result;
}

}  // namespace caicach::text
