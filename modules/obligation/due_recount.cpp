#include "obligation/due_recount.hpp"

#include <fmt/format.h>

#include "calendar/period_key.hpp"
#include "json/value.hpp"
#include "obligation/generation.hpp"
#include "obligation/paths.hpp"
#include "obligation/reminder/plan_news.hpp"
#include "obligation/work.hpp"

namespace caicach::obligation
{
namespace
{

/// "Việc II.1.a. Gửi tin, bài (Tháng 5/2026, 12 cơ quan)"
std::string words_of(const Work& work, const MovedDay& moved, int agencies)
{
    const auto period = calendar::period_from_key(moved.period);
    return fmt::format("Việc {}. {} ({}{} cơ quan)", work.path, work.title,
                       period ? calendar::label(*period) + ", " : std::string{}, agencies);
}

Result<void> record(Context& context, database::Transaction& transaction,
                    const plan::PlanSummary& plan, const Work& work, const MovedDay& moved)
{
    const auto detail = json::Value::object()
                            .set("path", work.path)
                            .set("period", moved.period)
                            .set("before", moved.before.iso())
                            .set("after", moved.after.iso());
    return context.record(transaction, "obligation.due.moved", "plan.edition", plan.edition.value,
                          json::dump(detail));
}

}  // namespace

Result<void> recount_due_days(Context& context, database::Transaction& transaction,
                              const organisation::CalendarChanged& changed)
{
    const auto plans = TRY(plans_going_on(context, transaction));
    for (const auto& plan : plans) {
        const auto done = TRY(generate(context, transaction, plan.id));
        TRY(tell_agencies(context, transaction, plan, done, Cause::calendar));
        for (const auto& [moved, agencies] : done.moved) {
            const auto work = TRY(work_of(transaction, plan.id, moved.lineage));
            TRY(record(context, transaction, plan, work, moved));
            changed.moved->push_back({.what = words_of(work, moved, agencies),
                                      .path = board_items_path(plan.code),
                                      .before = moved.before,
                                      .after = moved.after});
        }
    }
    return {};
}

}  // namespace caicach::obligation
