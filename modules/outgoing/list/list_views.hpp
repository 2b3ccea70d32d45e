#pragma once
#include <optional>
#include <string>
#include <vector>

#include "http/form.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "outgoing/list/recipient.hpp"
#include "outgoing/list/recipient_list.hpp"
#include "web/components/fault.hpp"

namespace caicach::outgoing
{

/// A line of a list, with whom it means today.
struct MeantLine {
    std::string line{};
    std::int64_t agencies{};  ///< how many read it here; none: it goes another way
};

struct ShownList {
    RecipientList list{};
    std::vector<MeantLine> lines{};
};

struct ListsPage {
    organisation::AgencySummary agency{};
    std::vector<organisation::AgencySummary> agencies{};  ///< whose lists the person may see
    std::vector<ShownList> lists{};
    std::vector<RecipientMarker> markers{};
    std::optional<RecipientList> list{};  ///< the one that is changed; none: a new one
    bool may_manage{};
    http::Form form{};
    web::Fault fault{};
};
/// All lists of an agency, and the form of a new one.
[[nodiscard]] http::Response lists_page(const Context& context, const ListsPage& page);
/// The form of one list.
[[nodiscard]] http::Response list_page(const Context& context, const ListsPage& page);

}  // namespace caicach::outgoing
