#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

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

    /// The names of all parts. too_large (document.limit.bomb) for an archive that would unpack to
    /// more than its bytes can honestly hold, invalid where one says nothing of its parts.
    [[nodiscard]] Result<std::vector<std::string>> part_names() const;
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
    Archive(void* zip, std::size_t bytes) : m_zip(zip), m_bytes(bytes) {}

    std::unique_ptr<void, Close> m_zip;
    std::size_t m_bytes{};
};

}  // namespace caicach::document
