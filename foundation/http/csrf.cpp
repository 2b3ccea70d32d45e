#include "http/csrf.hpp"

#include <algorithm>

#include "crypto/crypto.hpp"

namespace caicach::http
{

namespace
{

constexpr std::size_t mask_bytes = 32;
constexpr std::size_t secret_bytes_min = 16;

/// The secret is hashed with a word of its own, so that a token never tells the session key.
std::string hidden_value(std::string_view session_secret)
{
    const auto hash = crypto::sha256("caicach csrf " + std::string(session_secret));
    return {hash.begin(), hash.end()};
}

/// mask, and value xor mask, as hexadecimal digits.
std::string token_of(std::string_view value, std::string_view mask)
{
    std::string masked(value);
    for (std::size_t at = 0; at < masked.size(); ++at)
        masked[at] = static_cast<char>(masked[at] ^ mask[at]);
    return crypto::hex(mask) + crypto::hex(masked);
}

int digit_value(char digit)
{
    if (digit >= '0' && digit <= '9') return digit - '0';
    return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

}  // namespace

std::string csrf_token(std::string_view session_secret)
{
    return token_of(hidden_value(session_secret), crypto::random_bytes(mask_bytes));
}

bool csrf_matches(std::string_view session_secret, std::string_view token)
{
    if (session_secret.size() < secret_bytes_min || token.size() != mask_bytes * 4) return false;
    std::string mask;
    for (std::size_t at = 0; at < mask_bytes * 2; at += 2) {
        const int high = digit_value(token[at]);
        const int low = digit_value(token[at + 1]);
        if (high < 0 || low < 0) return false;
        mask += static_cast<char>(high * 16 + low);
    }
    return crypto::constant_time_equal(token_of(hidden_value(session_secret), mask), token);
}

}  // namespace caicach::http
