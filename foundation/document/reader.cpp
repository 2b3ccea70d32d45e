#include "document/reader.hpp"

#include <sys/stat.h>

#include <cstdio>
#include <cstdlib>
#include <memory>

#include "document/archive.hpp"
#include "document/docx_reader.hpp"
#include "document/file_kind.hpp"
#include "document/limits.hpp"
#include "document/ocr_reader.hpp"
#include "document/odt_reader.hpp"
#include "document/pdf_reader.hpp"
#include "document/sheet_reader.hpp"
#include "document/text_reader.hpp"

namespace caicach::document
{
namespace
{

tl::unexpected<Error> unsupported(std::string key)
{
    return failure(Failure::unsupported, std::move(key));
}

Result<std::string> load(const std::string& path)
{
    struct stat status{};
    if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) {
        return failure(Failure::not_found, "document.missing");
    }
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size > limits::file_bytes_max) {
        return failure(Failure::too_large, "document.limit.file", {},
                       {std::to_string(limits::file_bytes_max >> 20U)});
    }
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file{std::fopen(path.c_str(), "rbe"),
                                                               std::fclose};
    if (!file) return failure(Failure::not_found, "document.missing");
    std::string bytes(static_cast<std::size_t>(size), '\0');
    bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file.get()));
    return bytes;
}

// Children run in a folder of their own, and a name must not look like an option to them.
Result<std::string> absolute(const std::string& path)
{
    const std::unique_ptr<char, void (*)(void*)> resolved{::realpath(path.c_str(), nullptr),
                                                          std::free};
    if (!resolved) return failure(Failure::not_found, "document.missing");
    return std::string{resolved.get()};
}

// An encrypted docx is an OLE file with a stream of this name, in UTF-16.
bool is_encrypted_package(std::string_view bytes)
{
    using namespace std::string_view_literals;
    return bytes.find("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv) !=
           std::string_view::npos;
}

Result<SourceText> read_archive(std::string_view bytes)
{
    const auto archive = TRY(Archive::open(bytes));
    if (archive.has("word/document.xml")) return read_docx(archive);
    if (archive.has("xl/workbook.xml")) return read_xlsx(archive);
    if (archive.has("ppt/presentation.xml")) return unsupported("document.kind.presentation");
    auto mime_type = TRY(archive.part_or_empty("mimetype"));
    if (mime_type.starts_with("application/vnd.oasis.opendocument.text")) return read_odt(archive);
    if (mime_type.starts_with("application/vnd.oasis.opendocument.spreadsheet")) {
        return read_ods(archive);
    }
    if (archive.has("[Content_Types].xml")) return read_docx(archive);
    return unsupported("document.kind.archive");
}

// The formats that we read ourselves, and a clear word on those that nobody here reads.
Result<SourceText> read_own(FileKind kind, std::string_view bytes, std::string_view name)
{
    switch (kind) {
        case FileKind::zip:
            return read_archive(bytes);
        case FileKind::packed:
            return unsupported("document.kind.archive");
        case FileKind::text:
            return read_text(bytes, ending_of(name) == "md" ? "md" : "txt");
        case FileKind::empty:
            return failure(Failure::invalid, "document.empty");
        case FileKind::ole:
            if (is_encrypted_package(bytes)) return failure(Failure::invalid, "document.encrypted");
            return unsupported("document.kind.old_word");
        case FileKind::rich_text:
            return unsupported("document.kind.rich_text");
        case FileKind::html:
            return unsupported("document.kind.html");
        default:
            return unsupported("document.kind.unknown");
    }
}

// A file named as something else is read as what it is, and the person is told.
void note_wrong_ending(SourceText& source, std::string_view name)
{
    const auto ending = ending_of(name);
    const auto& format = source.format;
    const bool is_picture = format == "image";
    const bool fits = ending.empty() || ending == format || (format == "txt" && ending == "text") ||
                      (format == "txt" && ending == "csv") ||
                      (format == "docx" && ending == "docm") ||
                      (is_picture && (ending == "png" || ending == "jpg" || ending == "jpeg" ||
                                      ending == "tif" || ending == "tiff"));
    if (!fits) source.notes.emplace_back("document.note.wrong_ending");
}

}  // namespace

Result<SourceText> read(const std::string& path, const ReadOptions& options)
{
    const auto full_path = TRY(absolute(path));
    const auto bytes = TRY(load(full_path));
    const auto name = options.name.empty() ? path : options.name;
    const auto kind = kind_of(bytes);
    auto source = [&]() -> Result<SourceText> {
        switch (kind) {
            case FileKind::pdf:
                return read_pdf(full_path, options);
            case FileKind::png:
            case FileKind::jpeg:
            case FileKind::tiff:
                return read_picture(full_path, kind, options);
            default:
                return read_own(kind, bytes, name);
        }
    }();
    if (source) note_wrong_ending(*source, name);
    return source;
}

Result<SourceText> read_bytes(std::string_view bytes, std::string_view name)
{
    auto source = read_own(kind_of(bytes), bytes, name);
    if (source) note_wrong_ending(*source, name);
    return source;
}

}  // namespace caicach::document
