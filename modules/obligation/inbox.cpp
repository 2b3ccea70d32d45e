#include "obligation/inbox.hpp"

#include <charconv>

#include "http/percent.hpp"
#include "obligation/inbox_query.hpp"
#include "obligation/limits.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/paths.hpp"
#include "obligation/sql.hpp"

namespace caicach::obligation
{

namespace
{

/// Whose alone; none: everybody's.
AccountId account_of(const TaskQuery& query)
{
    return query.only_mine ? query.account : AccountId{};
}

}  // namespace

Result<Task> task_of(database::Transaction& transaction, const Obligation& obligation)
{
    auto work = TRY(work_of(transaction, obligation.plan, obligation.lineage));
    return Task{.obligation = obligation, .work = std::move(work)};
}

Task task_from(const database::Row& row)
{
    return {.obligation = obligation_from(row), .work = work_from(row)};
}

std::string_view name_of(Box box)
{
    switch (box) {
        case Box::later:
            return "sap-toi";
        case Box::done:
            return "da-xong";
        case Box::urgent:
            break;
    }
    return "den-han";
}

Box box_from(std::string_view name)
{
    for (const auto box : {Box::later, Box::done})
        if (name == name_of(box)) return box;
    return Box::urgent;
}

std::string box_path(Box box, bool only_mine)
{
    auto path = inbox_path() + "?muc=" + std::string{name_of(box)};
    return only_mine ? path + "&cua-toi=1" : path;
}

std::string place_text(const Task& task)
{
    return task.obligation.due_on.iso() + "." + std::to_string(task.obligation.id.value);
}

TaskPlace place_from(std::string_view text)
{
    const auto point = text.find('.');
    if (point == std::string_view::npos) return {};
    const auto day = Date::from_iso(text.substr(0, point));
    const auto digits = text.substr(point + 1);
    TaskPlace place;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), place.id.value);
    const bool is_whole = read.ec == std::errc{} && read.ptr == digits.data() + digits.size();
    if (!day || !is_whole) return {};
    place.due_on = *day;
    return place;
}

std::string inbox_path_of_plan(Box box, bool only_mine, std::string_view plan_code)
{
    auto path = box_path(box, only_mine);
    http::append_to_query(path, "ke-hoach", plan_code);
    return path;
}

Result<std::vector<Task>> tasks(database::Transaction& transaction, const TaskQuery& query,
                                Date today)
{
    return tasks_of_plan(transaction, query, {}, today);
}

Result<std::vector<Task>> tasks_of_plan(database::Transaction& transaction, const TaskQuery& query,
                                        plan::PlanId plan, Date today)
{
    const auto account = account_of(query);
    const auto limit_day = today.plus_days(urgent_days);
    if (query.box == Box::done) {
        const auto before = query.after.id ? query.after : TaskPlace{.due_on = limits::last_day()};
        return transaction.all(sql::done_tasks, task_from, query.agency,
                               today.plus_days(-done_days), before.due_on, before.id, account,
                               query.limit, today, plan);
    }
    const bool is_urgent = query.box == Box::urgent;
    const auto from = is_urgent ? limits::first_day() : limit_day.plus_days(1);
    const auto after = query.after.id ? query.after : TaskPlace{.due_on = limits::first_day()};
    return transaction.all(sql::owed_tasks, task_from, query.agency, from,
                           is_urgent ? limit_day : limits::last_day(), after.due_on, after.id,
                           account, query.limit, today, plan);
}

Result<BoxCounts> box_counts(database::Transaction& transaction, const TaskQuery& query, Date today)
{
    return box_counts_of_plan(transaction, query, {}, today);
}

Result<BoxCounts> box_counts_of_plan(database::Transaction& transaction, const TaskQuery& query,
                                     plan::PlanId plan, Date today)
{
    const auto counts = [](const database::Row& row) {
        return BoxCounts{.overdue = row.integer("overdue"),
                         .urgent = row.integer("urgent"),
                         .later = row.integer("later")};
    };
    return transaction.one(sql::owed_counts, counts, query.agency, today,
                           today.plus_days(urgent_days), account_of(query), plan);
}

}  // namespace caicach::obligation
