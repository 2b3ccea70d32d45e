#include "obligation/uncounted.hpp"

#include "obligation/sql.hpp"

namespace caicach::obligation
{
namespace
{

Count::Reason counted_as_from(std::string_view name)
{
    if (name == "reported") return Count::Reason::reported;
    return name == "successor" ? Count::Reason::successor : Count::Reason::product;
}

Uncounted uncounted_from(const database::Row& row)
{
    return {.obligation = row.id<ObligationId>("obligation_id"),
            .fact = row.id<evidence::FactId>("fact_id"),
            .counted_as = counted_as_from(row.text("counted_as")),
            .part = row.id<ObligationId>("part_id"),
            .reason = row.string("reason"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .account = row.id<AccountId>("account_id"),
            .decided_at = row.instant("decided_at"),
            .answer = row.string("answer")};
}

}  // namespace

Result<std::vector<Uncounted>> uncounted_of_fact(database::Transaction& transaction,
                                                 evidence::FactId fact)
{
    return transaction.all(sql::uncounted_of_fact, uncounted_from, fact);
}

Result<std::vector<Uncounted>> uncounted_of(database::Transaction& transaction,
                                            ObligationId obligation)
{
    return transaction.all(sql::uncounted_of, uncounted_from, obligation);
}

Result<void> add_uncounted(database::Transaction& transaction, const Uncounted& uncounted)
{
    TRY(transaction.change(sql::insert_uncounted, uncounted.obligation, uncounted.fact,
                           name_of(uncounted.counted_as), uncounted.part, uncounted.reason,
                           uncounted.agency, uncounted.account, uncounted.decided_at));
    return {};
}

Result<void> remove_uncounted(database::Transaction& transaction, const Uncounted& uncounted)
{
    return transaction.change_one(sql::remove_uncounted, uncounted.obligation, uncounted.fact);
}

Result<void> save_answer(database::Transaction& transaction, const Uncounted& uncounted,
                         AccountId account, Instant now)
{
    return transaction.change_one(sql::answer_uncounted, uncounted.obligation, uncounted.fact,
                                  uncounted.answer, account, now);
}

Result<void> carry_uncounted(database::Transaction& transaction, evidence::FactId before,
                             evidence::FactId after)
{
    TRY(transaction.change(sql::carry_uncounted, before, after));
    return {};
}

}  // namespace caicach::obligation
