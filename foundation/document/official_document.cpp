#include "document/official_document.hpp"

#include <utility>

#include "document/archive_writer.hpp"
#include "document/official_writing.hpp"
#include "document/word_markup.hpp"
#include "document/word_parts.hpp"

namespace caicach::document
{

OfficialParagraph official_paragraph(std::string text, OfficialParagraphKind kind)
{
    OfficialParagraph paragraph{.kind = kind};
    paragraph.runs.push_back({.text = std::move(text)});
    return paragraph;
}

Result<std::string> write_docx(const OfficialDocument& document)
{
    TRY(check_document(document));
    WordMarkup out;
    write_on(out, document);
    ArchiveWriter archive;
    add_fixed_parts(archive, title_of(document));
    archive.add("word/document.xml", out.finish());
    return archive.finish();
}

}  // namespace caicach::document
