#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "app/commands/backup_manifest.hpp"
#include "base/result.hpp"

/// Files that are on disk when a function says so: what power takes away was not promised.
namespace caicach::app
{

/// Copies `from/path` to `to/path` and makes the folders on the way; what was read, as it was
/// read. not_found "crypto.file_missing".
[[nodiscard]] Result<BackupFile> copy_durably(const std::string& from, const std::string& to,
                                              const std::string& path);
[[nodiscard]] Result<void> write_durably(const std::string& path, std::string_view text);
/// Size and hash of `folder/path`, which must be a plain file and no link: not_found
/// "crypto.file_missing".
[[nodiscard]] Result<BackupFile> measured(const std::string& folder, const std::string& path);
/// Each file below the folder, "files/ab/cdef…"; whatever else is no folder is told as a file.
[[nodiscard]] Result<void> each_file(const std::string& folder,
                                     const std::function<Result<void>(const std::string&)>& visit);

/// A folder that is made beside its place and takes it when it is whole. One at a time: what a
/// killed predecessor left is cleared away. Gone, with all in it, when it did not settle.
class FolderInTheMaking
{
public:
    /// "TARGET.making"; conflict "app.backup.under_way" while another program makes it.
    [[nodiscard]] static Result<FolderInTheMaking> begin(const std::string& target);
    FolderInTheMaking(FolderInTheMaking&& other) noexcept
        : m_target(std::move(other.m_target)),
          m_path(std::exchange(other.m_path, {})),
          m_lock(std::exchange(other.m_lock, -1))
    {
    }
    FolderInTheMaking& operator=(FolderInTheMaking&&) = delete;
    FolderInTheMaking(const FolderInTheMaking&) = delete;
    FolderInTheMaking& operator=(const FolderInTheMaking&) = delete;
    ~FolderInTheMaking();

    [[nodiscard]] const std::string& path() const { return m_path; }
    /// Syncs every folder and takes the place, which must be free or an empty folder.
    [[nodiscard]] Result<void> settle();

private:
    FolderInTheMaking(std::string target, std::string path, int lock)
        : m_target(std::move(target)), m_path(std::move(path)), m_lock(lock)
    {
    }

    std::string m_target;
    std::string m_path;  ///< empty once it has settled
    int m_lock;
};

}  // namespace caicach::app
