#include "text/collate.hpp"

#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/stringpiece.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>
#include <vector>

namespace caicach::text
{
namespace
{

icu::StringPiece piece(std::string_view text)
{
    return {text.data(), static_cast<std::int32_t>(text.size())};
}

// Collators cost a millisecond to make and are not shared between threads. Where ICU's data is
// missing there is none, and names stand in the order of their bytes.
icu::Collator* collator()
{
    thread_local const std::unique_ptr<icu::Collator> made = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Collator> fresh{
            icu::Collator::createInstance(icu::Locale{"vi"}, status)};
        if (U_FAILURE(status)) fresh.reset();
        return fresh;
    }();
    return made.get();
}

}  // namespace

int collate(std::string_view a, std::string_view b)
{
    auto* vietnamese = collator();
    UErrorCode status = U_ZERO_ERROR;
    if (vietnamese != nullptr) {
        const auto order = vietnamese->compareUTF8(piece(a), piece(b), status);
        if (U_SUCCESS(status)) return order;
    }
    return a.compare(b);
}

std::string collation_key(std::string_view text)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::vector<std::uint8_t> bytes(text.begin(), text.end());
    if (auto* vietnamese = collator(); vietnamese != nullptr) {
        const auto wide = icu::UnicodeString::fromUTF8(piece(text));
        bytes.resize(text.size() * 4 + 32);
        auto size = vietnamese->getSortKey(wide, bytes.data(), static_cast<int>(bytes.size()));
        if (static_cast<std::size_t>(size) > bytes.size()) {
            bytes.resize(static_cast<std::size_t>(size));
            size = vietnamese->getSortKey(wide, bytes.data(), size);
        }
        // The last byte is a zero that only ends the key.
        bytes.resize(size > 0 ? static_cast<std::size_t>(size) - 1 : 0);
    }
    std::string key;
    key.reserve(bytes.size() * 2);
    for (const auto byte : bytes) {
        key += digits[byte >> 4U];
        key += digits[byte & 15U];
    }
    return key;
}

}  // namespace caicach::text
