#include "crypto/public_code.hpp"

#include "crypto/crypto.hpp"

namespace caicach::crypto
{

namespace
{

constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t random_letters = 10;
constexpr std::size_t typed_bytes_max = 32;

/// The sum of value × weight modulo 31. A prime with weights 1 … 10 finds each single mistyped
/// character and each swap of two (but for the pair of 0 and Z, whose values are equal modulo 31).
char check_letter(std::string_view code)
{
    std::size_t sum = 0;
    std::size_t weight = 1;
    for (const char letter : code) sum += letters.find(letter) * weight++;
    return letters[sum % 31];
}

char forgiven(char c)
{
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O') return '0';
    if (c == 'I' || c == 'L') return '1';
    return c;
}

}  // namespace

std::string make_public_code()
{
    std::string code;
    for (const char byte : random_bytes(random_letters))
        code += letters[static_cast<unsigned char>(byte) % letters.size()];
    code += check_letter(code);
    return code;
}

std::optional<std::string> parse_public_code(std::string_view text)
{
    if (text.size() > typed_bytes_max) return std::nullopt;
    std::string code;
    for (const char c : text) {
        if (c == ' ' || c == '-') continue;
        const char letter = forgiven(c);
        if (letters.find(letter) == std::string_view::npos) return std::nullopt;
        code += letter;
    }
    if (code.size() != random_letters + 1) return std::nullopt;
    const char check = code.back();
    if (check_letter(std::string_view(code).substr(0, random_letters)) != check)
        return std::nullopt;
    return code;
}

bool is_public_code(std::string_view text) { return parse_public_code(text).has_value(); }

}  // namespace caicach::crypto
