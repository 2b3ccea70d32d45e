#include "obligation/own_plan/own_plan.hpp"

#include "obligation/own_plan/own_plan_register.hpp"
#include "obligation/own_plan/own_plan_steps.hpp"
#include "obligation/test/province.hpp"
#include "obligation/testing.hpp"

namespace caicach::obligation
{
namespace
{

std::string key_of(const Result<void>& result)
{
    return result ? std::string{} : result.error().key;
}

OwnPlan paper() { return {.title = "Kế hoạch số 15/KH-SYT", .file = attachment::AttachmentId{7}}; }

Obligation now(Province& province, const Obligation& obligation)
{
    auto transaction = MUST(province.context.read());
    return MUST(ObligationStore{transaction}.find(obligation.id));
}

OwnPlanRegister registered(Province& province, plan::PlanId plan)
{
    auto transaction = MUST(province.context.read());
    const auto summary = MUST(plan::summary_of(transaction, plan));
    return MUST(own_plan_register_of(transaction, summary, province.context.today()));
}

}  // namespace

TEST_CASE("an own plan has a title and a document, and where it is embedded a place")
{
    CHECK(paper().validate());
    auto own = paper();
    own.title = " ";
    CHECK(key_of(own.validate()) == "obligation.own_plan.title_missing");
    own = paper();
    own.form = OwnPlanForm::embedded;
    CHECK(key_of(own.validate()) == "obligation.own_plan.place_missing");
    own.place = "Mục II";
    CHECK(own.validate());
    own.file = {};
    CHECK(key_of(own.validate()) == "obligation.own_plan.document_missing");
    own.linked = plan::PlanId{3};
    CHECK(own.validate());
}

TEST_CASE("an own plan is returned and sent again until it is accepted, and then stays")
{
    auto own = paper();
    CHECK(own.send(day(3, 15)));
    CHECK(own.send_back());
    CHECK(key_of(own.accept()) == "obligation.own_plan.not_waiting");
    CHECK(key_of(own.send_back()) == "obligation.own_plan.not_waiting");
    CHECK(own.send(day(3, 20)));
    CHECK(own.sent_on == day(3, 20));
    CHECK(own.accept());
    CHECK(key_of(own.send(day(3, 21))) == "obligation.own_plan.accepted");
}

TEST_CASE("an accepted own plan fulfils the obligation that asked for it, on the day it was sent")
{
    in_province([](Province& province) {
        auto& context = province.context;
        const auto asked = testing::obligations_of_own_plan(context, "SYT", "SNV");
        REQUIRE(asked.front().product == own_plan_product);
        CHECK(asked.front().due_on == day(3, 30));
        const auto own =
            testing::own_plan_of(context, asked.front(), testing::plan_made_by(context, "SYT"));
        CHECK(now(province, asked.front()).is_owed());
        auto transaction = MUST(context.begin());
        MUST(accept_own_plan(context, transaction, own));
        MUST(transaction.commit());
        const auto done = now(province, asked.front());
        CHECK(done.done_on == context.today());
        CHECK(state_of(done, day(4, 5)) == State::fulfilled);
        CHECK(now(province, asked.back()).is_owed());
        province.check_everything();
    });
}

TEST_CASE("the register says who sent what, and which items have no activity")
{
    in_province([](Province& province) {
        auto& context = province.context;
        const auto asked = testing::obligations_of_own_plan(context, "SYT", "SNV");
        const auto plan = asked.front().plan;
        const auto before = registered(province, plan);
        REQUIRE(before.rows.size() == 1);
        CHECK(receipt_of(before.rows.front().row, context.today()) == Receipt::missing);
        CHECK(receipt_of(before.rows.front().row, day(3, 31)) == Receipt::overdue);
        REQUIRE(before.gaps.size() == 1);
        CHECK(before.gaps.front().lineage == asked.back().lineage);

        const std::vector<OwnPlanLine> lines{
            {.lineage = asked.back().lineage, .has = {true, true, true, false, false}}};
        const auto own = testing::own_plan_of(context, asked.front(),
                                              testing::plan_made_by(context, "SYT"), lines);
        const auto after = registered(province, plan);
        CHECK(receipt_of(after.rows.front().row, context.today()) == Receipt::sent);
        CHECK(after.rows.front().row.with_activity == 1);
        CHECK(after.rows.front().row.complete == 0);
        CHECK(after.gaps.empty());

        auto transaction = MUST(context.begin());
        MUST(return_own_plan(context, transaction, own, "Thiếu kinh phí"));
        MUST(transaction.commit());
        const auto returned = registered(province, plan);
        CHECK(receipt_of(returned.rows.front().row, context.today()) == Receipt::returned);
        CHECK(returned.gaps.size() == 1);
        CHECK(gaps_table(returned).rows.size() == 1);
        CHECK(register_table(returned, "accepted").rows.empty());
    });
}

TEST_CASE("what is not asked for, not one's own, or decided already is refused")
{
    in_province([](Province& province) {
        auto& context = province.context;
        const auto asked = testing::obligations_of_own_plan(context, "SYT", "SNV");
        const auto foreign = testing::plan_made_by(context, "STP");
        const auto send = [&](const Obligation& obligation, const OwnPlanSketch& sketch) {
            auto transaction = MUST(context.begin());
            const auto sent = send_own_plan(context, transaction, obligation, sketch, {});
            return sent ? std::string{} : sent.error().key;
        };
        const OwnPlanSketch good{.form = "filed", .title = "Kế hoạch", .linked = foreign};
        CHECK(send(asked.back(), good) == "obligation.own_plan.not_asked");
        CHECK(send(asked.front(), good) == "obligation.own_plan.linked");
        CHECK(send(asked.front(), {.form = "letter", .title = "Kế hoạch"}) ==
              "obligation.own_plan.form");
        CHECK(send(asked.front(), {.form = "filed", .title = "Kế hoạch"}) ==
              "obligation.own_plan.document_missing");
        const auto own =
            testing::own_plan_of(context, asked.front(), testing::plan_made_by(context, "SYT"));
        auto transaction = MUST(context.begin());
        CHECK(key_of(return_own_plan(context, transaction, own, " ")) ==
              "obligation.own_plan.reason_missing");
        MUST(accept_own_plan(context, transaction, own));
        CHECK(key_of(accept_own_plan(context, transaction, own)) == "base.changed_meanwhile");
    });
}

}  // namespace caicach::obligation
