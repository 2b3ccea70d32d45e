#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"

namespace caicach::attachment
{

/// Bytes copied into the folder that have no name there yet. Gone with this object unless they were
/// settled.
class IncomingFile
{
public:
    explicit IncomingFile(std::string path) : m_path(std::move(path)) {}
    IncomingFile(IncomingFile&& other) noexcept { swap(other); }
    IncomingFile& operator=(IncomingFile&& other) noexcept
    {
        swap(other);
        return *this;
    }
    IncomingFile(const IncomingFile&) = delete;
    IncomingFile& operator=(const IncomingFile&) = delete;
    ~IncomingFile();

    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] const std::string& sha256() const { return m_sha256; }
    [[nodiscard]] std::int64_t bytes() const { return m_bytes; }

private:
    friend class ContentFolder;
    void swap(IncomingFile& other) noexcept
    {
        m_path.swap(other.m_path);
        m_sha256.swap(other.m_sha256);
        std::swap(m_bytes, other.m_bytes);
    }

    std::string m_path{};  ///< empty: settled
    std::string m_sha256{};
    std::int64_t m_bytes{};
};

/// DATA/files: contents named by their SHA-256, "ab/cdef…", and "incoming", where they are copied
/// before they get their name. A content is whole and on disk when its name exists.
class ContentFolder
{
public:
    explicit ContentFolder(std::string_view data_folder);

    /// A copy under a name of its own, hashed on the way and synced. too_large
    /// "attachment.too_large" beyond `bytes_max`.
    [[nodiscard]] Result<IncomingFile> copy_in(const std::string& path,
                                               std::int64_t bytes_max) const;
    /// The same of bytes in memory.
    [[nodiscard]] Result<IncomingFile> write_in(std::string_view bytes) const;
    /// Gives the bytes their name, durably. What lay there already has the same bytes.
    [[nodiscard]] Result<void> settle(IncomingFile file) const;

    [[nodiscard]] std::string path_of(std::string_view sha256) const;

    /// A content on disk and when its file was last changed.
    struct Stored {
        std::string sha256{};
        Instant changed_at{};
    };
    /// The contents of one shelf ("ab"), in the order of their hashes.
    [[nodiscard]] Result<std::vector<Stored>> on_shelf(std::string_view shelf) const;
    /// Removes the content unless it was changed since `before`: then somebody is just bringing it
    /// again. Whether it is gone.
    [[nodiscard]] Result<bool> remove_older(std::string_view sha256, Instant before) const;
    /// Removes what interrupted uploads left in "incoming".
    void clear_incoming(Instant before) const;

private:
    [[nodiscard]] Result<IncomingFile> begin() const;

    std::string m_folder;
};

/// "ab/cdef…", below the folder.
[[nodiscard]] std::string place_of(std::string_view sha256);

[[nodiscard]] bool is_sha256(std::string_view text);

}  // namespace caicach::attachment
