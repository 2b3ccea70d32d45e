#pragma once
#include <string>
#include <vector>

#include "document/calendar_writer.hpp"
#include "plan/edition.hpp"

namespace caicach::plan
{

/// The days of a plan's items, for a reader's own calendar: deadlines and windows as they stand;
/// what comes again, from the day of issue (at the earliest 1 January) to the end of the plan's
/// year, on the day that the plan names, else on the last day of each period (of a week: Friday).
/// Items without a day of their own ("thường xuyên") are left out. `site` begins the links
/// (Services::site).
[[nodiscard]] document::Calendar calendar_of(const Edition& edition, const std::vector<Item>& items,
                                             const std::string& site);

}  // namespace caicach::plan
