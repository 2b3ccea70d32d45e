#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "http/chunked.hpp"
#include "http/head_parser.hpp"
#include "http/head_scanner.hpp"

using namespace caicach;

/// What the scanner lets pass, Beast can read or refuses in order; chunks read alike however cut.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    http::HeadScanner scanner;
    if (scanner.scan(text) == 0 && scanner.size() != 0) {
        const auto head = http::parse_head(text.substr(0, scanner.size()));
        VERIFY(!(head.framing.is_chunked && head.framing.content_length > 0));
        if (head.refusal == 0)
            for (const auto& header : head.parts.headers)
                VERIFY(header.value.find_first_of(std::string_view("\r\n\0", 3)) ==
                       std::string::npos);
    }
    http::ChunkedReader whole;
    http::ChunkedReader cut;
    std::string whole_body;
    std::string cut_body;
    const auto used = whole.feed(text, whole_body);
    std::size_t cut_used = 0;
    for (std::size_t at = 0; at < size; ++at) cut_used += cut.feed(text.substr(at, 1), cut_body);
    VERIFY(whole_body == cut_body && whole.is_done() == cut.is_done() && used == cut_used);
    return 0;
}
