#include "obligation/generation.hpp"

#include <algorithm>

#include "jobs/jobs.hpp"
#include "obligation/ask.hpp"
#include "obligation/counting.hpp"
#include "obligation/draft/draft.hpp"
#include "obligation/inbox.hpp"
#include "obligation/quota_key.hpp"
#include "obligation/reminder/progress.hpp"
#include "obligation/state_views.hpp"
#include "obligation/test/province.hpp"
#include "organisation/testing.hpp"

namespace caicach::obligation
{

TEST_CASE("a plan in force makes what each agency owes, from the day it was issued")
{
    in_province([](Province& province) {
        auto item = monthly_articles(province.context, "SYT", 2);
        const auto plan = put_in_force(province, {item});
        const auto all = province.obligations(plan);
        REQUIRE(all.size() == 12);
        CHECK(all[0].agency == province.agency("SYT"));
        CHECK(all[0].period == "2026-01");
        CHECK(all[0].role == plan::Role::lead);
        CHECK(state_of(all[0], day(3, 15)) == State::overdue);
        CHECK(state_of(all[2], day(3, 15)) == State::open);
        CHECK(state_of(all[3], day(3, 15)) == State::upcoming);
        province.check_everything();
    });
}

TEST_CASE("a group owes by its members; whoever performs owes, not who leads")
{
    in_province([](Province& province) {
        auto item = province.work_of_group("Ban hành kế hoạch", "departments");
        item.lead = {{"Sở Nội vụ", province.agency("SNV")}};
        item.schedule = plan::Schedule{.kind = plan::Schedule::Kind::deadline, .due = day(3, 31)};
        const auto plan = put_in_force(province, {item});
        const auto all = province.obligations(plan);
        auto transaction = MUST(province.context.read());
        const auto group = MUST(organisation::group_by_key(transaction, "departments"));
        const auto members = MUST(organisation::members(transaction, group.id, day(3, 30)));
        CHECK(all.size() == members.agencies.size());
        CHECK(all.size() > 5);
        for (const auto& obligation : all) CHECK(obligation.role == plan::Role::perform);
    });
}

TEST_CASE("generating twice changes nothing")
{
    in_province([](Province& province) {
        const auto plan = put_in_force(province, {monthly_articles(province.context, "SYT", 1)});
        publish_article(province, province.agency("SYT"), day(3, 10));
        auto transaction = MUST(province.context.begin());
        const auto again = MUST(generate(province.context, transaction, plan));
        CHECK(again.made == 0);
        CHECK(again.changed == 0);
        CHECK(again.closed == 0);
        MUST(transaction.commit());
        CHECK(province.obligation(plan, province.agency("SYT"), "2026-03").done == 1);
        province.check_everything();
    });
}

TEST_CASE("what was done before the plan came into force counts at once")
{
    in_province([](Province& province) {
        publish_article(province, province.agency("SYT"), day(2, 3));
        const auto plan = put_in_force(province, {monthly_articles(province.context, "SYT", 1)});
        const auto february = province.obligation(plan, province.agency("SYT"), "2026-02");
        CHECK(state_of(february, day(3, 15)) == State::fulfilled);
        province.check_everything();
    });
}

TEST_CASE("a duty that a reviewer kept apart from one with the same words is owed by its own doers")
{
    in_province([](Province& province) {
        auto first = monthly_articles(province.context, "SYT", 1);
        auto second = monthly_articles(province.context, "STP", 2);
        second.path = "V.2";
        second.notes = {{std::string{plan::repeats}, "II.1"}};
        const auto plan = put_in_force(province, {first, second});
        CHECK(province.obligation(plan, province.agency("SYT"), "2026-05").needed == 1);
        CHECK(province.obligation(plan, province.agency("STP"), "2026-05").needed == 2);
    });
}

TEST_CASE("a duty with the words of a topic above it is owed")
{
    in_province([](Province& province) {
        auto topic =
            plan::testing::activity_of(province.context, "Gương tốt trong cải cách", "SYT");
        topic.path = "II.1";
        topic.type = plan::ItemType::topic;
        auto duty = monthly_articles(province.context, "SYT", 1);
        duty.title = topic.title;
        duty.path = "V.2";
        duty.notes = {{std::string{plan::repeats}, "II.1"}};
        CHECK(province.obligations(put_in_force(province, {topic, duty})).size() == 12);
    });
}

TEST_CASE("requested work is never late and is in no sum")
{
    in_province([](Province& province) {
        auto item = monthly_articles(province.context, "SYT", 1);
        item.requested = true;
        const auto plan = put_in_force(province, {item});
        const auto january = province.obligation(plan, province.agency("SYT"), "2026-01");
        CHECK(state_of(january, day(3, 15)) == State::closed);
        CHECK(state_text(january, day(3, 15)) == "Đề nghị, chưa có kết quả");
        publish_article(province, province.agency("SYT"), day(3, 1));
        const auto march = province.obligation(plan, province.agency("SYT"), "2026-03");
        CHECK(state_of(march, day(4, 30)) == State::fulfilled);
        province.check_everything();
    });
}

TEST_CASE("requested work can be found, and reported, after its day")
{
    in_province([](Province& province) {
        auto item = monthly_articles(province.context, "SYT", 1);
        item.requested = true;
        put_in_force(province, {item});
        auto transaction = MUST(province.context.read());
        const auto in = [&](Box box) {
            const TaskQuery query{.agency = province.agency("SYT"), .box = box};
            std::vector<std::string> periods;
            for (const auto& task : MUST(tasks(transaction, query, day(3, 15))))
                periods.push_back(task.obligation.period);
            return periods;
        };
        CHECK(in(Box::done) == std::vector<std::string>{"2026-02", "2026-01"});
        CHECK(in(Box::urgent).empty());
        CHECK(in(Box::later).front() == "2026-03");
    });
}

TEST_CASE("the month of a merger is owed by who took over, and nothing is lost or counted twice")
{
    in_province([](Province& province) {
        const auto snv = province.agency("SNV");
        const auto stp = province.agency("STP");
        auto item = province.work_of_group("Đăng tin, bài", "departments");
        item.quotas = {{.count = 2, .per = plan::Period::month, .unit = "tin, bài"}};
        const auto plan = put_in_force(province, {item});
        province.desk.clock.set_today(day(7, 10));
        publish_article(province, stp, day(6, 5));
        publish_article(province, stp, day(7, 5));
        publish_article(province, snv, day(7, 6));
        province.desk.clock.set_today(day(7, 16));
        merge(province, "SNV", "STP", day(7, 15));
        generate_anew(province, plan);
        CHECK(province.obligation(plan, stp, "2026-06").done == 1);
        CHECK(state_of(province.obligation(plan, stp, "2026-06"), day(7, 16)) == State::overdue);
        CHECK(state_of(province.obligation(plan, stp, "2026-07"), day(7, 16)) == State::closed);
        const auto july = province.obligation(plan, snv, "2026-07");
        CHECK(july.done == 2);
        CHECK(state_of(july, day(7, 16)) == State::fulfilled);
        for (const auto& obligation : province.obligations(plan))
            CHECK((obligation.agency != stp || obligation.due_on <= day(7, 31)));
        province.check_everything();
        generate_anew(province, plan);
        CHECK(province.obligation(plan, snv, "2026-07").done == 2);
    });
}

TEST_CASE("what an agency that has ended did before its end, told later, counts for its successor")
{
    in_province([](Province& province) {
        const auto plan = put_in_force(province, {monthly_articles(province.context, "SNV", 1)});
        province.desk.clock.set_today(day(7, 20));
        merge(province, "SNV", "STP", day(7, 15));
        publish_article(province, province.agency("STP"), day(7, 3));
        CHECK(province.obligation(plan, province.agency("SNV"), "2026-07").done == 1);
        province.check_everything();
    });
}

TEST_CASE("an amended plan leaves what was due, closes what has evidence and removes the rest")
{
    in_province([](Province& province) {
        const auto syt = province.agency("SYT");
        const auto plan = put_in_force(province, {monthly_articles(province.context, "SYT", 1)});
        publish_article(province, syt, day(3, 2));
        auto reading = MUST(province.context.read());
        auto items = MUST(plan::items_in_force(reading, plan));
        items.front().quotas.front().per = plan::Period::quarter;
        {
            auto transaction = MUST(province.context.begin());
            MUST(plan::ItemStore{transaction}.save(items.front()));
            MUST(generate(province.context, transaction, plan));
            MUST(transaction.commit());
        }
        CHECK(state_of(province.obligation(plan, syt, "2026-02"), day(3, 15)) == State::overdue);
        CHECK(state_of(province.obligation(plan, syt, "2026-03"), day(3, 15)) == State::closed);
        CHECK(province.obligation(plan, syt, "2026Q1").done == 1);
        CHECK(province.obligations(plan).size() == 3 + 4);
        province.check_everything();
    });
}

TEST_CASE("a plan that asks for more gives no fact to two periods of one quota")
{
    in_province([](Province& province) {
        const auto syt = province.agency("SYT");
        const auto plan = put_in_force(province, {monthly_articles(province.context, "SYT", 1)});
        const auto february = province.obligation(plan, syt, "2026-02");
        record(province, {.kind = article,
                          .agency = syt,
                          .happened_on = day(3, 1),
                          .title = "Bài tháng 2, đăng muộn",
                          .source_module = std::string{fact_source},
                          .source_object = february.id.value});
        {
            auto transaction = MUST(province.context.begin());
            auto items = MUST(plan::items_in_force(transaction, plan));
            items.front().quotas.front().count = 2;
            MUST(plan::ItemStore{transaction}.save(items.front()));
            MUST(generate(province.context, transaction, plan));
            MUST(transaction.commit());
        }
        const auto march = province.obligation(plan, syt, "2026-03");
        CHECK(march.needed == 2);
        CHECK(march.done == 0);
        CHECK(province.obligation(plan, syt, "2026-02").done == 1);
        province.check_everything();
    });
}

TEST_CASE("what was taken back before the plan came into force is no count")
{
    in_province([](Province& province) {
        const auto syt = province.agency("SYT");
        const auto id = publish_article(province, syt, day(3, 2));
        record(province, {.kind = article,
                          .agency = syt,
                          .happened_on = day(3, 2),
                          .quantity = 0,
                          .title = "Ghi nhầm",
                          .supersedes = id});
        const auto plan = put_in_force(province, {monthly_articles(province.context, "SYT", 1)});
        const auto march = province.obligation(plan, syt, "2026-03");
        auto transaction = MUST(province.context.read());
        CHECK(MUST(ObligationStore{transaction}.counts(march.id)).empty());
    });
}

TEST_CASE("a changed directory has all plans made anew")
{
    in_province([](Province& province) {
        put_in_force(province, {monthly_articles(province.context, "SYT", 1)});
        merge(province, "SNV", "STP", day(3, 10));
        auto transaction = MUST(province.context.read());
        CHECK(MUST(jobs::counts(transaction)).waiting >= 1);
    });
}

TEST_CASE("a longer time reaches who is overdue, and who did it late within the new one")
{
    in_province([](Province& province) {
        auto item = province.work_of_group("Tổng kết cải cách hành chính", "departments");
        item.schedule = plan::Schedule{.kind = plan::Schedule::Kind::deadline, .due = day(3, 1)};
        const auto plan = put_in_force(province, {item});
        const auto of = [&](std::string_view code) {
            return province.obligation(plan, province.agency(code), once);
        };
        const auto report = [&](std::string_view code, Date on) {
            record(province, {.kind = article,
                              .agency = province.agency(code),
                              .happened_on = on,
                              .title = "Đã tổng kết",
                              .source_module = std::string{fact_source},
                              .source_object = of(code).id.value});
        };
        report("STP", day(2, 10));
        report("SNV", day(3, 10));
        REQUIRE(state_of(of("SYT"), day(3, 15)) == State::overdue);
        REQUIRE(state_of(of("SNV"), day(3, 15)) == State::fulfilled_late);
        amend(province, plan, [](plan::Item& one) { one.schedule->due = day(7, 1); });
        CHECK(state_of(of("SYT"), day(3, 15)) == State::open);
        CHECK(of("SYT").due_on == day(6, 30));
        CHECK(state_of(of("SNV"), day(3, 15)) == State::fulfilled);
        CHECK(state_of(of("STP"), day(3, 15)) == State::fulfilled);
        CHECK(of("STP").due_on == day(2, 28));
        province.check_everything();
        // What is over by the old day and by the new one stays.
        province.desk.clock.set_today(day(8, 3));
        amend(province, plan, [](plan::Item& one) { one.schedule->due = day(7, 20); });
        CHECK(of("SYT").due_on == day(6, 30));
        province.check_everything();
    });
}

TEST_CASE("a shorter time makes nobody late who was in time")
{
    in_province([](Province& province) {
        auto item = monthly_articles(province.context, "SYT", 1);
        item.quotas.front().per = plan::Period::none;
        item.schedule = plan::Schedule{.kind = plan::Schedule::Kind::deadline, .due = day(6, 30)};
        const auto plan = put_in_force(province, {item});
        publish_article(province, province.agency("SYT"), day(3, 10));
        amend(province, plan, [](plan::Item& one) { one.schedule->due = day(3, 5); });
        const auto done = province.obligation(plan, province.agency("SYT"), once);
        CHECK(state_of(done, day(3, 15)) == State::fulfilled);
        province.check_everything();
    });
}

TEST_CASE("a quota that an amendment moves up keeps its own facts, and takes nobody else's")
{
    in_province([](Province& province) {
        const auto syt = province.agency("SYT");
        auto item = monthly_articles(province.context, "SYT", 4);
        item.quotas.push_back({.count = 1, .per = plan::Period::month, .unit = "tờ rơi"});
        const auto plan = put_in_force(province, {item});
        publish_article(province, syt, day(3, 2), 4);
        amend(province, plan, [](plan::Item& one) { one.quotas.erase(one.quotas.begin()); });
        const auto of = [&](std::string_view period, std::string_view product) {
            auto all = province.obligations(plan);
            std::erase_if(all, [&](const Obligation& one) {
                return one.period != period || one.product != product;
            });
            REQUIRE(all.size() == 1);
            return all.front();
        };
        CHECK(of("2026-03", "print").done == 0);
        CHECK(of("2026-03", "print").is_owed());
        CHECK(state_of(of("2026-03", "article"), day(3, 15)) == State::closed);
        CHECK(of("2026-03", "article").done == 4);
        CHECK(of("2026-02", "print").needed == 1);
        province.check_everything();
    });
}

TEST_CASE("quotas that an earlier release knew by their place get their names, and keep all")
{
    in_province([](Province& province) {
        const auto syt = province.agency("SYT");
        const auto plan = put_in_force(province, {monthly_articles(province.context, "SYT", 1)});
        publish_article(province, syt, day(3, 2));
        const auto before = province.obligation(plan, syt, "2026-03");
        CHECK(before.quota == "article::month");
        {
            auto transaction = MUST(province.context.begin());
            MUST(transaction.change("UPDATE obligation_obligation SET quota = '0'"));
            CHECK(MUST(has_numbered_quotas(transaction)));
            MUST(transaction.commit());
        }
        generate_anew(province, plan);
        const auto after = province.obligation(plan, syt, "2026-03");
        CHECK(after.id == before.id);
        CHECK(after.quota == "article::month");
        CHECK(after.done == 1);
        CHECK(province.obligations(plan).size() == 12);
        auto transaction = MUST(province.context.read());
        CHECK(!MUST(has_numbered_quotas(transaction)));
        province.check_everything();
    });
}

TEST_CASE("facts that fit no more after an amendment count no more, and the check would see them")
{
    in_province([](Province& province) {
        const auto syt = province.agency("SYT");
        auto item = monthly_articles(province.context, "SYT", 1);
        item.quotas.front().per = plan::Period::none;
        const auto plan = put_in_force(province, {item});
        publish_article(province, syt, day(2, 2));
        const auto before = province.obligation(plan, syt, once);
        REQUIRE(before.done == 1);
        {
            auto transaction = MUST(province.context.begin());
            auto changed = before;
            changed.product = "print";
            MUST(ObligationStore{transaction}.save(before, changed));
            MUST(transaction.commit());
        }
        CHECK(MUST(check_sums(province.context)).size() == 1);
        amend(province, plan, [](plan::Item& one) {
            one.schedule = plan::Schedule{.from = day(3, 1), .to = day(9, 30)};
        });
        CHECK(province.obligation(plan, syt, once).done == 0);
        province.check_everything();
    });
}

TEST_CASE("work with a draft, or of which its agency told, is closed where it is asked no more")
{
    in_province([](Province& province) {
        const auto syt = province.agency("SYT");
        const auto plan = put_in_force(province, {monthly_articles(province.context, "SYT", 1)});
        const auto drafted = province.obligation(plan, syt, "2026-05");
        const auto told = province.obligation(plan, syt, "2026-06");
        {
            auto transaction = MUST(province.context.begin());
            MUST(save_draft(province.context, transaction, drafted,
                            {.text = {.title = "Đang viết"}}));
            MUST(tell_progress(province.context, transaction, told,
                               {.text = "Đã xong một nửa", .expected_on = day(6, 20)}));
            MUST(transaction.commit());
        }
        amend(province, plan,
              [](plan::Item& one) { one.quotas.front().per = plan::Period::quarter; });
        CHECK(province.obligation(plan, syt, "2026-05").closing == Closing::closed);
        CHECK(province.obligation(plan, syt, "2026-06").closing == Closing::closed);
        auto transaction = MUST(province.context.read());
        const auto kept = MUST(draft_of(transaction, drafted.id, province.context.now()));
        REQUIRE(kept);
        CHECK(kept->text.title == "Đang viết");
        CHECK(province.obligations(plan).size() == 2 + 2 + 4);
    });
}

TEST_CASE("a day off moves the due days that name it, and tells how many agencies it moves for")
{
    in_province([](Province& province) {
        auto item = province.work_of_group("Báo cáo cải cách hành chính", "departments");
        item.path = "II.2";
        item.schedule = plan::Schedule{.kind = plan::Schedule::Kind::recurring,
                                       .every = plan::Period::month,
                                       .day = 20,
                                       .limit = plan::Limit::by};
        const auto plan = put_in_force(province, {item});
        const auto health = province.agency("SYT");
        REQUIRE(province.obligation(plan, health, "2026-05").due_on == day(5, 20));
        auto transaction = MUST(province.context.begin());
        const auto moved =
            organisation::testing::day_off(province.context, transaction, day(5, 20));
        MUST(transaction.commit());
        REQUIRE(moved.size() == 1);
        constexpr std::string_view line =
            R"(obligation.due.moved {"path":"II.2","period":"2026-05","before":"2026-05-20",)"
            R"("after":"2026-05-21"})";
        CHECK(std::ranges::count(province.desk.recorder.lines, line) == 1);
        CHECK(moved.front().before == day(5, 20));
        CHECK(moved.front().after == day(5, 21));
        CHECK(moved.front().what ==
              "Việc II.2. Báo cáo cải cách hành chính (Tháng 5/2026, 21 cơ quan)");
        CHECK(province.obligation(plan, health, "2026-05").due_on == day(5, 21));
        // The 20th of February is one of the days of Tết.
        CHECK(province.obligation(plan, health, "2026-02").due_on == day(2, 23));
        province.check_everything();
    });
}

TEST_CASE("what was due before today stays when its day becomes one off")
{
    in_province([](Province& province) {
        auto item = monthly_articles(province.context, "SYT", 1);
        item.schedule = plan::Schedule{.kind = plan::Schedule::Kind::recurring,
                                       .every = plan::Period::month,
                                       .day = 12,
                                       .limit = plan::Limit::by};
        const auto plan = put_in_force(province, {item});
        const auto health = province.agency("SYT");
        province.desk.clock.set_today(day(6, 30));
        auto transaction = MUST(province.context.begin());
        CHECK(organisation::testing::day_off(province.context, transaction, day(6, 12)).empty());
        MUST(transaction.commit());
        CHECK(province.obligation(plan, health, "2026-06").due_on == day(6, 12));
    });
}

}  // namespace caicach::obligation
