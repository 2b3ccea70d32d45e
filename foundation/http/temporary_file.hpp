#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace caicach::http
{

/// A file of our own that is removed when its owner goes. Readable by this account only (0600).
class TemporaryFile
{
public:
    TemporaryFile() = default;
    /// A new, empty file in `directory`.
    [[nodiscard]] static Result<TemporaryFile> create(const std::string& directory);
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    TemporaryFile(TemporaryFile&& other) noexcept;
    TemporaryFile& operator=(TemporaryFile&& other) noexcept;
    ~TemporaryFile();

    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] Result<void> append(std::string_view bytes);
    /// Nothing more will be written: hands the descriptor back, keeps the file.
    void close();

private:
    void remove();

    std::string m_path;
    int m_descriptor{-1};
};

}  // namespace caicach::http
