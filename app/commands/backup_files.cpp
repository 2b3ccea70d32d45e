#include "app/commands/backup_files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "crypto/crypto.hpp"

namespace caicach::app
{
namespace
{

namespace fs = std::filesystem;

constexpr std::size_t piece_bytes = 256 * 1024;

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
    const int code = errno;
    auto detail = fmt::format("{}: {}", what, std::generic_category().message(code));
    const bool is_full = code == ENOSPC || code == EDQUOT;
    return tl::unexpected<Error>(
        Error{.kind = Failure::unavailable,
              .key = is_full ? "base.disk_full" : "app.backup.disk_refuses",
              .detail = std::move(detail)});
}

/// A link could lead anywhere, so none is followed.
Result<int> open_plain(const std::string& path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    struct stat status{};
    if (file >= 0 && ::fstat(file, &status) == 0 && S_ISREG(status.st_mode)) return file;
    if (file >= 0) ::close(file);
    return failure(Failure::not_found, "crypto.file_missing", {}, {path});
}

Result<int> create_new(const std::string& path)
{
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) return disk_failure(path);
    return file;
}

Result<void> write_all(int target, std::string_view bytes, const std::string& path)
{
    while (!bytes.empty()) {
        const auto written = ::write(target, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return disk_failure(path);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> sync(int file, const std::string& path)
{
    if (::fsync(file) != 0) return disk_failure(path);
    return {};
}

Result<void> sync_folder(const std::string& path)
{
    const Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.is_open()) return disk_failure(path);
    return sync(folder.number(), path);
}

/// Hands each piece of the file to `take`; size and hash of all.
template <class Take>
Result<BackupFile> read_through(const Descriptor& source, const std::string& path, Take take)
{
    BackupFile file{.path = path};
    crypto::Sha256 hash;
    std::string piece(piece_bytes, '\0');
    for (;;) {
        const auto count = ::read(source.number(), piece.data(), piece.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return disk_failure(path);
        if (count == 0) break;
        const std::string_view bytes(piece.data(), static_cast<std::size_t>(count));
        file.bytes += count;
        hash.add(bytes);
        TRY(take(bytes));
    }
    file.sha256 = crypto::hex(hash.finish());
    return file;
}

std::string parent_of(const std::string& path) { return fs::path(path).parent_path().string(); }

Result<void> make_folders(const std::string& path)
{
    std::error_code error;
    fs::create_directories(path, error);
    if (!error) return {};
    errno = error.value();
    return disk_failure(path);
}

Result<void> clear(const std::string& folder)
{
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        fs::remove_all(at->path(), error);
        if (error) break;
    }
    if (!error) return {};
    errno = error.value();
    return disk_failure(folder);
}

}  // namespace

Result<BackupFile> copy_durably(const std::string& from, const std::string& to,
                                const std::string& path)
{
    const int opened = TRY(open_plain(from + "/" + path));
    const Descriptor source(opened);
    const auto name = to + "/" + path;
    TRY(make_folders(parent_of(name)));
    const int made = TRY(create_new(name));
    const Descriptor target(made);
    auto copied = TRY(read_through(source, path, [&](std::string_view bytes) {
        return write_all(target.number(), bytes, name);
    }));
    TRY(sync(target.number(), name));
    return copied;
}

Result<void> write_durably(const std::string& path, std::string_view text)
{
    const int made = TRY(create_new(path));
    const Descriptor target(made);
    TRY(write_all(target.number(), text, path));
    return sync(target.number(), path);
}

Result<BackupFile> measured(const std::string& folder, const std::string& path)
{
    const int opened = TRY(open_plain(folder + "/" + path));
    const Descriptor source(opened);
    return read_through(source, path, [](std::string_view) { return Result<void>{}; });
}

Result<void> each_file(const std::string& folder,
                       const std::function<Result<void>(const std::string&)>& visit)
{
    std::error_code error;
    fs::recursive_directory_iterator at(folder, error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
        if (at->is_directory(error) && !at->is_symlink(error)) continue;
        TRY(visit(at->path().string().substr(folder.size() + 1)));
    }
    if (!error) return {};
    errno = error.value();
    return disk_failure(folder);
}

Result<FolderInTheMaking> FolderInTheMaking::begin(const std::string& target)
{
    const auto path = target + ".making";
    TRY(make_folders(parent_of(path)));
    if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) return disk_failure(path);
    const int lock = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
    if (lock < 0) return disk_failure(path);
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        ::close(lock);
        return failure(Failure::conflict, "app.backup.under_way", "to", {path});
    }
    FolderInTheMaking folder(target, path, lock);
    TRY(clear(path));
    return folder;
}

FolderInTheMaking::~FolderInTheMaking()
{
    std::error_code error;
    if (!m_path.empty()) fs::remove_all(m_path, error);
    if (m_lock >= 0) ::close(m_lock);
}

Result<void> FolderInTheMaking::settle()
{
    std::error_code error;
    for (fs::recursive_directory_iterator at(m_path, error), end; !error && at != end;
         at.increment(error)) {
        if (at->is_directory(error)) TRY(sync_folder(at->path().string()));
    }
    TRY(sync_folder(m_path));
    if (std::rename(m_path.c_str(), m_target.c_str()) != 0) return disk_failure(m_target);
    m_path.clear();
    return sync_folder(parent_of(m_target));
}

}  // namespace caicach::app
