#pragma once
#include <span>

#include "database/transaction.hpp"
#include "organisation/api.hpp"

/// Writing the directory, below api.hpp: also for reference data and samples.
namespace caicach::organisation
{

/// A name and the days on which it is borne.
struct DatedName {
    std::string name{};
    std::string short_name{};
    Validity validity{};
};

/// What create_agency does, for an agency that has already borne several names (oldest first; the
/// agency's own name and short_name are not looked at).
[[nodiscard]] Result<AgencyId> create_agency_with_names(Context& context,
                                                        database::Transaction& transaction,
                                                        const NewAgency& agency,
                                                        std::span<const DatedName> names);

/// add_alias without its audit line; answers whether the alias is new.
[[nodiscard]] Result<bool> store_alias(database::Transaction& transaction, const NewAlias& alias);

}  // namespace caicach::organisation
