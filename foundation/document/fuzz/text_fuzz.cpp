// Any bytes as a text file.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "document/text_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    static_cast<void>(caicach::document::read_text(bytes, "md"));
    return 0;
}
