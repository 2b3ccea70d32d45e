#pragma once
#include <string>
#include <vector>

#include "channel/media/logging.hpp"
#include "channel/media/outlet.hpp"
#include "html/html.hpp"
#include "http/form.hpp"
#include "web/components/fault.hpp"

/// The form of a placement.
namespace caicach::channel
{

/// As the form shows what is logged.
[[nodiscard]] http::Form form_of(const Placement& placement, const std::string& article);

struct PlacementFields {
    const http::Form& form;
    const web::Fault& fault;
    const std::vector<Outlet>& outlets;
    const std::vector<PlacementKind>& kinds;  ///< empty: the kind stays
};
void placement_fields(html::Writer& out, const PlacementFields& fields);

}  // namespace caicach::channel
