#pragma once
#include <vector>

#include "calendar/office_hours.hpp"
#include "database/transaction.hpp"
#include "organisation/api.hpp"

/// Tables of office hours, of the province and of agencies that keep their own.
namespace caicach::organisation
{

/// The whole province, where an agency would stand.
inline constexpr AgencyId whole_province{};

struct KeptHours {
    AgencyId agency{};
    calendar::WeeklyHours hours{};
};

/// The province's first; each agency's latest first.
[[nodiscard]] Result<std::vector<KeptHours>> office_hours(database::Transaction& transaction);

/// invalid "organisation.calendar.hours_none" (closed all week), "….hours_backwards",
/// "….source_missing", "….source_too_long", "….hours_too_many"; conflict "….hours_taken": a table
/// of the agency begins on that day already.
[[nodiscard]] Result<std::vector<MovedDueDate>> add_office_hours(Context& context,
                                                                 database::Transaction& transaction,
                                                                 const KeptHours& hours);
/// not_found "organisation.calendar.hours_not_found"; conflict "….hours_last": the province keeps
/// one.
[[nodiscard]] Result<std::vector<MovedDueDate>> remove_office_hours(
    Context& context, database::Transaction& transaction, AgencyId agency, Date valid_from);

/// Those of data/reference/office_hours.csv, where the province has none.
[[nodiscard]] Result<void> load_office_hours(database::Transaction& transaction);

}  // namespace caicach::organisation
