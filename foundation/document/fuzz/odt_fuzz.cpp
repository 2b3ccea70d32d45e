// The parts of an OpenDocument text, parted by a line with "%%": content and styles.
#include "document/odt_reader.hpp"

#include "document/fuzz/stored_archive.hpp"
#include "document/sheet_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace caicach::document;
    const auto bytes =
        fuzz::stored_archive(fuzz::text_of(data, size), {"content.xml", "styles.xml"});
    const auto archive = Archive::open(bytes);
    if (!archive) return 0;
    static_cast<void>(read_odt(*archive));
    static_cast<void>(read_ods(*archive));
    return 0;
}
