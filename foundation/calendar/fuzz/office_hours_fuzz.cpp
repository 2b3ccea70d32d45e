// Any text as hours of a day: what is accepted is in order, and means the same when written.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/result.hpp"
#include "calendar/office_hours.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace caicach;
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto hours = calendar::hours_from(text);
    if (!hours) return 0;
    int after = -1;
    for (const auto& [from, to] : *hours) {
        VERIFY(from > after && to > from && to <= 24 * 60);
        after = to;
    }
    VERIFY(calendar::hours_from(calendar::in_words(*hours)) == hours);
    return 0;
}
