#pragma once
#include <string>
#include <vector>

#include "channel/newsletter/issue.hpp"
#include "http/form.hpp"
#include "http/response.hpp"
#include "web/components/fault.hpp"

namespace caicach::channel
{

/// Issues of an agency, or those that wait for whoever looks to approve them.
struct ComposingListPage {
    http::Form form{};
    web::Fault fault{};
    organisation::AgencySummary agency{};
    std::vector<organisation::AgencySummary> agencies{};  ///< that the person may choose
    std::vector<Issue> issues{};
    std::vector<std::string> agency_names{};  ///< beside them, of the list of those that wait
    std::string next_path{};
    std::string key{};  ///< of a new one
    std::string taken_keys{};
    bool is_waiting{};
    bool may_release{};  ///< anywhere
    bool may_compose{};  ///< anywhere
};
[[nodiscard]] http::Response composing_list_page(const Context& context,
                                                 const ComposingListPage& page);

}  // namespace caicach::channel
