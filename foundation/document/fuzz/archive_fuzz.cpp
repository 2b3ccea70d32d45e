// Any bytes as a file of those formats that need no child.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "document/reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    static_cast<void>(caicach::document::read_bytes(bytes, "a.docx"));
    return 0;
}
