#include "audit/checkpoint.hpp"

#include <algorithm>
#include <utility>

#include "audit/limits.hpp"
#include "audit/netstring.hpp"
#include "crypto/crypto.hpp"
#include "json/value.hpp"

namespace caicach::audit
{

namespace
{

template <std::size_t Size>
std::string hex_of(const std::array<std::uint8_t, Size>& bytes)
{
    return crypto::hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

template <std::size_t Size>
std::optional<std::array<std::uint8_t, Size>> bytes_of(std::string_view digits)
{
    const auto bytes = crypto::bytes_from_hex(digits);
    if (!bytes || bytes->size() != Size) return std::nullopt;
    std::array<std::uint8_t, Size> array{};
    std::ranges::copy(*bytes, array.begin());
    return array;
}

}  // namespace

std::string signed_bytes(const Checkpoint& checkpoint)
{
    std::string bytes;
    add_netstring(bytes, "caicach-checkpoint-1");
    add_netstring(bytes, std::to_string(checkpoint.seq));
    add_netstring(bytes, checkpoint.hash);
    add_netstring(bytes, checkpoint.at);
    return bytes;
}

Checkpoint signed_with(const crypto::SigningKey& key, Checkpoint checkpoint)
{
    checkpoint.public_key = hex_of(key.public_key());
    checkpoint.signature = hex_of(key.sign(signed_bytes(checkpoint)));
    return checkpoint;
}

bool is_signed(const Checkpoint& checkpoint)
{
    const auto key = bytes_of<32>(checkpoint.public_key);
    const auto signature = bytes_of<64>(checkpoint.signature);
    return key && signature && crypto::verify(*key, signed_bytes(checkpoint), *signature);
}

std::string json_of(const Checkpoint& checkpoint)
{
    return json::dump(json::Value::object()
                          .set("format", "caicach-checkpoint-1")
                          .set("seq", checkpoint.seq)
                          .set("hash", checkpoint.hash)
                          .set("at", checkpoint.at)
                          .set("public_key", checkpoint.public_key)
                          .set("signature", checkpoint.signature));
}

std::optional<Checkpoint> checkpoint_from_json(std::string_view line)
{
    const auto parsed = json::parse(line, {.bytes = limits::checkpoint_line_max, .depth = 2});
    if (!parsed) return std::nullopt;
    const auto& value = *parsed;
    if (value["format"].as_string() != "caicach-checkpoint-1") return std::nullopt;
    Checkpoint checkpoint{.seq = value["seq"].as_integer(),
                          .hash = std::string(value["hash"].as_string()),
                          .at = std::string(value["at"].as_string()),
                          .public_key = std::string(value["public_key"].as_string()),
                          .signature = std::string(value["signature"].as_string())};
    if (checkpoint.seq < 1) return std::nullopt;
    return checkpoint;
}

}  // namespace caicach::audit
