#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// A zip of uncompressed parts written by hand: quick enough to be made for every fuzzed input.
namespace caicach::document::fuzz
{

inline std::string_view text_of(const std::uint8_t* data, std::size_t size)
{
    return {reinterpret_cast<const char*>(data), size};
}

/// The checksum of the zip format (CRC-32), bit by bit: fuzzed parts are short.
inline std::uint32_t checksum_of(std::string_view bytes)
{
    std::uint32_t value = 0xFFFFFFFFU;
    for (const auto byte : bytes) {
        value ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) {
            value = (value >> 1U) ^ ((value & 1U) != 0 ? 0xEDB88320U : 0U);
        }
    }
    return ~value;
}

inline void append_number(std::string& bytes, std::uint64_t number, int size)
{
    for (int i = 0; i < size; ++i) bytes += static_cast<char>(number >> (8 * i) & 0xFF);
}

inline std::string stored_archive(std::string_view input,
                                  const std::vector<std::string_view>& names)
{
    constexpr std::string_view separator = "\n%%\n";
    std::string bytes;
    std::string directory;
    std::uint64_t count = 0;
    for (const auto name : names) {
        const auto end = input.find(separator);
        const auto content = input.substr(0, end);
        const auto checksum = checksum_of(content);
        const auto place = bytes.size();
        std::string head;
        append_number(head, 20, 2);  // version; then no flags, no compression, no time
        append_number(head, 0, 6);
        append_number(head, 0x21, 2);
        append_number(head, checksum, 4);
        append_number(head, content.size(), 4);
        append_number(head, content.size(), 4);
        append_number(head, name.size(), 2);
        append_number(head, 0, 2);
        bytes += "PK\x03\x04";
        bytes += head;
        bytes += name;
        bytes += content;
        directory += "PK\x01\x02";
        append_number(directory, 20, 2);
        directory += head;
        append_number(directory, 0, 6);
        append_number(directory, 0, 4);
        append_number(directory, place, 4);
        directory += name;
        ++count;
        if (end == std::string_view::npos) break;
        input.remove_prefix(end + separator.size());
    }
    const auto place = bytes.size();
    bytes += directory;
    bytes += "PK\x05\x06";
    append_number(bytes, 0, 4);
    append_number(bytes, count, 2);
    append_number(bytes, count, 2);
    append_number(bytes, directory.size(), 4);
    append_number(bytes, place, 4);
    append_number(bytes, 0, 2);
    return bytes;
}

}  // namespace caicach::document::fuzz
