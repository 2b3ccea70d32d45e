#pragma once
#include <optional>
#include <string>
#include <vector>

#include "database/transaction.hpp"
#include "organisation/contact.hpp"
#include "organisation/official_code.hpp"
#include "organisation/registration.hpp"
#include "organisation/reorganisation.hpp"

namespace caicach::organisation
{

struct DatedParent {
    AgencySummary parent{};
    Validity validity{};
};

struct DatedAlias {
    std::string text{};
    Validity validity{};
};

/// All that is known of one agency, through time: what its page shows. Newest first.
struct AgencyRecord {
    AgencySummary summary{};  ///< on the day asked about
    Kind kind{};
    std::vector<Kind> kinds{};  ///< all, to tell what it was once
    std::vector<DatedName> names{};
    std::vector<DatedParent> parents{};
    std::vector<DatedAlias> aliases{};
    std::vector<Contact> contacts{};  ///< on the day asked about
    std::vector<OfficialCode> codes{};
    std::vector<RecordedReorganisation> reorganisations{};

    [[nodiscard]] bool exists_on(Date day) const;
};

[[nodiscard]] Result<AgencyRecord> agency_record(database::Transaction& transaction,
                                                 std::string_view slug, Date day);

}  // namespace caicach::organisation
