#pragma once
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "personal_data/request.hpp"

namespace caicach::personal_data
{

/// Rows of personal_data_request.
class RequestStore
{
public:
    explicit RequestStore(database::Transaction& transaction) : m_transaction(transaction) {}

    [[nodiscard]] Result<void> add(const DataRequest& request);
    /// conflict "base.changed_meanwhile" where somebody saved it in between.
    [[nodiscard]] Result<void> save(const DataRequest& request);
    /// The days alone: they were counted anew.
    [[nodiscard]] Result<void> save_due_days(const DataRequest& request);
    /// not_found "personal_data.request.not_found".
    [[nodiscard]] Result<DataRequest> find(std::string_view code);
    [[nodiscard]] Result<DataRequest> find(RequestId id);
    /// Of the whole province, the most urgent first.
    [[nodiscard]] Result<std::vector<DataRequest>> open();
    /// The latest first.
    [[nodiscard]] Result<std::vector<DataRequest>> answered();
    [[nodiscard]] Result<std::vector<DataRequest>> of_account(AccountId account);
    /// Leaves kind, days and answer as proof, takes the person's own words out.
    [[nodiscard]] Result<void> forget_words_of(AccountId account);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::personal_data
