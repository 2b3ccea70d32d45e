#include "organisation/agency_record.hpp"

#include <algorithm>
#include <utility>

#include "organisation/rows.hpp"
#include "organisation/sql.hpp"

namespace caicach::organisation
{
namespace
{

DatedName name_from(const database::Row& row)
{
    return {.name = row.string("name"),
            .short_name = row.string("short_name"),
            .kind = row.string("kind"),
            .validity = validity_from(row)};
}

DatedAlias alias_from(const database::Row& row)
{
    return {.text = row.string("alias"), .validity = validity_from(row)};
}

Result<std::vector<DatedParent>> parents_of(database::Transaction& transaction, AgencyId id,
                                            Date day)
{
    const auto parent_from = [](const database::Row& row) {
        return std::pair(row.id<AgencyId>("parent_id"), validity_from(row));
    };
    const auto rows = TRY(transaction.all(sql::agency_parents, parent_from, id));
    std::vector<DatedParent> parents;
    for (const auto& [parent, validity] : rows) {
        auto summary = TRY(agency_by_id(transaction, parent, day));
        parents.push_back({.parent = std::move(summary), .validity = validity});
    }
    return parents;
}

}  // namespace

bool AgencyRecord::exists_on(Date day) const
{
    return std::ranges::any_of(names,
                               [&](const DatedName& name) { return name.validity.holds_on(day); });
}

Result<AgencyRecord> agency_record(database::Transaction& transaction, std::string_view slug,
                                   Date day)
{
    AgencyRecord record;
    record.summary = TRY(agency_by_slug(transaction, slug, day));
    record.kind = TRY(transaction.one(sql::kind_by_key, kind_from, record.summary.kind));
    record.kinds = TRY(kinds(transaction));
    record.names = TRY(transaction.all(sql::agency_names, name_from, record.summary.id));
    record.parents = TRY(parents_of(transaction, record.summary.id, day));
    record.aliases = TRY(transaction.all(sql::agency_aliases, alias_from, record.summary.id));
    record.contacts = TRY(contacts_on(transaction, record.summary.id, day));
    record.codes = TRY(official_codes_of(transaction, record.summary.id));
    record.reorganisations = TRY(reorganisations(transaction, record.summary.id));
    return record;
}

}  // namespace caicach::organisation
