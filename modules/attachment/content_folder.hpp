#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace caicach::attachment
{

/// What came out of copying a file in.
struct CopiedFile {
    std::string temporary_path{};
    std::string sha256{};
    std::int64_t bytes{};
};

/// DATA/files: contents named by their SHA-256, "ab/cdef…", and "incoming", where they are copied
/// before they get their name. A content is whole and on disk when its name exists.
class ContentFolder
{
public:
    explicit ContentFolder(std::string_view data_folder);

    /// A copy under a name of its own, hashed on the way and synced. too_large
    /// "attachment.too_large" beyond `bytes_max`; the caller removes or settles it.
    [[nodiscard]] Result<CopiedFile> copy_in(const std::string& path, std::int64_t bytes_max) const;
    /// Gives the copy its name, durably. What lay there already has the same bytes.
    [[nodiscard]] Result<void> settle(const CopiedFile& copy) const;
    void discard(const CopiedFile& copy) const;

    [[nodiscard]] std::string path_of(std::string_view sha256) const;
    /// Each content that has a name: its hash as the name says, and when it was last changed, in
    /// seconds since 1970. `visit` answers whether to go on.
    [[nodiscard]] Result<void> each(
        const std::function<Result<bool>(const std::string& sha256, std::int64_t changed_at)>&
            visit) const;

private:
    std::string m_folder;
};

/// "ab/cdef…", below the folder.
[[nodiscard]] std::string place_of(std::string_view sha256);

[[nodiscard]] bool is_sha256(std::string_view text);

}  // namespace caicach::attachment
