#include "obligation/board/pack_handlers.hpp"

#include <set>
#include <utility>

#include "evidence/api.hpp"
#include "obligation/board/task_list.hpp"
#include "obligation/limits.hpp"
#include "obligation/obligation_store.hpp"
#include "text/text.hpp"

namespace caicach::obligation
{
namespace
{

constexpr std::size_t name_length_max = 80;  ///< characters; file systems hold 255 bytes

/// A fact that counts for several of them is there once. One more than a pack holds, so that too
/// many are refused and never cut off.
Result<std::vector<evidence::RecordedFact>> facts_of(database::Transaction& transaction,
                                                     const std::vector<BoardTask>& tasks)
{
    ObligationStore store{transaction};
    std::set<evidence::FactId> known;
    std::vector<evidence::RecordedFact> facts;
    for (const auto& [task, agency, is_told_late] : tasks) {
        if (task.obligation.done == 0) continue;
        const auto counts = TRY(store.counts(task.obligation.id));
        for (const auto& count : counts) {
            if (facts.size() > evidence::pack_facts_max) return facts;
            if (!known.insert(count.fact).second) continue;
            auto fact = TRY(evidence::fact_by_id(transaction, count.fact));
            facts.push_back(std::move(fact));
        }
    }
    return facts;
}

/// "II.1. Đăng tin, bài, Sở Y tế, tháng 03/2026 theo Kế hoạch 12/KH-UBND"
std::string subject_of(const Watched& watched, const Narrowed& narrowed)
{
    std::string subject;
    const auto add = [&](const std::string& text) {
        if (text.empty()) return;
        if (!subject.empty()) subject += ", ";
        subject += text;
    };
    add(narrowed.item);
    add(narrowed.agency);
    add(narrowed.kind);
    if (const auto days = days_of_month(watched.filter.month))
        add("hạn từ " + days->first.vietnamese() + " đến " + days->last.vietnamese());
    if (!subject.empty()) subject += ", ";
    return subject + "theo " +
           (watched.plan.number.empty() ? watched.plan.title : watched.plan.number);
}

}  // namespace

Result<http::Response> download_board_pack(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto watched = TRY(watched_in(context, transaction, request));
    const auto words = TRY(narrowed(transaction, watched));
    const auto list = TRY(listed_tasks(transaction, watched, {}, limits::exported_tasks_max));
    evidence::PackContent content{
        .subject = subject_of(watched, words),
        .name = "Minh chứng - " + text::shorten(watched.plan.title, name_length_max),
        .agency = watched.plan.coordinator,
        .names_agencies = true};
    content.facts = TRY(facts_of(transaction, list.tasks));
    return evidence::pack(context, transaction, content);
}

}  // namespace caicach::obligation
