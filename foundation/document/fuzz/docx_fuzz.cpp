// The parts of a Word document, parted by a line with "%%": document, numbering, styles, footnotes.
// They are put into an archive without compression, so that the fuzzer works on the XML.
#include "document/docx_reader.hpp"

#include "document/fuzz/stored_archive.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace caicach::document;
    const auto bytes = fuzz::stored_archive(
        fuzz::text_of(data, size),
        {"word/document.xml", "word/numbering.xml", "word/styles.xml", "word/footnotes.xml"});
    const auto archive = Archive::open(bytes);
    if (archive) static_cast<void>(read_docx(*archive));
    return 0;
}
