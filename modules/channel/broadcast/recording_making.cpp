#include "channel/broadcast/recording_making.hpp"

#include <fstream>
#include <utility>

#include "audio/mp3.hpp"
#include "audio/speech.hpp"
#include "channel/broadcast/broadcast_limits.hpp"
#include "channel/broadcast/loudspeakers.hpp"
#include "channel/broadcast/script_store.hpp"
#include "channel/broadcast/scripting.hpp"
#include "text/number.hpp"

namespace caicach::channel
{
namespace
{

constexpr std::string_view recording_job = "channel.write_recording";

Result<void> require_recordable(const Context& context, const Script& script)
{
    if (!rights_to(context, script).composes)
        return failure(Failure::forbidden, "channel.script.not_yours");
    if (script.state != ScriptState::approved)
        return failure(Failure::conflict, "channel.recording.not_approved");
    return {};
}

Result<jobs::JobId> enqueue(Context& context, database::Transaction& transaction,
                            const Recording& recording)
{
    const auto key = std::to_string(recording.id.value);
    return jobs::enqueue(transaction, recording_job, key, {.now = context.now(), .key = key});
}

/// Takes the place of one that failed; not of one that is being made.
Result<void> begin(Context& context, database::Transaction& transaction, const Script& script,
                   Recording recording)
{
    RecordingStore store{transaction};
    const auto before = TRY(store.of_script(script.id));
    if (before.open && before.open->state == RecordingState::making)
        return failure(Failure::conflict, "channel.recording.busy");
    TRY(store.retire(script.id, "failed"));
    recording.script = script.id;
    recording.made_by = context.actor().account;
    recording.made_at = context.now();
    recording.job = TRY(enqueue(context, transaction, recording));
    TRY(store.insert(recording));
    if (context.services().wake_worker) transaction.after_commit(context.services().wake_worker);
    return context.record(transaction, "channel.recording.begun", recording_object,
                          recording.id.value);
}

/// What there is to do, read before the children run: no transaction is open meanwhile.
struct Task {
    Recording recording{};
    Script script{};
    std::string text{};  ///< for the machine's voice
    std::string path{};  ///< of what was brought
    attachment::FileKind kind{};
};

std::string words_of(const std::vector<ScriptPart>& parts)
{
    std::string words;
    for (const auto& one : parts) words += one.text + "\n\n";
    return words;
}

Result<std::optional<Task>> task_of(Context& context, RecordingId id)
{
    auto transaction = TRY(context.read());
    Task task;
    task.recording = TRY(RecordingStore{transaction}.find(id));
    // It ran before, and only the note that it was done was lost.
    if (task.recording.state != RecordingState::making) return std::optional<Task>{};
    ScriptStore scripts{transaction};
    task.script = TRY(scripts.find(task.recording.script));
    if (task.recording.source == RecordingSource::draft_voice) {
        const auto parts = TRY(scripts.parts(task.script.id));
        task.text = words_of(parts);
        return std::optional{std::move(task)};
    }
    const auto brought = TRY(attachment::find(transaction, task.recording.brought));
    task.path = TRY(attachment::open_path(context, brought.sha256));
    task.kind = brought.kind;
    return std::optional{std::move(task)};
}

Result<audio::Mp3> sound_of(const Task& task, jobs::JobContext& job)
{
    constexpr int spoken_percent = 40;
    if (task.recording.source != RecordingSource::draft_voice) {
        const bool is_mp3 = task.kind == attachment::FileKind::mp3;
        return audio::to_mp3(task.path, is_mp3 ? audio::Source::mp3 : audio::Source::other);
    }
    const auto spoken = TRY(audio::speak(task.text, task.script.syllables_a_minute));
    job.report_progress(spoken_percent, "Máy đã đọc xong, đang ghi thành MP3");
    return audio::to_mp3(spoken.path, audio::Source::other);
}

Result<attachment::KeptFile> kept_in_store(Context& context, const Task& task,
                                           std::string_view bytes)
{
    const auto folder = TRY(TemporaryDirectory::create());
    const auto path = folder.file("sound.mp3");
    std::ofstream{path, std::ios::binary} << bytes;
    return attachment::keep(context, {.path = path, .name = task.script.title + ".mp3"},
                            written_sound_use());
}

/// The row as it is now, unless somebody ended it while the children ran.
Result<std::optional<Recording>> still_open(database::Transaction& transaction, RecordingId id)
{
    auto recording = TRY(RecordingStore{transaction}.find(id));
    if (recording.state != RecordingState::making) return std::optional<Recording>{};
    return std::optional{std::move(recording)};
}

Result<void> drop_brought(Context& context, database::Transaction& transaction,
                          Recording& recording)
{
    if (recording.brought == attachment::AttachmentId{}) return {};
    TRY(attachment::remove(context, transaction, recording.brought));
    recording.brought = {};
    return {};
}

Result<void> settle(Context& context, const Task& task, const audio::Mp3& sound)
{
    const auto kept = TRY(kept_in_store(context, task, sound.bytes));
    auto transaction = TRY(context.begin());
    auto recording = TRY(still_open(transaction, task.recording.id));
    if (!recording) return {};
    RecordingStore store{transaction};
    const auto file = TRY(attachment::add(context, transaction, kept, recording->id.value));
    recording->file = file.id;
    recording->seconds = sound.seconds;
    recording->bytes = file.bytes;
    recording->state = RecordingState::ready;
    TRY(drop_brought(context, transaction, *recording));
    TRY(store.retire(recording->script, "ready"));
    TRY(store.save(*recording));
    TRY(refresh_loudspeakers(context, transaction));
    TRY(context.record(transaction, "channel.recording.ready", recording_object,
                       recording->id.value));
    return transaction.commit();
}

Result<void> note_fault(Context& context, RecordingId id, const Error& error)
{
    auto transaction = TRY(context.begin());
    auto recording = TRY(still_open(transaction, id));
    if (!recording) return {};
    recording->state = RecordingState::failed;
    recording->fault = context.message(error);
    TRY(RecordingStore{transaction}.save(*recording));
    return transaction.commit();
}

/// A fault is told on the page, where a person tries again; the job itself is then done.
Result<void> run_recording_job(Context& context, jobs::JobContext& job)
{
    const auto number = text::parse_integer(job.payload());
    if (!number) return failure(Failure::invalid, "channel.recording.not_found");
    const RecordingId id{*number};
    const auto task = TRY(task_of(context, id));
    if (!task) return {};
    constexpr int begun_percent = 5;
    job.report_progress(begun_percent, "Đang xử lý âm thanh");
    auto sound = sound_of(*task, job);
    if (job.is_cancelled()) return {};
    auto outcome =
        sound ? settle(context, *task, *sound) : Result<void>{tl::unexpected<Error>(sound.error())};
    if (outcome) return {};
    return note_fault(context, id, outcome.error());
}

}  // namespace

const attachment::AttachmentUse& brought_sound_use()
{
    static const attachment::AttachmentUse use{
        .key = "channel.brought_sound",
        .kinds = {attachment::FileKind::mp3, attachment::FileKind::wav, attachment::FileKind::ogg},
        .bytes_max = limits::sound_bytes_max,
        .count_max = 1};
    return use;
}

const attachment::AttachmentUse& written_sound_use()
{
    static const attachment::AttachmentUse use{.key = "channel.sound",
                                               .kinds = {attachment::FileKind::mp3},
                                               .bytes_max = limits::sound_bytes_max,
                                               .count_max = 1};
    return use;
}

Result<void> begin_recording(Context& context, database::Transaction& transaction,
                             const Script& script, const attachment::KeptFile& brought,
                             RecordingSource source)
{
    TRY(require_recordable(context, script));
    Recording recording{.id = make_id<RecordingId>(), .source = source};
    const auto file = TRY(attachment::add(context, transaction, brought, recording.id.value));
    recording.brought = file.id;
    return begin(context, transaction, script, std::move(recording));
}

Result<void> begin_draft_voice(Context& context, database::Transaction& transaction,
                               const Script& script)
{
    TRY(require_recordable(context, script));
    return begin(context, transaction, script,
                 {.id = make_id<RecordingId>(), .source = RecordingSource::draft_voice});
}

Result<void> retry_recording(Context& context, database::Transaction& transaction,
                             const Script& script)
{
    TRY(require_recordable(context, script));
    RecordingStore store{transaction};
    auto recordings = TRY(store.of_script(script.id));
    if (!recordings.open || recordings.open->state != RecordingState::failed)
        return failure(Failure::conflict, "channel.recording.not_failed");
    auto& recording = *recordings.open;
    recording.state = RecordingState::making;
    recording.fault.clear();
    recording.job = TRY(enqueue(context, transaction, recording));
    TRY(store.save(recording));
    return context.record(transaction, "channel.recording.begun", recording_object,
                          recording.id.value);
}

Result<void> accept_draft_voice(Context& context, database::Transaction& transaction,
                                const Script& script)
{
    if (!rights_to(context, script).approves)
        return failure(Failure::forbidden, "channel.script.not_yours");
    RecordingStore store{transaction};
    auto recordings = TRY(store.of_script(script.id));
    if (!recordings.ready || recordings.ready->may_be_aired())
        return failure(Failure::conflict, "channel.recording.nothing_to_accept");
    auto& recording = *recordings.ready;
    recording.accepted_by = context.actor().account;
    recording.accepted_at = context.now();
    TRY(store.save(recording));
    TRY(refresh_loudspeakers(context, transaction));
    return context.record(transaction, "channel.recording.accepted", recording_object,
                          recording.id.value);
}

void add_recording_making(Module& module)
{
    module.job(recording_job, {}, run_recording_job);
    module.audits({"channel.recording.begun", "gửi âm thanh của chương trình phát thanh"});
    module.audits({"channel.recording.ready", "ghi xong âm thanh của chương trình phát thanh"});
    module.audits({"channel.recording.accepted", "cho phát giọng máy đọc"});
    module.audits_about({recording_object, "âm thanh chương trình phát thanh", {}});
}

}  // namespace caicach::channel
