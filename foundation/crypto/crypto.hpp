#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

/// Hashes, random secrets, signatures and public codes. Everything that libsodium does for us.
namespace caicach::crypto
{

using Sha256Bytes = std::array<std::uint8_t, 32>;

/// SHA-256 of what was handed over piece by piece.
class Sha256
{
public:
    Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    ~Sha256();
    void add(std::string_view bytes);
    /// Ends the hash; only once.
    [[nodiscard]] Sha256Bytes finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

[[nodiscard]] Sha256Bytes sha256(std::string_view bytes);
/// 64 lower-case hexadecimal digits, the form in which hashes are stored.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);
/// The same of a file, without holding it. not_found "crypto.file_missing".
[[nodiscard]] Result<std::string> sha256_hex_of_file(const std::string& path);

[[nodiscard]] std::string hex(std::string_view bytes);
[[nodiscard]] std::string hex(const Sha256Bytes& bytes);
/// The bytes again; nothing for what `hex` did not write.
[[nodiscard]] std::optional<std::string> bytes_from_hex(std::string_view digits);

/// Bytes from the operating system's generator.
[[nodiscard]] std::string random_bytes(std::size_t count);
/// `byte_count` random bytes as base64url without padding: session keys, CSRF tokens, sign-in
/// links (32 bytes give 43 characters).
[[nodiscard]] std::string random_token(std::size_t byte_count);
[[nodiscard]] std::string base64url(std::string_view bytes);
/// The bytes again; nothing for what `base64url` did not write.
[[nodiscard]] std::optional<std::string> bytes_from_base64url(std::string_view text);

/// Compares secrets in a time that does not depend on where they differ.
[[nodiscard]] bool constant_time_equal(std::string_view a, std::string_view b);

}  // namespace caicach::crypto
