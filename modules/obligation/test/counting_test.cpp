#include "obligation/counting.hpp"

#include <algorithm>
#include <functional>

#include "obligation/choosing.hpp"
#include "obligation/test/province.hpp"
#include "obligation/uncounting.hpp"

namespace caicach::obligation
{
namespace
{

constexpr evidence::FactKind reporting{
    .key = "test.report", .text = "Báo cáo", .unit = "báo cáo", .product = "report"};

/// "Báo cáo …", once a month or once a year.
plan::Item reports(Context& context, std::string title, std::string path, plan::Period per)
{
    auto item = plan::testing::activity_of(context, std::move(title), "SYT");
    item.path = std::move(path);
    item.quotas = {{.count = 1, .per = per, .unit = "báo cáo"}};
    return item;
}

/// Reports of late dossiers each month, and one of the year.
plan::PlanId plan_of_reports(Province& province)
{
    return put_in_force(
        province, {reports(province.context, "Báo cáo hồ sơ trễ hạn", "II.1", plan::Period::month),
                   reports(province.context, "Báo cáo kết quả cải cách cả năm", "III.2",
                           plan::Period::year)});
}

evidence::FactId record_report(Province& province, const Obligation* reported_for = nullptr)
{
    return record(province,
                  {.kind = reporting,
                   .agency = province.agency("SYT"),
                   .happened_on = day(3, 2),
                   .title = "Báo cáo tháng 3",
                   .source_module = std::string{reported_for != nullptr ? fact_source : "test"},
                   .source_object = reported_for != nullptr ? reported_for->id.value : 0});
}

Result<void> choose(Context context, const Obligation& obligation, evidence::FactId fact)
{
    auto transaction = MUST(context.begin());
    TRY(choose_fact(context, transaction, obligation, fact));
    return transaction.commit();
}

}  // namespace

TEST_CASE("facts fulfil the quota of their month by themselves")
{
    in_province([](Province& province) {
        const auto syt = province.agency("SYT");
        const auto plan = put_in_force(province, {monthly_articles(province.context, "SYT", 2)});
        publish_article(province, syt, day(3, 2));
        auto march = province.obligation(plan, syt, "2026-03");
        CHECK(march.done == 1);
        CHECK(progress_of(march, day(3, 25)) == "1/2 tin, bài, còn 6 ngày");
        publish_article(province, syt, day(3, 9));
        march = province.obligation(plan, syt, "2026-03");
        CHECK(march.done_on == day(3, 9));
        CHECK(state_of(march, day(3, 15)) == State::fulfilled);
        CHECK(province.obligation(plan, syt, "2026-02").done == 0);
        province.check_everything();
    });
}

TEST_CASE("another agency's facts, and facts of another product, count for nobody here")
{
    in_province([](Province& province) {
        const auto syt = province.agency("SYT");
        const auto plan = put_in_force(province, {monthly_articles(province.context, "SYT", 1)});
        publish_article(province, province.agency("STP"), day(3, 2));
        record(province,
               {.kind = {.key = "test.talk", .text = "Tọa đàm", .unit = "cuộc", .product = "talk"},
                .agency = syt,
                .happened_on = day(3, 3),
                .title = "Tọa đàm"});
        CHECK(province.obligation(plan, syt, "2026-03").done == 0);
    });
}

TEST_CASE("a fact reported for an obligation counts for it, and once for one quota")
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
        CHECK(state_of(province.obligation(plan, syt, "2026-02"), day(3, 15)) ==
              State::fulfilled_late);
        CHECK(province.obligation(plan, syt, "2026-03").done == 0);
        province.check_everything();
    });
}

TEST_CASE("one fact counts for the quotas of two items")
{
    in_province([](Province& province) {
        const auto syt = province.agency("SYT");
        auto other = monthly_articles(province.context, "SYT", 3);
        other.path = "IV.2";
        const auto plan =
            put_in_force(province, {monthly_articles(province.context, "SYT", 1), other});
        publish_article(province, syt, day(3, 2));
        int counted = 0;
        for (const auto& obligation : province.obligations(plan))
            counted += static_cast<int>(obligation.done);
        CHECK(counted == 2);
        province.check_everything();
    });
}

TEST_CASE("a report made for one duty fulfils no other that asks for a report")
{
    in_province([](Province& province) {
        const auto syt = province.agency("SYT");
        const auto plan = plan_of_reports(province);
        const auto march = province.obligation(plan, syt, "2026-03");
        record_report(province, &march);
        CHECK(province.obligation(plan, syt, "2026-03").done == 1);
        CHECK(province.obligation(plan, syt, "once").done == 0);
        generate_anew(province, plan);
        CHECK(province.obligation(plan, syt, "once").done == 0);
        province.check_everything();
    });
}

TEST_CASE("a report that nobody named a duty for counts where only one asks for it")
{
    in_province([](Province& province) {
        const auto syt = province.agency("SYT");
        const auto plan = put_in_force(province, {reports(province.context, "Báo cáo hồ sơ trễ hạn",
                                                          "II.1", plan::Period::month)});
        record_report(province);
        CHECK(province.obligation(plan, syt, "2026-03").done == 1);
        CHECK(province.obligation(plan, syt, "2026-04").done == 0);
        province.check_everything();
    });
}

TEST_CASE("a report made in the month behind its quarter is that quarter's, and in time")
{
    in_province([](Province& province) {
        const auto syt = province.agency("SYT");
        auto item = plan::testing::activity_of(province.context, "Báo cáo kết quả cải cách", "SYT");
        item.schedule = plan::Schedule{.kind = plan::Schedule::Kind::recurring,
                                       .every = plan::Period::quarter,
                                       .day = 5,
                                       .month = plan::DueMonth::after};
        const auto plan = put_in_force(province, {item});
        const auto first = province.obligation(plan, syt, "2026Q1");
        CHECK(first.due_on == day(4, 4));
        CHECK(state_of(first, day(4, 4)) == State::open);
        CHECK(state_of(first, day(4, 5)) == State::overdue);
        province.desk.clock.set_today(day(4, 3));
        const evidence::Fact report{
            .kind = reporting, .agency = syt, .happened_on = day(4, 3), .title = "Báo cáo quý I"};
        record(province, report);
        CHECK(state_of(province.obligation(plan, syt, "2026Q1"), day(4, 5)) == State::fulfilled);
        CHECK(province.obligation(plan, syt, "2026Q2").done == 0);
        province.desk.clock.set_today(day(7, 1));
        auto next = report;
        next.happened_on = day(7, 1);
        record(province, next);
        CHECK(province.obligation(plan, syt, "2026Q2").done == 1);
        CHECK(province.obligation(plan, syt, "2026Q3").done == 0);
        // Some weeks behind its day it is late, and still no early one of the next quarter.
        province.desk.clock.set_today(day(10, 20));
        next.happened_on = day(10, 20);
        record(province, next);
        CHECK(state_of(province.obligation(plan, syt, "2026Q3"), day(10, 20)) ==
              State::fulfilled_late);
        CHECK(province.obligation(plan, syt, "2026Q4").done == 0);
        province.check_everything();
    });
}

TEST_CASE("facts before a window do not count for its first period, those behind it are late")
{
    in_province([](Province& province) {
        const auto syt = province.agency("SYT");
        auto item = monthly_articles(province.context, "SYT", 1);
        item.quotas[0].per = plan::Period::quarter;
        item.schedule = plan::Schedule{.from = day(2, 15), .to = day(5, 31)};
        const auto plan = put_in_force(province, {item});
        REQUIRE(province.obligations(plan).size() == 2);
        publish_article(province, syt, day(2, 14));
        CHECK(province.obligation(plan, syt, "2026Q1").done == 0);
        publish_article(province, syt, day(2, 15));
        CHECK(province.obligation(plan, syt, "2026Q1").done == 1);
        province.desk.clock.set_today(day(6, 2));
        publish_article(province, syt, day(6, 1));
        CHECK(state_of(province.obligation(plan, syt, "2026Q2"), day(6, 2)) ==
              State::fulfilled_late);
        province.check_everything();
    });
}

TEST_CASE("where several ask for a report the agency chooses, once, and nobody else does")
{
    in_province([](Province& province) {
        const auto syt = province.agency("SYT");
        const auto plan = plan_of_reports(province);
        const auto fact = record_report(province);
        const auto march = province.obligation(plan, syt, "2026-03");
        const auto april = province.obligation(plan, syt, "2026-04");
        const auto year = province.obligation(plan, syt, "once");
        CHECK(march.done + year.done == 0);
        const auto officer = province.desk.context_of(organisation::scope_of(syt));
        province.desk.authority.answer = false;
        CHECK(choose(officer, march, fact).error().kind == Failure::forbidden);
        province.desk.authority.answer = true;
        CHECK(choose(officer, april, fact).error().key == "obligation.choosing.not_open");
        CHECK(choose(officer, year, fact));
        CHECK(province.obligation(plan, syt, "once").done == 1);
        CHECK(province.obligation(plan, syt, "2026-03").done == 0);
        CHECK(choose(officer, march, fact).error().key == "obligation.choosing.not_open");
        province.check_everything();
    });
}

TEST_CASE(
    "a table says what a report is for by the plan's number and the item, or by the task's code")
{
    in_province([](Province& province) {
        const auto syt = province.agency("SYT");
        const auto plan = plan_of_reports(province);
        const auto year = province.obligation(plan, syt, "once");
        auto transaction = MUST(province.context.begin());
        const auto number = MUST(plan::summary_of(transaction, plan)).number;
        const auto asked_for = [&](std::string_view text, std::string_view product) {
            evidence::Fact fact;
            MUST(province.context.publish(transaction, evidence::DutyAsked{.text = text,
                                                                           .agency = syt,
                                                                           .product = product,
                                                                           .day = day(3, 2),
                                                                           .fact = &fact}));
            return ObligationId{fact.source_object};
        };
        CHECK(asked_for(number + " III.2", "report") == year.id);
        CHECK(asked_for(year.code, "report") == year.id);
        CHECK(!asked_for(number + " III.2", "article"));
        CHECK(!asked_for(number + " III.9", "report"));
        CHECK(!asked_for("99/KH-UBND III.2", "report"));
    });
}

TEST_CASE("what an agency reported before it was merged counts for the same duty of its heir alone")
{
    in_province([](Province& province) {
        auto monthly = province.work_of_group("Báo cáo hồ sơ trễ hạn", "departments");
        monthly.path = "II.1";
        monthly.quotas = {{.count = 1, .per = plan::Period::month, .unit = "báo cáo"}};
        auto yearly = province.work_of_group("Báo cáo cả năm", "departments");
        yearly.path = "III.2";
        yearly.quotas = {{.count = 1, .per = plan::Period::year, .unit = "báo cáo"}};
        const auto plan = put_in_force(province, {monthly, yearly});
        const auto stp = province.agency("STP");
        const auto snv = province.agency("SNV");
        const auto march = province.obligation(plan, stp, "2026-03");
        record(province, {.kind = reporting,
                          .agency = stp,
                          .happened_on = day(3, 2),
                          .title = "Báo cáo tháng 3 của Sở Tư pháp",
                          .source_module = std::string{fact_source},
                          .source_object = march.id.value});
        merge(province, "SNV", "STP", day(3, 10));
        generate_anew(province, plan);
        CHECK(province.obligation(plan, snv, "2026-03").done == 1);
        CHECK(province.obligation(plan, snv, "once").done == 0);
        province.check_everything();
    });
}

TEST_CASE("a correction takes the place of what it corrects, a taken back fact counts no more")
{
    in_province([](Province& province) {
        const auto syt = province.agency("SYT");
        const auto plan = put_in_force(province, {monthly_articles(province.context, "SYT", 2)});
        const auto first = publish_article(province, syt, day(3, 2), 2);
        CHECK(province.obligation(plan, syt, "2026-03").done == 2);
        const auto second = record(province, {.kind = article,
                                              .agency = syt,
                                              .happened_on = day(2, 27),
                                              .quantity = 1,
                                              .title = "Ngày đúng là 27/02",
                                              .supersedes = first});
        CHECK(province.obligation(plan, syt, "2026-03").done == 0);
        CHECK(province.obligation(plan, syt, "2026-02").done == 1);
        record(province, {.kind = article,
                          .agency = syt,
                          .happened_on = day(2, 27),
                          .quantity = 0,
                          .title = "Ghi nhầm cơ quan",
                          .supersedes = second});
        CHECK(province.obligation(plan, syt, "2026-02").done == 0);
        province.check_everything();
    });
}

TEST_CASE("a fact that a reviewer refuses counts no more, until it is accepted again")
{
    in_province([](Province& province) {
        const auto syt = province.agency("SYT");
        const auto plan = put_in_force(province, {monthly_articles(province.context, "SYT", 1)});
        const auto id = publish_article(province, syt, day(3, 2));
        for (const bool counts : {false, true, false}) {
            auto transaction = MUST(province.context.begin());
            MUST(transaction.change(counts ? "DELETE FROM evidence_refusal WHERE fact_id = $1"
                                           : "INSERT INTO evidence_refusal (fact_id) VALUES ($1)",
                                    id));
            const auto fact = MUST(evidence::fact_by_id(transaction, id));
            MUST(province.context.publish(transaction,
                                          evidence::FactReviewed{.fact = fact, .counts = counts}));
            MUST(transaction.commit());
            CHECK(province.obligation(plan, syt, "2026-03").done == (counts ? 1 : 0));
        }
        province.check_everything();
    });
}

TEST_CASE("a class reported for one item fulfils another by a quota in classes, not by its title")
{
    in_province([](Province& province) {
        const auto syt = province.agency("SYT");
        const auto item = [&](std::string title, std::string path, std::string unit) {
            auto one = plan::testing::activity_of(province.context, std::move(title), "SYT");
            one.path = std::move(path);
            if (!unit.empty())
                one.quotas = {{.count = 1, .per = plan::Period::year, .unit = std::move(unit)}};
            return one;
        };
        const auto plan = put_in_force(province, {item("Tập huấn về ISO 9001", "II.4", ""),
                                                  item("Bồi dưỡng kỹ năng số", "II.9", "lần"),
                                                  item("Đào tạo công chức", "II.10", "lớp")});
        auto all = province.obligations(plan);
        REQUIRE(all.size() == 3);
        std::ranges::sort(all, {}, &Obligation::lineage);
        for (const auto& one : all) REQUIRE(one.product == "training");
        record(province, {.kind = {.key = "test.class",
                                   .text = "Lớp tập huấn",
                                   .unit = "lớp",
                                   .product = "training"},
                          .agency = syt,
                          .happened_on = day(3, 2),
                          .title = "Lớp ISO 9001",
                          .source_module = std::string{fact_source},
                          .source_object = all.front().id.value});
        auto transaction = MUST(province.context.read());
        ObligationStore store{transaction};
        CHECK(MUST(store.find(all[0].id)).done == 1);
        CHECK(MUST(store.find(all[1].id)).done == 0);
        CHECK(MUST(store.find(all[2].id)).done == 1);
    });
}

TEST_CASE(
    "one match is undone, stays so, and is taken back; the fact counts for others all the while")
{
    in_province([](Province& province) {
        const auto syt = province.agency("SYT");
        auto other = monthly_articles(province.context, "SYT", 1);
        other.path = "IV.2";
        const auto plan =
            put_in_force(province, {monthly_articles(province.context, "SYT", 1), other});
        const auto fact = publish_article(province, syt, day(3, 2));
        auto march = province.obligations(plan);
        std::erase_if(march, [](const Obligation& one) { return one.period != "2026-03"; });
        REQUIRE(march.size() == 2);
        const auto done = [&](const Obligation& obligation) {
            auto transaction = MUST(province.context.read());
            return MUST(ObligationStore{transaction}.find(obligation.id)).done;
        };
        const auto step = [&](const std::function<Result<void>(database::Transaction&)>& take) {
            auto transaction = MUST(province.context.begin());
            auto taken = take(transaction);
            if (taken) MUST(transaction.commit());
            return taken;
        };
        MUST(step([&](database::Transaction& transaction) {
            return uncount(province.context, transaction, march[1], fact, "Bài về việc khác");
        }));
        CHECK(done(march[0]) == 1);
        CHECK(done(march[1]) == 0);
        province.check_everything();
        generate_anew(province, plan);
        amend(province, plan, [](plan::Item& one) { one.quotas.front().count = 2; });
        CHECK(done(march[1]) == 0);
        // What was corrected since is the same match.
        const auto corrected = record(province, {.kind = article,
                                                 .agency = syt,
                                                 .happened_on = day(3, 2),
                                                 .title = "Một cửa ở xã, đã sửa",
                                                 .supersedes = fact});
        CHECK(done(march[0]) == 1);
        CHECK(done(march[1]) == 0);
        province.check_everything();
        CHECK(step([&](database::Transaction& transaction) {
                  return uncount(province.context, transaction, march[1], corrected, "Lần nữa");
              })
                  .error()
                  .key == "obligation.uncount.not_counting");
        MUST(step([&](database::Transaction& transaction) {
            return answer_uncounting(province.context, transaction, march[1], corrected,
                                     "Bài có nói cả việc này");
        }));
        MUST(step([&](database::Transaction& transaction) {
            return count_again(province.context, transaction, march[1], corrected);
        }));
        CHECK(done(march[1]) == 1);
        CHECK(step([&](database::Transaction& transaction) {
                  return count_again(province.context, transaction, march[1], corrected);
              })
                  .error()
                  .key == "obligation.uncount.gone");
        province.check_everything();
    });
}

}  // namespace caicach::obligation
