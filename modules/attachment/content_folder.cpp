#include "attachment/content_folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "attachment/limits.hpp"
#include "crypto/crypto.hpp"

namespace caicach::attachment
{

namespace
{

/// Closes what is open at the end of its scope.
class Descriptor
{
public:
    explicit Descriptor(int number) : m_number(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (m_number >= 0) ::close(m_number);
    }

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] bool is_open() const { return m_number >= 0; }

private:
    int m_number;
};

tl::unexpected<Error> disk_failure(const std::string& what)
{
    if (errno == ENOSPC || errno == EDQUOT) return failure(Failure::unavailable, "base.disk_full");
    return internal_failure(what + ": " + std::generic_category().message(errno));
}

Result<void> make_folder(const std::string& path)
{
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (error) return internal_failure("cannot make " + path + ": " + error.message());
    return {};
}

Result<void> write_all(const Descriptor& target, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto written = ::write(target.number(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return disk_failure("write");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

/// A new name is durable only when its folder is synced.
Result<void> sync_folder(const std::string& path)
{
    const Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.is_open() || ::fsync(folder.number()) != 0) return disk_failure("sync " + path);
    return {};
}

/// Reads `source` to its end into `target`; hash and size grow on the way.
Result<void> copy_bytes(const Descriptor& source, const Descriptor& target, std::int64_t bytes_max,
                        CopiedFile& copy)
{
    crypto::Sha256 hash;
    std::string piece(limits::piece_bytes, '\0');
    while (true) {
        const auto count = ::read(source.number(), piece.data(), piece.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return disk_failure("read");
        if (count == 0) break;
        copy.bytes += count;
        if (copy.bytes > bytes_max)
            return failure(Failure::too_large, "attachment.too_large", "file",
                           {std::to_string(bytes_max / (1024 * 1024))});
        const std::string_view bytes(piece.data(), static_cast<std::size_t>(count));
        hash.add(bytes);
        TRY(write_all(target, bytes));
    }
    copy.sha256 = crypto::hex(hash.finish());
    if (::fsync(target.number()) != 0) return disk_failure("sync");
    return {};
}

}  // namespace

ContentFolder::ContentFolder(std::string_view data_folder)
    : m_folder(std::string(data_folder) + "/files")
{
}

Result<CopiedFile> ContentFolder::copy_in(const std::string& path, std::int64_t bytes_max) const
{
    const auto incoming = m_folder + "/incoming";
    TRY(make_folder(incoming));
    const Descriptor source(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!source.is_open())
        return failure(Failure::not_found, "attachment.source_missing", "file", {path});
    CopiedFile copy{.temporary_path = incoming + "/" + crypto::random_token(16)};
    const Descriptor target(
        ::open(copy.temporary_path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0640));
    if (!target.is_open()) return disk_failure("create " + copy.temporary_path);
    auto copied = copy_bytes(source, target, bytes_max, copy);
    if (!copied) {
        discard(copy);
        return tl::unexpected(std::move(copied).error());
    }
    return copy;
}

Result<void> ContentFolder::settle(const CopiedFile& copy) const
{
    const auto path = path_of(copy.sha256);
    const auto folder = path.substr(0, path.rfind('/'));
    TRY(make_folder(folder));
    // Also where the name exists: the bytes are the same, and what lay there may be damaged.
    if (::rename(copy.temporary_path.c_str(), path.c_str()) != 0)
        return disk_failure("rename to " + path);
    TRY(sync_folder(folder));
    return sync_folder(m_folder);
}

void ContentFolder::discard(const CopiedFile& copy) const { ::unlink(copy.temporary_path.c_str()); }

std::string ContentFolder::path_of(std::string_view sha256) const
{
    return m_folder + "/" + place_of(sha256);
}

Result<void> ContentFolder::each(
    const std::function<Result<bool>(const std::string&, std::int64_t)>& visit) const
{
    std::error_code error;
    auto entry = std::filesystem::recursive_directory_iterator(m_folder, error);
    for (; !error && entry != std::filesystem::recursive_directory_iterator();
         entry.increment(error)) {
        const auto name =
            entry->path().parent_path().filename().string() + entry->path().filename().string();
        if (!is_sha256(name)) continue;
        struct stat status{};
        if (::stat(entry->path().c_str(), &status) != 0) continue;
        const bool goes_on = TRY(visit(name, status.st_mtim.tv_sec));
        if (!goes_on) break;
    }
    // No folder yet: nothing was ever kept.
    if (error && error != std::errc::no_such_file_or_directory)
        return internal_failure("cannot list " + m_folder + ": " + error.message());
    return {};
}

std::string place_of(std::string_view sha256)
{
    VERIFY(is_sha256(sha256));
    return std::string(sha256.substr(0, 2)) + "/" + std::string(sha256.substr(2));
}

bool is_sha256(std::string_view text)
{
    return text.size() == 64 && std::ranges::all_of(text, [](char digit) {
               return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
           });
}

}  // namespace caicach::attachment
