#pragma once
#include <optional>
#include <string>
#include <vector>

#include "channel/newsletter/edition.hpp"
#include "http/response.hpp"

namespace caicach::channel
{

/// What went out, newest first.
struct ArchivePage {
    std::optional<organisation::AgencySummary> agency{};  ///< whose; none: of all
    std::vector<Issue> issues{};
    std::vector<std::string> agency_names{};  ///< beside them
    std::string next_path{};
    bool takes_subscribers{};  ///< letters leave the house
};
[[nodiscard]] http::Response archive_page(const Context& context, const ArchivePage& page);

/// Before whom the page of an issue is: its readers, or those who look at it before it goes out.
enum class EditionFor : unsigned char { readers, approval };
[[nodiscard]] http::Response edition_page(const Context& context, const Edition& edition,
                                          EditionFor whom);

}  // namespace caicach::channel
