#pragma once
#include <string>
#include <vector>

#include "channel/broadcast/script.hpp"
#include "http/form.hpp"
#include "http/response.hpp"
#include "web/components/fault.hpp"

namespace caicach::channel
{

/// Scripts of an agency, or those that wait for whoever looks to approve them.
struct ScriptListPage {
    http::Form form{};
    web::Fault fault{};
    organisation::AgencySummary agency{};
    std::vector<organisation::AgencySummary> agencies{};  ///< that the person may choose
    std::vector<Script> scripts{};
    std::vector<std::string> agency_names{};  ///< beside them, of the list of those that wait
    std::string next_path{};
    std::string key{};  ///< of a new one
    std::string taken_keys{};
    bool is_waiting{};
    bool may_approve{};  ///< anywhere
    bool may_compose{};  ///< anywhere
};
[[nodiscard]] http::Response script_list_page(const Context& context, const ScriptListPage& page);

}  // namespace caicach::channel
