#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attachment/api.hpp"
#include "base/time.hpp"
#include "channel/broadcast/broadcast_ids.hpp"
#include "database/transaction.hpp"
#include "jobs/jobs.hpp"
#include "manifest/actor.hpp"

/// The sound of an approved script: always an MP3 that this program wrote.
namespace caicach::channel
{

enum class RecordingSource : unsigned char {
    uploaded,
    recorded,     ///< in the browser
    draft_voice,  ///< said by the machine: for a first hearing, until a person accepts it
};
enum class RecordingState : unsigned char {
    making,
    ready,
    failed,   ///< and why
    retired,  ///< another took its place, or the script was sent back
};

struct Recording {
    RecordingId id{};
    std::string code{};
    ScriptId script{};
    RecordingSource source{};
    RecordingState state{};
    attachment::AttachmentId brought{};  ///< what was sent, until the MP3 is there
    attachment::AttachmentId file{};     ///< the MP3
    std::int64_t seconds{};
    std::int64_t bytes{};
    std::string fault{};  ///< in words
    jobs::JobId job{};
    AccountId made_by{};
    Instant made_at{};
    AccountId accepted_by{};
    std::optional<Instant> accepted_at{};
    std::int64_t version{};

    /// Whether it may go over loudspeakers.
    [[nodiscard]] bool may_be_aired() const
    {
        const bool is_accepted = source != RecordingSource::draft_voice || accepted_at;
        return state == RecordingState::ready && is_accepted;
    }
};

[[nodiscard]] std::string_view key_of(RecordingSource source);
[[nodiscard]] std::string_view text_of(RecordingSource source);
[[nodiscard]] std::optional<RecordingSource> recording_source_from(std::string_view key);

/// What a script has to be heard: the one that is ready, and the one in the making or that failed.
struct Recordings {
    std::optional<Recording> ready{};
    std::optional<Recording> open{};
};

/// Rows ↔ recordings.
class RecordingStore
{
public:
    explicit RecordingStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// not_found "channel.recording.not_found".
    [[nodiscard]] Result<Recording> find(RecordingId id);
    [[nodiscard]] Result<Recordings> of_script(ScriptId script);
    /// Whether it ever had one.
    [[nodiscard]] Result<bool> was_recorded(ScriptId script);
    /// With the id that it has; gives code. conflict where one is in the making already.
    [[nodiscard]] Result<void> insert(Recording& recording);
    /// conflict "base.changed_meanwhile".
    [[nodiscard]] Result<void> save(const Recording& recording);
    /// Those of the script in that state; in any where `state` is empty.
    [[nodiscard]] Result<void> retire(ScriptId script, std::string_view state);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::channel
