// Any text as the key of a period: what is accepted is written back letter by letter.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "calendar/period_key.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace caicach;
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const std::vector<calendar::CutOff> known{{.key = "nd09", .first_day = 15},
                                              {.key = "k20", .first_day = 20}};
    const auto period = calendar::period_from_key(text, known);
    if (!period) return 0;
    VERIFY(calendar::key(*period) == text);
    VERIFY(period->first <= period->last);
    VERIFY(calendar::period_of(period->scheme, period->first) == *period);
    VERIFY(calendar::period_of(period->scheme, period->last) == *period);
    VERIFY(!calendar::label(*period).empty());
    return 0;
}
