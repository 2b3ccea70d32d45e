#pragma once
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace caicach::document
{

/// A zip file made of parts: texts, which are held in memory, and files, which are read one after
/// the other while it is written.
class ArchiveWriter
{
public:
    void add(std::string name, std::string content)
    {
        m_parts.push_back({std::move(name), std::move(content), {}});
    }
    /// The file at `path` as it is: proof is compressed already (PDF, photos, Office files).
    void add_file(std::string name, std::string path)
    {
        m_parts.push_back({std::move(name), {}, std::move(path)});
    }

    /// Its bytes, held in memory; the same parts always give the same. internal where the library
    /// refuses.
    [[nodiscard]] Result<std::string> finish() const;
    /// Into the file at `path`, which is replaced; memory does not grow with the files' size.
    [[nodiscard]] Result<void> finish_to(const std::string& path) const;

private:
    struct Part {
        std::string name{};
        std::string content{};
        std::string path{};  ///< of a file; empty: `content`
    };

    std::vector<Part> m_parts{};

    friend struct ArchiveParts;
};

}  // namespace caicach::document
