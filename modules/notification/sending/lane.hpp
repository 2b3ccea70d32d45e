#pragma once
#include <string_view>

#include "jobs/worker.hpp"
#include "manifest/context.hpp"
#include "notification/message.hpp"
#include "notification/sending/breaker.hpp"
#include "notification/sending/pace.hpp"

/// A lane holds the messages of one channel that are single, or that are for a crowd. Each has jobs
/// of its own, so that neither crowds nor a slow provider hold up what is not theirs.
namespace caicach::notification
{

inline constexpr std::string_view single_job = "notification.single";
inline constexpr std::string_view bulk_job = "notification.bulk";
inline constexpr std::string_view sweep_job = "notification.sweep";

/// A job of the message's lane when it is due, and the sweep that looks after what gets stuck.
[[nodiscard]] Result<void> enqueue_sending(Context& context, database::Transaction& transaction,
                                           const Message& message);

/// Sends what is due in a lane until it is empty or other jobs shall have their turn; the payload
/// is the channel. A message is noted as being sent before anybody is talked to, and what became of
/// it after: what a crash leaves between is uncertain, never sent again by itself.
[[nodiscard]] Result<void> run_lane_job(Context& context, jobs::JobContext& job, Priority priority,
                                        Breakers& breakers, Pace& pace);

/// Calls uncertain what somebody began to send and never ended, forgets what has run out, and wakes
/// the lanes that were left with messages due.
[[nodiscard]] Result<void> run_sweep_job(Context& context, jobs::JobContext& job);

}  // namespace caicach::notification
