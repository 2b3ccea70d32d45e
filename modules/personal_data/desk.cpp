#include "personal_data/desk.hpp"

#include <algorithm>

#include "crypto/public_code.hpp"
#include "json/value.hpp"
#include "personal_data/consent.hpp"
#include "personal_data/limits.hpp"
#include "personal_data/permissions.hpp"
#include "personal_data/request_store.hpp"

namespace caicach::personal_data
{

namespace
{

Result<void> check(const NewRequest& filed, Date today)
{
    if (!filed.account && filed.asker.empty())
        return failure(Failure::invalid, "personal_data.request.name_missing", "asker");
    if (!filed.account && filed.contact.empty())
        return failure(Failure::invalid, "personal_data.request.contact_missing", "contact");
    // Who withdraws, looks or has something deleted owes no reason; to correct we must know what.
    if (filed.kind == RequestKind::correction && filed.wish.empty())
        return failure(Failure::invalid, "personal_data.request.wish_missing", "wish");
    if (filed.received_on > today)
        return failure(Failure::invalid, "personal_data.request.received_in_future", "received_on");
    return {};
}

Result<void> check_number(database::Transaction& transaction, AccountId account)
{
    const auto all = TRY(RequestStore{transaction}.of_account(account));
    if (std::ranges::count_if(all, &DataRequest::is_open) < limits::open_requests_per_account_max)
        return {};
    return failure(Failure::conflict, "personal_data.request.too_many", "wish",
                   {std::to_string(limits::open_requests_per_account_max)});
}

/// Never the person's words: only what kind of request it is and by when.
std::string detail_of(const DataRequest& request)
{
    return json::dump(json::Value::object()
                          .set("kind", key_of(request.kind))
                          .set("finish_by", request.finish_by.iso())
                          .set("with_others", request.with_others));
}

Result<void> save(Context& context, database::Transaction& transaction, const DataRequest& request,
                  std::string_view action)
{
    TRY(RequestStore{transaction}.save(request));
    return context.record(transaction, action, "personal_data.request", request.id.value,
                          detail_of(request));
}

Result<void> erase_all(Context& context, database::Transaction& transaction, AccountId account)
{
    // The lowest last: those above find what is the person's by the account.
    const auto& sections = context.services().personal_data;
    for (auto section = sections.rbegin(); section != sections.rend(); ++section)
        if (section->erase) TRY(section->erase(context, transaction, account));
    return {};
}

Result<void> fulfil(Context& context, database::Transaction& transaction, RequestKind kind,
                    AccountId account, const Answer& given)
{
    switch (kind) {
        case RequestKind::access:
            return {};
        case RequestKind::correction:
            return identity::correct_account(context, transaction, account, given.correction);
        case RequestKind::deletion:
            return erase_all(context, transaction, account);
        case RequestKind::restriction:
            return identity::disable_account(context, transaction, account);
        case RequestKind::objection:
        case RequestKind::withdrawal:
            return Consents{transaction}.withdraw_all(context, account);
    }
    return {};
}

bool cannot_be_undone(const DataRequest& request)
{
    return request.account && request.kind == RequestKind::deletion;
}

}  // namespace

Result<DataRequest> receive(Context& context, database::Transaction& transaction,
                            const NewRequest& filed)
{
    TRY(check(filed, context.today()));
    if (filed.account) TRY(check_number(transaction, *filed.account));
    const auto clocks = TRY(Clocks::load(transaction));
    const auto rule = TRY(clocks.rule(filed.kind, filed.received_on));
    DataRequest request{.id = make_id<RequestId>(),
                        .code = crypto::make_public_code(),
                        .kind = filed.kind,
                        .state = RequestState::received,
                        .account = filed.account,
                        .asker = filed.asker,
                        .contact = filed.contact,
                        .wish = filed.wish,
                        .agency = filed.agency,
                        .received_on = filed.received_on,
                        .acknowledge_by = clocks.acknowledge_by(rule, filed.received_on),
                        .finish_by = clocks.finish_by(rule, filed.received_on, false),
                        .version = 1};
    TRY(RequestStore{transaction}.add(request));
    TRY(context.record(transaction, "personal_data.request.received", "personal_data.request",
                       request.id.value, detail_of(request)));
    return request;
}

Result<void> acknowledge(Context& context, database::Transaction& transaction, DataRequest& request,
                         bool with_others)
{
    TRY(context.require(answer_requests, organisation::scope_of(request.agency)));
    TRY(request.acknowledge(context.today()));
    const auto clocks = TRY(Clocks::load(transaction));
    const auto rule = TRY(clocks.rule(request.kind, request.received_on));
    request.with_others = with_others;
    request.finish_by = clocks.finish_by(rule, request.received_on, with_others);
    return save(context, transaction, request, "personal_data.request.acknowledged");
}

Result<void> extend(Context& context, database::Transaction& transaction, DataRequest& request,
                    Date until, const std::string& reason)
{
    TRY(context.require(answer_requests, organisation::scope_of(request.agency)));
    const auto clocks = TRY(Clocks::load(transaction));
    const auto rule = TRY(clocks.rule(request.kind, request.received_on));
    TRY(request.extend(until, clocks.extended(rule, request.finish_by), reason));
    return save(context, transaction, request, "personal_data.request.extended");
}

Result<void> answer(Context& context, database::Transaction& transaction, DataRequest& request,
                    const Answer& given)
{
    TRY(context.require(answer_requests, organisation::scope_of(request.agency)));
    const auto outcome = given.is_done ? RequestState::done : RequestState::refused;
    TRY(request.close(outcome, given.words, context.today()));
    if (given.is_done && cannot_be_undone(request) && !given.is_checked)
        return failure(Failure::invalid, "personal_data.request.unchecked", "checked");
    TRY(save(context, transaction, request,
             given.is_done ? "personal_data.request.done" : "personal_data.request.refused"));
    if (!given.is_done || !request.account) return {};
    return fulfil(context, transaction, request.kind, *request.account, given);
}

}  // namespace caicach::personal_data
