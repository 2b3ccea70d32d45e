#pragma once
#include <string>
#include <vector>

#include "channel/broadcast/air_times.hpp"
#include "http/form.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "manifest/module.hpp"
#include "web/components/fault.hpp"

/// The page where programmes are put into slots of an agency's loudspeakers.
namespace caicach::channel
{

struct ShownAiring {
    PlannedAiring planned{};
    std::string where{};  ///< "Xã Suối Bàng", "Ủy ban nhân dân cấp xã"
    bool may_end{};
};

struct AiringsPage {
    http::Form form{};
    web::Fault fault{};
    bool is_typed{};  ///< the form of an airing came back refused
    organisation::AgencySummary agency{};
    std::vector<organisation::AgencySummary> agencies{};  ///< that the person may choose
    std::vector<ShownAiring> airings{};
    std::vector<Programme> programmes{};
    std::vector<organisation::GroupSummary> groups{};  ///< that the person may plan for
    std::vector<int> hours{};                          ///< the agency's own, from tomorrow on
};
[[nodiscard]] http::Response airings_page(const Context& context, const AiringsPage& page);

void add_airings(Module& module);

}  // namespace caicach::channel
