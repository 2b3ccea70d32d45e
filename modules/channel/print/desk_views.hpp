#pragma once
#include <string>
#include <vector>

#include "channel/print/batch_views.hpp"
#include "channel/print/design.hpp"
#include "evidence/api.hpp"
#include "http/form.hpp"
#include "http/response.hpp"
#include "web/components/fault.hpp"

namespace caicach::channel
{

/// Designs of an agency with the form of a new one, or those that wait for approval.
struct DesignListPage {
    bool is_waiting{};
    bool may_approve{};
    organisation::AgencySummary agency{};
    std::vector<organisation::AgencySummary> agencies{};  ///< to choose from
    std::vector<Design> designs{};
    std::vector<std::string> agency_names{};  ///< beside them, of those that wait
    std::string next_path{};
    http::Form form{};
    web::Fault fault{};
    std::string key{};  ///< of the form
    std::string taken_keys{};
};
[[nodiscard]] http::Response design_list_page(const Context& context, const DesignListPage& page);

/// A design with its picture, and what may be done with it.
struct DesignPage {
    Design design{};
    std::string agency{};
    DesignRights rights{};
    http::Form form{};  ///< what was typed and refused
    web::Fault fault{};
    BatchPart batch{};

    [[nodiscard]] bool may(DesignAct act) const { return channel::may(design, rights, act); }
};
[[nodiscard]] http::Response design_page(const Context& context, const DesignPage& page);

}  // namespace caicach::channel
