#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "channel/subscription/subscriber.hpp"
#include "database/transaction.hpp"

namespace caicach::channel
{

/// Rows ↔ subscribers.
class SubscriberStore
{
public:
    explicit SubscriberStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// not_found "channel.subscription.not_found".
    [[nodiscard]] Result<Subscriber> find(SubscriberId id);
    [[nodiscard]] Result<std::optional<Subscriber>> find(organisation::AgencyId agency,
                                                         std::string_view address);
    [[nodiscard]] Result<std::vector<Subscriber>> of_address(std::string_view address);
    [[nodiscard]] Result<std::int64_t> confirmed_count(organisation::AgencyId agency);
    [[nodiscard]] Result<std::int64_t> left_since(organisation::AgencyId agency, Instant since);
    /// To how many who have not confirmed yet a letter went since then; `count_max` at most.
    [[nodiscard]] Result<std::int64_t> letters_since(Instant since, std::int64_t count_max);

    /// Gives id.
    [[nodiscard]] Result<void> insert(Subscriber& subscriber);
    [[nodiscard]] Result<void> save(const Subscriber& subscriber);
    /// Those whose last letter went before that moment.
    [[nodiscard]] Result<void> forget_unconfirmed(Instant before);

private:
    database::Transaction& m_transaction;
};

/// Whose newsletters one can have: who has sent an issue.
[[nodiscard]] Result<std::vector<organisation::AgencySummary>> newsletter_agencies(
    database::Transaction& transaction, Date day);

}  // namespace caicach::channel
