#include "obligation/board/excusing.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "crypto/crypto.hpp"
#include "obligation/limits.hpp"
#include "obligation/reminder/work_news.hpp"
#include "obligation/result.hpp"

namespace caicach::obligation
{

std::string Excusable::seen() const
{
    std::string text;
    for (const auto& [task, agency, is_told_late] : tasks) {
        text += task.obligation.code + " " + std::to_string(task.obligation.version) + "\n";
    }
    return crypto::sha256_hex(text);
}

Result<Excusable> excusable_in(database::Transaction& transaction, const Watched& watched)
{
    // Of what is owed there may be more behind what is done: it is looked at as far as a file goes.
    auto list = TRY(listed_tasks(transaction, watched, {}, limits::excusable_looked_at_max));
    Excusable found{.tasks = std::move(list.tasks), .is_too_many = list.goes_on};
    std::erase_if(found.tasks, [](const BoardTask& entry) {
        const auto& obligation = entry.task.obligation;
        return obligation.is_requested || !obligation.is_owed();
    });
    if (found.tasks.size() > limits::excused_at_once_max) found.is_too_many = true;
    return found;
}

Result<std::size_t> excuse_all(Context& context, database::Transaction& transaction,
                               const Watched& watched, const Excusing& excusing)
{
    const auto found = TRY(excusable_in(transaction, watched));
    if (found.is_too_many) return failure(Failure::conflict, "obligation.excusing.too_many");
    if (found.tasks.empty()) return failure(Failure::conflict, "obligation.excusing.none");
    if (found.seen() != excusing.seen)
        return failure(Failure::conflict, "obligation.excusing.changed");
    std::vector<Obligation> excused;
    for (const auto& [task, agency, is_told_late] : found.tasks) {
        auto some = TRY(excuse_untold(context, transaction, task.obligation, excusing.reason));
        std::ranges::move(some, std::back_inserter(excused));
    }
    TRY(tell_excused(context, transaction, watched.plan, excused));
    return found.tasks.size();
}

}  // namespace caicach::obligation
