#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace caicach::crypto
{

/// A public key of somebody else, for what they signed: RSA for RS256, the curve P-256 for ES256.
/// The key itself says which of the two it does, never the message.
class VerifyingKey
{
public:
    enum class Algorithm { rs256, es256 };

    /// From modulus and exponent, the greatest byte first. Nothing for keys of fewer than 2,048
    /// bits (ASVS 5.0, 11.2.3), of more than 8,192, or that are none.
    [[nodiscard]] static std::optional<VerifyingKey> rsa(std::string_view modulus,
                                                         std::string_view exponent);
    /// From the two coordinates of 32 bytes each. Nothing for a point that is not on the curve.
    [[nodiscard]] static std::optional<VerifyingKey> p256(std::string_view x, std::string_view y);
    VerifyingKey(const VerifyingKey&) = delete;
    VerifyingKey& operator=(const VerifyingKey&) = delete;
    VerifyingKey(VerifyingKey&&) noexcept;
    VerifyingKey& operator=(VerifyingKey&&) noexcept;
    ~VerifyingKey();

    [[nodiscard]] Algorithm algorithm() const;
    /// Whether the key's owner signed these bytes. Of ES256 the signature is the 64 bytes of a JSON
    /// Web Signature (RFC 7518, 3.4). Any thread.
    [[nodiscard]] bool verify(std::string_view message, std::string_view signature) const;

private:
    struct Key;
    explicit VerifyingKey(std::unique_ptr<Key> key);

    std::unique_ptr<Key> m_key;
};

}  // namespace caicach::crypto
