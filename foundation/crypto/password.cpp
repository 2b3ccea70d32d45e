#include "crypto/password.hpp"

#include <sodium.h>

#include <array>

#include "crypto/sodium.hpp"

namespace caicach::crypto
{

Result<std::string> PasswordHasher::hash(std::string_view password) const
{
    if (password.size() > password_bytes_max)
        return failure(Failure::too_large, "crypto.password_too_long", "password",
                       {std::to_string(password_bytes_max)});
    ensure_sodium();
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(), m_cost.operations,
                              m_cost.memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return failure(Failure::unavailable, "base.busy");
    return std::string(text.data());
}

bool PasswordHasher::verify(std::string_view hash, std::string_view password) const
{
    if (password.size() > password_bytes_max || hash.size() >= crypto_pwhash_STRBYTES) return false;
    ensure_sodium();
    const std::string text(hash);
    return crypto_pwhash_str_verify(text.c_str(), password.data(), password.size()) == 0;
}

bool PasswordHasher::needs_rehash(std::string_view hash) const
{
    ensure_sodium();
    const std::string text(hash);
    return crypto_pwhash_str_needs_rehash(text.c_str(), m_cost.operations, m_cost.memory_bytes) !=
           0;
}

}  // namespace caicach::crypto
