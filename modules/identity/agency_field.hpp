#pragma once
#include <string>
#include <string_view>

#include "http/request.hpp"
#include "identity/api.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

/// The agency that this field of a form names by its code, as it is today. Of that field: invalid
/// "identity.branch.missing", "….unknown".
[[nodiscard]] Result<organisation::AgencyId> agency_in(const Context& context,
                                                       database::Transaction& transaction,
                                                       const http::Request& request,
                                                       const std::string& field);

/// The value of the whole province in a form; no code of an agency has an asterisk.
inline constexpr std::string_view whole_province_value = "*";

/// The same; `whole_province` where the field says `whole_province_value`.
[[nodiscard]] Result<organisation::AgencyId> branch_in(const Context& context,
                                                       database::Transaction& transaction,
                                                       const http::Request& request,
                                                       const std::string& field);

}  // namespace caicach::identity
