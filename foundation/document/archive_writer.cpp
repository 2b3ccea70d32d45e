#include "document/archive_writer.hpp"

#include <zip.h>

#include <memory>

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

}  // namespace

Result<std::string> ArchiveWriter::finish() const
{
    zip_error_t error;
    zip_error_init(&error);
    const Source target{zip_source_buffer_create(nullptr, 0, 0, &error)};
    if (!target) return unwritten();
    std::unique_ptr<zip_t, Discard> zip{zip_open_from_source(target.get(), ZIP_TRUNCATE, &error)};
    zip_error_fini(&error);
    if (!zip) return unwritten();
    // The archive gives its source back when it is closed or discarded; we still read from it.
    zip_source_keep(target.get());
    for (const auto& part : m_parts) {
        auto* piece = zip_source_buffer(zip.get(), part.content.data(), part.content.size(), 0);
        if (piece == nullptr) return unwritten();
        const auto index = zip_file_add(zip.get(), part.name.c_str(), piece, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            zip_source_free(piece);
            return unwritten();
        }
        // No clock in here: the file's own time says when it was fetched.
        zip_file_set_dostime(zip.get(), static_cast<zip_uint64_t>(index), 0, 0x21, 0);
    }
    if (zip_close(zip.get()) != 0) return unwritten();
    static_cast<void>(zip.release());
    return bytes_of(target.get());
}

}  // namespace caicach::document
