#pragma once
#include <string>
#include <vector>

#include "database/transaction.hpp"
#include "obligation/limits.hpp"
#include "organisation/api.hpp"

namespace caicach::obligation
{

/// An agency that stands directly below another one.
struct Unit {
    organisation::AgencyId id{};
    std::string code{};
    std::string name{};
    std::string kind{};       ///< a Kind's key
    std::string kind_text{};  ///< "Ủy ban nhân dân cấp xã"
};

/// On that day, by kind and name; at most `limit`.
[[nodiscard]] Result<std::vector<Unit>> units_of(database::Transaction& transaction,
                                                 organisation::AgencyId agency, Date day,
                                                 int limit = limits::parts_max);

}  // namespace caicach::obligation
