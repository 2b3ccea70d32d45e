// Any bytes as a file that somebody brings: what kind it is, and the name it would get.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "attachment/file_kind.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace caicach::attachment;
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const auto kind = kind_of_content(bytes);
    if (kind && *kind && can_be_kept(**kind))
        static_cast<void>(name_with_ending(bytes.substr(0, 64), **kind));
    return 0;
}
