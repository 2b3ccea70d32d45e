#include "attachment/content_folder.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <optional>
#include <system_error>

#include "attachment/descriptor.hpp"
#include "attachment/limits.hpp"
#include "crypto/crypto.hpp"

namespace caicach::attachment
{

namespace
{

tl::unexpected<Error> disk_failure(const std::string& what)
{
    if (errno == ENOSPC || errno == EDQUOT) return failure(Failure::unavailable, "base.disk_full");
    if (errno == EIO) return failure(Failure::unavailable, "base.disk_fails");
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

Descriptor open_new(const std::string& path)
{
    return Descriptor(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0640));
}

Result<void> sync(const Descriptor& file)
{
    if (::fsync(file.number()) != 0) return disk_failure("sync");
    return {};
}

/// A new name is durable only when its folder is synced.
Result<void> sync_folder(const std::string& path)
{
    const Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.is_open() || ::fsync(folder.number()) != 0) return disk_failure("sync " + path);
    return {};
}

/// Held while a content gets its name (shared) or loses it (alone): across processes, so that what
/// is being brought again is not removed under the hands that bring it.
Result<Descriptor> lock(const std::string& folder, int how)
{
    const auto path = folder + "/lock";
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CREAT | O_CLOEXEC, 0640));
    if (!file.is_open()) return disk_failure("open " + path);
    while (::flock(file.number(), how) != 0)
        if (errno != EINTR) return disk_failure("lock " + path);
    return file;
}

Instant changed_at(const struct stat& status)
{
    return Instant{status.st_mtim.tv_sec * 1'000'000 + status.st_mtim.tv_nsec / 1'000};
}

std::optional<Instant> change_of(const std::string& path)
{
    struct stat status{};
    if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    return changed_at(status);
}

/// The names of the files in a folder; none where there is no folder.
Result<std::vector<std::string>> names_in(const std::string& folder)
{
    std::vector<std::string> names;
    std::error_code error;
    auto entry = std::filesystem::directory_iterator(folder, error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error))
        names.push_back(entry->path().filename().string());
    if (error && error != std::errc::no_such_file_or_directory)
        return internal_failure("cannot list " + folder + ": " + error.message());
    return names;
}

}  // namespace

IncomingFile::~IncomingFile()
{
    if (!m_path.empty()) ::unlink(m_path.c_str());
}

ContentFolder::ContentFolder(std::string_view data_folder)
    : m_folder(std::string(data_folder) + "/files")
{
}

Result<IncomingFile> ContentFolder::begin() const
{
    const auto incoming = m_folder + "/incoming";
    TRY(make_folder(incoming));
    return IncomingFile(incoming + "/" + crypto::random_token(16));
}

Result<IncomingFile> ContentFolder::copy_in(const std::string& path, std::int64_t bytes_max) const
{
    const Descriptor source(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!source.is_open())
        return failure(Failure::not_found, "attachment.source_missing", "file", {path});
    auto copy = TRY(begin());
    const auto target = open_new(copy.path());
    if (!target.is_open()) return disk_failure("create " + copy.path());
    crypto::Sha256 hash;
    std::string piece(limits::piece_bytes, '\0');
    while (true) {
        const auto count = ::read(source.number(), piece.data(), piece.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return disk_failure("read");
        if (count == 0) break;
        copy.m_bytes += count;
        if (copy.m_bytes > bytes_max)
            return failure(Failure::too_large, "attachment.too_large", "file",
                           {std::to_string(bytes_max / (1024 * 1024))});
        const std::string_view bytes(piece.data(), static_cast<std::size_t>(count));
        hash.add(bytes);
        TRY(write_all(target, bytes));
    }
    copy.m_sha256 = crypto::hex(hash.finish());
    TRY(sync(target));
    return copy;
}

Result<IncomingFile> ContentFolder::write_in(std::string_view bytes) const
{
    auto file = TRY(begin());
    const auto target = open_new(file.path());
    if (!target.is_open()) return disk_failure("create " + file.path());
    TRY(write_all(target, bytes));
    file.m_bytes = static_cast<std::int64_t>(bytes.size());
    file.m_sha256 = crypto::sha256_hex(bytes);
    TRY(sync(target));
    return file;
}

Result<void> ContentFolder::settle(IncomingFile file) const
{
    const auto path = path_of(file.sha256());
    const auto shelf = path.substr(0, path.rfind('/'));
    TRY(make_folder(shelf));
    const auto held = TRY(lock(m_folder, LOCK_SH));
    // Also where the name exists: the bytes are the same, and what lay there may be damaged.
    if (::rename(file.path().c_str(), path.c_str()) != 0) return disk_failure("rename to " + path);
    file.m_path.clear();
    TRY(sync_folder(shelf));
    return sync_folder(m_folder);
}

std::string ContentFolder::path_of(std::string_view sha256) const
{
    return m_folder + "/" + place_of(sha256);
}

Result<std::vector<ContentFolder::Stored>> ContentFolder::on_shelf(std::string_view shelf) const
{
    const auto folder = fmt::format("{}/{}", m_folder, shelf);
    std::vector<Stored> contents;
    const auto names = TRY(names_in(folder));
    for (const auto& name : names) {
        auto sha256 = std::string(shelf) + name;
        if (!is_sha256(sha256)) continue;
        // One that went away meanwhile is no matter.
        const auto changed = change_of(folder + "/" + name);
        if (changed) contents.push_back({std::move(sha256), *changed});
    }
    std::ranges::sort(contents, {}, &Stored::sha256);
    return contents;
}

Result<bool> ContentFolder::remove_older(std::string_view sha256, Instant before) const
{
    const auto path = path_of(sha256);
    const auto held = TRY(lock(m_folder, LOCK_EX));
    const auto changed = change_of(path);
    if (!changed) return true;
    if (*changed >= before) return false;
    if (::unlink(path.c_str()) != 0) return disk_failure("remove " + path);
    return true;
}

void ContentFolder::clear_incoming(Instant before) const
{
    const auto folder = m_folder + "/incoming";
    const auto names = names_in(folder);
    if (!names) return;
    for (const auto& name : *names) {
        const auto path = folder + "/" + name;
        const auto changed = change_of(path);
        if (changed && *changed < before) ::unlink(path.c_str());
    }
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
