#pragma once
#include <string_view>
#include <vector>

#include "html/html.hpp"
#include "personal_data/request.hpp"
#include "web/components/fields.hpp"

namespace caicach::personal_data
{

/// Where a request stands, and whether it is late; never by colour alone.
void state_tag(html::Writer& out, const DataRequest& request, Date today);
/// "Quá hạn xác nhận", "Quá hạn thực hiện"; empty where it is not.
[[nodiscard]] std::string_view overdue_text(const DataRequest& request, Date today);
/// For a select.
[[nodiscard]] std::vector<web::Choice> kind_choices(std::string_view chosen);

}  // namespace caicach::personal_data
