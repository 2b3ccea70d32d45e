#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "channel/broadcast/airing_store.hpp"

/// Programmes that went over loudspeakers, for everybody to hear again.
namespace caicach::channel
{

struct HeardProgramme {
    Programme programme{};
    std::int64_t bytes{};  ///< of its MP3
    Instant heard_at{};    ///< when it was first signed as played
};

/// Behind which a list goes on.
struct HeardPlace {
    Instant heard_at{};
    ScriptId script{};
};
[[nodiscard]] HeardPlace newest_programme();

class HeardStore
{
public:
    explicit HeardStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// Latest first; of all agencies where none is named. What was sent back since, or lost its
    /// sound, is not among them.
    [[nodiscard]] Result<std::vector<HeardProgramme>> list(
        std::optional<organisation::AgencyId> agency, const HeardPlace& behind, int count);
    /// not_found "channel.heard.not_found".
    [[nodiscard]] Result<HeardProgramme> find(std::string_view script_code);

    /// After a line of the log was signed: as it now stands there.
    [[nodiscard]] Result<void> was_signed(ScriptId script, bool was_played, Instant at);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::channel
