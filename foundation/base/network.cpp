#include "base/network.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

namespace caicach
{
namespace
{

constexpr int all_bits = 128;
constexpr int bits_before_v4 = 96;
constexpr int bits_counted_of_v6 = 64;
constexpr std::array<std::uint8_t, 12> before_v4{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

/// "24" → 24; only digits, at most three.
std::optional<int> bits_in(std::string_view text, int highest)
{
    int bits{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), bits);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    if (bits < 0 || bits > highest || text.size() > 3) return std::nullopt;
    return bits;
}

}  // namespace

std::optional<IpAddress> IpAddress::parse(std::string_view text)
{
    if (text.size() >= INET6_ADDRSTRLEN) return std::nullopt;
    const std::string terminated(text);
    IpAddress address;
    if (inet_pton(AF_INET6, terminated.c_str(), address.m_bytes.data()) == 1) return address;
    std::ranges::copy(before_v4, address.m_bytes.begin());
    auto* const last = address.m_bytes.data() + before_v4.size();
    if (inet_pton(AF_INET, terminated.c_str(), last) == 1) return address;
    return std::nullopt;
}

bool IpAddress::is_v4() const
{
    return std::equal(before_v4.begin(), before_v4.end(), m_bytes.begin());
}

std::string IpAddress::text() const
{
    std::array<char, INET6_ADDRSTRLEN> buffer{};
    const auto* const from = is_v4() ? m_bytes.data() + before_v4.size() : m_bytes.data();
    const auto family = is_v4() ? AF_INET : AF_INET6;
    return inet_ntop(family, from, buffer.data(), static_cast<socklen_t>(buffer.size()));
}

IpAddress IpAddress::first(int bits) const
{
    auto address = *this;
    for (int at = 0; at < static_cast<int>(m_bytes.size()); ++at) {
        const int kept = std::clamp(bits - at * 8, 0, 8);
        address.m_bytes.at(static_cast<std::size_t>(at)) &=
            static_cast<std::uint8_t>(0xff00U >> static_cast<unsigned>(kept));
    }
    return address;
}

std::optional<Network> Network::parse(std::string_view text)
{
    const auto slash = text.find('/');
    const auto address = IpAddress::parse(text.substr(0, slash));
    if (!address) return std::nullopt;
    // Of a mapped address the prefix counts as it was written: "::ffff:10.0.0.0/104".
    const bool is_v6_written = text.find(':') != std::string_view::npos;
    const int before = is_v6_written ? 0 : bits_before_v4;
    Network network;
    network.m_bits = all_bits;
    if (slash != std::string_view::npos) {
        const auto bits = bits_in(text.substr(slash + 1), all_bits - before);
        if (!bits) return std::nullopt;
        network.m_bits = before + *bits;
    }
    network.m_first = address->first(network.m_bits);
    return network;
}

bool Network::contains(const IpAddress& address) const { return address.first(m_bits) == m_first; }

std::string Network::text() const
{
    auto text = m_first.text();
    if (m_bits == all_bits) return text;
    const bool is_v4 = m_first.is_v4() && m_bits >= bits_before_v4;
    return text + "/" + std::to_string(is_v4 ? m_bits - bits_before_v4 : m_bits);
}

std::optional<std::vector<Network>> parse_networks(std::string_view text)
{
    constexpr std::string_view between = " ,\t\r\n";
    std::vector<Network> networks;
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(between), text.size()));
        if (text.empty()) return networks;
        const auto end = std::min(text.find_first_of(between), text.size());
        const auto network = Network::parse(text.substr(0, end));
        if (!network || networks.size() == networks_max) return std::nullopt;
        networks.push_back(*network);
        text.remove_prefix(end);
    }
}

bool is_within(std::span<const Network> networks, std::string_view address)
{
    if (networks.empty()) return false;
    const auto parsed = IpAddress::parse(address);
    return parsed && std::ranges::any_of(networks, [&](const Network& network) {
               return network.contains(*parsed);
           });
}

std::string counted_address(std::string_view address)
{
    const auto parsed = IpAddress::parse(address);
    if (!parsed) return std::string(address);
    return parsed->is_v4() ? parsed->text() : parsed->first(bits_counted_of_v6).text() + "/64";
}

}  // namespace caicach
