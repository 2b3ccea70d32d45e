#pragma once
#include <optional>
#include <string_view>

#include "channel/broadcast/recording.hpp"
#include "channel/broadcast/script.hpp"
#include "manifest/context.hpp"
#include "manifest/module.hpp"

/// How an approved script comes to be heard. The sound is written by a job; until it is whole, the
/// one before it stays.
namespace caicach::channel
{

inline constexpr std::string_view recording_object = "channel.recording";

/// For what was brought, and for what was made of it.
[[nodiscard]] const attachment::AttachmentUse& brought_sound_use();
[[nodiscard]] const attachment::AttachmentUse& written_sound_use();

/// Begins one from what was brought. conflict "channel.recording.not_approved" where the script is
/// not, "channel.recording.busy" while another is in the making; forbidden
/// "channel.script.not_yours".
[[nodiscard]] Result<void> begin_recording(Context& context, database::Transaction& transaction,
                                           const Script& script,
                                           const attachment::KeptFile& brought,
                                           RecordingSource source);
/// The same, said by the machine.
[[nodiscard]] Result<void> begin_draft_voice(Context& context, database::Transaction& transaction,
                                             const Script& script);
/// What failed is tried once more. conflict "channel.recording.not_failed".
[[nodiscard]] Result<void> retry_recording(Context& context, database::Transaction& transaction,
                                           const Script& script);
/// A person who approves scripts heard the machine's voice and lets it go over loudspeakers.
/// conflict "channel.recording.nothing_to_accept".
[[nodiscard]] Result<void> accept_draft_voice(Context& context, database::Transaction& transaction,
                                              const Script& script);

/// The job that writes the sound.
void add_recording_making(Module& module);

}  // namespace caicach::channel
