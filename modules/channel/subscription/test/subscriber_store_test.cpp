#include "channel/subscription/subscriber_store.hpp"

#include <doctest/doctest.h>

#include <functional>

#include "channel/limits.hpp"
#include "support/house.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

namespace caicach::channel
{
namespace
{

void with_subscribers(const std::function<void(SubscriberStore&, organisation::AgencyId)>& test)
{
    const auto all = caicach::testing::all_migrations();
    caicach::testing::each_database(all, [&](database::Database& database) {
        caicach::testing::Desk desk{database};
        auto context = desk.context();
        MUST(organisation::load_reference(context));
        MUST(organisation::seed_sample(context, caicach::testing::sample_province()));
        auto transaction = MUST(context.begin());
        const auto agency =
            MUST(organisation::agency_by_code(transaction, "SYT", context.today())).id;
        SubscriberStore store{transaction};
        test(store, agency);
    });
}

Subscriber asked_at(Instant at, organisation::AgencyId agency, const std::string& address)
{
    return {.agency = agency,
            .address = address,
            .wording = 1,
            .asked_at = at,
            .letters = 1,
            .letter_at = at};
}

constexpr Instant noon{1'773'500'000'000'000};

}  // namespace

TEST_CASE("an address stands once for an agency; who left may come again")
{
    with_subscribers([](SubscriberStore& store, organisation::AgencyId agency) {
        auto first = asked_at(noon, agency, "nga@example.vn");
        MUST(store.insert(first));
        MUST(first.confirm(noon + 60));
        MUST(store.save(first));
        CHECK(MUST(store.find(agency, "nga@example.vn"))->confirmed_at == noon + 60);
        CHECK(MUST(store.confirmed_count(agency)) == 1);
        first.end(SubscriberState::left, noon + 90);
        MUST(store.save(first));
        CHECK(MUST(store.confirmed_count(agency)) == 0);
        CHECK_FALSE(MUST(store.find(agency, "nga@example.vn")));
        CHECK_FALSE(MUST(store.find(agency, "")));
        auto again = asked_at(noon + 100, agency, "nga@example.vn");
        MUST(store.insert(again));
        CHECK(MUST(store.of_address("nga@example.vn")).size() == 1);
        CHECK(MUST(store.of_address("")).empty());
        auto twice = asked_at(noon + 100, agency, "nga@example.vn");
        CHECK_FALSE(store.insert(twice));
    });
}

TEST_CASE("who did not confirm in time goes; who did, or asked lately, stays")
{
    with_subscribers([](SubscriberStore& store, organisation::AgencyId agency) {
        auto late = asked_at(noon, agency, "muon@example.vn");
        auto lately = asked_at(noon + limits::confirm_seconds, agency, "moi@example.vn");
        auto reader = asked_at(noon, agency, "doc@example.vn");
        for (auto* const one : {&late, &lately, &reader}) MUST(store.insert(*one));
        MUST(reader.confirm(noon));
        MUST(store.save(reader));
        CHECK(MUST(store.letters_since(noon + -1, 10)) == 2);
        CHECK(MUST(store.letters_since(noon + -1, 1)) == 1);
        CHECK(MUST(store.letters_since(noon, 10)) == 1);
        MUST(store.forget_unconfirmed(noon + 1));
        CHECK_FALSE(MUST(store.find(agency, "muon@example.vn")));
        CHECK(MUST(store.find(agency, "moi@example.vn")));
        CHECK(MUST(store.find(agency, "doc@example.vn")));
    });
}

}  // namespace caicach::channel
