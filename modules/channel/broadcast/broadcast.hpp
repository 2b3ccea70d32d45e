#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "channel/broadcast/air_times.hpp"
#include "evidence/api.hpp"

/// What became of each time that a programme was to be played, as an officer signed it.
namespace caicach::channel
{

inline constexpr std::string_view broadcast_object = "channel.broadcast";

/// A line of the log.
struct Broadcast {
    BroadcastId id{};
    std::string code{};
    ScriptId script{};
    organisation::AgencyId agency{};
    std::string title{};
    attachment::AttachmentId file{};
    std::string file_sha256{};  ///< of what was to be played
    std::int64_t seconds{};     ///< likewise
    Date day{};
    int minute{};  ///< at which it was to be played
    int started_minute{};
    std::int64_t played_minutes{};  ///< 0: not played
    std::string difference{};       ///< from what was planned, or why the line was corrected
    AccountId signed_by{};
    Instant signed_at{};
    std::string sha256{};
    BroadcastId supersedes{};  ///< 0: the first of its time
    evidence::FactId fact{};   ///< 0: never played

    [[nodiscard]] bool was_played() const { return played_minutes > 0; }
};

/// What an officer says of one time.
struct Said {
    bool was_played{};
    int started_minute{};
    std::int64_t minutes{};
    std::string difference{};
};

/// As long as the sound, in whole minutes.
[[nodiscard]] std::int64_t expected_minutes(std::int64_t seconds);

/// Pure: invalid "channel.broadcast.minutes" (field "minutes"), "….not_yet" ("started"),
/// "….why_not" and "….differs" ("difference") where it was not played, or otherwise than planned,
/// and nothing says why.
[[nodiscard]] Result<void> check_said(const Broadcast& planned, const Said& said, Instant now);

/// What is signed: SHA-256 of its fields as netstrings, the signer and the line before among them.
/// It stands in the audit too, whose chain is signed.
[[nodiscard]] std::string signed_hash(const Broadcast& broadcast);

/// Rows ↔ lines of the log.
class BroadcastStore
{
public:
    explicit BroadcastStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// One that stands; not_found "channel.broadcast.not_found".
    [[nodiscard]] Result<Broadcast> find(std::string_view code);
    /// Those that stand, in the order of their times.
    [[nodiscard]] Result<std::vector<Broadcast>> of_agency(organisation::AgencyId agency, Date from,
                                                           Date to);
    /// conflict where a line stands for that time.
    [[nodiscard]] Result<void> insert(const Broadcast& broadcast);
    /// conflict "base.changed_meanwhile" where another stands for it already.
    [[nodiscard]] Result<void> supersede(BroadcastId id);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::channel
