#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace caicach::document
{

/// A zip file in memory, opened for reading within the limits of limits.hpp.
class Archive
{
public:
    /// Borrows the bytes: they must outlive the archive. Invalid where they are no zip
    /// (document.archive.damaged), too_large where they hold too many parts.
    [[nodiscard]] static Result<Archive> open(std::string_view bytes);

    [[nodiscard]] bool has(const std::string& name) const;
    /// A part's content. not_found without such a part, invalid for an encrypted or damaged one,
    /// too_large for one that is large or packed tighter than text can be (document.limit.…).
    [[nodiscard]] Result<std::string> part(const std::string& name) const;
    /// The same, or empty text where there is no such part.
    [[nodiscard]] Result<std::string> part_or_empty(const std::string& name) const;

private:
    struct Close {
        void operator()(void* zip) const;
    };
    explicit Archive(void* zip) : m_zip(zip) {}

    std::unique_ptr<void, Close> m_zip;
};

}  // namespace caicach::document
