// What pdftotext and tesseract write, and what is made of it.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "document/page_layout.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace caicach::document;
    const std::string_view tsv{reinterpret_cast<const char*>(data), size};
    for (const auto source : {WordSource::text, WordSource::recognised}) {
        auto pages = parse_words(tsv);
        if (!pages) return 0;
        CanonicalText canonical;
        lay_out(*pages, {.source = source}, canonical);
        static_cast<void>(canonical.finish("pdf"));
    }
    return 0;
}
