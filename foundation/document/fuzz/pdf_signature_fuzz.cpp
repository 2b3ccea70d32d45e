// Any bytes as a PDF whose signatures are asked about; what is read must be written and read again.
#include <cstddef>
#include <cstdint>
#include <string>

#include "document/pdf_file.hpp"
#include "document/pdf_signature.hpp"
#include "document/pdf_verification.hpp"

using caicach::document::PdfFile;
using caicach::document::prepare_signature;
using caicach::document::verify_signatures;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string bytes{reinterpret_cast<const char*>(data), size};
    static_cast<void>(verify_signatures(bytes, {}));
    const auto prepared = prepare_signature(bytes, {.place = {.page = 1}});
    if (prepared) VERIFY(PdfFile::read(prepared->bytes).has_value());
    return 0;
}
