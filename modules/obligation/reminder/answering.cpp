#include "obligation/reminder/answering.hpp"

#include "obligation/obligation_store.hpp"
#include "obligation/reminder/people.hpp"

namespace caicach::obligation
{
namespace
{

Result<void> settle(Context& own, database::Transaction& transaction, const OpenLink& link,
                    const GivenAnswer& given)
{
    const auto& obligation = link.task.obligation;
    TRY(require_reporter(transaction, link, own.today()));
    if (!obligation.is_owed()) return failure(Failure::conflict, "obligation.closed");
    TRY(ReminderStore{transaction}.answer(link.reminder.id, given, own.now()));
    return own.record(transaction, "obligation.reminder.answered", "obligation",
                      obligation.id.value);
}

}  // namespace

Result<OpenLink> open_link(Context& context, database::Transaction& transaction,
                           std::string_view secret)
{
    OpenLink link;
    link.reminder = TRY(ReminderStore{transaction}.by_link(secret));
    link.account = TRY(identity::account_by_id(transaction, link.reminder.account));
    const bool is_over = !link.reminder.link_until || context.now() >= *link.reminder.link_until;
    if (is_over || link.account.is_disabled)
        return failure(Failure::not_found, "obligation.answer.link_unknown");
    auto& obligation = link.task.obligation;
    obligation = TRY(ObligationStore{transaction}.find(link.reminder.obligation));
    link.task.work = TRY(work_of(transaction, obligation.plan, obligation.lineage));
    link.actor = TRY(identity::actor_of(transaction, link.account.id, context.today()));
    return link;
}

Result<void> answer_doing(Context& context, database::Transaction& transaction,
                          const OpenLink& link, const GivenAnswer& given)
{
    auto own = context_of(context, link);
    return settle(own, transaction, link, given);
}

Result<void> answer_done(Context& context, database::Transaction& transaction, const OpenLink& link,
                         const Report& result, const std::optional<attachment::KeptFile>& proof)
{
    auto own = context_of(context, link);
    TRY(settle(own, transaction, link, {.answer = Answer::done, .text = result.title}));
    return record_result(own, transaction, link.task.obligation, result, proof);
}

Context context_of(const Context& context, const OpenLink& link)
{
    Context own(context.services(), link.actor, context.request_id());
    own.set_origin(context.origin());
    return own;
}

Result<void> require_reporter(database::Transaction& transaction, const OpenLink& link, Date today)
{
    const bool may =
        TRY(People(transaction, today).may_answer(link.account.id, link.task.obligation));
    if (may) return {};
    return failure(Failure::forbidden, "obligation.answer.not_reporter");
}

}  // namespace caicach::obligation
