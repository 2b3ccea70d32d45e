#pragma once
#include <vector>

#include "base/result.hpp"
#include "calendar/date.hpp"
#include "organisation/api.hpp"

/// Part of the module's door (api.hpp includes it): who works at an agency.
namespace caicach::identity
{

struct Account;

/// Who holds a post at the agency itself on the day, with an account that may sign in; in
/// Vietnamese order of names, at most limits::colleagues_max.
[[nodiscard]] Result<std::vector<Account>> people_at(database::Transaction& transaction,
                                                     organisation::AgencyId agency, Date day);

}  // namespace caicach::identity
