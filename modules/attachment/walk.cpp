#include "attachment/walk.hpp"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "attachment/api.hpp"
#include "attachment/content_folder.hpp"
#include "attachment/examination.hpp"
#include "attachment/limits.hpp"
#include "attachment/sql.hpp"
#include "attachment/walk_findings.hpp"

namespace caicach::attachment
{

namespace
{

Walk walk_from(const database::Row& row)
{
    return {.step = row.integer("step"),
            .place = row.string("place"),
            .began_at = row.maybe_instant("began_at"),
            .sum = {.contents = row.integer("contents"),
                    .bytes = row.integer("bytes"),
                    .orphans = row.integer("orphans")},
            .ended_at = row.maybe_instant("ended_at"),
            .ended = {.contents = row.integer("ended_contents"),
                      .bytes = row.integer("ended_bytes"),
                      .orphans = row.integer("ended_orphans")}};
}

/// One step. It hashes without a transaction of its own, so that it holds nobody up.
class Step
{
public:
    Step(Context& context, const jobs::JobContext& job, Walk& walk)
        : m_context(context), m_job(job), m_walk(walk), m_folder(context.services().data_folder)
    {
        m_findings.from = walk.place;
    }

    /// False where it was told to stop: then nothing of it counts.
    [[nodiscard]] Result<bool> take()
    {
        if (!m_walk.began_at) {
            constexpr std::int64_t day = 24 * 60 * 60;
            m_walk.began_at = m_context.now();
            m_folder.clear_incoming(m_context.now() + -day);
        }
        while (!m_findings.ends_round && !is_full()) {
            if (m_job.is_cancelled()) return false;
            TRY(go_on());
        }
        m_findings.to = m_findings.ends_round ? end_of({}) : m_walk.place;
        return !m_job.is_cancelled();
    }
    [[nodiscard]] const WalkFindings& findings() const { return m_findings; }

private:
    struct Content {
        std::string sha256{};
        std::int64_t bytes{};
    };

    [[nodiscard]] bool is_full() const
    {
        return m_bytes >= limits::step_bytes_max || m_contents >= limits::step_contents_max;
    }

    /// The rest of the shelf, or as much of it as the step still takes.
    Result<void> go_on()
    {
        const auto shelf = m_walk.place.substr(0, first_shelf.size());
        const int room = limits::step_contents_max - m_contents;
        const auto contents = TRY(next_contents(end_of(shelf), room));
        for (const auto& content : contents) {
            if (is_full() || m_job.is_cancelled()) return {};
            look_at(content);
        }
        if (std::cmp_equal(contents.size(), room)) return {};
        auto transaction = TRY(m_context.read());
        const auto orphans = TRY(orphans_on(transaction, m_folder, shelf, m_context.now()));
        m_walk.sum.orphans += static_cast<std::int64_t>(orphans.size());
        for (const auto& orphan : orphans) m_findings.faults.push_back({orphan, Fault::orphan});
        if (m_findings.first_whole_shelf.empty()) m_findings.first_whole_shelf = shelf;
        m_findings.last_whole_shelf = shelf;
        const auto next = shelf_after(shelf);
        m_findings.ends_round = !next;
        m_walk.place = next.value_or(std::string(first_shelf));
        return {};
    }

    Result<std::vector<Content>> next_contents(const std::string& end, int limit)
    {
        auto transaction = TRY(m_context.read());
        const auto read = [](const database::Row& row) {
            return Content{row.string("sha256"), row.integer("bytes")};
        };
        return transaction.all(sql::contents_after, read, m_walk.place, end, limit);
    }

    void look_at(const Content& content)
    {
        if (const auto fault = examine(m_folder, content.sha256))
            m_findings.faults.push_back({content.sha256, *fault});
        m_walk.place = content.sha256;
        ++m_walk.sum.contents;
        m_walk.sum.bytes += content.bytes;
        ++m_contents;
        m_bytes += content.bytes;
    }

    Context& m_context;
    const jobs::JobContext& m_job;
    Walk& m_walk;
    ContentFolder m_folder;
    WalkFindings m_findings{};
    int m_contents{};
    std::int64_t m_bytes{};
};

Result<void> enqueue_step(Context& context, database::Transaction& transaction, std::int64_t step,
                          Instant run_at)
{
    const auto number = std::to_string(step);
    TRY(jobs::enqueue(transaction, walk_job_kind, number,
                      {.now = context.now(), .run_at = run_at, .key = number}));
    return {};
}

/// When the next step runs; ends the round where it was the last.
Instant next_run(Walk& walk, bool ends_round, Instant now)
{
    const auto soon = now + limits::step_pause_seconds;
    if (!ends_round) return soon;
    const auto next_round = *walk.began_at + limits::round_seconds;
    walk.began_at.reset();
    walk.ended_at = now;
    walk.ended = std::exchange(walk.sum, {});
    return std::max(soon, next_round);
}

Result<void> save(Context& context, Walk walk, const WalkFindings& findings)
{
    const auto run_at = next_run(walk, findings.ends_round, context.now());
    auto transaction = TRY(context.begin());
    const auto saved =
        TRY(transaction.change(sql::save_walk, walk.step, walk.place, walk.began_at,
                               walk.sum.contents, walk.sum.bytes, walk.sum.orphans, walk.ended_at,
                               walk.ended.contents, walk.ended.bytes, walk.ended.orphans));
    // Another process took this very step.
    if (saved == 0) return {};
    TRY(save_findings(context, transaction, findings));
    TRY(enqueue_step(context, transaction, walk.step + 1, run_at));
    return transaction.commit();
}

}  // namespace

int Walk::percent() const
{
    if (!began_at) return 0;
    int shelf = 0;
    std::from_chars(place.data(), place.data() + first_shelf.size(), shelf, 16);
    return 100 * shelf / limits::shelves;
}

Result<Walk> load_walk(database::Transaction& transaction)
{
    return transaction.one(sql::walk, walk_from);
}

Result<void> begin_walk(Context& context)
{
    auto transaction = TRY(context.begin());
    const auto walk = TRY(load_walk(transaction));
    TRY(enqueue_step(context, transaction, walk.step, context.now()));
    return transaction.commit();
}

Result<void> run_walk_job(Context& context, jobs::JobContext& job)
{
    Walk walk;
    {
        auto transaction = TRY(context.read());
        walk = TRY(load_walk(transaction));
    }
    if (job.payload() != std::to_string(walk.step)) return {};
    Step step(context, job, walk);
    const bool is_whole = TRY(step.take());
    if (!is_whole) return {};
    return save(context, walk, step.findings());
}

}  // namespace caicach::attachment
