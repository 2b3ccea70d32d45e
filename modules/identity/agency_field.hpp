#pragma once
#include <string>
#include <string_view>

#include "http/request.hpp"
#include "identity/api.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

/// The agency that is meant by its code, or by its name on that day. Of the field: invalid
/// "identity.branch.unknown", "….unclear" (typed; what comes near).
[[nodiscard]] Result<organisation::AgencyId> agency_typed(database::Transaction& transaction,
                                                          const std::string& typed, Date day,
                                                          const std::string& field);

/// The one that this field of a form names, as it is today. As well: "identity.branch.missing".
[[nodiscard]] Result<organisation::AgencyId> agency_in(const Context& context,
                                                       database::Transaction& transaction,
                                                       const http::Request& request,
                                                       const std::string& field);

/// The value of the whole province in a form; no code of an agency has an asterisk.
inline constexpr std::string_view whole_province_value = "*";
inline constexpr std::string_view whole_province_text = "Toàn tỉnh";

/// The same; `whole_province` where the field says it, as value or as text.
[[nodiscard]] Result<organisation::AgencyId> branch_in(const Context& context,
                                                       database::Transaction& transaction,
                                                       const http::Request& request,
                                                       const std::string& field);

}  // namespace caicach::identity
