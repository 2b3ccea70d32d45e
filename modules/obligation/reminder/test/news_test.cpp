#include "obligation/reminder/news.hpp"

#include "obligation/assignment/assignment.hpp"
#include "obligation/reminder/plan_news.hpp"
#include "obligation/reminder/work_news.hpp"
#include "obligation/result.hpp"
#include "obligation/testing.hpp"
#include "organisation/testing.hpp"
#include "reminded_office.hpp"

namespace caicach::obligation
{
namespace
{

using identity::Role;

bool says(const SentMessage& message, std::string_view text)
{
    return message.body.find(text) != std::string::npos;
}

plan::PlanSummary summary_of(const RemindedOffice& office, plan::PlanId plan)
{
    auto context = office.context();
    auto transaction = MUST(context.read());
    return MUST(plan::summary_of(transaction, plan));
}

/// A report of all departments on the 20th of each month.
plan::Item monthly_reports(const Province& province)
{
    auto item = province.work_of_group("Báo cáo cải cách hành chính", "departments");
    item.path = "II.2";
    item.schedule = plan::Schedule{.kind = plan::Schedule::Kind::recurring,
                                   .every = plan::Period::month,
                                   .day = 20,
                                   .limit = plan::Limit::by};
    return item;
}

}  // namespace

TEST_CASE("a plan in force is told to the heads of each agency that owes by it, in one message")
{
    in_reminded_office([](RemindedOffice& office) {
        const auto head = office.person("Mạc Thị Nhàn", "SYT", Role::agency_head);
        office.person("Lục Văn Bách", "SYT", Role::agency_officer);
        // Without a head the officers speak for their agency.
        const auto officer = office.person("Tạ Minh Khuê", "STP", Role::agency_officer);
        office.person("Hà Văn An", "SCT", Role::agency_head);
        auto context = office.context();
        const auto plan = put_in_force(office.province, {monthly_articles(context, "SYT", 2),
                                                         monthly_articles(context, "STP", 1)});
        const auto news = office.news();
        REQUIRE(news.size() == 4);
        std::set<AccountId> readers;
        for (const auto& message : news) readers.insert(message.account);
        CHECK(readers == std::set{head, officer});
        const auto& letter = news.at(1);
        CHECK(letter.channel == "email");
        CHECK(letter.subject.starts_with("Kế hoạch mới giao việc: 12/KH-UBND – Kế hoạch"));
        CHECK(says(letter, "Với cơ quan: thêm 12 việc, hạn gần nhất 31/01/2026."));
        CHECK(letter.path == "/viec?muc=den-han&ke-hoach=" + summary_of(office, plan).code);
    });
}

TEST_CASE("an amended plan tells an agency what came, changed and went; others hear nothing")
{
    in_reminded_office([](RemindedOffice& office) {
        const auto head = office.person("Mạc Thị Nhàn", "SYT", Role::agency_head);
        office.person("Tạ Minh Khuê", "STP", Role::agency_head);
        auto context = office.context();
        const auto plan = put_in_force(office.province, {monthly_articles(context, "SYT", 2),
                                                         monthly_articles(context, "STP", 1)});
        const auto before = office.news().size();
        auto transaction = MUST(context.begin());
        auto items = MUST(plan::items_in_force(transaction, plan));
        auto& quota = items.front().quotas.front();
        quota.per = plan::Period::quarter;
        MUST(plan::ItemStore{transaction}.save(items.front()));
        const auto done = MUST(generate(context, transaction, plan));
        auto summary = MUST(plan::summary_of(transaction, plan));
        summary.edition = plan::EditionId{summary.edition.value + 1};
        MUST(tell_agencies(context, transaction, summary, done, Cause::amended));
        MUST(tell_agencies(context, transaction, summary, done, Cause::amended));
        MUST(transaction.commit());
        const auto news = office.news();
        REQUIRE(news.size() == before + 2);
        CHECK(news.back().account == head);
        CHECK(news.back().subject.starts_with("Kế hoạch được sửa đổi"));
        CHECK(says(news.back(), "thêm 4 việc, hạn gần nhất 31/03/2026; thôi 10 việc."));
    });
}

TEST_CASE("an amendment tells an agency of what is another for it alone, and names it")
{
    in_reminded_office([](RemindedOffice& office) {
        auto context = office.context();
        const auto head = office.person("Mạc Thị Nhàn", "SYT", Role::agency_head);
        office.person("Tạ Minh Khuê", "STP", Role::agency_head);
        auto other = monthly_articles(context, "STP", 1);
        other.path = "II.3";
        const auto plan = put_in_force(office.province, {monthly_articles(context, "SYT", 2),
                                                         monthly_reports(office.province), other});
        const auto before = office.news().size();
        const auto items_now = [&] {
            auto transaction = MUST(context.read());
            return MUST(plan::items_in_force(transaction, plan));
        };
        const auto told = [&](std::vector<plan::Item> items) {
            const auto known = office.news().size();
            plan::testing::amended_in_force(context, plan, std::move(items));
            return office.news().size() - known;
        };
        REQUIRE(before > 0);
        CHECK(told(items_now()) == 0);
        auto items = items_now();
        items[0].title = "Viết và đăng tin, bài";
        CHECK(told(items) == 0);
        // From April on: what was due before stays.
        items = items_now();
        items[0].quotas.front().count = 3;
        CHECK(told(items) == 2);
        CHECK(office.news().back().account == head);
        CHECK(says(office.news().back(), "Với cơ quan: đổi 10 việc."));
        CHECK(says(office.news().back(),
                   "- II.1. Viết và đăng tin, bài (10 kỳ): số lượng 2 tin, bài đổi thành 3 tin, "
                   "bài"));
        items = items_now();
        items[1].schedule->day = 22;
        CHECK(told(items) == 4);
        // June's moves from Saturday the 20th to Monday the 22nd either way.
        CHECK(says(office.news().back(), "Với cơ quan: đổi 9 việc."));
        CHECK(says(office.news().back(),
                   "- II.2. Báo cáo cải cách hành chính (Tháng 3/2026): hạn 20/03/2026 dời sang "));
        CHECK(says(office.news().back(), "- và 4 việc khác"));
        items = items_now();
        items[2].requested = true;
        CHECK(told(items) == 2);
        CHECK(says(office.news().back(), "(10 kỳ): từ nay là việc được đề nghị"));
        CHECK(told(items_now()) == 0);
        office.province.check_everything();
    });
}

TEST_CASE(
    "who has budget lines of an item hears once that an amendment removed it, or its heir does")
{
    in_reminded_office([](RemindedOffice& office) {
        auto context = office.context();
        const auto head = office.person("Mạc Thị Nhàn", "SYT", Role::agency_head);
        const auto heir = office.person("Tạ Minh Khuê", "STC", Role::agency_head);
        office.person("Lục Văn Bách", "STP", Role::agency_head);
        const auto target = testing::target_of(
            context, "SYT", "SNV", {plan::testing::activity_of(context, "Đối thoại", "SGDDT")});
        for (const auto* agency : {"SYT", "SCT"})
            REQUIRE(testing::budget_line_of(context, target, agency).version == 1);
        merge(office.province, "STC", "SCT", day(3, 10));
        const auto rest = [&] {
            auto transaction = MUST(context.read());
            return MUST(plan::items_in_force(transaction, target.plan)).back();
        }();
        const auto before = office.news().size();
        plan::testing::amended_in_force(context, target.plan, {rest});
        auto news = office.news();
        news.erase(news.begin(), news.begin() + static_cast<std::ptrdiff_t>(before));
        REQUIRE(news.size() == 4);
        std::set<AccountId> readers;
        for (const auto& message : news) {
            readers.insert(message.account);
            CHECK(says(message, "1 dòng kinh phí có mục không còn trong kế hoạch."));
            CHECK(says(message, "- Kinh phí In tờ gấp, 20.000.000 đồng: I.1. Tối thiểu 85%"));
        }
        CHECK(readers == std::set{head, heir});
        plan::testing::amended_in_force(context, target.plan, {rest});
        CHECK(office.news().size() == before + 4);
    });
}

TEST_CASE("a due day that moves is told to who owes by it, with both days")
{
    in_reminded_office([](RemindedOffice& office) {
        const auto head = office.person("Mạc Thị Nhàn", "SYT", Role::agency_head);
        const auto plan = put_in_force(office.province, {monthly_reports(office.province)});
        const auto before = office.news().size();
        auto context = office.context();
        auto transaction = MUST(context.begin());
        REQUIRE(organisation::testing::day_off(context, transaction, day(5, 20)).size() == 1);
        MUST(transaction.commit());
        const auto news = office.news();
        REQUIRE(news.size() == before + 2);
        CHECK(news.back().account == head);
        CHECK(news.back().subject.starts_with("Hạn dời theo lịch làm việc"));
        CHECK(says(news.back(),
                   "- II.2. Báo cáo cải cách hành chính (Tháng 5/2026): hạn "
                   "20/05/2026 dời sang 21/05/2026"));
        CHECK(news.back().path == "/viec?muc=den-han&ke-hoach=" + summary_of(office, plan).code);
    });
}

TEST_CASE("who is given work hears it once, with the later periods; who gives it to themselves not")
{
    in_reminded_office([](RemindedOffice& office) {
        const auto head = office.person("Mạc Thị Nhàn", "SYT", Role::agency_head);
        const auto officer = office.person("Lục Văn Bách", "SYT", Role::agency_officer);
        auto system = office.context();
        const auto plan = put_in_force(office.province, {monthly_articles(system, "SYT", 2)});
        const auto before = office.news().size();
        auto context = office.context_of(head);
        const auto give_to = [&](AccountId person, Reach reach) {
            auto transaction = MUST(context.begin());
            const auto code = MUST(identity::account_by_id(transaction, person)).code;
            const auto syt = office.province.agency("SYT");
            const auto march = office.province.obligation(plan, syt, "2026-03");
            MUST(assign(context, transaction, march, code, reach));
            MUST(transaction.commit());
        };
        give_to(officer, Reach::later_periods);
        give_to(officer, Reach::later_periods);  // twice the same is once
        const auto news = office.news();
        REQUIRE(news.size() == before + 2);
        CHECK(news.back().account == officer);
        CHECK(news.back().subject.starts_with("Giao việc cho ông/bà: II.1."));
        CHECK(says(news.back(), "Hạn: hết ngày 31/03/2026. Cùng với 9 kỳ sau của việc này."));
        give_to(head, Reach::this_period);
        CHECK(office.news().size() == before + 2);
        give_to(officer, Reach::this_period);
        CHECK(office.news().size() == before + 4);
        CHECK_FALSE(says(office.news().back(), "kỳ sau"));
    });
}

TEST_CASE("an agency hears that it is excused, and why; and that it has to again")
{
    in_reminded_office([](RemindedOffice& office) {
        const auto head = office.person("Mạc Thị Nhàn", "SYT", Role::agency_head);
        const auto officer = office.person("Lục Văn Bách", "SYT", Role::agency_officer);
        auto context = office.context();
        const auto plan = put_in_force(office.province, {monthly_articles(context, "SYT", 2)});
        const auto before = office.news().size();
        const auto syt = office.province.agency("SYT");
        const auto step = [&](const std::function<Result<void>(database::Transaction&,
                                                               const Obligation&)>& take) {
            auto transaction = MUST(context.begin());
            MUST(take(transaction, office.province.obligation(plan, syt, "2026-03")));
            MUST(transaction.commit());
        };
        step([&](database::Transaction& transaction, const Obligation& march) {
            return excuse(context, transaction, march, "Khắc phục hậu quả mưa lũ");
        });
        auto news = office.news();
        REQUIRE(news.size() == before + 4);
        CHECK(news.at(before).account == officer);
        CHECK(news.back().account == head);
        CHECK(says(news.back(), "Lý do: Khắc phục hậu quả mưa lũ"));
        step([&](database::Transaction& transaction, const Obligation& march) {
            return end_excuse(context, transaction, march);
        });
        news = office.news();
        REQUIRE(news.size() == before + 8);
        CHECK(news.back().subject.starts_with("Thôi miễn"));
        CHECK(says(news.back(), "Hạn: hết ngày 31/03/2026."));
    });
}

TEST_CASE("who is excused from many works at once hears it in one message")
{
    in_reminded_office([](RemindedOffice& office) {
        const auto head = office.person("Mạc Thị Nhàn", "SYT", Role::agency_head);
        const auto other = office.person("Tạ Minh Khuê", "STP", Role::agency_head);
        auto context = office.context();
        const auto plan = put_in_force(office.province, {monthly_articles(context, "SYT", 2),
                                                         monthly_articles(context, "STP", 1)});
        const auto before = office.news().size();
        const auto syt = office.province.agency("SYT");
        std::vector<Obligation> excused{
            office.province.obligation(plan, syt, "2026-03"),
            office.province.obligation(plan, syt, "2026-04"),
            office.province.obligation(plan, office.province.agency("STP"), "2026-03")};
        for (auto& one : excused) one.closing_reason = "Mưa lũ";
        const auto summary = summary_of(office, plan);
        auto transaction = MUST(context.begin());
        MUST(tell_excused(context, transaction, summary, excused));
        MUST(tell_excused(context, transaction, summary, excused));
        MUST(transaction.commit());
        const auto news = office.news();
        REQUIRE(news.size() == before + 4);
        for (auto at = before; at < news.size(); ++at) {
            const bool has_two = news.at(at).account == head;
            CHECK(news.at(at).subject.starts_with(has_two ? "Miễn 2 việc" : "Miễn việc này"));
            CHECK(says(news.at(at), "(Tháng 4/2026)") == has_two);
            CHECK((news.at(at).account == head || news.at(at).account == other));
            CHECK(says(news.at(at), "Lý do: Mưa lũ"));
        }
    });
}

}  // namespace caicach::obligation
