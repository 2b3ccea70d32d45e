#include "app/housekeeping.hpp"

#include <chrono>
#include <filesystem>

#include "attachment/api.hpp"
#include "audit/api.hpp"
#include "base/log.hpp"
#include "jobs/jobs.hpp"
#include "obligation/api.hpp"
#include "report/api.hpp"

namespace caicach::app
{
namespace
{

constexpr std::int64_t job_days_kept = 30;
constexpr int job_rounds_max = 100;  // of a thousand each; the next start goes on
constexpr int files_max = 10'000;
constexpr auto file_age_min = std::chrono::hours{24};  // another process may be writing a newer one

Result<void> remove_old_jobs(System& system)
{
    const auto before = system.services().clock->now() + -job_days_kept * 24 * 3600;
    for (int round = 0; round < job_rounds_max; ++round) {
        auto transaction = TRY(system.database().write());
        const auto removed = TRY(jobs::remove_finished(transaction, before));
        TRY(transaction.commit());
        if (removed == 0) break;
    }
    return {};
}

void remove_old_files(const std::string& folder)
{
    namespace fs = std::filesystem;
    const auto oldest = fs::file_time_type::clock::now() - file_age_min;
    std::error_code error;
    int count = 0;
    for (fs::directory_iterator at(folder, error), end; !error && at != end && count < files_max;
         at.increment(error), ++count) {
        std::error_code one;
        const auto written = at->last_write_time(one);
        if (!one && at->is_regular_file(one) && written < oldest) fs::remove(at->path(), one);
    }
}

}  // namespace

void keep_house(System& system)
{
    auto context = system.system_context("caicach");
    const auto walking = attachment::begin_walk(context);
    if (!walking) log::warning("stored files are not checked", {{"key", walking.error().key}});
    remove_old_files(system.services().data_folder + "/tmp");
    const auto reminding = obligation::begin_reminding(context);
    if (!reminding) log::warning("nobody is reminded", {{"key", reminding.error().key}});
    const auto reporting = report::begin_reporting(context);
    if (!reporting) log::warning("no period is opened", {{"key", reporting.error().key}});
    const auto removed = remove_old_jobs(system);
    if (!removed) {
        log::warning("old jobs stay",
                     {{"key", removed.error().key}, {"detail", removed.error().detail}});
    }
}

void close_house(System& system)
{
    auto context = system.system_context("caicach");
    const auto signed_off = audit::sign_and_copy(context);
    if (!signed_off) log::error("no audit checkpoint", {{"key", signed_off.error().key}});
}

}  // namespace caicach::app
