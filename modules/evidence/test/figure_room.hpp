#pragma once
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "evidence/figure.hpp"
#include "organisation/testing.hpp"
#include "support/app.hpp"
#include "support/house.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

/// The sample province on 30 June 2026, where articles are recorded and added up.
namespace caicach::evidence
{

inline constexpr FactKind article{
    .key = "test.article", .text = "Tin, bài", .unit = "tin, bài", .product = "article"};

inline Date day(int month, int number) { return *Date::create(2026, month, number); }

struct Room {
    Context& context;
    caicach::testing::Desk& desk;
    organisation::AgencyId health{};
    organisation::AgencyId justice{};

    FactId publish(organisation::AgencyId agency, Date on, std::int64_t quantity,
                   const FactKind& kind = article, std::optional<FactId> supersedes = {}) const
    {
        auto transaction = MUST(context.begin());
        const auto id = MUST(record(context, transaction,
                                    {.kind = kind,
                                     .agency = agency,
                                     .happened_on = on,
                                     .quantity = quantity,
                                     .title = "Một cửa ở xã",
                                     .supersedes = supersedes}));
        MUST(transaction.commit());
        return id;
    }

    [[nodiscard]] std::vector<organisation::Total> amounts(const Figure& figure,
                                                           const Months& months) const
    {
        auto transaction = MUST(context.read());
        return MUST(amounts_of(transaction, figure, months, Rollup::as_then, context.today()));
    }

    [[nodiscard]] Figure figure(std::string_view key) const
    {
        auto transaction = MUST(context.read());
        return MUST(figure_of(context, transaction, key));
    }
};

inline void in_room(const std::function<void(Room&)>& test)
{
    const auto all = caicach::testing::all_migrations();
    caicach::testing::each_database(all, [&](database::Database& database) {
        caicach::testing::Desk desk{database, day(6, 30)};
        auto context = desk.context();
        MUST(organisation::load_reference(context));
        MUST(organisation::seed_sample(context, caicach::testing::sample_province()));
        const auto agency = [&](std::string_view code) {
            auto transaction = MUST(context.read());
            return MUST(organisation::agency_by_code(transaction, code, context.today())).id;
        };
        Room room{
            .context = context, .desk = desk, .health = agency("SYT"), .justice = agency("STP")};
        test(room);
    });
}

}  // namespace caicach::evidence
