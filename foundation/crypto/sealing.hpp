#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace caicach::crypto
{

/// Hides secrets that must be read again, such as those of second factors, from whoever has the
/// database but not the key: XChaCha20-Poly1305 with a random nonce. Wiped from memory at the end.
class SealingKey
{
public:
    /// Nothing when `bytes` are not 32.
    [[nodiscard]] static std::optional<SealingKey> from_bytes(std::string_view bytes);
    SealingKey(const SealingKey&) = delete;
    SealingKey& operator=(const SealingKey&) = delete;
    SealingKey(SealingKey&& other) noexcept;
    SealingKey& operator=(SealingKey&& other) noexcept;
    ~SealingKey();

    /// As hexadecimal digits. `about` says whose secret it is and is wanted again to open it: a
    /// secret that was laid into another's row does not open.
    [[nodiscard]] std::string seal(std::string_view secret, std::string_view about) const;
    /// Nothing for what another key sealed, or about something else, or that was changed.
    [[nodiscard]] std::optional<std::string> open(std::string_view sealed,
                                                  std::string_view about) const;

private:
    SealingKey() = default;
    std::array<std::uint8_t, 32> m_key{};
};

}  // namespace caicach::crypto
