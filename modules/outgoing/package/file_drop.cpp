#include "outgoing/package/file_drop.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace caicach::outgoing
{
namespace
{

namespace fs = std::filesystem;

tl::unexpected<Error> unwritable(const fs::path& path)
{
    const std::error_code error{errno, std::generic_category()};
    return failure(Failure::unavailable, "outgoing.exchange.unwritable", {},
                   {path.string(), error.message()});
}

/// All of it, or -1 with errno.
bool write_all(int file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// Under another name first, and onto the disk, so that nobody sees a part of it.
Result<void> write_whole(const fs::path& path, std::string_view bytes)
{
    auto partial = path;
    partial += ".tmp";
    constexpr int mode = 0640;  // the other program reads it through the folder's group
    const int file = ::open(partial.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);
    if (file < 0) return unwritable(partial);
    const bool is_whole = write_all(file, bytes) && ::fsync(file) == 0;
    auto written = is_whole ? Result<void>{} : unwritable(partial);
    ::close(file);
    if (!written) return written;
    if (std::rename(partial.c_str(), path.c_str()) != 0) return unwritable(path);
    return {};
}

}  // namespace

std::optional<fs::path> exchange_folder(const std::string& data_folder)
{
    auto folder = fs::path(data_folder) / exchange_folder_name;
    std::error_code error;
    if (!fs::is_directory(folder, error)) return {};
    return folder;
}

Result<void> drop(const fs::path& folder, const Package& package)
{
    const auto name = package.name + ".zip";
    TRY(write_whole(folder / name, package.bytes));
    // As sha256sum writes it, and checks.
    return write_whole(folder / (name + ".sha256"), package.sha256 + "  " + name + "\n");
}

}  // namespace caicach::outgoing
