#include "obligation/heirs.hpp"

#include "audit/api.hpp"
#include "obligation/inherited.hpp"
#include "obligation/reminder/people.hpp"
#include "obligation/test/province.hpp"
#include "obligation/test/shown.hpp"
#include "obligation/testing.hpp"
#include "support/app.hpp"

namespace caicach::obligation
{
namespace
{

using caicach::testing::App;
using identity::Role;

/// By a plan that STC coordinates STP owes articles each month; on 10 March it goes into SNV, and
/// STC into SYT. January and February were not done.
struct Merged {
    App app{};
    std::string plan_code{};
    plan::PlanId plan{};
    std::vector<Obligation> tasks{};
    std::string obstacle{};  ///< of January, put to SKHCN, which goes into SGDDT

    Merged()
    {
        auto context = app.system_context();
        plan::testing::PlanSketch sketch;
        sketch.items = {monthly_articles(context, "STP", 1)};
        sketch.coordinator = "STC";
        plan = plan::testing::plan_in_force(context, std::move(sketch)).plan;
        tasks = of_plan(context);
        obstacle = testing::obstacle_of(context, tasks.front(), "SKHCN").code;
        MUST(organisation::seed_reorganisations(
            context,
            "day;kind;subject;others;names_to;name;short_name;document\n"
            "2026-03-10;merge;SNV;STP;;;;Nghị quyết số 15/NQ-HĐND\n"
            "2026-03-10;merge;SYT;STC;;;;Nghị quyết số 15/NQ-HĐND\n"
            "2026-03-10;merge;SGDDT;SKHCN;;;;Nghị quyết số 15/NQ-HĐND\n"));
        auto transaction = MUST(context.begin());
        MUST(generate(context, transaction, plan));
        plan_code = MUST(plan::summary_of(transaction, plan)).code;
        MUST(transaction.commit());
        tasks = of_plan(context);
    }
    [[nodiscard]] std::vector<Obligation> of_plan(Context& context) const
    {
        auto transaction = MUST(context.read());
        auto found = MUST(ObligationStore{transaction}.of_plan(plan));
        std::ranges::sort(found, {}, &Obligation::due_on);
        return found;
    }
    [[nodiscard]] std::string january() const { return "/viec/" + tasks.front().code; }
};

}  // namespace

TEST_CASE("what a merged agency owed late is its heir's to see, report and explain, nobody else's")
{
    Merged merged;
    auto heir = merged.app.as(Role::agency_officer, "SNV");
    const auto inbox = heir.get("/viec");
    CHECK(has(inbox, "Tiếp nhận từ Sở Tư pháp"));
    CHECK(has(inbox, merged.january() + "\""));
    CHECK(has(heir.get("/viec.csv"), "Sở Tư pháp"));
    CHECK_FALSE(has(heir.get("/viec?muc=sap-toi"), "Tiếp nhận từ"));
    const auto page = heir.get(merged.january());
    REQUIRE(page.status == 200);
    CHECK(has(page, "Nay tiếp nhận"));
    CHECK(has(page, "Báo kết quả"));
    CHECK(heir.post(merged.january() + "/tien-do", {{"progress", "Đang viết bài"}}).status == 303);
    CHECK(heir.get(merged.january() + "/vuong-mac").status == 200);

    auto stranger = merged.app.as(Role::agency_officer, "SGDDT");
    CHECK_FALSE(has(stranger.get("/viec"), "Tiếp nhận từ"));
    CHECK(stranger.get(merged.january()).status == 404);
    CHECK(stranger.get(merged.january() + "/vuong-mac").status == 404);
    const caicach::testing::Fields result{{"title", "Một cửa ở xã"},
                                          {"happened_on", "12/03/2026"},
                                          {"quantity", "1"},
                                          {"link", "https://snv.songlam.gov.vn/bai-1"},
                                          {"key", value_in(page, "key")},
                                          {"draft_version", "0"}};
    CHECK(stranger.post(merged.january() + "/ket-qua", result).status == 404);
    CHECK(stranger.post(merged.january() + "/tien-do", {{"progress", "Xong"}}).status == 404);
    CHECK(heir.post(merged.january() + "/ket-qua", result).status == 303);
    const auto done = heir.get(merged.january());
    CHECK(has(done, "Hoàn thành muộn"));
    CHECK(has(done, "Một cửa ở xã"));
    CHECK_FALSE(has(heir.get("/viec"), merged.january() + "\""));
}

TEST_CASE("a plan whose coordinator was merged is coordinated by the heir, without a new edition")
{
    Merged merged;
    const auto board = "/theo-doi/" + merged.plan_code;
    auto heir = merged.app.as(Role::coordinator, "SYT");
    CHECK(heir.get(board).status == 200);
    CHECK(has(heir.get("/theo-doi"), merged.plan_code));
    CHECK(heir.post(merged.january() + "/mien", {{"reason", "Sáp nhập"}}).status == 303);
    auto other = merged.app.as(Role::coordinator, "SNV");
    CHECK(other.get(board).status == 403);
    CHECK_FALSE(has(other.get("/theo-doi"), merged.plan_code));
    CHECK(other.post(merged.january() + "/mien", {{"reason", "Sáp nhập"}}).status != 303);
}

TEST_CASE("lists of the late name the heir beside the agency that ended")
{
    Merged merged;
    auto heir = merged.app.as(Role::coordinator, "SYT");
    const auto late = heir.get("/theo-doi/" + merged.plan_code + "/cham");
    CHECK(has(late, "Sở Tư pháp (nay: Sở Nội vụ)"));
    const auto tasks = heir.get("/theo-doi/" + merged.plan_code + "/viec?tinh-trang=overdue");
    CHECK(has(tasks, "Sở Tư pháp (nay: Sở Nội vụ)"));
}

TEST_CASE("boards, obstacles and their files name the heir beside the agency that ended")
{
    Merged merged;
    auto heir = merged.app.as(Role::coordinator, "SYT");
    const auto board = "/theo-doi/" + merged.plan_code;
    for (const std::string page :
         {"", "/theo-muc", "/viec", "/viec?co-quan=STP", "/cham-thang?thang=2026-01", "/vuong-mac",
          "/vuong-mac?co-quan=STP", "/vuong-mac.csv", "/bang.csv?bang=co-quan",
          "/bang.csv?bang=co-quan-thang", "/bang.csv?bang=co-quan-muc", "/bang.csv?bang=viec",
          "/bang.csv?bang=cham"}) {
        CAPTURE(page);
        const auto shown = heir.get(board + page);
        CHECK(shown.status == 200);
        CHECK(has(shown, "Sở Tư pháp (nay: Sở Nội vụ)"));
        CHECK_FALSE(has(shown, "Sở Y tế (nay:"));
    }
    CHECK(has(heir.get(board + "/vuong-mac"), "Sở Khoa học và Công nghệ (nay: Sở Giáo dục"));
    const auto obstacle = heir.get("/vuong-mac/" + merged.obstacle);
    CHECK(has(obstacle, "Sở Tư pháp (nay: Sở Nội vụ)"));
}

TEST_CASE("the heir's head gives old work to one of its people, who finds it among their own")
{
    Merged merged;
    auto context = merged.app.system_context();
    const auto officer = testing::person_at(context, "SNV", "Lò Văn Tiến");
    const auto stranger = testing::person_at(context, "SYT", "Vàng A Dơ");
    const auto path = merged.january() + "/giao";
    const caicach::testing::Fields fields{{"officer", officer.code}, {"later", "1"}};
    CHECK(merged.app.as(Role::agency_head, "SYT").post(path, fields).status == 404);
    CHECK(merged.app.as(Role::coordinator, "SYT").post(path, fields).status == 403);
    auto head = merged.app.as(Role::agency_head, "SNV");
    CHECK(has(head.get(merged.january()), "Lò Văn Tiến"));
    CHECK(head.post(path, {{"officer", stranger.code}}).status == 422);
    CHECK(head.post_without_token(path, fields).status == 403);
    CHECK(!merged.of_plan(context).front().assigned_to);
    CHECK(head.post(path, fields).status == 303);

    const auto now = merged.of_plan(context);
    CHECK(now.at(0).assigned_to == officer.id);
    CHECK(now.at(1).assigned_to == officer.id);  // February was late, too
    CHECK(now.at(0).agency == merged.tasks.front().agency);
    const auto inbox = head.get("/viec");
    CHECK(has(inbox, "Lò Văn Tiến"));
    CHECK_FALSE(has(inbox, "không còn ở cơ quan"));
    CHECK(has(head.get("/viec.csv"), "Lò Văn Tiến"));
    CHECK_FALSE(has(head.get("/viec?cua-toi=1"), merged.january() + "\""));
    auto transaction = MUST(context.read());
    const auto snv = MUST(organisation::agency_by_code(transaction, "SNV", context.today()));
    const auto mine = MUST(inherited_tasks(transaction, snv.id, context.today(), officer.id));
    REQUIRE(mine.size() == 1);
    CHECK(mine.front().tasks.size() == 2);
    CHECK(MUST(inherited_tasks(transaction, snv.id, context.today(), stranger.id)).empty());
    People people{transaction, context.today()};
    const auto told = MUST(people.of(Audience::officer, now.front()));
    REQUIRE(told.size() == 1);
    CHECK(told.front().id == officer.id);
    const auto lines =
        MUST(audit::entries_of(transaction, "obligation", now.front().id.value, {.size = 5}));
    const auto line = std::ranges::find(lines, "obligation.assigned", &audit::Entry::action);
    REQUIRE(line != lines.end());
    CHECK(line->actor_account);
}

TEST_CASE("who took over the coordinator publishes boards and judges what counts, nobody else")
{
    Merged merged;
    const auto board = "/theo-doi/" + merged.plan_code;
    auto other = merged.app.as(Role::coordinator, "SNV");
    const caicach::testing::Fields items{{"phan", "muc"}, {"version", "0"}};
    CHECK(other.post(board + "/cong-khai", items).status == 403);
    auto heir = merged.app.as(Role::coordinator, "SYT");
    CHECK(heir.post(board + "/cong-khai", items).status == 303);
    CHECK(has(heir.get(board), "Ai cũng xem được: theo mục"));
    CHECK(other.post(board + "/thoi-cong-khai").status == 403);
    CHECK(heir.post(board + "/thoi-cong-khai").status == 303);

    auto context = merged.app.system_context();
    auto transaction = MUST(context.begin());
    const auto& january = merged.tasks.front();
    const auto fact = MUST(evidence::record(context, transaction,
                                            {.kind = article,
                                             .agency = january.agency,
                                             .happened_on = day(1, 20),
                                             .quantity = 1,
                                             .title = "Một cửa ở xã"}));
    MUST(transaction.commit());
    const caicach::testing::Fields undo{{"fact", std::to_string(fact.value)},
                                        {"uncount_reason", "Không phải tin của cơ quan"}};
    auto stranger = merged.app.as(Role::coordinator, "SGDDT");
    CHECK(stranger.post(merged.january() + "/khong-tinh", undo).status == 404);
    CHECK(heir.post(merged.january() + "/khong-tinh", undo).status == 303);
    const caicach::testing::Fields answer{{"answered_fact", std::to_string(fact.value)},
                                          {"uncount_answer", "Tin có ký tên cơ quan"}};
    const auto answered = merged.january() + "/khong-tinh/tra-loi";
    CHECK(merged.app.as(Role::agency_officer, "SGDDT").post(answered, answer).status == 404);
    CHECK(merged.app.as(Role::agency_officer, "SNV").post(answered, answer).status == 303);
}

TEST_CASE("who took over whoever was to answer an obstacle finds it and answers it")
{
    Merged merged;
    const auto path = "/vuong-mac/" + merged.obstacle;
    const caicach::testing::Fields answer{{"text", "Sẽ bố trí kinh phí trong tháng 4"}};
    auto stranger = merged.app.as(Role::agency_head, "SVHTTDL");
    CHECK(stranger.get(path).status == 404);
    CHECK(stranger.post(path + "/tra-loi", answer).status == 404);
    CHECK_FALSE(has(stranger.get("/vuong-mac?muc=cho-tra-loi"), merged.obstacle));
    auto heir = merged.app.as(Role::agency_head, "SGDDT");
    const auto waiting = heir.get("/vuong-mac?muc=cho-tra-loi");
    CHECK(has(waiting, merged.obstacle));
    CHECK(has(heir.get("/vuong-mac.csv?muc=cho-tra-loi"), "Chưa có kinh phí in tờ gấp"));
    CHECK(heir.get(path).status == 200);
    CHECK(heir.post(path + "/tra-loi", answer).status == 303);
    CHECK(has(heir.get(path), "Sẽ bố trí kinh phí trong tháng 4"));
}

TEST_CASE("who took over the coordinator accepts an agency's own plan, others do not")
{
    App app;
    auto context = app.system_context();
    const auto tasks = testing::obligations_of_own_plan(context, "STP", "STC");
    const auto linked = testing::plan_made_by(context, "STP");
    const auto own = testing::own_plan_of(context, tasks.front(), linked);
    MUST(organisation::seed_reorganisations(
        context,
        "day;kind;subject;others;names_to;name;short_name;document\n"
        "2026-03-10;merge;SYT;STC;;;;Nghị quyết số 15/NQ-HĐND\n"));
    const auto path = "/ke-hoach-rieng/" + own.code;
    auto heir = app.as(Role::coordinator, "SYT");
    const auto page = heir.get(path);
    const caicach::testing::Fields seen{{"version", value_in(page, "version")},
                                        {"seen", value_in(page, "seen")}};
    CHECK(app.as(Role::coordinator, "SNV").post(path + "/chap-nhan", seen).status >= 403);
    CHECK(heir.post(path + "/chap-nhan", seen).status == 303);
    CHECK(has(heir.get(path), "Đã chấp nhận"));
}

TEST_CASE("where several took an agency over each of them answers for what it owed")
{
    in_province([](Province& province) {
        auto& context = province.context;
        const auto plan = put_in_force(province, {monthly_articles(context, "STP", 1)});
        const auto january = province.obligation(plan, province.agency("STP"), "2026-01");
        MUST(organisation::seed_reorganisations(
            context,
            "day;kind;subject;others;names_to;name;short_name;document\n"
            "2026-03-10;dissolve;STP;SNV=40|SYT=60;;;;Nghị quyết số 15/NQ-HĐND\n"));
        auto transaction = MUST(context.read());
        const std::vector wanted{province.agency("SYT"), province.agency("SNV")};
        CHECK(MUST(Heirs(transaction, day(3, 15)).of(january)) == wanted);
        for (const auto heir : wanted)
            CHECK(MUST(inherited_tasks(transaction, heir, day(3, 15))).size() == 1);
    });
}

TEST_CASE("heirs answer for what was owed from the day of the merger on, the last of several")
{
    in_province([](Province& province) {
        auto& context = province.context;
        const auto plan = put_in_force(province, {monthly_articles(context, "STP", 1)});
        const auto stp = province.agency("STP");
        const auto january = province.obligation(plan, stp, "2026-01");
        const auto heirs_on = [&](Date today) {
            auto transaction = MUST(context.read());
            return MUST(Heirs(transaction, today).of(january));
        };
        CHECK(heirs_on(day(3, 15)).empty());
        merge(province, "SNV", "STP", day(3, 20));
        CHECK(heirs_on(day(3, 15)).empty());
        CHECK(heirs_on(day(3, 20)) == std::vector{province.agency("SNV")});
        // Into one that goes into another: that one answers for both.
        merge(province, "SYT", "SNV", day(3, 25));
        CHECK(heirs_on(day(3, 25)) == std::vector{province.agency("SYT")});
        auto transaction = MUST(context.read());
        const auto of_syt = MUST(inherited_tasks(transaction, province.agency("SYT"), day(3, 25)));
        REQUIRE(of_syt.size() == 1);
        CHECK(of_syt.front().agency == "Sở Tư pháp");
        CHECK(MUST(inherited_tasks(transaction, province.agency("SNV"), day(3, 25))).empty());
        CHECK(MUST(inherited_tasks(transaction, province.agency("SYT"), day(3, 24))).empty());
    });
}

}  // namespace caicach::obligation
