#pragma once
#include <string>
#include <vector>

#include "channel/media/outlet.hpp"
#include "channel/media/press_request.hpp"
#include "http/form.hpp"
#include "http/response.hpp"
#include "web/components/fault.hpp"

namespace caicach::channel
{

struct PressListPage {
    http::Form form{};
    web::Fault fault{};
    organisation::AgencySummary agency{};
    std::vector<organisation::AgencySummary> agencies{};  ///< that the person may choose
    std::vector<PressRequest> requests{};
    std::vector<Outlet> outlets{};
    std::string key{};
    std::string taken_keys{};
};
[[nodiscard]] http::Response press_list_page(const Context& context, const PressListPage& page);

struct PressPage {
    http::Form form{};
    web::Fault fault{};
    PressRequest request{};
    std::string agency{};
    std::string taken_by{};  ///< whose hands it is in; empty: nobody's
};
[[nodiscard]] http::Response press_page(const Context& context, const PressPage& page);

}  // namespace caicach::channel
