#include "crypto/signature.hpp"

#include <sodium.h>

#include "crypto/sodium.hpp"

namespace caicach::crypto
{

namespace
{

const unsigned char* data_of(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

}  // namespace

SigningKey SigningKey::generate()
{
    ensure_sodium();
    SigningKey key;
    crypto_sign_keypair(key.m_public.data(), key.m_secret.data());
    return key;
}

std::optional<SigningKey> SigningKey::from_seed(std::string_view seed)
{
    if (seed.size() != crypto_sign_SEEDBYTES) return std::nullopt;
    ensure_sodium();
    SigningKey key;
    crypto_sign_seed_keypair(key.m_public.data(), key.m_secret.data(), data_of(seed));
    return key;
}

SigningKey::SigningKey(SigningKey&& other) noexcept
    : m_secret(other.m_secret), m_public(other.m_public)
{
    sodium_memzero(other.m_secret.data(), other.m_secret.size());
}

SigningKey& SigningKey::operator=(SigningKey&& other) noexcept
{
    if (this != &other) {
        m_secret = other.m_secret;
        m_public = other.m_public;
        sodium_memzero(other.m_secret.data(), other.m_secret.size());
    }
    return *this;
}

SigningKey::~SigningKey() { sodium_memzero(m_secret.data(), m_secret.size()); }

std::string SigningKey::seed() const
{
    std::string bytes(crypto_sign_SEEDBYTES, '\0');
    crypto_sign_ed25519_sk_to_seed(reinterpret_cast<unsigned char*>(bytes.data()), m_secret.data());
    return bytes;
}

Signature SigningKey::sign(std::string_view message) const
{
    Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, data_of(message), message.size(),
                         m_secret.data());
    return signature;
}

bool verify(const PublicKey& key, std::string_view message, const Signature& signature)
{
    ensure_sodium();
    return crypto_sign_verify_detached(signature.data(), data_of(message), message.size(),
                                       key.data()) == 0;
}

}  // namespace caicach::crypto
