#include "crypto/one_time_code.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

#include "base/result.hpp"
#include "crypto/crypto.hpp"

namespace caicach::crypto
{

namespace
{

constexpr std::int64_t microseconds = 1'000'000;
constexpr std::size_t sha1_bytes = 20;
constexpr std::int64_t window = 1;

std::array<unsigned char, sha1_bytes> hmac_sha1(std::string_view key, std::string_view message)
{
    std::array<unsigned char, sha1_bytes> digest{};
    unsigned int size = 0;
    const auto* made = HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()),
                            reinterpret_cast<const unsigned char*>(message.data()), message.size(),
                            digest.data(), &size);
    VERIFY(made != nullptr && size == sha1_bytes);
    return digest;
}

}  // namespace

std::string make_code_secret() { return random_bytes(code_secret_bytes); }

std::int64_t code_step(Instant at) { return at.microseconds / microseconds / code_seconds; }

std::string one_time_code(std::string_view secret, std::int64_t step)
{
    std::string counter;
    for (int shift = 56; shift >= 0; shift -= 8)
        counter += static_cast<char>((static_cast<std::uint64_t>(step) >> shift) & 0xFFU);
    const auto digest = hmac_sha1(secret, counter);
    // RFC 4226, 5.3: the last half byte says where the four bytes of the number stand.
    const std::size_t offset = digest.back() & 0x0FU;
    std::uint32_t number = 0;
    for (std::size_t at = 0; at < 4; ++at) number = (number << 8U) | digest.at(offset + at);
    number &= 0x7FFFFFFFU;
    std::string code(code_digits, '0');
    for (auto digit = code.rbegin(); digit != code.rend(); ++digit) {
        *digit = static_cast<char>('0' + number % 10);
        number /= 10;
    }
    return code;
}

std::optional<std::int64_t> matching_step(std::string_view secret, std::string_view code,
                                          Instant now, std::int64_t used)
{
    std::optional<std::int64_t> found;
    // All three are computed, whichever it is: the clock tells nothing.
    for (std::int64_t step = code_step(now) - window; step <= code_step(now) + window; ++step) {
        const bool is_it = constant_time_equal(one_time_code(secret, step), code);
        if (is_it && step > used) found = step;
    }
    return found;
}

std::string base32(std::string_view bytes)
{
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    constexpr unsigned bits_a_letter = 5;
    std::string text;
    std::uint32_t held = 0;
    unsigned bits = 0;
    for (const char byte : bytes) {
        held = (held << 8U) | static_cast<unsigned char>(byte);
        bits += 8;
        while (bits >= bits_a_letter) {
            bits -= bits_a_letter;
            text += letters[(held >> bits) & 0x1FU];
        }
        held &= (1U << bits) - 1;
    }
    if (bits > 0) text += letters[(held << (bits_a_letter - bits)) & 0x1FU];
    return text;
}

}  // namespace caicach::crypto
