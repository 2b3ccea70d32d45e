#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/network.hpp"
#include "base/result.hpp"

using namespace caicach;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto networks = parse_networks(text)) {
        VERIFY(networks->size() <= networks_max);
        for (const auto& network : *networks) {
            // What was read is written so that it reads as the same again.
            const auto again = Network::parse(network.text());
            VERIFY(again && again->text() == network.text());
        }
    }
    if (const auto address = IpAddress::parse(text)) {
        VERIFY(IpAddress::parse(address->text()) == address);
        VERIFY(address->first(128) == *address);
    }
    VERIFY(!counted_address(text).empty() || text.empty());
    return 0;
}
