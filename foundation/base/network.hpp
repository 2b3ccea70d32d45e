#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace caicach
{

/// An address of the internet in the form of IPv6; one of IPv4 stands at ::ffff:0:0/96, however it
/// was written.
class IpAddress
{
public:
    [[nodiscard]] static std::optional<IpAddress> parse(std::string_view text);

    [[nodiscard]] bool is_v4() const;
    [[nodiscard]] std::string text() const;
    /// The first `bits` of the 128, and nothing behind them.
    [[nodiscard]] IpAddress first(int bits) const;

    friend bool operator==(const IpAddress&, const IpAddress&) = default;

private:
    std::array<std::uint8_t, 16> m_bytes{};
};

/// Addresses that begin alike: "10.1.0.0/16", "2001:db8::/48", or one address.
class Network
{
public:
    [[nodiscard]] static std::optional<Network> parse(std::string_view text);

    [[nodiscard]] bool contains(const IpAddress& address) const;
    [[nodiscard]] std::string text() const;  ///< what `parse` reads, without bits behind the prefix

private:
    IpAddress m_first;
    int m_bits{};  ///< of 128
};

inline constexpr std::size_t networks_max = 200;

/// Networks with blanks or commas between them; nothing where one of them is none, or too many.
[[nodiscard]] std::optional<std::vector<Network>> parse_networks(std::string_view text);
/// Whether one of them contains the address; a text that is no address is in none.
[[nodiscard]] bool is_within(std::span<const Network> networks, std::string_view address);

/// What is counted as one: an IPv4 address, or the /64 of an IPv6 address, as a household or an
/// office has all of it.
[[nodiscard]] std::string counted_address(std::string_view address);

}  // namespace caicach
