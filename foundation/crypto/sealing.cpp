#include "crypto/sealing.hpp"

#include <sodium.h>

#include <algorithm>

#include "crypto/crypto.hpp"
#include "crypto/sodium.hpp"

namespace caicach::crypto
{

namespace
{

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char* data_of(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* data_of(std::string& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

}  // namespace

std::optional<SealingKey> SealingKey::from_bytes(std::string_view bytes)
{
    SealingKey key;
    static_assert(sizeof key.m_key == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    if (bytes.size() != key.m_key.size()) return std::nullopt;
    ensure_sodium();
    std::ranges::copy(bytes, key.m_key.begin());
    return key;
}

SealingKey::SealingKey(SealingKey&& other) noexcept : m_key(other.m_key)
{
    sodium_memzero(other.m_key.data(), other.m_key.size());
}

SealingKey& SealingKey::operator=(SealingKey&& other) noexcept
{
    if (this != &other) {
        m_key = other.m_key;
        sodium_memzero(other.m_key.data(), other.m_key.size());
    }
    return *this;
}

SealingKey::~SealingKey() { sodium_memzero(m_key.data(), m_key.size()); }

std::string SealingKey::seal(std::string_view secret, std::string_view about) const
{
    const auto nonce = random_bytes(nonce_bytes);
    std::string sealed(secret.size() + tag_bytes, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(data_of(sealed), nullptr, data_of(secret),
                                               secret.size(), data_of(about), about.size(), nullptr,
                                               data_of(std::string_view(nonce)), m_key.data());
    return hex(nonce + sealed);
}

std::optional<std::string> SealingKey::open(std::string_view sealed, std::string_view about) const
{
    const auto bytes = bytes_from_hex(sealed);
    if (!bytes || bytes->size() < nonce_bytes + tag_bytes) return std::nullopt;
    const auto nonce = std::string_view(*bytes).substr(0, nonce_bytes);
    const auto box = std::string_view(*bytes).substr(nonce_bytes);
    std::string secret(box.size() - tag_bytes, '\0');
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
        data_of(secret), nullptr, nullptr, data_of(box), box.size(), data_of(about), about.size(),
        data_of(nonce), m_key.data());
    if (opened != 0) return std::nullopt;
    return secret;
}

}  // namespace caicach::crypto
