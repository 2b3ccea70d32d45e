#include "organisation/rows.hpp"

namespace caicach::organisation
{

AgencySummary agency_from(const database::Row& row)
{
    return {.id = row.id<AgencyId>("id"),
            .code = row.string("code"),
            .slug = row.string("slug"),
            .name = row.string("name"),
            .short_name = row.string("short_name"),
            .kind = row.string("kind")};
}

GroupSummary group_from(const database::Row& row)
{
    return {.id = row.id<GroupId>("id"),
            .key = row.string("key"),
            .name = row.string("name"),
            .is_open = row.boolean("is_open")};
}

Kind kind_from(const database::Row& row)
{
    return {.key = row.string("key"),
            .text = row.string("text"),
            .level = row.string("level"),
            .validity = validity_from(row)};
}

Target target_from(const database::Row& row)
{
    if (const auto agency = row.maybe_id<AgencyId>("agency_id")) return *agency;
    return row.id<GroupId>("group_id");
}

Validity validity_from(const database::Row& row)
{
    return {.from = row.date("valid_from"), .to = row.maybe_date("valid_to")};
}

std::optional<AgencyId> agency_in(const Target& target)
{
    const auto* agency = std::get_if<AgencyId>(&target);
    return agency ? std::optional(*agency) : std::nullopt;
}

std::optional<GroupId> group_in(const Target& target)
{
    const auto* group = std::get_if<GroupId>(&target);
    return group ? std::optional(*group) : std::nullopt;
}

}  // namespace caicach::organisation
