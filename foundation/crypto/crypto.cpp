#include "crypto/crypto.hpp"

#include <sodium.h>

#include <array>
#include <cstdio>
#include <utility>

#include "crypto/sodium.hpp"

namespace caicach::crypto
{

namespace
{

constexpr std::size_t file_piece_bytes = 64U * 1024;

const unsigned char* data_of(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

}  // namespace

void ensure_sodium()
{
    static const bool is_ready = sodium_init() >= 0;
    VERIFY(is_ready);
}

struct Sha256::State {
    crypto_hash_sha256_state hash{};
    bool is_finished{};
};

Sha256::Sha256() : m_state(std::make_unique<State>()) { crypto_hash_sha256_init(&m_state->hash); }
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes)
{
    VERIFY(!m_state->is_finished);
    crypto_hash_sha256_update(&m_state->hash, data_of(bytes), bytes.size());
}

Sha256Bytes Sha256::finish()
{
    VERIFY(!std::exchange(m_state->is_finished, true));
    Sha256Bytes result{};
    crypto_hash_sha256_final(&m_state->hash, result.data());
    return result;
}

Sha256Bytes sha256(std::string_view bytes)
{
    Sha256Bytes result{};
    crypto_hash_sha256(result.data(), data_of(bytes), bytes.size());
    return result;
}

std::string sha256_hex(std::string_view bytes) { return hex(sha256(bytes)); }

Result<std::string> sha256_hex_of_file(const std::string& path)
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rbe"),
                                                               &std::fclose);
    if (!file) return failure(Failure::not_found, "crypto.file_missing", "", {path});
    Sha256 hash;
    const auto piece = std::make_unique<std::array<char, file_piece_bytes>>();
    while (std::feof(file.get()) == 0) {
        const auto count = std::fread(piece->data(), 1, piece->size(), file.get());
        if (std::ferror(file.get()) != 0) return internal_failure("cannot read " + path);
        hash.add({piece->data(), count});
    }
    return hex(hash.finish());
}

std::string hex(std::string_view bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        text += digits[value >> 4U];
        text += digits[value & 0x0FU];
    }
    return text;
}

std::string hex(const Sha256Bytes& bytes)
{
    return hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

std::optional<std::string> bytes_from_hex(std::string_view digits)
{
    constexpr std::string_view alphabet = "0123456789abcdef";
    if (digits.size() % 2 != 0) return std::nullopt;
    std::string bytes;
    bytes.reserve(digits.size() / 2);
    for (std::size_t at = 0; at < digits.size(); at += 2) {
        const auto high = alphabet.find(digits[at]);
        const auto low = alphabet.find(digits[at + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
        bytes.push_back(static_cast<char>(high * 16 + low));
    }
    return bytes;
}

std::string random_bytes(std::size_t count)
{
    ensure_sodium();
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::string random_token(std::size_t byte_count) { return base64url(random_bytes(byte_count)); }

std::string base64url(std::string_view bytes)
{
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), data_of(bytes), bytes.size(), variant);
    text.pop_back();  // the terminating zero byte
    return text;
}

std::optional<std::string> bytes_from_base64url(std::string_view text)
{
    std::string bytes(text.size(), '\0');
    std::size_t length = 0;
    const char* end = nullptr;
    const int outcome = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()),
                                          bytes.size(), text.data(), text.size(), nullptr, &length,
                                          &end, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    if (outcome != 0 || end != text.data() + text.size()) return std::nullopt;
    bytes.resize(length);
    return bytes;
}

bool constant_time_equal(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace caicach::crypto
