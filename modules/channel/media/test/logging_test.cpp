#include "channel/media/logging.hpp"

#include <doctest/doctest.h>

#include <functional>

#include "channel/media/outlet.hpp"
#include "channel/media/placement_store.hpp"
#include "newsroom/testing.hpp"
#include "support/house.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

namespace caicach::channel
{
namespace
{

/// A department that logs what was said of it, and its head.
struct LogDesk {
    caicach::testing::Desk& desk;
    organisation::AgencyId agency{};

    [[nodiscard]] Context officer() const
    {
        return desk.context_of(organisation::scope_of(agency));
    }
    [[nodiscard]] Context head() const { return desk.context(); }

    [[nodiscard]] static TypedPlacement column()
    {
        return {.kind = "tv_column",
                .outlet = "Đài Sông Lam",
                .adds_outlet = true,
                .happened_on = *Date::create(2026, 3, 10),
                .minutes = 10,
                .title = "Một cửa sáng thứ Bảy",
                .link = "https://dai.example.vn/chuyen-muc/1"};
    }
    [[nodiscard]] static TypedPlacement criticism()
    {
        auto typed = column();
        typed.kind = "critical_report";
        typed.link = "https://bao.example.vn/phan-anh";
        return typed;
    }
    [[nodiscard]] Result<Placement> log(const TypedPlacement& typed) const
    {
        auto context = officer();
        auto transaction = TRY(context.begin());
        auto placement = TRY(log_placement(context, transaction, agency, typed));
        TRY(transaction.commit());
        return placement;
    }
    [[nodiscard]] Result<void> with(
        Context context, const Placement& known,
        const std::function<Result<void>(Context&, database::Transaction&, Placement)>& act) const
    {
        auto transaction = TRY(context.begin());
        auto placement = TRY(PlacementStore{transaction}.find(known.code));
        TRY(act(context, transaction, std::move(placement)));
        return transaction.commit();
    }
    [[nodiscard]] Result<void> change(const Placement& known, const TypedPlacement& typed) const
    {
        return with(officer(), known,
                    [&](Context& context, database::Transaction& transaction, Placement placement) {
                        return change_placement(context, transaction, std::move(placement), typed);
                    });
    }
    [[nodiscard]] Result<void> confirm(const Context& who, const Placement& known) const
    {
        return with(who, known,
                    [](Context& context, database::Transaction& transaction, Placement placement) {
                        return confirm_placement(context, transaction, std::move(placement));
                    });
    }
    [[nodiscard]] Result<void> take_back(const Placement& known, const std::string& reason) const
    {
        return with(officer(), known,
                    [&](Context& context, database::Transaction& transaction, Placement placement) {
                        return take_back_placement(context, transaction, std::move(placement),
                                                   reason);
                    });
    }
    /// Those that count, of one placement.
    [[nodiscard]] std::vector<evidence::RecordedFact> facts(const Placement& placement) const
    {
        auto context = desk.context();
        auto transaction = MUST(context.read());
        return MUST(evidence::facts_of_object(transaction, "channel", placement.id.value));
    }
    [[nodiscard]] std::string refusal(const TypedPlacement& typed) const
    {
        const auto refused = log(typed);
        return refused ? "" : refused.error().key + " " + refused.error().field;
    }
};

void at_the_log(const std::function<void(LogDesk&)>& test)
{
    const auto all = caicach::testing::all_migrations();
    caicach::testing::each_database(all, [&](database::Database& database) {
        caicach::testing::Desk desk{database};
        auto context = desk.context();
        MUST(organisation::load_reference(context));
        MUST(organisation::seed_sample(context, caicach::testing::sample_province()));
        LogDesk log{.desk = desk};
        {
            auto transaction = MUST(context.read());
            log.agency = MUST(organisation::agency_by_code(transaction, "SYT", context.today())).id;
        }
        test(log);
    });
}

}  // namespace

TEST_CASE("a column on television counts as the column that plans ask for, once")
{
    at_the_log([](LogDesk& log) {
        const auto placement = MUST(log.log(LogDesk::column()));
        CHECK(placement.state == PlacementState::counted);
        const auto facts = log.facts(placement);
        REQUIRE(facts.size() == 1);
        CHECK(facts[0].product == "column");
        CHECK(facts[0].kind == "channel.placed_tv_column");
        CHECK(facts[0].quantity == 1);
        CHECK(facts[0].happened_on == *Date::create(2026, 3, 10));
        CHECK(facts[0].title == "Một cửa sáng thứ Bảy (Đài Sông Lam, 10 phút)");
        CHECK(facts[0].link == "https://dai.example.vn/chuyen-muc/1");

        // However its address was copied, and whatever it is called the second time.
        auto again = LogDesk::column();
        again.title = "Tên khác";
        again.link = "http://www.dai.example.vn/chuyen-muc/1/?fbclid=abc";
        CHECK(log.refusal(again) == "channel.placement.same link");

        // Taken back it counts no more, and its place is free.
        CHECK(log.take_back(placement, "").error().key == "channel.placement.reason");
        MUST(log.take_back(placement, "Ghi nhầm"));
        CHECK(log.facts(placement).empty());
        CHECK(log.take_back(placement, "Ghi nhầm").error().key == "channel.placement.gone");
        CHECK(log.log(again));
    });
}

TEST_CASE("a correction takes the place of what was counted")
{
    at_the_log([](LogDesk& log) {
        const auto placement = MUST(log.log(LogDesk::column()));
        auto typed = LogDesk::column();
        typed.happened_on = *Date::create(2026, 2, 27);
        typed.minutes = 12;
        MUST(log.change(placement, typed));
        const auto facts = log.facts(placement);
        REQUIRE(facts.size() == 1);
        CHECK(facts[0].happened_on == *Date::create(2026, 2, 27));
        CHECK(facts[0].title == "Một cửa sáng thứ Bảy (Đài Sông Lam, 12 phút)");
        CHECK(facts[0].supersedes);
        // Who saw an older version learns it.
        auto context = log.officer();
        auto transaction = MUST(context.begin());
        const auto stale = change_placement(context, transaction, placement, typed);
        REQUIRE_FALSE(stale);
        CHECK(stale.error().kind == Failure::conflict);
    });
}

TEST_CASE("criticism counts when a second person has seen it")
{
    at_the_log([](LogDesk& log) {
        const auto placement = MUST(log.log(LogDesk::criticism()));
        CHECK(placement.state == PlacementState::waiting);
        CHECK(log.facts(placement).empty());
        CHECK(log.confirm(log.officer(), placement).error().key == "channel.placement.own");
        MUST(log.confirm(log.head(), placement));
        const auto facts = log.facts(placement);
        REQUIRE(facts.size() == 1);
        CHECK(facts[0].product == "article");
        CHECK(log.confirm(log.head(), placement).error().key == "channel.placement.not_waiting");
        // Changed, it is to be seen again; meanwhile it counts no more.
        auto typed = LogDesk::criticism();
        typed.title = "Tên đã sửa";
        MUST(log.change(placement, typed));
        CHECK(log.facts(placement).empty());
        MUST(log.confirm(log.head(), placement));
        CHECK(log.facts(placement).size() == 1);
    });
}

TEST_CASE("what cannot be is refused beside its field, and leaves nothing behind")
{
    at_the_log([](LogDesk& log) {
        const auto refused = [&](const std::function<void(TypedPlacement&)>& spoil) {
            auto typed = LogDesk::column();
            spoil(typed);
            return log.refusal(typed);
        };
        CHECK(refused([](auto& typed) { typed.kind = "opera"; }) == "channel.placement.kind kind");
        CHECK(refused([](auto& typed) { typed.adds_outlet = false; }) ==
              "channel.outlet.unknown outlet");
        CHECK(refused([](auto& typed) { typed.happened_on = *Date::create(2026, 3, 16); }) ==
              "channel.placement.in_future happened_on");
        CHECK(refused([](auto& typed) { typed.minutes.reset(); }) ==
              "channel.placement.minutes minutes");
        CHECK(refused([](auto& typed) { typed.link = "dai.example.vn"; }) ==
              "channel.placement.link link");
        CHECK(refused([](auto& typed) { typed.link.clear(); }) == "channel.placement.proof link");
        CHECK(refused([](auto& typed) { typed.title = "Báo cáo số 12 (Mật)"; }) ==
              "channel.placement.secret title");
        CHECK(refused([](auto& typed) { typed.article = "/tin-bai/khong-co"; }) ==
              "channel.placement.article article");
        auto context = log.officer();
        auto transaction = MUST(context.read());
        CHECK(MUST(OutletStore{transaction}.all()).empty());
        log.desk.authority.answer = false;
        const auto forbidden = log.log(LogDesk::column());
        REQUIRE_FALSE(forbidden);
        CHECK(forbidden.error().kind == Failure::forbidden);
    });
}

TEST_CASE("names of newspapers that fold alike are one")
{
    at_the_log([](LogDesk& log) {
        MUST(log.log(LogDesk::column()));
        auto typed = LogDesk::column();
        typed.adds_outlet = false;
        typed.outlet = "ĐÀI SÔNG LAM";
        typed.link = "https://dai.example.vn/chuyen-muc/2";
        const auto second = MUST(log.log(typed));
        CHECK(second.outlet_name == "Đài Sông Lam");
        typed.link = "https://dai.example.vn/chuyen-muc/3";
        typed.happened_on = *Date::create(2026, 1, 5);
        MUST(log.log(typed));

        auto context = log.officer();
        auto transaction = MUST(context.read());
        PlacementQuery query{.agency = log.agency,
                             .from = *Date::create(2026, 1, 1),
                             .to = *Date::create(2026, 3, 15),
                             .before_day = *Date::create(9999, 12, 31),
                             .limit = 2};
        PlacementStore store{transaction};
        const auto page = MUST(store.list(query));
        REQUIRE(page.size() == 2);
        query.before_day = page[1].happened_on;
        query.before = page[1].id;
        const auto rest = MUST(store.list(query));
        REQUIRE(rest.size() == 1);
        CHECK(rest[0].happened_on == *Date::create(2026, 1, 5));
        query.kind = "tv_talk";
        CHECK(MUST(store.list(query)).empty());
    });
}

}  // namespace caicach::channel
