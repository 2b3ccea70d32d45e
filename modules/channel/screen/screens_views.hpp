#pragma once
#include <string>
#include <vector>

#include "channel/screen/playlist.hpp"
#include "channel/screen/screen.hpp"
#include "http/form.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "web/components/fault.hpp"

namespace caicach::channel
{

struct ScreensPage {
    organisation::AgencySummary agency{};
    std::vector<organisation::AgencySummary> agencies{};  ///< to choose from
    std::vector<Screen> screens{};
    std::vector<std::string> showing{};  ///< what each shows, in words
    std::vector<Playlist> playlists{};
    std::vector<Urgent> urgent{};
    bool may_alert{};  ///< agencies below, too
    http::Form form{};
    web::Fault fault{};
};
[[nodiscard]] http::Response screens_page(const Context& context, const ScreensPage& page);

}  // namespace caicach::channel
