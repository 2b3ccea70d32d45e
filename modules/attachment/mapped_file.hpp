#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace caicach::attachment
{

/// The bytes of a file that nobody changes meanwhile, without a copy in memory.
class MappedFile
{
public:
    /// not_found "attachment.file_missing".
    [[nodiscard]] static Result<MappedFile> open(const std::string& path);
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    [[nodiscard]] std::string_view bytes() const { return m_bytes; }

private:
    explicit MappedFile(std::string_view bytes) : m_bytes(bytes) {}

    std::string_view m_bytes;  ///< empty: nothing is mapped
};

}  // namespace caicach::attachment
