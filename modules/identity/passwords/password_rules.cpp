#include "identity/passwords/password_rules.hpp"

#include <algorithm>
#include <array>

#include "identity/common_passwords.hpp"
#include "identity/limits.hpp"
#include "text/text.hpp"

namespace caicach::identity
{

namespace
{

/// In every name of a person's surroundings.
constexpr std::array<std::string_view, 7> usual_words{"cchc",     "caicach", "hanhchinh", "matkhau",
                                                      "password", "vietnam", "ubnd"};

/// "Sở Nội vụ 2026!" → "sonoivu2026": as a guesser spells it.
std::string squashed(std::string_view text)
{
    std::string result;
    for (const char c : text::fold(text))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) result += c;
    return result;
}

bool is_common(std::string_view password)
{
    constexpr std::size_t variety_min = 3;
    auto characters = text::lower(password);
    const auto line = "\n" + characters + "\n";
    if (common_passwords::common_passwords.find(line) != std::string_view::npos) return true;
    std::ranges::sort(characters);
    const auto rest = std::ranges::unique(characters);
    const auto variety = characters.size() - rest.size();
    return variety < variety_min;
}

/// How many characters stand in none of the words.
std::size_t own_length(std::string_view password, const ContextWords& words)
{
    auto left = squashed(password);
    // What is no Latin letter or digit counts as it is: nobody guesses it from a name.
    const auto aside = text::length(password) - std::min(text::length(password), left.size());
    const auto take_out = [&](std::string_view word) {
        if (word.size() >= limits::context_word_length_min)
            left = text::replace_all(left, word, "");
    };
    for (const auto& word : words) {
        take_out(squashed(word));
        for (const auto piece : text::words(word)) take_out(squashed(piece));
    }
    for (const auto word : usual_words) take_out(word);
    return left.size() + aside;
}

}  // namespace

Result<void> check_password(std::string_view password, const ContextWords& words,
                            std::string_view field)
{
    const auto refuse = [&](const char* key, std::size_t limit = 0) {
        return failure(Failure::invalid, key, std::string(field), {std::to_string(limit)});
    };
    const auto length = text::length(password);
    if (length < limits::password_length_min)
        return refuse("identity.password.too_short", limits::password_length_min);
    if (length > limits::password_length_max)
        return refuse("identity.password.too_long", limits::password_length_max);
    if (is_common(password)) return refuse("identity.password.common");
    if (own_length(password, words) < limits::password_length_min)
        return refuse("identity.password.context", limits::password_length_min);
    return {};
}

std::string password_in(std::string_view typed) { return text::nfc(typed); }

}  // namespace caicach::identity
