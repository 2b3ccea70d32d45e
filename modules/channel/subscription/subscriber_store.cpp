#include "channel/subscription/subscriber_store.hpp"

#include <utility>

#include "channel/limits.hpp"
#include "channel/sql.hpp"

namespace caicach::channel
{
namespace
{

Subscriber subscriber_from(const database::Row& row)
{
    const auto state = subscriber_state_from(row.text("state"));
    VERIFY(state);  // the table's CHECK admits these only
    return {.id = row.id<SubscriberId>("id"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .address = row.string("address"),
            .state = *state,
            .wording = static_cast<int>(row.integer("wording")),
            .asked_at = row.instant("asked_at"),
            .letters = static_cast<int>(row.integer("letters")),
            .letter_at = row.instant("letter_at"),
            .confirmed_at = row.maybe_instant("confirmed_at"),
            .ended_at = row.maybe_instant("ended_at"),
            .failures = row.integer("failures"),
            .failing_since = row.maybe_instant("failing_since")};
}

std::int64_t number_in(const database::Row& row) { return row.integer("number"); }

}  // namespace

Result<Subscriber> SubscriberStore::find(SubscriberId id)
{
    auto found = TRY(m_transaction.maybe_one(sql::subscriber_by_id, subscriber_from, id));
    if (!found) return failure(Failure::not_found, "channel.subscription.not_found");
    return std::move(*found);
}

Result<std::optional<Subscriber>> SubscriberStore::find(organisation::AgencyId agency,
                                                        std::string_view address)
{
    return m_transaction.maybe_one(sql::subscriber_of_address, subscriber_from, agency, address);
}

Result<std::vector<Subscriber>> SubscriberStore::of_address(std::string_view address)
{
    return m_transaction.all(sql::subscriptions_of_address, subscriber_from, address);
}

Result<std::int64_t> SubscriberStore::confirmed_count(organisation::AgencyId agency)
{
    return m_transaction.one(sql::count_confirmed, number_in, agency);
}

Result<std::int64_t> SubscriberStore::left_since(organisation::AgencyId agency, Instant since)
{
    return m_transaction.one(sql::left_since, number_in, agency, since);
}

Result<std::int64_t> SubscriberStore::letters_since(Instant since, std::int64_t count_max)
{
    return m_transaction.one(sql::letters_since, number_in, since, count_max);
}

Result<void> SubscriberStore::insert(Subscriber& subscriber)
{
    subscriber.id = make_id<SubscriberId>();
    return m_transaction.change_one(sql::insert_subscriber, subscriber.id, subscriber.agency,
                                    subscriber.address, std::int64_t{subscriber.wording},
                                    subscriber.asked_at);
}

Result<void> SubscriberStore::save(const Subscriber& subscriber)
{
    return m_transaction.change_one(
        sql::save_subscriber, subscriber.id, subscriber.address, key_of(subscriber.state),
        std::int64_t{subscriber.wording}, subscriber.asked_at, std::int64_t{subscriber.letters},
        subscriber.letter_at, subscriber.confirmed_at, subscriber.ended_at, subscriber.failures,
        subscriber.failing_since);
}

Result<void> SubscriberStore::forget_unconfirmed(Instant before)
{
    TRY(m_transaction.change(sql::forget_unconfirmed, before));
    return {};
}

Result<std::vector<organisation::AgencySummary>> newsletter_agencies(
    database::Transaction& transaction, Date day)
{
    const auto ids = TRY(transaction.all(
        sql::newsletter_agencies,
        [](const database::Row& row) { return row.id<organisation::AgencyId>("agency_id"); },
        limits::newsletters_max));
    std::vector<organisation::AgencySummary> agencies;
    agencies.reserve(ids.size());
    for (const auto id : ids) {
        auto agency = TRY(organisation::agency_by_id(transaction, id, day));
        agencies.push_back(std::move(agency));
    }
    return agencies;
}

}  // namespace caicach::channel
