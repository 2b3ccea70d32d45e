#include <cstddef>
#include <cstdint>
#include <string_view>

#include "report/form/expression.hpp"

using namespace caicach;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto expression = report::parse_expression(text);
    if (!expression) return 0;
    // What was read is written so that it reads as the same again.
    const auto again = report::parse_expression(report::text_of(*expression));
    VERIFY(again && *again == *expression);
    return 0;
}
