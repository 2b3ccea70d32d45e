// Any bytes: which encoding, and as what text. The result is always UTF-8.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/result.hpp"
#include "text/collate.hpp"
#include "text/legacy.hpp"
#include "text/slug.hpp"
#include "text/text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace caicach;
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const auto text = text::to_utf8(bytes, text::detect_encoding(bytes).encoding);
    VERIFY(text::is_utf8(text));
    VERIFY(text::is_utf8(text::repair_mojibake(text, text::detect_mojibake(text).encoding)));
    const auto folded = text::fold_with_origin(bytes);
    VERIFY(folded.origin.size() == folded.text.size() + 1);
    VERIFY(folded.text == text::fold(bytes));
    VERIFY(text::slug(bytes, 20).size() <= 20);
    VERIFY(text::is_utf8(text::shorten(text, 9)));
    static_cast<void>(text::clean_input(bytes));
    static_cast<void>(text::squeeze(bytes));
    static_cast<void>(text::words(bytes));
    static_cast<void>(text::upper(text::lower(bytes)));
    static_cast<void>(text::collation_key(bytes));
    return 0;
}
