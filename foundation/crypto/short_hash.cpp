#include "crypto/short_hash.hpp"

#include <sodium.h>

#include <cstring>

#include "crypto/sodium.hpp"

namespace caicach::crypto
{

static_assert(crypto_shorthash_KEYBYTES == 16 && crypto_shorthash_BYTES == sizeof(std::uint64_t));

ShortHash::ShortHash()
{
    ensure_sodium();
    randombytes_buf(m_key.data(), m_key.size());
}

std::uint64_t ShortHash::operator()(std::string_view bytes) const
{
    std::array<std::uint8_t, sizeof(std::uint64_t)> hash{};
    crypto_shorthash(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size(), m_key.data());
    std::uint64_t number{};
    std::memcpy(&number, hash.data(), sizeof number);
    return number;
}

}  // namespace caicach::crypto
