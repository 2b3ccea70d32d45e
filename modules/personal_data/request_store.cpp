#include "personal_data/request_store.hpp"

#include <utility>

#include "personal_data/limits.hpp"
#include "personal_data/sql.hpp"

namespace caicach::personal_data
{

namespace
{

constexpr std::string_view forgotten_words = "(đã xóa theo yêu cầu)";

DataRequest request_of(const database::Row& row)
{
    const auto kind = kind_from_key(row.text("kind"));
    const auto state = state_from_key(row.text("state"));
    VERIFY(kind && state);
    return {.id = row.id<RequestId>("id"),
            .code = row.string("code"),
            .kind = *kind,
            .state = *state,
            .account = row.maybe_id<AccountId>("account_id"),
            .asker = row.string("asker"),
            .contact = row.string("contact"),
            .wish = row.string("wish"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .received_on = row.date("received_on"),
            .acknowledge_by = row.date("acknowledge_by"),
            .finish_by = row.date("finish_by"),
            .with_others = row.boolean("with_others"),
            .acknowledged_on = row.maybe_date("acknowledged_on"),
            .extension_reason = row.string("extension_reason"),
            .answered_on = row.maybe_date("answered_on"),
            .answer = row.string("answer"),
            .version = row.integer("version")};
}

Result<DataRequest> found(std::optional<DataRequest> request)
{
    if (!request) return failure(Failure::not_found, "personal_data.request.not_found");
    return std::move(*request);
}

}  // namespace

Result<void> RequestStore::add(const DataRequest& request)
{
    // The name of who has an account is the account's, also when it changes or goes.
    const std::string_view name = request.account ? std::string_view{} : request.asker;
    return m_transaction.change_one(
        sql::insert_request, request.id, request.code, key_of(request.kind), key_of(request.state),
        request.account, name, request.contact, request.wish, request.agency, request.received_on,
        request.acknowledge_by, request.finish_by, request.with_others);
}

Result<void> RequestStore::save(const DataRequest& request)
{
    return m_transaction.change_one(sql::save_request, request.id, request.version,
                                    key_of(request.state), request.finish_by, request.with_others,
                                    request.acknowledged_on, request.extension_reason,
                                    request.answered_on, request.answer);
}

Result<void> RequestStore::save_due_days(const DataRequest& request)
{
    return m_transaction.change_one(sql::save_due_days, request.id, request.version,
                                    request.acknowledge_by, request.finish_by);
}

Result<DataRequest> RequestStore::find(std::string_view code)
{
    auto request = TRY(m_transaction.maybe_one(sql::request_by_code, request_of, code));
    return found(std::move(request));
}

Result<DataRequest> RequestStore::find(RequestId id)
{
    auto request = TRY(m_transaction.maybe_one(sql::request_by_id, request_of, id));
    return found(std::move(request));
}

Result<std::vector<DataRequest>> RequestStore::open()
{
    return m_transaction.all(sql::requests_open, request_of, limits::requests_max);
}

Result<std::vector<DataRequest>> RequestStore::answered()
{
    return m_transaction.all(sql::requests_answered, request_of, limits::requests_max);
}

Result<std::vector<DataRequest>> RequestStore::of_account(AccountId account)
{
    return m_transaction.all(sql::requests_of_account, request_of, account,
                             limits::requests_per_account_max);
}

Result<void> RequestStore::forget_words_of(AccountId account)
{
    TRY(m_transaction.change(sql::forget_words_of_account, account, forgotten_words));
    return {};
}

}  // namespace caicach::personal_data
