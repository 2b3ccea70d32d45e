#include "obligation/obstacle/obstacle_reminding.hpp"

#include <vector>

#include "obligation/obligation_store.hpp"
#include "obligation/obstacle/obstacle_paths.hpp"
#include "obligation/obstacle/obstacle_rule.hpp"
#include "obligation/obstacle/obstacle_store.hpp"
#include "obligation/reminder/news.hpp"

namespace caicach::obligation
{
namespace
{

constexpr int obstacles_at_once = 500;

Result<void> tell_waiting(Context& context, database::Transaction& transaction, People& people,
                          const WaitingObstacle& waiting, const ObstacleRule& rule)
{
    const auto& obstacle = waiting.obstacle;
    const auto obligation = TRY(ObligationStore{transaction}.find(obstacle.obligation));
    const auto task = TRY(task_of(transaction, obligation));
    const auto accounts = TRY(rule.audience == ObstacleAudience::handler
                                  ? people.answering(obstacle.handler, obstacle.plan)
                                  : people.of(Audience::coordinator, obligation));
    return tell(context, transaction, accounts,
                {.what = rule.title,
                 .about = about_of(task),
                 .agency = obstacle.agency,
                 .text = obstacle.problem,
                 .path = obstacle_path(obstacle.code),
                 .key = "obstacle/" + obstacle.code + "/" + rule.key + "/" +
                        Date::of(waiting.since).iso()});
}

}  // namespace

Result<void> remind_of_obstacles(Context& context, database::Transaction& transaction, Date after,
                                 Date today)
{
    const auto rules = TRY(obstacle_rules_on(today));
    const auto working = TRY(organisation::working_days(transaction));
    People people{transaction, today};
    ObstacleStore store{transaction};
    for (ObstacleId last;;) {
        const auto some = TRY(store.waiting(last, obstacles_at_once));
        if (some.empty()) return {};
        last = some.back().obstacle.id;
        for (const auto& waiting : some) {
            for (const auto& rule : rules) {
                const auto day = rule.fires_on(Date::of(waiting.since), working);
                if (day <= after || day > today) continue;
                TRY(tell_waiting(context, transaction, people, waiting, rule));
            }
        }
    }
}

}  // namespace caicach::obligation
