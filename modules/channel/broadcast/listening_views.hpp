#pragma once
#include <optional>
#include <string>
#include <vector>

#include "channel/broadcast/podcast.hpp"
#include "channel/broadcast/script.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::channel
{

struct ListeningList {
    std::optional<organisation::AgencySummary> agency{};  ///< whose programmes; none: everybody's
    std::vector<PodcastItem> items{};
    std::string next_path{};  ///< empty: that is all
};
[[nodiscard]] http::Response listening_list(const Context& context, const ListeningList& list);

struct ListeningPage {
    PodcastItem item{};
    std::vector<ScriptPart> parts{};
};
/// The sound, and its words for those who cannot hear it (WCAG 2.2, 1.2.1).
[[nodiscard]] http::Response listening_page(const Context& context, const ListeningPage& page);

}  // namespace caicach::channel
