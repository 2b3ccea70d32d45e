#pragma once
#include <string>
#include <vector>

#include "channel/media/placement_fields_views.hpp"
#include "http/response.hpp"

namespace caicach::channel
{

/// One placement, and what may be done to it.
struct PlacementPage {
    http::Form form{};
    web::Fault fault{};
    Placement placement{};
    std::string agency{};
    std::string agency_code{};
    std::string kind{};
    std::string article_title{};  ///< empty: from none
    std::string article_path{};
    std::string file_name{};
    std::string file_path{};
    std::string fact_path{};
    std::vector<Outlet> outlets{};
    bool may_change{};
    bool may_confirm{};
};
[[nodiscard]] http::Response placement_page(const Context& context, const PlacementPage& page);

}  // namespace caicach::channel
