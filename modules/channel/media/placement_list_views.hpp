#pragma once
#include <string>
#include <vector>

#include "channel/media/placement_fields_views.hpp"
#include "channel/media/placement_store.hpp"
#include "http/response.hpp"

namespace caicach::channel
{

/// The log of one agency.
struct PlacementListPage {
    web::Fault fault{};
    organisation::AgencySummary agency{};
    std::vector<organisation::AgencySummary> agencies{};  ///< that the person may choose
    std::vector<PlacementKind> kinds{};
    PlacementQuery query{};
    std::string from{};  ///< as typed
    std::string to{};
    std::vector<Placement> placements{};
    std::int64_t waiting{};
    std::string next_path{};
    std::string csv_path{};
    bool may_keep_outlets{};
};
[[nodiscard]] http::Response placement_list_page(const Context& context,
                                                 const PlacementListPage& page);

/// The form that logs one more.
struct NewPlacementPage {
    http::Form form{};
    web::Fault fault{};
    organisation::AgencySummary agency{};
    std::vector<organisation::AgencySummary> agencies{};
    std::vector<PlacementKind> kinds{};
    std::vector<Outlet> outlets{};
    std::string key{};
    std::string taken_keys{};
};
[[nodiscard]] http::Response new_placement_page(const Context& context,
                                                const NewPlacementPage& page);

}  // namespace caicach::channel
