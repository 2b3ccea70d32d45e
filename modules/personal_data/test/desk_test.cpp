#include "personal_data/desk.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "audit/module.hpp"
#include "identity/module.hpp"
#include "identity/testing.hpp"
#include "organisation/testing.hpp"
#include "personal_data/api.hpp"
#include "personal_data/consent.hpp"
#include "personal_data/limits.hpp"
#include "personal_data/module.hpp"
#include "personal_data/recount.hpp"
#include "personal_data/request_store.hpp"
#include "support/house.hpp"
#include "testing/databases.hpp"

namespace caicach::personal_data
{
namespace
{

using identity::Role;
using identity::testing::Office;

/// A health department with somebody who asks, and those who may answer or not.
struct House {
    explicit House(database::Database& database) : office(database)
    {
        for (const auto& manifest : {identity::module(), audit::module(), module()})
            for (const auto& section : manifest.personal_data())
                office.services.personal_data.push_back(section);
        office.grant(administrator, Role::administrator, root);
        office.grant(of_finance, Role::administrator, finance);
        office.grant(clerk, Role::one_stop_officer, health);
        office.grant(asker, Role::editor, health);
    }
    Office office;
    organisation::AgencyId root{office.agency("Ủy ban nhân dân tỉnh", "provincial_committee")};
    organisation::AgencyId health{office.agency("Sở Y tế", "department", root)};
    organisation::AgencyId finance{office.agency("Sở Tài chính", "department", root)};
    AccountId administrator{office.account("Khuất Duy Linh", root)};
    AccountId of_finance{office.account("Lữ Thị Thêu", finance)};
    AccountId clerk{office.account("Mùa A Páo", health)};
    AccountId asker{office.account("Trương Nhã Ca", health)};

    std::string filed(RequestKind kind)
    {
        auto context = office.person(asker);
        auto transaction = MUST(context.begin());
        auto request = MUST(receive(context, transaction,
                                    {.kind = kind,
                                     .account = asker,
                                     .contact = "nhà riêng",
                                     .wish = "Tên tôi là Trương Nhã Ca",
                                     .agency = health,
                                     .received_on = context.today()}));
        MUST(transaction.commit());
        return request.code;
    }
    /// The key of what refused it; empty where it was done.
    template <class Step>
    std::string as(AccountId person, const std::string& code, const Step& step)
    {
        auto context = office.person(person);
        auto transaction = MUST(context.begin());
        auto request = MUST(RequestStore{transaction}.find(code));
        const Result<void> done = step(context, transaction, request);
        if (!done) return done.error().key;
        MUST(transaction.commit());
        return {};
    }
    std::string answered(AccountId person, const std::string& code, const Answer& given)
    {
        return as(person, code, [&](Context& context, auto& transaction, DataRequest& request) {
            return answer(context, transaction, request, given);
        });
    }
    DataRequest request(const std::string& code)
    {
        auto transaction = MUST(office.services.database->read());
        return MUST(RequestStore{transaction}.find(code));
    }
    identity::Account account(AccountId id)
    {
        auto transaction = MUST(office.services.database->read());
        return MUST(identity::account_by_id(transaction, id));
    }
    bool has_line(std::string_view action)
    {
        return std::ranges::any_of(office.remembered.lines, [&](const std::string& line) {
            return line.starts_with(action);
        });
    }
    std::string said(bool is_given, std::int64_t wording = 1)
    {
        auto context = office.person(asker);
        auto transaction = MUST(context.begin());
        const auto done = Consents{transaction}.say(
            context, asker, {.purpose = "public_praise", .wording = wording, .is_given = is_given});
        if (!done) return done.error().key;
        MUST(transaction.commit());
        return {};
    }
    bool agrees(std::string_view day = "2026-03-15")
    {
        auto transaction = MUST(office.services.database->read());
        return MUST(has_consent(transaction, asker, "public_praise", *Date::from_iso(day)));
    }
};

void in_house(const std::function<void(House&)>& test)
{
    caicach::testing::each_database(caicach::testing::all_migrations(),
                                    [&](database::Database& database) {
                                        House house(database);
                                        test(house);
                                    });
}

}  // namespace

TEST_CASE("when the calendar changes, days of open requests move, but not one that was promised")
{
    in_house([](House& house) {
        house.office.events.subscribe<organisation::CalendarChanged>(recount);
        const auto open = house.filed(RequestKind::objection);
        const auto extended = house.filed(RequestKind::restriction);
        const auto answered = house.filed(RequestKind::access);
        const auto acknowledged = [](Context& context, auto& transaction, DataRequest& request) {
            return acknowledge(context, transaction, request, false);
        };
        const auto promised = [](Context& context, auto& transaction, DataRequest& request) {
            return extend(context, transaction, request, *Date::from_iso("2026-04-10"), "Chờ");
        };
        CHECK(house.as(house.administrator, extended, acknowledged).empty());
        CHECK(house.as(house.administrator, extended, promised).empty());
        CHECK(house.answered(house.administrator, answered, {.is_done = true, .words = "Đây"})
                  .empty());
        const auto before = house.request(open);
        const auto kept = house.request(answered).finish_by;
        {
            // Two days off, on the days by which the open one is to be acknowledged and finished.
            auto context = house.office.person(house.administrator);
            auto transaction = MUST(context.begin());
            for (const auto day : {before.acknowledge_by, before.finish_by}) {
                const auto moved = organisation::testing::day_off(context, transaction, day);
                REQUIRE(moved.size() == 1);
                CHECK(moved.front().before == day);
                CHECK(moved.front().after > day);
                CHECK(moved.front().what.find(open) != std::string::npos);
            }
            MUST(transaction.commit());
        }
        const auto after = house.request(open);
        CHECK(after.acknowledge_by > before.acknowledge_by);
        CHECK(after.finish_by > before.finish_by);
        CHECK(house.request(extended).finish_by == *Date::from_iso("2026-04-10"));
        CHECK(house.request(answered).finish_by == kept);
        CHECK(house.has_line("personal_data.request.recounted"));
    });
}

TEST_CASE("a request goes from receipt to its answer, each step with its line")
{
    in_house([](House& house) {
        const auto code = house.filed(RequestKind::objection);
        CHECK(house
                  .as(house.administrator, code,
                      [](Context& context, auto& transaction, DataRequest& request) {
                          return acknowledge(context, transaction, request, true);
                      })
                  .empty());
        CHECK(house.request(code).finish_by == *Date::from_iso("2026-04-06"));
        CHECK(house
                  .as(house.administrator, code,
                      [](Context& context, auto& transaction, DataRequest& request) {
                          return extend(context, transaction, request,
                                        *Date::from_iso("2026-04-20"), "Chờ bên thứ ba");
                      })
                  .empty());
        CHECK(house.answered(house.administrator, code, {.is_done = true, .words = "Đã dừng"})
                  .empty());
        const auto request = house.request(code);
        CHECK(request.state == RequestState::done);
        CHECK(request.extension_reason == "Chờ bên thứ ba");
        CHECK(request.answer == "Đã dừng");
        for (const auto* step : {"received", "acknowledged", "extended", "done"})
            CHECK(house.has_line("personal_data.request." + std::string(step)));
    });
}

TEST_CASE("only who administers the agency of the request takes a step")
{
    in_house([](House& house) {
        const auto code = house.filed(RequestKind::access);
        for (const auto person : {house.of_finance, house.clerk, house.asker}) {
            CHECK(house.answered(person, code, {.is_done = true, .words = "Xong"}) ==
                  "base.not_allowed");
            CHECK(house.as(person, code,
                           [](Context& context, auto& transaction, DataRequest& request) {
                               return acknowledge(context, transaction, request, false);
                           }) == "base.not_allowed");
        }
        CHECK(house.request(code).state == RequestState::received);
    });
}

TEST_CASE("two answers at once: the second is told")
{
    in_house([](House& house) {
        const auto code = house.filed(RequestKind::access);
        auto old = house.request(code);
        CHECK(house.answered(house.administrator, code, {.words = "Không"}).empty());
        auto context = house.office.person(house.administrator);
        auto transaction = MUST(context.begin());
        const auto late = answer(context, transaction, old, {.words = "Có"});
        REQUIRE(!late);
        CHECK(late.error().key == "base.changed_meanwhile");
    });
}

TEST_CASE("a person without an account needs a name, a place for the answer and a day")
{
    in_house([](House& house) {
        auto context = house.office.person(house.clerk);
        const NewRequest whole{.kind = RequestKind::access,
                               .asker = "Lò Thị Mận",
                               .contact = "bản Nà Sản",
                               .wish = "Xem dữ liệu",
                               .agency = house.health,
                               .received_on = context.today().plus_days(-3)};
        const auto refusal = [&](auto&& change) {
            auto filed = whole;
            change(filed);
            auto transaction = MUST(context.begin());
            const auto done = receive(context, transaction, filed);
            return done ? std::string{} : done.error().key;
        };
        CHECK(refusal([](NewRequest&) {}).empty());
        CHECK(refusal([](NewRequest& filed) { filed.asker = ""; }) ==
              "personal_data.request.name_missing");
        CHECK(refusal([](NewRequest& filed) { filed.contact = ""; }) ==
              "personal_data.request.contact_missing");
        // Law 91/2025, Điều 4: these are rights; nobody is asked why. What to correct must be said.
        for (const auto kind : request_kinds) {
            CAPTURE(key_of(kind));
            CHECK(refusal([&](NewRequest& filed) {
                      filed.kind = kind;
                      filed.wish = "";
                  }) == (kind == RequestKind::correction ? "personal_data.request.wish_missing"
                                                         : std::string{}));
        }
        CHECK(refusal([](NewRequest& filed) { filed.received_on = *Date::create(2026, 3, 16); }) ==
              "personal_data.request.received_in_future");
        CHECK(refusal([](NewRequest& filed) { filed.received_on = *Date::create(2025, 3, 1); }) ==
              "personal_data.request.no_rule");
    });
}

TEST_CASE("one person's open requests are bounded")
{
    in_house([](House& house) {
        for (int count = 0; count < limits::open_requests_per_account_max; ++count)
            house.filed(RequestKind::access);
        auto context = house.office.person(house.asker);
        auto transaction = MUST(context.begin());
        const auto more = receive(context, transaction,
                                  {.kind = RequestKind::access,
                                   .account = house.asker,
                                   .wish = "Nữa",
                                   .agency = house.health,
                                   .received_on = context.today()});
        REQUIRE(!more);
        CHECK(more.error().key == "personal_data.request.too_many");
    });
}

TEST_CASE("a correction that is done is written; one that corrects nothing is refused")
{
    in_house([](House& house) {
        const auto code = house.filed(RequestKind::correction);
        Answer given{.is_done = true, .words = "Đã sửa"};
        CHECK(house.answered(house.administrator, code, given) == "identity.correction.missing");
        given.correction = {.name = "Trương Nhã Ca", .user_name = "nha.ca"};
        CHECK(house.answered(house.administrator, code, given) ==
              "identity.account.user_name_malformed");
        given.correction = {.name = "Trương Nhã Cẩm", .user_name = "nha.cam@songlam.gov.vn"};
        CHECK(house.answered(house.administrator, code, given).empty());
        CHECK(house.account(house.asker).name == "Trương Nhã Cẩm");
        CHECK(house.account(house.asker).user_name == "nha.cam@songlam.gov.vn");
        CHECK(house.request(code).asker == "Trương Nhã Cẩm");
    });
}

TEST_CASE("a user name of somebody else is no correction")
{
    in_house([](House& house) {
        const auto first = house.filed(RequestKind::correction);
        const Answer given{
            .is_done = true, .words = "Đã sửa", .correction = {.user_name = "ca@songlam.gov.vn"}};
        CHECK(house.answered(house.administrator, first, given).empty());
        auto context = house.office.system_account();
        auto transaction = MUST(context.begin());
        const auto taken = identity::correct_account(context, transaction, house.clerk,
                                                     {.user_name = "Ca@songlam.gov.vn"});
        REQUIRE(!taken);
        CHECK(taken.error().key == "identity.account.user_name_taken");
    });
}

TEST_CASE("a restriction locks the account and leaves its data")
{
    in_house([](House& house) {
        const auto code = house.filed(RequestKind::restriction);
        CHECK(house.answered(house.administrator, code, {.is_done = true, .words = "Đã khóa"})
                  .empty());
        CHECK(house.account(house.asker).is_disabled);
        CHECK(house.account(house.asker).name == "Trương Nhã Ca");
    });
}

TEST_CASE("a deletion asks for certainty, then nobody is behind the account")
{
    in_house([](House& house) {
        CHECK(house.said(true).empty());
        const auto code = house.filed(RequestKind::deletion);
        Answer given{.is_done = true, .words = "Đã xóa"};
        CHECK(house.answered(house.administrator, code, given) ==
              "personal_data.request.unchecked");
        CHECK(house.account(house.asker).name == "Trương Nhã Ca");
        given.is_checked = true;
        CHECK(house.answered(house.administrator, code, given).empty());
        const auto account = house.account(house.asker);
        CHECK(account.name == "Người dùng đã xóa " + account.code);
        CHECK(account.user_name.empty());
        CHECK(account.is_disabled);
        CHECK(!house.agrees());
        const auto request = house.request(code);
        CHECK(request.state == RequestState::done);
        CHECK(request.answer == "Đã xóa");
        CHECK(request.wish == "(đã xóa theo yêu cầu)");
        CHECK(request.contact.empty());
        CHECK(house.has_line("identity.account.erased"));
    });
}

TEST_CASE("nobody erases themselves, nor somebody with power beyond their own branch")
{
    in_house([](House& house) {
        house.office.grant(house.asker, Role::administrator, house.health);
        const auto own = house.filed(RequestKind::deletion);
        const Answer given{.is_done = true, .words = "Đã xóa", .is_checked = true};
        CHECK(house.answered(house.asker, own, given) == "identity.account.own_erasure");
        house.office.grant(house.clerk, Role::administrator, house.health);
        house.office.grant(house.asker, Role::overseer, house.root);
        CHECK(house.answered(house.clerk, own, given) == "base.not_allowed");
        CHECK(house.account(house.asker).name == "Trương Nhã Ca");
        // Refusing takes no power over the account.
        CHECK(house.answered(house.clerk, own, {.words = "Phải giữ"}).empty());
    });
}

TEST_CASE("silence is no; a yes is to the words shown, once, and taken back at any time")
{
    in_house([](House& house) {
        CHECK(!house.agrees());
        CHECK(house.said(true, 2) == "personal_data.purpose.wording_changed");
        CHECK(house.said(false).empty());
        CHECK(!house.has_line("personal_data.consent.withdrawn"));
        CHECK(house.said(true).empty());
        CHECK(house.said(true).empty());
        CHECK(house.agrees());
        auto transaction = MUST(house.office.services.database->read());
        const auto history = MUST(Consents{transaction}.history(house.asker));
        REQUIRE(history.size() == 1);
        CHECK(history.front().wording_hash.size() == 64);
        CHECK(house.said(false).empty());
        CHECK(!house.agrees());
        CHECK(house.has_line("personal_data.consent.withdrawn"));
    });
}

TEST_CASE("a purpose that nobody wrote down is nobody's")
{
    in_house([](House& house) {
        auto transaction = MUST(house.office.services.database->read());
        const auto asked =
            has_consent(transaction, house.asker, "advertising", *Date::create(2026, 3, 15));
        REQUIRE(!asked);
        CHECK(asked.error().key == "personal_data.purpose.unknown");
    });
}

TEST_CASE("a yes to older words is no yes to newer ones")
{
    const Purpose newer{.key = "public_praise", .wording = 2, .title = "Mới", .text = "Lời mới"};
    const Consent old{.purpose = "public_praise", .wording = 1, .is_given = true};
    const Choice choice{.purpose = newer, .last = old};
    CHECK(!choice.is_given());
    CHECK(choice.is_outdated());
}

TEST_CASE("an objection that is done takes back every yes")
{
    in_house([](House& house) {
        CHECK(house.said(true).empty());
        const auto code = house.filed(RequestKind::withdrawal);
        CHECK(house.answered(house.administrator, code, {.is_done = true, .words = "Đã rút"})
                  .empty());
        CHECK(!house.agrees());
    });
}

}  // namespace caicach::personal_data
