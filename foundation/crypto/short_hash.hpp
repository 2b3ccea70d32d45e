#pragma once
#include <array>
#include <cstdint>
#include <string_view>

namespace caicach::crypto
{

/// 64 bits of a keyed hash (SipHash-2-4), for tables whose keys strangers choose: without the
/// random key nobody finds two that fall together. Not for what is stored or sent.
class ShortHash
{
public:
    ShortHash();
    [[nodiscard]] std::uint64_t operator()(std::string_view bytes) const;

private:
    std::array<std::uint8_t, 16> m_key{};
};

}  // namespace caicach::crypto
