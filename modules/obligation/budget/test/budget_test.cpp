#include "obligation/budget/budget_steps.hpp"
#include "obligation/budget/budget_table.hpp"
#include "obligation/budget/norm.hpp"
#include "obligation/test/province.hpp"
#include "obligation/testing.hpp"

namespace caicach::obligation
{
namespace
{

BudgetLine stored(Province& province, const std::string& code)
{
    auto transaction = MUST(province.context.read());
    return MUST(BudgetStore{transaction}.find(code));
}

/// One step in a transaction of its own; the key of what refused it.
template <class Step>
std::string done(Province& province, const Step& step)
{
    auto transaction = MUST(province.context.begin());
    const Result<void> taken = step(transaction);
    if (!taken) return taken.error().key;
    MUST(transaction.commit());
    return {};
}

}  // namespace

TEST_CASE("an estimate says the same in all its parts")
{
    const auto fault = [](const Estimate& estimate) {
        const auto checked = estimate.check();
        return checked ? std::string{} : checked.error().field + " " + checked.error().key;
    };
    CHECK(fault({.title = "In", .total = 5}).empty());
    CHECK(fault({.title = " ", .total = 5}) == "title obligation.budget.title_missing");
    CHECK(fault({.title = "In", .quantity = 2, .total = 5}) ==
          "unit_price obligation.budget.half_priced");
    CHECK(fault({.title = "In", .unit_price = 2, .total = 5}) ==
          "quantity obligation.budget.half_priced");
    CHECK(fault({.title = "In", .quantity = 2, .unit_price = 3, .total = 5}) ==
          "total obligation.budget.total_differs");
    CHECK(fault({.title = "In", .quantity = 2, .unit_price = 3, .total = 6}).empty());
    // A norm compares a price: without one it would never warn.
    CHECK(fault({.title = "In", .norm = "per_diem", .total = 5}) ==
          "quantity obligation.budget.norm_unpriced");
    CHECK(fault({.title = "In", .norm = "per_diem", .quantity = 2, .total = 5}) ==
          "unit_price obligation.budget.norm_unpriced");
    CHECK(fault({.title = "In", .norm = "per_diem", .quantity = 2, .unit_price = 3, .total = 6})
              .empty());
}

TEST_CASE("the norm is that of the day of the estimate, and only a higher price passes it")
{
    BudgetLine line{.estimate = {.norm = "per_diem", .quantity = 1, .unit_price = 300'000},
                    .estimated_on = *Date::create(2025, 5, 3)};
    Norms norms;
    const auto before = MUST(norms.passed_by(line));
    REQUIRE(before);
    CHECK(before->ceiling == 200'000);
    line.estimated_on = *Date::create(2025, 5, 4);
    CHECK(!MUST(norms.passed_by(line)));
    line.estimate.unit_price = 300'001;
    CHECK(MUST(norms.passed_by(line))->ceiling == 300'000);
    line.estimate.norm = "guest_meal_commune";
    CHECK(!MUST(norms.passed_by(line)));
    CHECK(MUST(norms_on(*Date::create(2016, 1, 1))).empty());
}

TEST_CASE("another estimate waits for another appraisal, which never grants more than was asked")
{
    BudgetLine line{.estimate = {.title = "In", .total = 20}};
    CHECK(line.appraise(21).error().key == "obligation.budget.appraised_over");
    MUST(line.appraise(15));
    CHECK(line.appraised == 15);
    MUST(line.change({.title = "In thêm", .total = 30}, day(3, 15)));
    CHECK(!line.appraised);
    MUST(line.spend(40));
    CHECK(line.withdraw().error().key == "obligation.budget.spent_already");
    MUST(line.spend(-40));
    MUST(line.withdraw());
    CHECK(line.spend(1).error().key == "obligation.budget.withdrawn");
}

TEST_CASE("a line goes from estimate to appraisal to spending, and its sums equal its lines")
{
    in_province([](Province& province) {
        auto& context = province.context;
        const auto target = testing::target_of(context, "SYT", "SNV");
        const auto line = testing::budget_line_of(context, target, "SYT");
        const auto other = testing::budget_line_of(
            context, target, "STC",
            {.title = "Tập huấn", .source = BudgetSource::sponsorship, .total = 3'500'001});
        CHECK(done(province, [&](database::Transaction& transaction) {
                  return appraise_line(context, transaction, line, {.amount = 15'000'000}, 1);
              }).empty());
        // Who saw the line before somebody appraised it does not write over that.
        CHECK(done(province, [&](database::Transaction& transaction) {
                  return change_estimate(context, transaction, stored(province, line.code),
                                         {.title = "Khác", .total = 1}, 1);
              }) == "base.changed_meanwhile");
        const auto spend = [&](const Spending& spending) {
            return done(province, [&](database::Transaction& transaction) {
                return state_spending(context, transaction, stored(province, line.code), spending);
            });
        };
        const Spending first{
            .code = "S1", .amount = 4'000'000, .spent_on = day(2, 1), .note = "Hóa đơn 12"};
        CHECK(spend(first).empty());
        CHECK(spend(first).empty());  // the same form again
        CHECK(spend({.code = "S2", .amount = 1'000'000, .spent_on = day(3, 1)}).empty());
        CHECK(spend({.code = "S3", .amount = 1, .spent_on = day(3, 16)}) ==
              "obligation.budget.future");
        CHECK(stored(province, line.code).spent == 5'000'000);
        const auto back = [&] {
            return done(province, [&](database::Transaction& transaction) {
                return take_back_spending(context, transaction, stored(province, line.code), "S2");
            });
        };
        CHECK(back().empty());
        CHECK(back() == "obligation.budget.taken_back");
        CHECK(stored(province, line.code).spent == 4'000'000);
        CHECK(stored(province, line.code).appraised == 15'000'000);

        auto transaction = MUST(context.read());
        BudgetStore store{transaction};
        BudgetSum sums;
        for (const auto& sum : MUST(store.sums(target.plan))) sums += sum;
        BudgetSum lines;
        for (const auto& one : MUST(store.of_plan({.plan = target.plan}, {}, 100))) {
            ++lines.number;
            lines.estimate += one.estimate.total;
            lines.appraised += one.appraised.value_or(0);
            lines.spent += one.spent;
        }
        CHECK(sums.number == 2);
        CHECK(sums.number == lines.number);
        CHECK(sums.estimate == 23'500'001);
        CHECK(sums.estimate == lines.estimate);
        CHECK(sums.appraised == lines.appraised);
        CHECK(sums.spent == lines.spent);
        CHECK(sums.appraised_number == 1);
        const auto narrowed = MUST(
            store.of_plan({.plan = target.plan, .source = BudgetSource::sponsorship}, {}, 100));
        REQUIRE(narrowed.size() == 1);
        CHECK(narrowed.front().code == other.code);
        CHECK(MUST(check_budget(context)).empty());
    });
}

TEST_CASE("appraisals and spendings are appended: neither changed nor removed, not even by hand")
{
    in_province([](Province& province) {
        auto& context = province.context;
        const auto target = testing::target_of(context, "SYT", "SNV");
        const auto line = testing::budget_line_of(context, target, "SYT");
        CHECK(done(province, [&](database::Transaction& transaction) {
                  return appraise_line(context, transaction, stored(province, line.code),
                                       {.amount = 15'000'000}, line.version);
              }).empty());
        CHECK(done(province, [&](database::Transaction& transaction) {
                  return state_spending(context, transaction, stored(province, line.code),
                                        {.code = "S1", .amount = 4'000'000, .spent_on = day(2, 1)});
              }).empty());
        for (const auto* statement : {"UPDATE obligation_budget_appraisal SET amount = 1",
                                      "DELETE FROM obligation_budget_appraisal",
                                      "UPDATE obligation_budget_spending SET amount = 1",
                                      "DELETE FROM obligation_budget_spending"}) {
            CAPTURE(statement);
            auto transaction = MUST(context.begin());
            CHECK(!transaction.change(statement));
        }
    });
}

TEST_CASE("the same form of a new line sent twice makes one line")
{
    in_province([](Province& province) {
        auto& context = province.context;
        const auto target = testing::target_of(context, "SYT", "SNV");
        auto transaction = MUST(context.begin());
        NewBudgetLine wanted{.code = "ABC", .agency = province.agency("SYT")};
        wanted.plan = MUST(plan::summary_of(transaction, target.plan));
        wanted.estimate = {.title = "In", .total = 5};
        const auto first = MUST(add_budget_line(context, transaction, wanted));
        const auto second = MUST(add_budget_line(context, transaction, wanted));
        CHECK(first.id == second.id);
        wanted.agency = province.agency("STC");
        CHECK(add_budget_line(context, transaction, wanted).error().key == "base.already_exists");
    });
}

TEST_CASE("a line keeps the name of an item that an amendment removed, and is marked and added up")
{
    in_province([](Province& province) {
        auto& context = province.context;
        const auto target =
            testing::target_of(context, "SYT", "SNV",
                               {plan::testing::activity_of(context, "Mở cuộc đối thoại", "STC")});
        const auto line = testing::budget_line_of(context, target, "SYT");
        const auto all = [&] {
            auto transaction = MUST(context.read());
            return MUST(plan::items_in_force(transaction, target.plan));
        }();
        REQUIRE(all.size() == 2);
        const auto check_line = [&](bool is_gone) {
            auto transaction = MUST(context.read());
            BudgetStore store{transaction};
            const auto listed = MUST(listed_lines(transaction, {line}, context.today()));
            CHECK(listed.front().is_item_gone == is_gone);
            CHECK(listed.front().item.starts_with("I.1. Tối thiểu 85%"));
            const auto last = budget_lines_table(listed).rows.front().back().text;
            CHECK((last == "Mục không còn trong kế hoạch") == is_gone);
            BudgetSum gone;
            for (const auto& sum : MUST(store.sums_of_gone(target.plan))) gone += sum;
            CHECK(gone.estimate == (is_gone ? 20'000'000 : 0));
            CHECK(MUST(store.sums(target.plan)).front().estimate == 20'000'000);
            const BudgetQuery only_gone{.plan = target.plan, .only_gone = true};
            CHECK(MUST(store.of_plan(only_gone, {}, 10)).size() == (is_gone ? 1 : 0));
        };
        check_line(false);
        plan::testing::amended_in_force(context, target.plan, {all.back()});
        check_line(true);
        plan::testing::amended_in_force(context, target.plan, all);
        check_line(false);
    });
}

}  // namespace caicach::obligation
