#include "obligation/own_plan/own_plan.hpp"

#include "obligation/board/late_standing.hpp"
#include "obligation/board/sums.hpp"
#include "obligation/counting.hpp"
#include "obligation/inbox.hpp"
#include "obligation/own_plan/own_plan_contents.hpp"
#include "obligation/own_plan/own_plan_prefill.hpp"
#include "obligation/own_plan/own_plan_register.hpp"
#include "obligation/own_plan/own_plan_steps.hpp"
#include "obligation/result.hpp"
#include "obligation/state_views.hpp"
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

TEST_CASE("an own plan is returned and sent again until it is accepted, which fixes its day")
{
    auto own = paper();
    own.send(day(3, 15));
    CHECK(own.send_back());
    CHECK(key_of(own.accept()) == "obligation.own_plan.not_waiting");
    CHECK(key_of(own.send_back()) == "obligation.own_plan.not_waiting");
    own.send(day(3, 20));
    CHECK(own.sent_on == day(3, 20));
    CHECK(!own.counted_on);
    CHECK(own.accept());
    CHECK(own.counted_on == day(3, 20));
    CHECK(!own.is_amended());
    own.send(day(5, 21));
    CHECK(own.is_amended());
    CHECK(own.accept());
    CHECK(own.sent_on == day(5, 21));
    CHECK(own.counted_on == day(3, 20));
}

TEST_CASE("who says of an item when or by whom says what, too")
{
    OwnPlanLine line{.lineage = plan::ItemId{7}};
    CHECK(line.is_empty());
    CHECK(line.validate());
    line.words[2] = "Quý II";
    CHECK(key_of(line.validate()) == "obligation.own_plan.activity_missing");
    CHECK(line.validate().error().field == field_of(plan::ItemId{7}, Element::activity));
    line.words[0] = "Mở 02 lớp tập huấn";
    CHECK(line.validate());
    CHECK(line.text(Element::money).empty());
}

TEST_CASE("an element ticked before there were words stays stated, without inventing any")
{
    const OwnPlanLine line{.lineage = plan::ItemId{7}, .has = {true, false, false, false, false}};
    CHECK(line.validate());
    CHECK(line.text(Element::activity) == "Nêu trong văn bản");
    CHECK(line.text(Element::form).empty());
}

TEST_CASE("items of one's own plan with the same words fill what is said of a work")
{
    std::vector<plan::Item> items(3);
    items[0].path = "3";
    items[0].title = "Đăng tin, bài về cải cách hành chính trên trang thông tin";
    items[0].schedule =
        plan::Schedule{.kind = plan::Schedule::Kind::deadline, .due = Date::create(2026, 6, 30)};
    items[0].lead = {{.text = "Phòng Tổ chức"}, {.text = "Phòng Nghiệp vụ"}};
    items[0].support = {{.text = "Văn phòng"}};
    items[0].budget = "5 triệu đồng";
    items[0].quotas = {{.count = 2, .per = plan::Period::year, .unit = "tin, bài"}};
    items[1].title = "Mở lớp tập huấn";
    items[2].title = "Đăng tin, bài về cải cách";
    items[2].is_removed = true;
    const std::vector<Work> works{
        {.lineage = plan::ItemId{5}, .title = "Đăng tin, bài về cải cách"},
        {.lineage = plan::ItemId{6}, .title = "Kiểm tra cải cách hành chính"},
        {.lineage = plan::ItemId{8}, .title = "Tập huấn"}};
    const auto lines = lines_from(items, works);
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().lineage == plan::ItemId{5});
    CHECK(lines.front().text(Element::activity) ==
          "3. Đăng tin, bài về cải cách hành chính trên trang thông tin");
    CHECK(lines.front().text(Element::form) ==
          plan::sentence(items[0].quotas[0], plan::doers_of(items[0])));
    CHECK(lines.front().text(Element::time) == "Trước ngày 30/06/2026");
    CHECK(lines.front().text(Element::doers) ==
          "Chủ trì: Phòng Tổ chức, Phòng Nghiệp vụ; Phối hợp: Văn phòng");
    CHECK(lines.front().text(Element::money) == "5 triệu đồng");
    CHECK(lines_from({}, works).empty());
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
        CHECK(now(province, asked.front()).done == 0);
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

TEST_CASE("an own plan that waits to be judged is late by the day it was sent, never missing")
{
    in_province([](Province& province) {
        auto& context = province.context;
        const auto asked = testing::obligations_of_own_plan(context, "SYT", "SNV");
        const auto linked = testing::plan_made_by(context, "SYT");
        const auto sums = [&] {
            auto transaction = MUST(context.read());
            return MUST(sums_of(transaction, asked.front().plan, day(4, 20)));
        };
        const auto overdue_at_home = [&] {
            auto transaction = MUST(context.read());
            const TaskQuery query{.agency = asked.front().agency};
            return MUST(box_counts(transaction, query, day(4, 20))).overdue;
        };
        const auto standings = [&] {
            auto transaction = MUST(context.read());
            const Watched watched{.plan = MUST(plan::summary_of(transaction, asked.front().plan)),
                                  .today = day(4, 20)};
            return MUST(late_standings(transaction, watched));
        };
        CHECK(sums().overdue == 1);
        CHECK(overdue_at_home() == 1);
        CHECK(standings().size() == 1);
        province.desk.clock.set_today(day(3, 26));
        const auto own = testing::own_plan_of(context, asked.front(), linked);
        CHECK(sums().overdue == 0);
        CHECK(sums().late == 0);
        CHECK(overdue_at_home() == 0);
        CHECK(standings().empty());
        province.check_everything();
        const auto waiting = now(province, asked.front());
        CHECK(waiting.done == 0);
        CHECK(state_text(waiting, day(4, 20)) == "Đã gửi, chờ xem xét");
        CHECK(progress_of(waiting, day(4, 20)) == "gửi ngày 26/03/2026, chờ xem xét");

        // A slip of the pen is mended behind the due day: what came first keeps its day.
        province.desk.clock.set_today(day(4, 5));
        const auto mended = testing::own_plan_of(context, asked.front(), linked);
        CHECK(mended.sent_on == day(3, 26));
        CHECK(now(province, asked.front()).done_on == day(3, 26));
        generate_anew(province, asked.front().plan);
        CHECK(now(province, asked.front()).done_on == day(3, 26));

        // What was returned is missing again, and begins anew.
        auto transaction = MUST(context.begin());
        MUST(return_own_plan(context, transaction, mended, "Thiếu kinh phí"));
        MUST(transaction.commit());
        CHECK(sums().overdue == 1);
        CHECK(overdue_at_home() == 1);
        CHECK(standings().size() == 1);
        province.desk.clock.set_today(day(4, 7));
        CHECK(testing::own_plan_of(context, asked.front(), linked).sent_on == day(4, 7));
        CHECK(sums().overdue == 0);
        CHECK(sums().late == 1);
        REQUIRE(standings().size() == 1);
        CHECK(standings().front().overdue == 0);
        CHECK(standings().front().late == 1);
        const auto late = now(province, asked.front());
        CHECK(late.done_on == day(4, 7));
        CHECK(state_text(late, day(4, 20)) == "Đã gửi muộn, chờ xem xét");
        province.check_everything();
    });
}

TEST_CASE("a result that is refused leaves the own plan waiting")
{
    in_province([](Province& province) {
        auto& context = province.context;
        const auto asked = testing::obligations_of_own_plan(context, "SYT", "SNV");
        const auto sent_on = context.today();
        const auto linked = testing::plan_made_by(context, "SYT");
        REQUIRE(testing::own_plan_of(context, asked.front(), linked).sent_on == sent_on);
        const auto kind = kind_of(asked.front());
        const evidence::Fact fact{.kind = kind,
                                  .agency = asked.front().agency,
                                  .happened_on = sent_on,
                                  .quantity = 1,
                                  .title = "Kế hoạch",
                                  .source_module = std::string{fact_source},
                                  .source_object = asked.front().id.value};
        const auto first = record(province, fact);
        CHECK(now(province, asked.front()).done == 1);
        auto taken_back = fact;
        taken_back.quantity = 0;
        taken_back.supersedes = first;
        record(province, taken_back);
        const auto waiting = now(province, asked.front());
        CHECK(waiting.done == 0);
        CHECK(waiting.done_on == sent_on);
        province.check_everything();
    });
}

TEST_CASE("an amendment of an accepted own plan is judged anew and keeps the day that counts")
{
    in_province([](Province& province) {
        auto& context = province.context;
        const auto asked = testing::obligations_of_own_plan(context, "SYT", "SNV");
        const auto linked = testing::plan_made_by(context, "SYT");
        const auto sent_on = context.today();
        const auto accept = [&](const OwnPlan& own) {
            auto transaction = MUST(context.begin());
            MUST(accept_own_plan(context, transaction, own));
            MUST(transaction.commit());
        };
        const auto stood = [&] {
            const auto all = registered(province, asked.front().plan);
            return receipt_of(all.rows.front().row, context.today());
        };
        accept(testing::own_plan_of(context, asked.front(), linked));
        REQUIRE(now(province, asked.front()).done_on == sent_on);
        province.desk.clock.set_today(day(5, 4));

        const std::vector<OwnPlanLine> lines{
            {.lineage = asked.back().lineage, .words = {"Viết 02 tin, bài", "", "", "", ""}}};
        auto amended = testing::own_plan_of(context, asked.front(), linked, lines);
        CHECK(amended.is_amended());
        CHECK(stood() == Receipt::amended);
        CHECK(registered(province, asked.front().plan).gaps.empty());
        CHECK(now(province, asked.front()).done_on == sent_on);
        {
            auto transaction = MUST(context.begin());
            MUST(return_own_plan(context, transaction, amended, "Thiếu kinh phí"));
            MUST(transaction.commit());
        }
        CHECK(stood() == Receipt::returned);
        CHECK(registered(province, asked.front().plan).gaps.empty());

        amended = testing::own_plan_of(context, asked.front(), linked, lines);
        accept(amended);
        CHECK(stood() == Receipt::accepted);
        const auto done = now(province, asked.front());
        CHECK(done.done_on == sent_on);
        CHECK(done.done == 1);
        CHECK(state_of(done, context.today()) == State::fulfilled);
        province.check_everything();
    });
}

TEST_CASE("the register puts together what own plans say, in words")
{
    in_province([](Province& province) {
        auto& context = province.context;
        const auto asked = testing::obligations_of_own_plan(context, "SYT", "SNV");
        const auto plan = asked.front().plan;
        const auto lineage = asked.back().lineage;
        const auto contents = [&](plan::ItemId item, organisation::AgencyId agency) {
            auto transaction = MUST(context.read());
            return MUST(OwnPlanStore{transaction}.contents(plan, item, agency));
        };
        CHECK(contents({}, {}).empty());
        const std::vector<OwnPlanLine> lines{
            {.lineage = lineage, .words = {"Viết 02 tin, bài", "", "Quý II", "", "5 triệu đồng"}}};
        const auto own = testing::own_plan_of(context, asked.front(),
                                              testing::plan_made_by(context, "SYT"), lines);
        const auto stated = contents({}, {});
        REQUIRE(stated.size() == 1);
        CHECK(stated.front().line.text(Element::time) == "Quý II");
        CHECK(stated.front().code == own.code);
        CHECK(contents(lineage, own.agency).size() == 1);
        CHECK(contents(asked.front().lineage, {}).empty());
        CHECK(contents({}, province.agency("STP")).empty());
        const auto table = contents_table(registered(province, plan), stated);
        REQUIRE(table.rows.size() == 1);
        CHECK(table.rows.front()[0].text == "II.3. Đăng tin, bài về cải cách");
        CHECK(table.rows.front()[2].text == "Viết 02 tin, bài");
        CHECK(table.rows.front()[6].text == "5 triệu đồng");
        CHECK(contents_summary(registered(province, plan), stated).rows.front()[1].number == 1);

        auto transaction = MUST(context.begin());
        MUST(return_own_plan(context, transaction, own, "Thiếu phân công"));
        MUST(transaction.commit());
        CHECK(contents({}, {}).empty());
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

TEST_CASE("gaps leave out who is excused and what is only requested")
{
    in_province([](Province& province) {
        auto& context = province.context;
        const auto asked = testing::obligations_of_own_plan(context, "SYT", "SNV");
        REQUIRE(registered(province, asked.front().plan).gaps.size() == 1);
        auto transaction = MUST(context.begin());
        MUST(excuse(context, transaction, asked.back(), "Đơn vị đang kiện toàn"));
        MUST(transaction.commit());
        CHECK(registered(province, asked.front().plan).gaps.empty());

        auto asking = plan::testing::activity_of(context, "Xây dựng kế hoạch của cơ quan", "STP");
        asking.path = "IV.1";
        auto wish = monthly_articles(context, "STP", 1);
        wish.requested = true;
        const auto plan = put_in_force(province, {wish, asking});
        CHECK(registered(province, plan).gaps.empty());
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

TEST_CASE("the register counts an agency once, however many plans it owes")
{
    in_province([](Province& province) {
        auto first = plan::testing::activity_of(province.context, "Xây dựng kế hoạch", "SYT");
        auto second = plan::testing::activity_of(province.context, "Ban hành kế hoạch năm", "SYT");
        auto report = plan::testing::activity_of(
            province.context, "Thực hiện Kế hoạch này và báo cáo Ủy ban nhân dân tỉnh", "STP");
        second.path = "IV.2";
        report.path = "IV.3";
        const auto own = registered(province, put_in_force(province, {first, second, report}));
        CHECK(own.rows.size() == 2);
        const auto table = receipts_table(own);
        REQUIRE(table.rows.size() == 1);
        CHECK(table.rows[0].at(1).number == 1);
    });
}

}  // namespace caicach::obligation
