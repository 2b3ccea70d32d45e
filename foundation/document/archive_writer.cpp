#include "document/archive_writer.hpp"

#include <zip.h>

#include <memory>
#include <tuple>
#include <utility>

namespace caicach::document
{
namespace
{

struct FreeSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct Discard {
    void operator()(zip_t* zip) const { zip_discard(zip); }
};
using Source = std::unique_ptr<zip_source_t, FreeSource>;

tl::unexpected<Error> unwritten() { return internal_failure("libzip could not write an archive"); }

Result<std::string> bytes_of(zip_source_t* source)
{
    zip_stat_t size;
    if (zip_source_stat(source, &size) != 0 || zip_source_open(source) != 0) return unwritten();
    std::string bytes(static_cast<std::size_t>(size.size), '\0');
    const auto count = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    if (count != static_cast<zip_int64_t>(bytes.size())) return unwritten();
    return bytes;
}

using Zip = std::unique_ptr<zip_t, Discard>;

}  // namespace

/// Writes the parts and closes the archive.
struct ArchiveParts {
    static Result<void> write(const ArchiveWriter& writer, Zip zip)
    {
        for (const auto& part : writer.m_parts) {
            const bool is_file = !part.path.empty();
            auto* piece =
                is_file ? zip_source_file(zip.get(), part.path.c_str(), 0, -1)
                        : zip_source_buffer(zip.get(), part.content.data(), part.content.size(), 0);
            if (piece == nullptr) return unwritten();
            const auto added = zip_file_add(zip.get(), part.name.c_str(), piece, ZIP_FL_ENC_UTF_8);
            if (added < 0) {
                zip_source_free(piece);
                return unwritten();
            }
            const auto index = static_cast<zip_uint64_t>(added);
            if (is_file) zip_set_file_compression(zip.get(), index, ZIP_CM_STORE, 0);
            // No clock in here: the file's own time says when it was fetched.
            zip_file_set_dostime(zip.get(), index, 0, 0x21, 0);
        }
        if (zip_close(zip.get()) != 0) return unwritten();
        std::ignore = zip.release();  // closing freed it
        return {};
    }
};

Result<std::string> ArchiveWriter::finish() const
{
    zip_error_t error;
    zip_error_init(&error);
    const Source target{zip_source_buffer_create(nullptr, 0, 0, &error)};
    if (!target) return unwritten();
    Zip zip{zip_open_from_source(target.get(), ZIP_TRUNCATE, &error)};
    zip_error_fini(&error);
    if (!zip) return unwritten();
    // The archive gives its source back when it is closed or discarded; we still read from it.
    zip_source_keep(target.get());
    TRY(ArchiveParts::write(*this, std::move(zip)));
    return bytes_of(target.get());
}

Result<void> ArchiveWriter::finish_to(const std::string& path) const
{
    int error = 0;
    Zip zip{zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error)};
    if (!zip) return unwritten();
    return ArchiveParts::write(*this, std::move(zip));
}

}  // namespace caicach::document
