// The whole pipeline on arbitrary text.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "plan/importer/importer.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace caicach;
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto source = document::from_plain_text(text);
    if (const auto plan = plan::import_plan(source)) {
        if (plan->lines.size() != source.lines.size()) __builtin_trap();
        (void)json::dump(plan::to_schema_json(*plan));
    }
    return 0;
}
