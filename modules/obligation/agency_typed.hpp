#pragma once
#include <string>

#include "database/transaction.hpp"
#include "organisation/api.hpp"

namespace caicach::obligation
{

/// The agency that a field of a form means, by its code or by its name on that day. invalid, of
/// the field: "obligation.agency.unknown", "….unclear" (typed; what comes near).
[[nodiscard]] Result<organisation::AgencyId> agency_typed(database::Transaction& transaction,
                                                          const std::string& typed, Date day,
                                                          const std::string& field);

}  // namespace caicach::obligation
