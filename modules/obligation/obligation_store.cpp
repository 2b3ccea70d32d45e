#include "obligation/obligation_store.hpp"

#include <algorithm>
#include <utility>

#include "database/many_rows.hpp"
#include "obligation/limits.hpp"
#include "obligation/sql.hpp"

namespace caicach::obligation
{

Obligation obligation_from(const database::Row& row)
{
    return {.id = row.id<ObligationId>("id"),
            .code = row.string("code"),
            .plan = row.id<plan::PlanId>("plan_id"),
            .lineage = row.id<plan::ItemId>("lineage"),
            .item = row.id<plan::ItemId>("item_id"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .role = plan::role_from(row.text("role")).value_or(plan::Role::perform),
            .quota = row.string("quota"),
            .period = row.string("period"),
            .begins_on = row.date("begins_on"),
            .ends_on = row.date("ends_on"),
            .due_on = row.date("due_on"),
            .needed = row.integer("needed"),
            .unit = row.string("unit"),
            .product = row.string("product"),
            .is_requested = row.boolean("is_requested"),
            .parent = row.id<ObligationId>("parent_id"),
            .giver = row.id<organisation::AgencyId>("giver_id"),
            .done = row.integer("done"),
            .done_on = row.maybe_date("done_on"),
            .assigned_to = row.id<AccountId>("assigned_to"),
            .closing = closing_from(row.text("closing")),
            .closing_reason = row.string("closing_reason"),
            .closed_by = row.string("closed_by"),
            .closed_at = row.maybe_instant("closed_at"),
            .version = row.integer("version")};
}

namespace
{

Count::Reason reason_from(std::string_view name)
{
    if (name == "reported") return Count::Reason::reported;
    return name == "successor" ? Count::Reason::successor : Count::Reason::product;
}

Count count_from(const database::Row& row)
{
    return {.fact = row.id<evidence::FactId>("fact_id"),
            .quantity = row.integer("quantity"),
            .happened_on = row.date("happened_on"),
            .reason = reason_from(row.text("reason")),
            .part = row.id<ObligationId>("part_id")};
}

/// What an obligation adds to the tally of its day.
struct Share {
    int owed{};
    int in_time{};
    int late{};
    int excused{};

    friend bool operator==(const Share&, const Share&) = default;
};

Share share_of(const Obligation& obligation)
{
    if (obligation.is_requested || obligation.closing == Closing::closed) return {};
    Share share{.owed = 1};
    if (obligation.closing == Closing::excused) {
        share.excused = 1;
    } else if (obligation.done_on) {
        (*obligation.done_on <= obligation.due_on ? share.in_time : share.late) = 1;
    }
    return share;
}

/// To both sums, by day and by item; parts to those of who gave them.
Result<void> add_to_tally(database::Transaction& transaction, const Obligation& obligation,
                          int sign)
{
    const auto share = share_of(obligation);
    if (share.owed == 0) return {};
    if (obligation.is_part()) {
        TRY(transaction.change(sql::add_to_part_tally, obligation.plan, obligation.giver,
                               obligation.agency, obligation.due_on, sign * share.owed,
                               sign * share.in_time, sign * share.late, sign * share.excused));
        return {};
    }
    TRY(transaction.change(sql::add_to_tally, obligation.plan, obligation.agency, obligation.due_on,
                           sign * share.owed, sign * share.in_time, sign * share.late,
                           sign * share.excused));
    TRY(transaction.change(sql::add_to_item_tally, obligation.plan, obligation.lineage,
                           obligation.agency, sign * share.owed, sign * share.in_time,
                           sign * share.late, sign * share.excused));
    return {};
}

constexpr std::size_t columns = 26;

/// Statements outlive the database, which prepares each once.
struct Block {
    std::size_t rows{};
    std::string sql{};
};
const std::vector<Block>& blocks()
{
    // Few enough that SQLite, which compares the names of all parameters, prepares them in no time.
    static const std::vector<Block> all{{50, database::many_rows(sql::insert_obligation, 50)},
                                        {10, database::many_rows(sql::insert_obligation, 10)},
                                        {1, std::string{sql::insert_obligation}}};
    return all;
}

void bind(std::vector<database::Parameter>& bound, const Obligation& o)
{
    bound.emplace_back(o.id);
    bound.emplace_back(o.code);
    bound.emplace_back(o.plan);
    bound.emplace_back(o.lineage);
    bound.emplace_back(o.item);
    bound.emplace_back(o.agency);
    bound.emplace_back(plan::name_of(o.role));
    bound.emplace_back(o.quota);
    bound.emplace_back(o.period);
    bound.emplace_back(o.begins_on);
    bound.emplace_back(o.ends_on);
    bound.emplace_back(o.due_on);
    bound.emplace_back(o.needed);
    bound.emplace_back(o.unit);
    bound.emplace_back(o.product);
    bound.emplace_back(o.is_requested);
    bound.emplace_back(o.done);
    bound.emplace_back(o.done_on);
    bound.emplace_back(o.assigned_to);
    bound.emplace_back(name_of(o.closing));
    bound.emplace_back(o.closing_reason);
    bound.emplace_back(o.closed_by);
    bound.emplace_back(o.closed_at);
    bound.emplace_back(o.version);
    bound.emplace_back(o.parent);
    bound.emplace_back(o.giver);
}

Result<Obligation> found_or_gone(Result<std::optional<Obligation>> found)
{
    auto obligation = TRY(std::move(found));
    if (!obligation) return failure(Failure::not_found, "obligation.not_found");
    return std::move(*obligation);
}

}  // namespace

std::string_view name_of(Count::Reason reason)
{
    switch (reason) {
        case Count::Reason::reported:
            return "reported";
        case Count::Reason::successor:
            return "successor";
        case Count::Reason::product:
            break;
    }
    return "product";
}

Result<Obligation> ObligationStore::find(ObligationId id)
{
    return found_or_gone(m_transaction.maybe_one(sql::obligation_by_id, obligation_from, id));
}

Result<Obligation> ObligationStore::find(std::string_view code)
{
    return found_or_gone(m_transaction.maybe_one(sql::obligation_by_code, obligation_from, code));
}

Result<std::vector<Obligation>> ObligationStore::of_plan(plan::PlanId plan)
{
    return m_transaction.all(sql::obligations_of_plan, obligation_from, plan);
}

Result<std::vector<Obligation>> ObligationStore::later(const Obligation& obligation)
{
    return m_transaction.all(sql::later_obligations, obligation_from, obligation.plan,
                             obligation.lineage, obligation.agency, obligation.quota,
                             obligation.due_on);
}

Result<std::vector<Obligation>> ObligationStore::counting(organisation::AgencyId agency,
                                                          std::string_view product, Date day)
{
    return m_transaction.all(sql::obligations_counting, obligation_from, agency, product, day);
}

Result<std::vector<Obligation>> ObligationStore::near(organisation::AgencyId agency,
                                                      std::string_view product, Date day)
{
    return m_transaction.all(sql::obligations_near, obligation_from, agency, product,
                             day.plus_days(-limits::explained_days),
                             day.plus_days(limits::explained_days),
                             static_cast<std::int64_t>(limits::explained_max));
}

Result<std::vector<Obligation>> ObligationStore::with_fact(evidence::FactId fact)
{
    return m_transaction.all(sql::obligations_with_fact, obligation_from, fact);
}

Result<void> ObligationStore::add(std::span<const Obligation> obligations)
{
    TRY(add_untold(obligations));
    for (const auto& obligation : obligations) TRY(add_to_tally(m_transaction, obligation, 1));
    return {};
}

Result<void> ObligationStore::add_untold(std::span<const Obligation> obligations)
{
    for (const auto& [rows, sql] : blocks()) {
        for (; obligations.size() >= rows; obligations = obligations.subspan(rows)) {
            std::vector<database::Parameter> bound;
            bound.reserve(rows * columns);
            for (const auto& obligation : obligations.first(rows)) bind(bound, obligation);
            TRY(m_transaction.change_bound(sql, bound));
        }
    }
    return {};
}

Result<void> ObligationStore::hold(ObligationId id)
{
    return m_transaction.change_one(sql::hold_obligation, id);
}

Result<void> ObligationStore::save(const Obligation& before, Obligation& after)
{
    TRY(save_untold(after));
    // A fact that is not enough yet moves no sum.
    if (share_of(before) == share_of(after) && before.due_on == after.due_on) return {};
    TRY(add_to_tally(m_transaction, before, -1));
    return add_to_tally(m_transaction, after, 1);
}

Result<void> ObligationStore::save_untold(Obligation& obligation)
{
    TRY(m_transaction.change_one(
        sql::save_obligation, obligation.id, obligation.item, plan::name_of(obligation.role),
        obligation.begins_on, obligation.ends_on, obligation.due_on, obligation.needed,
        obligation.unit, obligation.product, obligation.is_requested, obligation.done,
        obligation.done_on, obligation.assigned_to, name_of(obligation.closing),
        obligation.closing_reason, obligation.closed_by, obligation.closed_at, obligation.version));
    ++obligation.version;
    return {};
}

Result<bool> ObligationStore::has_anything(ObligationId obligation)
{
    const auto hangs = [](const database::Row& row) { return row.boolean("hangs"); };
    return m_transaction.one(sql::what_hangs_on, hangs, obligation);
}

Result<void> ObligationStore::remove_untold(const Obligation& obligation)
{
    return m_transaction.change_one(sql::remove_obligation, obligation.id, obligation.version);
}

Result<void> ObligationStore::retell_tally(plan::PlanId plan)
{
    TRY(m_transaction.change(sql::clear_tally, plan));
    TRY(m_transaction.change(sql::fill_tally, plan));
    TRY(m_transaction.change(sql::clear_item_tally, plan));
    TRY(m_transaction.change(sql::fill_item_tally, plan));
    TRY(m_transaction.change(sql::clear_part_tally, plan));
    TRY(m_transaction.change(sql::fill_part_tally, plan));
    return {};
}

Result<std::vector<Count>> ObligationStore::counts(ObligationId obligation)
{
    return m_transaction.all(sql::counts_of, count_from, obligation);
}

Result<bool> ObligationStore::counts_elsewhere(const Obligation& obligation, evidence::FactId fact)
{
    const auto all = TRY(with_fact(fact));
    return std::ranges::any_of(all, [&](const Obligation& other) {
        return other.id != obligation.id && other.closing != Closing::closed &&
               is_same_quota(other, obligation);
    });
}

Result<void> ObligationStore::add_count(ObligationId obligation, const Count& count)
{
    TRY(m_transaction.change(sql::insert_count, obligation, count.fact, count.quantity,
                             count.happened_on, name_of(count.reason), count.part));
    return {};
}

Result<void> ObligationStore::remove_count(ObligationId obligation, evidence::FactId fact)
{
    TRY(m_transaction.change(sql::remove_count, obligation, fact));
    return {};
}

}  // namespace caicach::obligation
