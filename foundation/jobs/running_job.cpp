#include "jobs/running_job.hpp"

#include <algorithm>
#include <utility>

#include "base/log.hpp"
#include "crypto/crypto.hpp"
#include "jobs/sql.hpp"

namespace caicach::jobs
{

namespace
{

constexpr std::size_t progress_text_bytes_max = 500;
constexpr std::size_t error_detail_bytes_max = 2000;

/// What trying again cannot mend.
bool is_final(Failure kind)
{
    switch (kind) {
        case Failure::invalid:
        case Failure::not_found:
        case Failure::forbidden:
        case Failure::unauthenticated:
        case Failure::too_large:
        case Failure::unsupported:
            return true;
        case Failure::conflict:
        case Failure::unavailable:
        case Failure::internal:
            return false;
    }
    return false;
}

/// The claim's text, in each database's words.
std::string_view claim_sql(bool is_postgres)
{
    static const std::string sqlite = database::in_dialect(sql::claim_job, false);
    static const std::string postgres = database::in_dialect(sql::claim_job, true);
    return is_postgres ? postgres : sqlite;
}

}  // namespace

Result<std::unique_ptr<RunningJob>> RunningJob::claim(database::Database& database,
                                                      const Clock& clock, const std::string& kind,
                                                      const KindLimits& limits, int lease_seconds)
{
    std::unique_ptr<RunningJob> job(new RunningJob(database, clock, limits));
    job->m_kind = kind;
    job->m_lease = crypto::random_token(12);
    job->m_lease_seconds = lease_seconds;
    job->m_extended_at = clock.now();
    const auto take = [&](const database::Row& row) {
        job->m_id = row.id<JobId>("id");
        job->m_payload = row.string("payload");
        job->m_attempt = static_cast<int>(row.integer("attempts"));
        job->m_attempts_max =
            static_cast<int>(row.maybe_integer("attempts_max").value_or(limits.attempts_max));
        job->m_is_cancel_asked = row.boolean("is_cancel_asked");
        return true;
    };
    database::Transaction transaction = TRY(database.write());
    const auto taken =
        TRY(transaction.maybe_one(claim_sql(transaction.is_postgres()), take, job->m_lease,
                                  job->m_extended_at + lease_seconds, kind, job->m_extended_at));
    if (!taken) return nullptr;
    // Its runs ended without a word, each time: more would only take the machine down again.
    if (job->m_attempt > job->m_attempts_max) {
        const Error lost{Failure::internal, "jobs.lost", {}, {}, {}};
        TRY(job->finish(transaction, State::dead, lost));
        TRY(transaction.commit());
        log::error("job.dead", {{"kind", kind}, {"job", job->m_id.value}, {"error", "jobs.lost"}});
        return nullptr;
    }
    TRY(transaction.commit());
    return job;
}

void RunningJob::report_progress(int percent, std::string_view text)
{
    const std::scoped_lock lock(m_mutex);
    m_percent = std::clamp(percent, 0, 100);
    m_text = text.substr(0, progress_text_bytes_max);
    m_is_progress_new = true;
}

bool RunningJob::is_cancelled() const
{
    if (m_is_cancel_asked || m_is_stop_asked || m_is_lease_lost) m_is_told_to_end = true;
    return m_is_told_to_end;
}

void RunningJob::pulse()
{
    const auto looked = look();
    if (!looked)  // the next pulse tries again; the lease lasts for some of them
        log::warning("job.pulse", {{"kind", m_kind}, {"error", looked.error().detail}});
}

Result<void> RunningJob::look()
{
    bool has_news = false;
    {
        const std::scoped_lock lock(m_mutex);
        has_news = m_is_progress_new;
    }
    const std::int64_t age = (m_clock.now().microseconds - m_extended_at.microseconds) / 1'000'000;
    if (has_news || age * 3 >= m_lease_seconds) return extend();
    database::Transaction transaction = TRY(m_database.read());
    const auto asked = TRY(transaction.maybe_one(
        sql::running_job, [](const database::Row& row) { return row.boolean("is_cancel_asked"); },
        m_id, m_lease));
    m_is_lease_lost = !asked;
    m_is_cancel_asked = asked.value_or(false);
    return {};
}

Result<void> RunningJob::extend()
{
    const Instant now = m_clock.now();
    int percent = 0;
    std::string text;
    {
        const std::scoped_lock lock(m_mutex);
        percent = m_percent;
        text = m_text;
        m_is_progress_new = false;
    }
    database::Transaction transaction = TRY(m_database.write());
    const auto asked = TRY(transaction.maybe_one(
        sql::extend_lease, [](const database::Row& row) { return row.boolean("is_cancel_asked"); },
        now + m_lease_seconds, percent, text, m_id, m_lease));
    TRY(transaction.commit());
    m_extended_at = now;
    m_is_lease_lost = !asked;
    m_is_cancel_asked = asked.value_or(false);
    return {};
}

void RunningJob::run(const Handler& handler)
{
    const Result<void> outcome = handler(*this);
    const Result<void> recorded = record(outcome);
    if (!recorded)  // the lease ends by itself, and the job runs once more
        log::error("job.not_recorded", {{"kind", m_kind},
                                        {"job", m_id.value},
                                        {"error", recorded.error().key},
                                        {"detail", recorded.error().detail}});
}

Result<void> RunningJob::record(const Result<void>& outcome)
{
    if (m_is_told_to_end && m_is_lease_lost) return {};  // somebody else has it now
    const Error nothing_wrong{Failure::internal, {}, {}, {}, {}};
    database::Transaction transaction = TRY(m_database.write());
    if (m_is_told_to_end && m_is_cancel_asked) {
        TRY(finish(transaction, State::cancelled, nothing_wrong));
    } else if (m_is_told_to_end) {
        TRY(release(transaction, m_clock.now(), m_attempt - 1, nothing_wrong));
    } else if (outcome) {
        TRY(finish(transaction, State::done, nothing_wrong));
    } else {
        TRY(record_failure(transaction, outcome.error()));
    }
    return transaction.commit();
}

Result<void> RunningJob::record_failure(database::Transaction& transaction, const Error& error)
{
    const bool is_dead = is_final(error.kind) || m_attempt >= m_attempts_max;
    const bool is_ours = TRY(is_dead ? finish(transaction, State::dead, error)
                                     : release(transaction, retry_at(), m_attempt, error));
    std::string_view message = is_dead ? "job.dead" : "job.failed";
    if (!is_ours) message = "job.lease_lost";
    log::write(is_dead && is_ours ? log::Level::error : log::Level::warning, message,
               {{"kind", m_kind},
                {"job", m_id.value},
                {"attempt", m_attempt},
                {"error", error.key},
                {"detail", error.detail}});
    return {};
}

Result<bool> RunningJob::finish(database::Transaction& transaction, State state, const Error& error)
{
    const std::scoped_lock lock(m_mutex);
    const int percent = state == State::done ? 100 : m_percent;
    return TRY(transaction.change(sql::finish_job, to_text(state), percent, m_text, error.key,
                                  error.detail.substr(0, error_detail_bytes_max), m_clock.now(),
                                  m_id, m_lease)) == 1;
}

Result<bool> RunningJob::release(database::Transaction& transaction, Instant due, int attempts,
                                 const Error& error)
{
    const std::scoped_lock lock(m_mutex);
    return TRY(transaction.change(sql::release_job, due, attempts, m_text, error.key,
                                  error.detail.substr(0, error_detail_bytes_max), m_id, m_lease)) ==
           1;
}

/// Doubled each time, and not all at the same moment: some part of it, at random, is added.
Instant RunningJob::retry_at() const
{
    std::int64_t seconds = m_limits.retry_seconds;
    for (int i = 1; i < m_attempt && seconds < m_limits.retry_seconds_max; ++i) seconds *= 2;
    seconds = std::min<std::int64_t>(seconds, m_limits.retry_seconds_max);
    const auto random = static_cast<unsigned char>(crypto::random_bytes(1)[0]);
    return m_clock.now() + seconds + seconds * random / (4 * 255);
}

}  // namespace caicach::jobs
