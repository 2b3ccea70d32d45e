#include "audit/trail.hpp"

#include <algorithm>
#include <limits>

#include "audit/entry_rows.hpp"
#include "audit/limits.hpp"
#include "audit/sql.hpp"
#include "audit/trail_line.hpp"
#include "database/migration.hpp"
#include "database/transaction.hpp"

namespace caicach::audit
{

namespace
{

constexpr std::int64_t seconds_ahead_of_utc = 7 * 3600;

/// Midnight in Vietnam, at which the day begins.
Instant begin_of(Date day)
{
    return instant_from_iso(day.iso() + "T00:00:00.000000Z") + -seconds_ahead_of_utc;
}

bool passes(const TrailFilter& filter, const Entry& entry)
{
    return (filter.person.empty() || entry.actor_name == filter.person) &&
           (!filter.agency || entry.acting_agency == filter.agency) &&
           (filter.session.empty() || entry.session == filter.session) &&
           (filter.address.empty() || entry.address == filter.address) &&
           (filter.action.empty() || entry.action == filter.action) &&
           (filter.actions.empty() ||
            std::ranges::find(filter.actions, entry.action) != filter.actions.end()) &&
           (filter.object_type.empty() ||
            (entry.object_type == filter.object_type && entry.object_id == filter.object_id)) &&
           (!filter.from || entry.at >= begin_of(*filter.from)) &&
           (!filter.to || entry.at < begin_of(filter.to->plus_days(1)));
}

/// Rows first ≤ seq < end.
struct Span {
    std::int64_t first{1};
    std::int64_t end{std::numeric_limits<std::int64_t>::max()};
};

Result<Span> span_of(database::Transaction& transaction, const TrailFilter& filter,
                     std::int64_t before)
{
    const auto read = [](const database::Row& row) { return row.integer("seq"); };
    constexpr auto slack = limits::trail_clock_slack_rows;
    Span span;
    if (before > 0) span.end = before;
    if (filter.from) {
        const auto first =
            TRY(transaction.maybe_one(sql::first_from, read, begin_of(*filter.from)));
        span.first = first ? *first - slack : span.end;
    }
    if (filter.to) {
        const auto next = begin_of(filter.to->plus_days(1));
        const auto last = TRY(transaction.maybe_one(sql::last_before, read, next));
        span.end = std::min(span.end, last ? *last + slack : 0);
    }
    return span;
}

/// Along the index that is likely to have the fewest rows for this filter.
template <class Visit>
Result<void> each_line(database::Transaction& transaction, const TrailFilter& filter,
                       const Span& span, const Visit& visit)
{
    constexpr auto most = limits::trail_rows_looked_max;
    const auto each_of = [&](std::string_view statement, const auto&... keys) {
        return transaction.each(database::in_dialect(statement, transaction.is_postgres()), visit,
                                span.first, span.end, most, keys...);
    };
    if (!filter.object_type.empty())
        return each_of(sql::trail_of_object, filter.object_type, filter.object_id);
    if (!filter.session.empty()) return each_of(sql::trail_of_session, filter.session);
    if (!filter.person.empty()) return each_of(sql::trail_of_person, filter.person);
    if (!filter.address.empty()) return each_of(sql::trail_of_address, filter.address);
    if (!filter.action.empty()) return each_of(sql::trail_of_action, filter.action);
    if (filter.agency) return each_of(sql::trail_of_agency, filter.agency);
    return each_of(sql::trail);
}

}  // namespace

Result<TrailPage> find_lines(database::Transaction& transaction, const TrailFilter& filter,
                             std::int64_t before, int size)
{
    const auto span = TRY(span_of(transaction, filter, before));
    const auto full = static_cast<std::size_t>(std::clamp(size, 1, limits::page_size_max));
    TrailPage page;
    int looked = 0;
    std::int64_t last = 0;
    const auto visit = [&](const database::Row& row) {
        if (page.entries.size() == full) {
            page.next_before = last;
            return false;
        }
        auto entry = read_entry(row);
        last = entry.seq;
        ++looked;
        if (passes(filter, entry)) page.entries.push_back(std::move(entry));
        return true;
    };
    TRY(each_line(transaction, filter, span, visit));
    if (page.next_before == 0 && looked == limits::trail_rows_looked_max) {
        page.next_before = last;
        page.is_cut = page.entries.size() < full;
    }
    return page;
}

Result<std::vector<LookLine>> looks_at(const Services& services, database::Transaction& transaction,
                                       std::string_view object_type, std::int64_t object_id)
{
    const TrailFilter filter{.actions = reading_actions(services),
                             .object_type = std::string(object_type),
                             .object_id = object_id};
    const auto page = TRY(find_lines(transaction, filter, 0, limits::looks_max));
    TrailWords words(services, transaction);
    std::vector<LookLine> looks;
    for (const auto& entry : page.entries) {
        auto line = TRY(words.line_of(entry));
        looks.push_back({.time = std::move(line.time),
                         .reader = std::move(line.person),
                         .agency = std::move(line.agency),
                         .what = std::move(line.action)});
    }
    return looks;
}

Result<void> ask_about(database::Transaction& transaction, std::int64_t seq, TrailFilter& filter)
{
    const auto read = [&](const database::Row& row) {
        filter.object_type = row.string("object_type");
        filter.object_id = row.integer("object_id");
        return true;
    };
    TRY(transaction.maybe_one(sql::object_of_entry, read, seq));
    return {};
}

}  // namespace caicach::audit
