#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace caicach::document
{

/// A zip file made in memory of a few parts, all of which are held at once.
class ArchiveWriter
{
public:
    void add(std::string name, std::string content)
    {
        m_parts.push_back({std::move(name), std::move(content)});
    }
    /// Its bytes; the same parts always give the same. internal where the library refuses.
    [[nodiscard]] Result<std::string> finish() const;

private:
    struct Part {
        std::string name{};
        std::string content{};
    };
    std::vector<Part> m_parts{};
};

}  // namespace caicach::document
