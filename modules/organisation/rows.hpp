#pragma once
#include "database/row.hpp"
#include "organisation/api.hpp"

/// Rows ↔ values, for the .cpp files of this module.
namespace caicach::organisation
{

[[nodiscard]] AgencySummary agency_from(const database::Row& row);
[[nodiscard]] GroupSummary group_from(const database::Row& row);
[[nodiscard]] Kind kind_from(const database::Row& row);
/// Of a row that has agency_id or group_id.
[[nodiscard]] Target target_from(const database::Row& row);
[[nodiscard]] Validity validity_from(const database::Row& row);

/// The id of a target for a column; nothing where it is of the other kind.
[[nodiscard]] std::optional<AgencyId> agency_in(const Target& target);
[[nodiscard]] std::optional<GroupId> group_in(const Target& target);

}  // namespace caicach::organisation
