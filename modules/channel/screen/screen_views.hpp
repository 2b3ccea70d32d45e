#pragma once
#include <string>
#include <vector>

#include "channel/screen/program.hpp"
#include "channel/screen/screen_store.hpp"
#include "http/form.hpp"
#include "http/response.hpp"
#include "web/components/fault.hpp"

namespace caicach::channel
{

struct ScreenPage {
    Screen screen{};
    std::string agency{};
    ScreenProgram program{};
    Instant asked_at{};  ///< of which it is told what plays
    std::vector<Shown> shown{};
    std::string player_address{};  ///< what is opened at the screen
    http::Form form{};
    web::Fault fault{};
};
[[nodiscard]] http::Response screen_page(const Context& context, const ScreenPage& page);

}  // namespace caicach::channel
