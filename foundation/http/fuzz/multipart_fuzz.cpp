#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "http/multipart.hpp"

using namespace caicach;

namespace
{

/// All that a form told, or "refused".
std::string told(std::string_view body, std::size_t step)
{
    std::string heard;
    http::MultipartReader reader(
        "gioi-han", {.begin = [&heard](const http::PartHead& head) -> Result<void> {
                         heard += "\n[" + head.name + "|" + head.file_name.value_or("-") + "]";
                         return {};
                     },
                     .data = [&heard](std::string_view bytes) -> Result<void> {
                         heard += bytes;
                         return {};
                     },
                     .end = []() -> Result<void> { return {}; }});
    while (!body.empty()) {
        if (!reader.feed(body.substr(0, step))) return "refused";
        body.remove_prefix(std::min(step, body.size()));
    }
    return reader.finish() ? heard : "refused";
}

}  // namespace

/// However a form is cut into pieces, it reads alike.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view body(reinterpret_cast<const char*>(data), size);
    const auto whole = told(body, size + 1);
    VERIFY(told(body, 1) == whole);
    VERIFY(told(body, 7) == whole);
    static_cast<void>(http::multipart_boundary(body));
    return 0;
}
