#pragma once
#include <cstdint>
#include <string_view>

namespace caicach::http
{

/// Which part of a file somebody asked for: a player that jumps, a download that goes on.
struct PartAsked {
    enum class Kind : unsigned char {
        whole,    ///< nothing, several parts, or nothing that we understand: a server may ignore it
        part,     ///< `count` bytes from `first`
        outside,  ///< it begins behind the end
    };
    Kind kind{};
    std::int64_t first{};
    std::int64_t count{};

    friend bool operator==(const PartAsked&, const PartAsked&) = default;
};

/// Pure: what a Range header asks of a file of `size` bytes (RFC 9110, 14.1.2 and 14.2).
[[nodiscard]] PartAsked part_asked(std::string_view range, std::int64_t size);

}  // namespace caicach::http
