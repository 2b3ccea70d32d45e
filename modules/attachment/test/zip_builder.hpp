#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace caicach::attachment
{

/// A part of an archive; sizes other than those of its content are lies.
struct ZipPart {
    std::string name{};
    std::string content{};
    std::uint64_t claimed_bytes{};  ///< unpacked; 0: the truth
    std::uint64_t packed_bytes{};   ///< 0: the truth
};

/// A zip without compression and without checksums: enough to be told apart by its parts.
inline std::string zip_of(const std::vector<ZipPart>& parts)
{
    std::string bytes;
    std::string directory;
    const auto number = [](std::string& to, std::uint64_t value, int size) {
        for (int i = 0; i < size; ++i, value >>= 8U) to += static_cast<char>(value & 0xFFU);
    };
    for (const auto& part : parts) {
        const auto place = bytes.size();
        std::string head;
        number(head, 20, 2);
        number(head, 0, 4);  // no flags, stored
        number(head, 0x210000, 4);
        number(head, 0, 4);
        const auto size = part.content.size();
        number(head, part.packed_bytes == 0 ? size : part.packed_bytes, 4);
        number(head, part.claimed_bytes == 0 ? size : part.claimed_bytes, 4);
        number(head, part.name.size(), 2);
        number(head, 0, 2);
        bytes += "PK\x03\x04" + head + part.name + part.content;
        directory += "PK\x01\x02";
        number(directory, 20, 2);
        directory += head;
        number(directory, 0, 10);
        number(directory, place, 4);
        directory += part.name;
    }
    const auto place = bytes.size();
    bytes += directory + "PK\x05\x06";
    number(bytes, 0, 4);
    number(bytes, parts.size(), 2);
    number(bytes, parts.size(), 2);
    number(bytes, directory.size(), 4);
    number(bytes, place, 4);
    number(bytes, 0, 2);
    return bytes;
}

}  // namespace caicach::attachment
