#pragma once
#include <map>
#include <string>
#include <string_view>

#include "database/transaction.hpp"
#include "organisation/api.hpp"
#include "plan/api.hpp"

namespace caicach::obligation
{

/// Who receives what an item asks others to send: "báo cáo kết quả về Sở Nội vụ" is owed by all
/// departments but that one. Remembers the names it asked; lives as long as one generation.
class Receivers
{
public:
    /// `named_on`: the day whose names the plan speaks.
    Receivers(database::Transaction& transaction, Date named_on)
        : m_transaction(transaction), m_named_on(named_on)
    {
    }
    [[nodiscard]] Result<bool> has(const plan::Item& item, organisation::AgencyId agency);

private:
    database::Transaction& m_transaction;
    Date m_named_on;
    plan::ItemId m_item{};
    std::string m_title{};  ///< of m_item
    std::map<organisation::AgencyId, std::string> m_names{};
};

/// Whether a title sends something to the agency of that name: "gửi Sở Nội vụ", "báo cáo … về Sở
/// Nội vụ", "(qua Sở Nội vụ)".
[[nodiscard]] bool sends_to(std::string_view title, std::string_view agency);

}  // namespace caicach::obligation
