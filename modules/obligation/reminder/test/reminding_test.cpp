#include "obligation/cascade/handing_on.hpp"
#include "obligation/cascade/part_store.hpp"
#include "obligation/reminder/nudge.hpp"
#include "obligation/reminder/people.hpp"
#include "obligation/reminder/sight.hpp"
#include "obligation/testing.hpp"
#include "reminded_office.hpp"

namespace caicach::obligation
{
namespace
{

using identity::Role;

/// Two articles a month of Sở Y tế, coordinated by Sở Nội vụ; March is due on Tuesday the 31st.
struct Articles {
    plan::PlanId plan{};
    Obligation march{};

    explicit Articles(RemindedOffice& office)
    {
        auto context = office.context();
        plan = put_in_force(office.province, {monthly_articles(context, "SYT", 2)});
        march = office.province.obligation(plan, office.province.agency("SYT"), "2026-03");
    }
};

void give(const RemindedOffice& office, ObligationId obligation, AccountId to)
{
    auto context = office.context();
    auto transaction = MUST(context.begin());
    ObligationStore store{transaction};
    const auto before = MUST(store.find(obligation));
    auto given = before;
    given.assigned_to = to;
    MUST(store.save(before, given));
    MUST(transaction.commit());
}

std::size_t count_of(const RemindedOffice& office, AccountId account, std::string_view channel)
{
    const auto all = office.messages();
    return static_cast<std::size_t>(std::ranges::count_if(all, [&](const SentMessage& message) {
        return message.account == account && message.channel == channel;
    }));
}

}  // namespace

TEST_CASE("an officer is reminded a week before, two working days before and on the day; not twice")
{
    in_reminded_office([](RemindedOffice& office) {
        const auto officer = office.person("Lục Văn Bách", "SYT", Role::agency_officer);
        office.person("Tạ Minh Khuê", "STP", Role::agency_officer);
        const Articles articles{office};
        publish_article(office.province, office.province.agency("SYT"), day(1, 10), 2);
        publish_article(office.province, office.province.agency("SYT"), day(2, 10), 2);
        office.run_on(day(3, 23));
        CHECK(office.messages().empty());
        office.run_on(day(3, 24));
        REQUIRE(office.messages().size() == 2);
        const auto letter = office.messages().back();
        CHECK(letter.account == officer);
        CHECK(letter.subject == "Nhắc việc: 1 việc, hạn gần nhất 31/03/2026");
        CHECK(letter.body.find("II.1. Đăng tin, bài cải cách hành chính (Tháng 3/2026): 0/2 tin, "
                               "bài, còn 7 ngày; hạn 31/03/2026") != std::string::npos);
        CHECK_FALSE(secret_in(letter.body).empty());
        // The bell leads behind the sign-in.
        CHECK(secret_in(office.messages().front().body).empty());
        office.run_on(day(3, 24));
        CHECK(office.messages().size() == 2);
        office.go_on_until(day(3, 25));
        office.go_on_until(day(3, 26));
        CHECK(office.messages().size() == 2);
        office.go_on_until(day(3, 27));
        office.go_on_until(day(3, 30));
        CHECK(office.messages().size() == 4);
        office.go_on_until(day(3, 31));
        CHECK(office.messages().size() == 6);
        CHECK(office.reminders_of(articles.march.id).size() == 3);
        CHECK(office.reminders_of(articles.march.id).front().rule == "due_day");
    });
}

TEST_CASE("what is done, excused or not begun is not spoken of")
{
    in_reminded_office([](RemindedOffice& office) {
        office.person("Lục Văn Bách", "SYT", Role::agency_officer);
        const Articles articles{office};
        for (const auto month : {1, 2, 3})
            publish_article(office.province, office.province.agency("SYT"), day(month, 10), 2);
        office.run_on(day(3, 24));
        office.run_on(day(3, 31));
        CHECK(office.messages().empty());
    });
}

TEST_CASE("who is late is told of to the head, the coordinator and overseers, and the committee")
{
    in_reminded_office([](RemindedOffice& office) {
        const auto officer = office.person("Lục Văn Bách", "SYT", Role::agency_officer);
        const auto head = office.person("Mạc Thị Nhàn", "SYT", Role::agency_head);
        const auto coordinator = office.person("Đàm Thu Hiền", "SNV", Role::coordinator, true);
        const auto overseer = office.person("Ngụy Hoài An", "VPUB", Role::overseer, true);
        const auto chairman = office.person("Bùi Công Lý", "UBND", Role::agency_head);
        office.person("Lê Văn Tám", "STP", Role::agency_head);
        const Articles articles{office};
        for (const auto month : {1, 2})
            publish_article(office.province, office.province.agency("SYT"), day(month, 10), 2);
        office.run_on(day(3, 31));
        CHECK(office.readers() == std::set{officer});
        office.go_on_until(day(4, 1));
        office.go_on_until(day(4, 2));
        CHECK(office.readers() == std::set{officer});
        office.go_on_until(day(4, 3));
        CHECK(office.readers() == std::set{officer, head});
        office.go_on_until(day(4, 6));
        CHECK(office.readers() == std::set{officer, head});
        office.go_on_until(day(4, 7));
        CHECK(office.readers() == std::set{officer, head, coordinator, overseer});
        for (const auto number : {8, 9, 10, 13}) office.go_on_until(day(4, number));
        CHECK_FALSE(office.readers().contains(chairman));
        office.go_on_until(day(4, 14));
        CHECK(office.readers().contains(chairman));
        const auto last = office.messages().back();
        CHECK(last.body.find("Sở Y tế: II.1.") != std::string::npos);
        CHECK(last.body.find("0/2 tin, bài, quá hạn 14 ngày") != std::string::npos);
        CHECK(last.subject == "Nhắc việc: 1 việc quá hạn 14 ngày");
        // Who watches answers nothing in the agency's place.
        CHECK(secret_in(last.body).empty());
        CHECK(office.reminders_of(articles.march.id).size() == 6);
    });
}

TEST_CASE("where the item names who oversees it, those are told, and not all overseers")
{
    in_reminded_office([](RemindedOffice& office) {
        office.person("Lục Văn Bách", "SYT", Role::agency_officer);
        office.person("Đàm Thu Hiền", "SNV", Role::coordinator, true);
        const auto general = office.person("Ngụy Hoài An", "VPUB", Role::overseer, true);
        const auto named = office.person("Lê Văn Tám", "STP", Role::agency_head);
        auto context = office.context();
        auto item = monthly_articles(context, "SYT", 2);
        item.oversee = monthly_articles(context, "STP", 2).lead;
        put_in_force(office.province, {item});
        for (const auto month : {1, 2})
            publish_article(office.province, office.province.agency("SYT"), day(month, 10), 2);
        office.run_on(day(4, 6));
        CHECK_FALSE(office.readers().contains(named));
        office.go_on_until(day(4, 7));
        CHECK(office.readers().contains(named));
        CHECK_FALSE(office.readers().contains(general));
    });
}

TEST_CASE("who is told of others' work is led where they may look, line by line")
{
    in_reminded_office([](RemindedOffice& office) {
        const auto officer = office.person("Lục Văn Bách", "SYT", Role::agency_officer);
        const auto head = office.person("Mạc Thị Nhàn", "SYT", Role::agency_head);
        const auto coordinator = office.person("Đàm Thu Hiền", "SNV", Role::coordinator);
        const auto named = office.person("Lê Văn Tám", "STP", Role::agency_head);
        auto context = office.context();
        auto item = monthly_articles(context, "SYT", 2);
        item.oversee = monthly_articles(context, "STP", 2).lead;
        auto second = item;
        second.path = "II.2";
        second.title = "Đăng tin trên mạng xã hội";
        second.oversee.clear();
        second.quotas.front().unit = "tin";
        const auto plan = put_in_force(office.province, {item, second});
        for (const auto month : {1, 2})
            publish_article(office.province, office.province.agency("SYT"), day(month, 10), 2);
        std::string overseen;
        std::string other;
        for (const auto& owed : office.province.obligations(plan)) {
            if (owed.period != "2026-03") continue;
            auto transaction = MUST(context.read());
            const auto work = MUST(work_of(transaction, plan, owed.lineage));
            (work.path == "II.1" ? overseen : other) = owed.code;
        }
        office.run_on(day(4, 1));
        office.go_on_until(day(4, 3));
        office.go_on_until(day(4, 7));
        const auto letter_to = [&](AccountId account) {
            auto found = office.messages();
            std::erase_if(found, [&](const SentMessage& message) {
                return message.account != account || message.channel != "email";
            });
            REQUIRE_FALSE(found.empty());
            return found.back();
        };
        const auto view = "\n  Xem: https://cchc.songlam.example/viec/";
        const auto to_overseer = letter_to(named);
        CHECK(to_overseer.path == "/viec/" + overseen);
        CHECK(to_overseer.body.find(view + overseen) != std::string::npos);
        CHECK(to_overseer.body.find(other) == std::string::npos);
        const auto to_coordinator = letter_to(coordinator);
        auto transaction = MUST(context.read());
        const auto code = MUST(plan::summary_of(transaction, plan)).code;
        CHECK(to_coordinator.path == "/theo-doi/" + code + "/cham");
        CHECK(to_coordinator.body.find(view + overseen) != std::string::npos);
        CHECK(to_coordinator.body.find(view + other) != std::string::npos);
        CHECK(letter_to(officer).path == "/viec");
        CHECK_FALSE(secret_in(letter_to(officer).body).empty());
        CHECK(letter_to(head).path == "/viec");
    });
}

TEST_CASE("a line about work that the reader may not open leads nowhere")
{
    in_reminded_office([](RemindedOffice& office) {
        const auto stranger = office.person("Lê Văn Tám", "STP", Role::agency_officer);
        const auto officer = office.person("Lục Văn Bách", "SYT", Role::agency_officer);
        const auto inspector = office.person("Tạ Minh Khuê", "SNV", Role::inspector);
        const Articles articles{office};
        auto context = office.context();
        auto transaction = MUST(context.read());
        CHECK_FALSE(MUST(Sight(transaction, stranger, day(3, 15)).sees(articles.march)));
        CHECK(MUST(Sight(transaction, officer, day(3, 15)).sees(articles.march)));
        CHECK(MUST(Sight(transaction, inspector, day(3, 15)).sees(articles.march)));
        CHECK_FALSE(MUST(Sight(transaction, officer, day(3, 15)).watches(articles.plan)));
    });
}

TEST_CASE("what is late goes to Zalo where the person proved a number there")
{
    in_reminded_office([](RemindedOffice& office) {
        const auto officer = office.person("Lục Văn Bách", "SYT", Role::agency_officer);
        const auto other = office.person("Lý Thị Mây", "SYT", Role::agency_officer);
        const Articles articles{office};
        auto context = office.context();
        auto transaction = MUST(context.begin());
        MUST(transaction.change(
            "INSERT INTO notification_number (account_id, number, at, waiting, code_hash,"
            " code_until, tries, codes_sent, codes_since)"
            " VALUES ($1, '84987654321', $2, '', '', $2, 0, 0, $2)",
            officer, context.now()));
        MUST(transaction.commit());
        office.run_on(day(4, 1));
        CHECK(count_of(office, officer, "zalo") == 1);
        CHECK(count_of(office, other, "zalo") == 0);
        CHECK(count_of(office, other, "email") == 1);
    });
}

TEST_CASE("an obstacle that waits is brought to its handler, then to the coordinator, once each")
{
    in_reminded_office([](RemindedOffice& office) {
        auto& desk = office.province.desk;
        const auto coordinator = office.person("Đàm Thu Hiền", "SNV", Role::coordinator);
        const auto handler = office.person("Lê Văn Tám", "STC", Role::agency_head);
        const Articles articles{office};
        desk.clock.set_today(day(3, 16));
        auto context = office.context();
        const auto obstacle = testing::obstacle_of(context, articles.march, "STC");
        const auto told = [&] {
            std::vector<AccountId> readers;
            for (const auto& message : office.news())
                if (message.channel == "in_app" && message.subject.starts_with("Vướng mắc") &&
                    message.path == "/vuong-mac/" + obstacle.code)
                    readers.push_back(message.account);
            return readers;
        };
        office.run_on(day(3, 17));
        office.go_on_until(day(3, 18));
        CHECK(told().empty());
        office.go_on_until(day(3, 19));
        CHECK(told() == std::vector{handler});
        CHECK(office.news().back().subject.starts_with("Vướng mắc chờ trả lời đã 3 ngày"));
        office.run_on(day(3, 19));
        office.go_on_until(day(3, 20));
        CHECK(told().size() == 1);
        // Wednesday 25 March is the seventh working day.
        office.go_on_until(day(3, 24));
        CHECK(told().size() == 1);
        office.go_on_until(day(3, 25));
        CHECK(told() == std::vector{handler, coordinator});
        auto transaction = MUST(context.begin());
        MUST(answer_obstacle(context, transaction, obstacle, "Đã bố trí", {}));
        MUST(transaction.commit());
        office.go_on_until(day(4, 3));
        CHECK(told().size() == 2);
    });
}

TEST_CASE("many duties of a day are one digest, and days off are made up for")
{
    in_reminded_office([](RemindedOffice& office) {
        const auto officer = office.person("Lục Văn Bách", "SYT", Role::agency_officer);
        auto context = office.context();
        auto second = monthly_articles(context, "SYT", 3);
        second.path = "II.2";
        second.title = "Đăng tin trên mạng xã hội";
        put_in_force(office.province, {monthly_articles(context, "SYT", 2), second});
        office.run_on(day(3, 23));
        // Nobody was there from Tuesday to Thursday.
        office.run_on(day(3, 27));
        CHECK(count_of(office, officer, "email") == 1);
        CHECK(count_of(office, officer, "in_app") == 1);
        const auto letter = office.messages().back();
        CHECK(letter.subject.starts_with("Nhắc việc: 2 việc"));
        CHECK(letter.body.find("II.2. Đăng tin trên mạng xã hội") != std::string::npos);
        office.go_on_until(day(3, 28));
        office.go_on_until(day(3, 29));
        CHECK(count_of(office, officer, "email") == 1);
    });
}

TEST_CASE("work that is given to somebody is theirs; a locked account's goes back to all officers")
{
    in_reminded_office([](RemindedOffice& office) {
        const auto one = office.person("Lục Văn Bách", "SYT", Role::agency_officer);
        const auto other = office.person("Mạc Thị Nhàn", "SYT", Role::agency_officer);
        const Articles articles{office};
        give(office, articles.march.id, other);
        office.run_on(day(3, 24));
        CHECK(office.readers() == std::set{other});
        auto context = office.context();
        auto transaction = MUST(context.begin());
        MUST(identity::disable_account(context, transaction, other));
        MUST(transaction.commit());
        office.run_on(day(3, 31));
        CHECK(office.readers() == std::set{one, other});
        CHECK(count_of(office, other, "email") == 1);
    });
}

TEST_CASE("who was given work and works elsewhere by now is not told of it")
{
    in_reminded_office([](RemindedOffice& office) {
        const auto officer = office.person("Lục Văn Bách", "SYT", Role::agency_officer);
        const auto moved = office.person("Mạc Thị Nhàn", "STP", Role::agency_officer);
        const Articles articles{office};
        give(office, articles.march.id, moved);
        office.run_on(day(3, 24));
        CHECK(office.readers() == std::set{officer});
    });
}

TEST_CASE("titles as long as a plan may have them fit into a letter with all of them")
{
    in_reminded_office([](RemindedOffice& office) {
        const auto officer = office.person("Lục Văn Bách", "SYT", Role::agency_officer);
        auto context = office.context();
        std::vector<plan::Item> items;
        for (int at = 1; at <= 40; ++at) {
            auto item = monthly_articles(context, "SYT", 2);
            item.path = "II." + std::to_string(at);
            for (int word = 0; word < 300; ++word) item.title += " cải cách";
            items.push_back(std::move(item));
        }
        put_in_force(office.province, items);
        office.run_on(day(3, 24));
        CHECK(count_of(office, officer, "email") == 1);
        CHECK(office.messages().back().subject.starts_with("Nhắc việc: 40 việc"));
    });
}

TEST_CASE("where an agency has no officers somebody else is told, whose work it is, and no link")
{
    in_reminded_office([](RemindedOffice& office) {
        const auto coordinator = office.person("Đàm Thu Hiền", "SNV", Role::coordinator, true);
        const Articles articles{office};
        office.run_on(day(3, 24));
        CHECK(office.readers() == std::set{coordinator});
        const auto check_last_letter = [&] {
            const auto letter = office.messages().back();
            CHECK(letter.channel == "email");
            CHECK(letter.body.find("- Sở Y tế: II.1.") != std::string::npos);
            // It would refuse them: they report nothing for another agency.
            CHECK(secret_in(letter.body).empty());
        };
        check_last_letter();
        auto context = office.context();
        auto transaction = MUST(context.begin());
        const auto summary = MUST(plan::summary_of(transaction, articles.plan));
        MUST(nudge(context, transaction, summary, {articles.march.agency}));
        MUST(transaction.commit());
        CHECK(office.messages().size() == 4);
        check_last_letter();
    });
}

TEST_CASE("requested work is reminded of before its day, and never called late")
{
    in_reminded_office([](RemindedOffice& office) {
        const auto officer = office.person("Lục Văn Bách", "SYT", Role::agency_officer);
        auto context = office.context();
        auto item = monthly_articles(context, "SYT", 2);
        item.requested = true;
        put_in_force(office.province, {item});
        office.run_on(day(3, 24));
        CHECK(count_of(office, officer, "email") == 1);
        office.run_on(day(4, 1));
        CHECK(count_of(office, officer, "email") == 1);
    });
}

TEST_CASE("one click reminds an agency of all that it is late with, once a day, and is recorded")
{
    in_reminded_office([](RemindedOffice& office) {
        const auto officer = office.person("Lục Văn Bách", "SYT", Role::agency_officer);
        const Articles articles{office};
        office.province.desk.clock.set_today(day(3, 16));
        const auto press = [&](std::string_view code) -> Result<int> {
            auto context = office.context();
            auto transaction = MUST(context.begin());
            const auto summary = MUST(plan::summary_of(transaction, articles.plan));
            const auto agency =
                MUST(organisation::agency_by_code(transaction, code, context.today()));
            const auto count = TRY(nudge(context, transaction, summary, {agency.id}));
            TRY(transaction.commit());
            return count;
        };
        CHECK(press("STP").error().key == "obligation.nudge.nothing_late");
        CHECK(MUST(press("SYT")) == 1);
        const auto& lines = office.province.desk.recorder.lines;
        CHECK(lines.back() == R"(obligation.nudged {"agency":"SYT","tasks":2,"people":1})");
        CHECK(office.readers() == std::set{officer});
        const auto letter = office.messages().back();
        CHECK(letter.subject == "Hệ thống nhắc 2 việc đã quá hạn");
        CHECK(letter.body.find("Tháng 1/2026") != std::string::npos);
        CHECK(letter.body.find("Tháng 2/2026") != std::string::npos);
        CHECK(press("SYT").error().key == "obligation.nudge.today_already");
        office.province.desk.clock.set_today(day(3, 17));
        CHECK(MUST(press("SYT")) == 1);
        CHECK(office.messages().size() == 4);
        office.province.desk.authority.answer = false;
        auto context = office.context_of(officer);
        auto transaction = MUST(context.begin());
        const auto summary = MUST(plan::summary_of(transaction, articles.plan));
        const auto refused = nudge(context, transaction, summary, {articles.march.agency});
        CHECK(refused.error().kind == Failure::forbidden);
    });
}

TEST_CASE("a nudge on a day off rings at once, and its letter waits for the office to open")
{
    in_reminded_office([](RemindedOffice& office) {
        office.person("Lục Văn Bách", "SYT", Role::agency_officer);
        const Articles articles{office};
        auto context = office.context();  // Sunday 15 March
        auto transaction = MUST(context.begin());
        const auto summary = MUST(plan::summary_of(transaction, articles.plan));
        MUST(nudge(context, transaction, summary, {articles.march.agency}));
        MUST(transaction.commit());
        const auto sent = office.messages();
        REQUIRE(sent.size() == 2);
        CHECK(sent.front().channel == "in_app");
        CHECK(sent.front().due_at == to_iso(context.now()));
        CHECK(sent.back().due_at.starts_with("2026-03-16T0"));
    });
}

TEST_CASE("a unit is reminded of its part, and above it the heads of who gave it, not the province")
{
    in_reminded_office([](RemindedOffice& office) {
        auto& province = office.province;
        const auto unit = office.person("Lục Văn Bách", "CTTDT", Role::agency_officer);
        const auto giver = office.person("Tạ Minh Khuê", "VPUB", Role::agency_head);
        const auto coordinator = office.person("Hà Văn An", "SNV", Role::coordinator, true);
        auto context = office.context();
        const auto plan = put_in_force(province, {monthly_articles(context, "VPUB", 2)});
        const auto march = province.obligation(plan, province.agency("VPUB"), "2026-03");
        auto transaction = MUST(context.begin());
        MUST(hand_on(province.context, transaction, march, {province.agency("CTTDT")}, {},
                     Reach::this_period));
        const auto part = MUST(PartStore{transaction}.of(march.id)).front().obligation;
        People people{transaction, day(3, 24)};
        const auto told = [&](Audience audience) {
            std::set<AccountId> accounts;
            for (const auto& account : MUST(people.of(audience, part))) accounts.insert(account.id);
            return accounts;
        };
        CHECK(told(Audience::officer) == std::set{unit});
        CHECK(told(Audience::coordinator) == std::set{giver});
        CHECK(told(Audience::committee) == std::set{giver});
        CHECK(MUST(people.of(Audience::coordinator, march)).front().id == coordinator);
        MUST(transaction.commit());
        office.run_on(day(3, 24));
        CHECK(office.reminders_of(part.id).size() == 1);
        CHECK(office.readers().contains(unit));
    });
}

}  // namespace caicach::obligation
