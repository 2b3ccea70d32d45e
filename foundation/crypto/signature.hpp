#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace caicach::crypto
{

using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;

/// An Ed25519 key pair, made anew by each `generate` or again from its 32-byte seed (the secret
/// that is kept in a file). Wiped from memory at the end.
class SigningKey
{
public:
    [[nodiscard]] static SigningKey generate();
    /// Nothing when `seed` has not 32 bytes.
    [[nodiscard]] static std::optional<SigningKey> from_seed(std::string_view seed);
    SigningKey(const SigningKey&) = delete;
    SigningKey& operator=(const SigningKey&) = delete;
    SigningKey(SigningKey&& other) noexcept;
    SigningKey& operator=(SigningKey&& other) noexcept;
    ~SigningKey();

    [[nodiscard]] std::string seed() const;
    [[nodiscard]] const PublicKey& public_key() const { return m_public; }
    [[nodiscard]] Signature sign(std::string_view message) const;

private:
    SigningKey() = default;
    std::array<std::uint8_t, 64> m_secret{};
    PublicKey m_public{};
};

[[nodiscard]] bool verify(const PublicKey& key, std::string_view message,
                          const Signature& signature);

}  // namespace caicach::crypto
