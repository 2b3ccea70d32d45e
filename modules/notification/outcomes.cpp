#include "notification/api.hpp"
#include "notification/message.hpp"
#include "notification/sql.hpp"

#include "database/transaction.hpp"

namespace caicach::notification
{
namespace
{

struct StatusCount {
    Status status{};
    std::int64_t number{};
};

void add(Outcomes& outcomes, const StatusCount& one)
{
    switch (one.status) {
        case Status::created:
        case Status::sending:
            outcomes.waiting += one.number;
            return;
        case Status::sent:
        case Status::delivered:
            outcomes.sent += one.number;
            return;
        case Status::permanent_failure:
            outcomes.bounced += one.number;
            return;
        case Status::temporary_failure:
        case Status::technical_failure:
            outcomes.failed += one.number;
            return;
        case Status::uncertain:
            outcomes.uncertain += one.number;
            return;
        case Status::cancelled:
            outcomes.cancelled += one.number;
            return;
    }
}

}  // namespace

Result<Outcomes> outcomes_about(database::Transaction& transaction, Channel channel,
                                std::string_view path)
{
    const auto counts = TRY(transaction.all(
        sql::outcomes_about,
        [](const database::Row& row) {
            return StatusCount{.status = status_from(row.text("status")),
                               .number = row.integer("number")};
        },
        path, key_of(channel)));
    Outcomes outcomes;
    for (const auto& one : counts) add(outcomes, one);
    return outcomes;
}

Result<CrowdWaiting> crowd_waiting(database::Transaction& transaction, Channel channel,
                                   std::int64_t count_max)
{
    return transaction.one(
        sql::crowd_waiting,
        [](const database::Row& row) {
            return CrowdWaiting{.count = row.integer("number"),
                                .first_due = row.maybe_instant("due_at")};
        },
        key_of(channel), count_max);
}

}  // namespace caicach::notification
