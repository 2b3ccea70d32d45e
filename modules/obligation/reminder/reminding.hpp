#pragma once
#include <vector>

#include "jobs/worker.hpp"
#include "manifest/context.hpp"
#include "obligation/reminder/digest.hpp"
#include "obligation/reminder/reminder_rule.hpp"

/// Reminders by rule: once on each working day, when offices open.
namespace caicach::obligation
{

inline constexpr std::string_view remind_job = "obligation.remind";

/// Sends the digests of today, with what days without a run left over (limits::remind_days_max at
/// most), and sees to the next run. Ended half way it goes on where it was: who was reminded on a
/// day is passed over.
[[nodiscard]] Result<void> run_remind_job(Context& context, jobs::JobContext& job);

/// Who is told what on the days behind `after`, up to `today`. It asks for what is owed on the days
/// that the rules name, and nothing else: history costs nothing.
struct Collected {
    Collected() = default;
    Collected(Collected&&) = default;
    Collected& operator=(Collected&&) = default;
    Collected(const Collected&) = delete;
    Collected& operator=(const Collected&) = delete;
    ~Collected() = default;

    std::vector<std::vector<Task>> tasks{};  ///< by day; the digests point into them
    Digests digests{};
};
[[nodiscard]] Result<Collected> collect_reminders(database::Transaction& transaction, Date after,
                                                  Date today);

}  // namespace caicach::obligation
