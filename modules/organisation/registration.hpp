#pragma once
#include <cstdint>
#include <span>

#include "database/transaction.hpp"
#include "organisation/api.hpp"

/// Writing the directory, below api.hpp: also for reference data and samples.
namespace caicach::organisation
{

/// A name, what kind of agency bears it, and on which days.
struct DatedName {
    std::string name{};
    std::string short_name{};
    std::string kind{};
    Validity validity{};
};

/// "SNV": invalid "organisation.code.malformed" otherwise.
[[nodiscard]] Result<void> check_code(std::string_view code);
/// invalid "organisation.name.missing", "….too_long".
[[nodiscard]] Result<void> check_name(std::string_view name);

/// Whether an agency or a group is called so on some of these days.
[[nodiscard]] Result<bool> is_name_borne(database::Transaction& transaction, std::string_view name,
                                         const Validity& validity);

/// An agency without name and parent: its slug is made here, and is for ever.
[[nodiscard]] Result<AgencyId> store_agency(database::Transaction& transaction,
                                            const std::string& code, std::string_view name,
                                            const Validity& life);

/// What create_agency does, for an agency that has already borne several names (oldest first; the
/// agency's own name, short_name and kind are not looked at).
[[nodiscard]] Result<AgencyId> create_agency_with_names(Context& context,
                                                        database::Transaction& transaction,
                                                        const NewAgency& agency,
                                                        std::span<const DatedName> names);

/// Another name of an agency that is there, without an audit line. Fails as create_agency does.
[[nodiscard]] Result<void> store_name(database::Transaction& transaction, AgencyId id,
                                      const DatedName& dated);

/// The row of a name that was checked, under `row`, with the keys by which it is found and sorted.
[[nodiscard]] Result<void> insert_name(database::Transaction& transaction, std::int64_t row,
                                       AgencyId agency, const DatedName& name);

/// add_alias without its audit line; answers whether the alias is new.
[[nodiscard]] Result<bool> store_alias(database::Transaction& transaction, const NewAlias& alias);

}  // namespace caicach::organisation
