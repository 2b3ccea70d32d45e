#include "document/archive.hpp"

#include <zip.h>

#include "document/limits.hpp"

namespace caicach::document
{
namespace
{

zip_t* zip_of(void* pointer) { return static_cast<zip_t*>(pointer); }

tl::unexpected<Error> damaged() { return failure(Failure::invalid, "document.archive.damaged"); }

std::string megabytes(std::uint64_t bytes) { return std::to_string(bytes >> 20U); }

tl::unexpected<Error> bomb() { return failure(Failure::too_large, "document.limit.bomb"); }

bool is_packed_too_tight(const zip_stat_t& entry)
{
    const bool is_large = entry.size > limits::archive_ratio_from_bytes;
    return is_large && entry.size / limits::archive_ratio_max > entry.comp_size;
}

// Refuses what unpacking would cost too much, by what the directory says; `read_entry` reads no
// more than that, so a directory that lies gains nothing.
Result<void> check_size(const zip_stat_t& entry)
{
    if (entry.size > limits::archive_entry_bytes_max) {
        return failure(Failure::too_large, "document.limit.part", {},
                       {megabytes(limits::archive_entry_bytes_max)});
    }
    if (is_packed_too_tight(entry)) return bomb();
    return {};
}

Result<std::string> read_entry(zip_t* zip, const zip_stat_t& entry)
{
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file{
        zip_fopen_index(zip, entry.index, 0), zip_fclose};
    if (!file) return damaged();
    std::string content(static_cast<std::size_t>(entry.size), '\0');
    std::size_t done = 0;
    while (done < content.size()) {
        const auto count = zip_fread(file.get(), content.data() + done, content.size() - done);
        if (count <= 0) return damaged();
        done += static_cast<std::size_t>(count);
    }
    return content;
}

}  // namespace

void Archive::Close::operator()(void* zip) const { zip_discard(zip_of(zip)); }

Result<Archive> Archive::open(std::string_view bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr) return damaged();
    auto* zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (zip == nullptr) {
        zip_source_free(source);
        zip_error_fini(&error);
        return damaged();
    }
    Archive archive{zip, bytes.size()};
    if (zip_get_num_entries(zip, 0) > limits::archive_entries_max) return bomb();
    return archive;
}

Result<std::vector<std::string>> Archive::part_names() const
{
    auto* zip = zip_of(m_zip.get());
    const auto count = static_cast<zip_uint64_t>(zip_get_num_entries(zip, 0));
    std::vector<std::string> names;
    names.reserve(count);
    std::uint64_t packed = 0;
    std::uint64_t unpacked = 0;
    for (zip_uint64_t i = 0; i < count; ++i) {
        zip_stat_t entry;
        constexpr auto wanted =
            static_cast<zip_uint64_t>(ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE);
        if (zip_stat_index(zip, i, 0, &entry) != 0) return damaged();
        if ((entry.valid & wanted) != wanted) return damaged();
        // Both are sums of parts that are bounded: neither can run over.
        if (entry.size > limits::archive_bytes_max || entry.comp_size > m_bytes) return bomb();
        if (is_packed_too_tight(entry)) return bomb();
        packed += entry.comp_size;
        unpacked += entry.size;
        names.emplace_back(entry.name);
    }
    // Parts that share the same bytes make the tightest bombs.
    if (packed > m_bytes || unpacked > limits::archive_bytes_max) return bomb();
    return names;
}

bool Archive::has(const std::string& name) const
{
    return zip_name_locate(zip_of(m_zip.get()), name.c_str(), 0) >= 0;
}

Result<std::string> Archive::part(const std::string& name) const
{
    zip_stat_t entry;
    if (zip_stat(zip_of(m_zip.get()), name.c_str(), 0, &entry) != 0) {
        return failure(Failure::not_found, "document.archive.damaged", {}, {name});
    }
    const auto wanted = static_cast<zip_uint64_t>(ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE);
    if ((entry.valid & wanted) != wanted) return damaged();
    const bool is_encrypted =
        (entry.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && entry.encryption_method != ZIP_EM_NONE;
    if (is_encrypted) return failure(Failure::invalid, "document.encrypted");
    TRY(check_size(entry));
    return read_entry(zip_of(m_zip.get()), entry);
}

Result<std::string> Archive::part_or_empty(const std::string& name) const
{
    if (!has(name)) return std::string{};
    return part(name);
}

}  // namespace caicach::document
