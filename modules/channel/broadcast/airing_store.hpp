#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "attachment/api.hpp"
#include "channel/broadcast/airing.hpp"
#include "database/transaction.hpp"

namespace caicach::channel
{

/// An airing with its programme as it is now.
struct PlannedAiring {
    Airing airing{};
    std::string title{};
    std::string script_code{};
    attachment::AttachmentId file{};  ///< the MP3; 0: none
    std::int64_t seconds{};
    bool is_playable{};  ///< its script is approved, and its sound may be aired
};

/// A programme that may be aired.
struct Programme {
    ScriptId script{};
    std::string code{};
    std::string title{};
    organisation::AgencyId agency{};  ///< whose it is
    attachment::AttachmentId file{};
    std::int64_t seconds{};
};

/// Rows ↔ airings, and the hours of agencies.
class AiringStore
{
public:
    explicit AiringStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// not_found "channel.airing.not_found".
    [[nodiscard]] Result<Airing> find(std::string_view code);
    /// Of the agency itself and of all groups, with a day from `from` to `to`, as they were made.
    [[nodiscard]] Result<std::vector<PlannedAiring>> of_agency(organisation::AgencyId agency,
                                                               Date from, Date to);
    /// Not ended, of the script, with a day from then on.
    [[nodiscard]] Result<std::vector<Airing>> open_of_script(ScriptId script, Date from);
    /// Gives id and code.
    [[nodiscard]] Result<void> insert(Airing& airing);
    /// conflict "base.changed_meanwhile" where it was ended already.
    [[nodiscard]] Result<void> end(AiringId id, Instant at);

    /// Latest first.
    [[nodiscard]] Result<std::vector<PlayHours>> hours_of(organisation::AgencyId agency);
    /// Those of the same day, if there are any, are written over.
    [[nodiscard]] Result<void> set_hours(organisation::AgencyId agency, const PlayHours& hours,
                                         AccountId by, Instant at);

    /// Newest first.
    [[nodiscard]] Result<std::vector<Programme>> programmes();
    /// not_found "channel.airing.programme" where it may not be aired.
    [[nodiscard]] Result<Programme> programme(std::string_view script_code);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::channel
