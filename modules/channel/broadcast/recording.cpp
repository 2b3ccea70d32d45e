#include "channel/broadcast/recording.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "channel/sql.hpp"
#include "crypto/public_code.hpp"

namespace caicach::channel
{
namespace
{

struct SourceWord {
    RecordingSource source{};
    std::string_view key{};
    std::string_view text{};
};
constexpr std::array source_words{
    SourceWord{RecordingSource::uploaded, "uploaded", "Tệp tải lên"},
    SourceWord{RecordingSource::recorded, "recorded", "Ghi âm tại trang này"},
    SourceWord{RecordingSource::draft_voice, "draft_voice", "Giọng máy đọc thử"}};

constexpr std::array<std::string_view, 4> recording_states{"making", "ready", "failed", "retired"};

std::string_view key_of(RecordingState state)
{
    return recording_states.at(static_cast<std::size_t>(state));
}

Recording recording_from(const database::Row& row)
{
    Recording recording{.id = row.id<RecordingId>("id"),
                        .code = row.string("code"),
                        .script = row.id<ScriptId>("script_id"),
                        .brought = row.id<attachment::AttachmentId>("brought_file_id"),
                        .file = row.id<attachment::AttachmentId>("file_id"),
                        .seconds = row.integer("seconds"),
                        .bytes = row.integer("bytes"),
                        .fault = row.string("fault"),
                        .job = row.id<jobs::JobId>("job_id"),
                        .made_by = row.id<AccountId>("made_by"),
                        .made_at = row.instant("made_at"),
                        .accepted_by = row.id<AccountId>("accepted_by"),
                        .accepted_at = row.maybe_instant("accepted_at"),
                        .version = row.integer("version")};
    const auto source = recording_source_from(row.text("source"));
    const auto* const state = std::ranges::find(recording_states, row.text("state"));
    VERIFY(source && state != recording_states.end());  // the table's CHECK admits these only
    recording.source = *source;
    recording.state = static_cast<RecordingState>(state - recording_states.begin());
    return recording;
}

}  // namespace

std::string_view key_of(RecordingSource source)
{
    return source_words.at(static_cast<std::size_t>(source)).key;
}
std::string_view text_of(RecordingSource source)
{
    return source_words.at(static_cast<std::size_t>(source)).text;
}

std::optional<RecordingSource> recording_source_from(std::string_view key)
{
    const auto* const found = std::ranges::find(source_words, key, &SourceWord::key);
    if (found == source_words.end()) return {};
    return found->source;
}

Result<Recording> RecordingStore::find(RecordingId id)
{
    auto found = TRY(m_transaction.maybe_one(sql::recording_by_id, recording_from, id));
    if (!found) return failure(Failure::not_found, "channel.recording.not_found");
    return std::move(*found);
}

Result<Recordings> RecordingStore::of_script(ScriptId script)
{
    auto rows = TRY(m_transaction.all(sql::recordings_of_script, recording_from, script));
    Recordings recordings;
    for (auto& one : rows) {
        auto& place = one.state == RecordingState::ready ? recordings.ready : recordings.open;
        place = std::move(one);
    }
    return recordings;
}

Result<bool> RecordingStore::was_recorded(ScriptId script)
{
    return m_transaction.one(
        sql::has_recordings, [](const database::Row& row) { return row.integer("recordings") > 0; },
        script);
}

Result<void> RecordingStore::insert(Recording& recording)
{
    recording.code = crypto::make_public_code();
    recording.version = 1;
    return m_transaction.change_one(sql::insert_recording, recording.id, recording.code,
                                    recording.script, key_of(recording.source), recording.brought,
                                    recording.job, recording.made_by, recording.made_at);
}

Result<void> RecordingStore::save(const Recording& recording)
{
    return m_transaction.change_one(sql::save_recording, recording.id, recording.version,
                                    key_of(recording.state), recording.brought, recording.file,
                                    recording.seconds, recording.bytes, recording.fault,
                                    recording.job, recording.accepted_by, recording.accepted_at);
}

Result<void> RecordingStore::retire(ScriptId script, std::string_view state)
{
    TRY(m_transaction.change(sql::retire_recordings, script, state));
    return {};
}

}  // namespace caicach::channel
