#include "obligation/obstacle/obstacle_letter.hpp"

#include "document/printing.hpp"
#include "obligation/obstacle/plan_obstacles.hpp"
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

/// Two obstacles of SYT, by a plan that SNV coordinates: one answered by STC, one waiting for VPUB.
struct Room {
    App app{};
    std::string plan_code{};
    std::string answered{};
    std::string waiting{};

    Room()
    {
        auto context = app.system_context();
        const auto tasks = testing::obligations_of_articles(context, "SYT", "SNV");
        const auto first = testing::obstacle_of(context, tasks.at(1), "STC");
        answered = first.code;
        waiting = testing::obstacle_of(context, tasks.at(2), "VPUB").code;
        auto transaction = MUST(context.begin());
        MUST(answer_obstacle(context, transaction, first, "Sẽ bố trí trong quý II", {}));
        plan_code = MUST(plan::summary_of(transaction, tasks.front().plan)).code;
        MUST(transaction.commit());
    }
    [[nodiscard]] std::string page(std::string_view query = {}) const
    {
        return "/theo-doi/" + plan_code + "/vuong-mac" + std::string{query};
    }
    [[nodiscard]] std::string file(std::string_view query = {}) const
    {
        return "/theo-doi/" + plan_code + "/vuong-mac.docx" + std::string{query};
    }
};

ReportedObstacle raised(int position, std::string_view agency, std::string wish)
{
    ReportedObstacle one;
    auto& [obstacle, work] = one.row.listed;
    obstacle = {.id = ObstacleId{100 - position},
                .agency = organisation::AgencyId{position},
                .kind = ObstacleKind::money,
                .problem = "Chưa có kinh phí",
                .wish = std::move(wish)};
    work.path = "II." + std::to_string(position);
    work.title = "Đăng tin, bài";
    one.row.agency = agency;
    one.row.handler = "Sở Tài chính";
    return one;
}

}  // namespace

TEST_CASE("the report on obstacles says who raised each, on what, how it was answered and the wish")
{
    ObstacleReport report{.today = day(3, 15)};
    report.plan.title = "Kế hoạch cải cách hành chính năm 2026";
    report.obstacles = {raised(1, "Sở Y tế", "Bố trí 20 triệu đồng"),
                        raised(2, "Sở Tư pháp (nay: Sở Nội vụ)", "")};
    auto& answered = report.obstacles[1];
    answered.row.listed.obstacle.state = ObstacleState::answered;
    answered.answer = "Sẽ bố trí";
    answered.answered_by = "Sở Tài chính";
    answered.answered_at = Instant{};
    const Sender sender{
        .head = {.parent = "UBND tỉnh Sông Lam", .issuer = "Sở Nội vụ", .mark = "SNV"}};
    const auto letter = obstacle_letter(report, sender);
    CHECK(letter.number == "/BC-SNV");
    CHECK(letter.addressees == std::vector<std::string>{"UBND tỉnh Sông Lam"});
    const auto& kinds = std::get<document::OfficialTable>(letter.body.at(1));
    REQUIRE(kinds.rows.size() == 1);
    CHECK(kinds.rows[0].cells ==
          std::vector<std::string>{"1", std::string{label_of(ObstacleKind::money)}, "1", "0", "1",
                                   "0", "2"});
    const auto& sum = std::get<document::OfficialParagraph>(letter.body.at(2)).runs.at(0).text;
    CHECK(sum.starts_with("Cộng: 2 khó khăn, vướng mắc của 2 cơ quan; 1 còn chờ trả lời"));
    REQUIRE(letter.annexes.size() == 1);
    const auto& table = std::get<document::OfficialTable>(letter.annexes[0].blocks.at(0));
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0].cells.at(1) == "II.1. Đăng tin, bài");
    CHECK(table.rows[0].cells.at(2).starts_with("Sở Y tế, "));
    CHECK(table.rows[0].cells.at(4) == "Chưa trả lời. Nơi trả lời: Sở Tài chính");
    CHECK(table.rows[0].cells.at(5) == "Bố trí 20 triệu đồng");
    CHECK(table.rows[1].cells.at(4).ends_with(": Sẽ bố trí"));
    for (const auto& row : table.rows) CHECK(row.cells.size() == table.columns.size());
}

TEST_CASE("the last answer of each obstacle is read at once, on either database")
{
    in_province([](Province& province) {
        auto& context = province.context;
        const auto tasks = testing::obligations_of_articles(context, "SYT", "SNV");
        const auto first = testing::obstacle_of(context, tasks.at(1), "STC");
        const auto second = testing::obstacle_of(context, tasks.at(2), "STC");
        auto transaction = MUST(context.begin());
        ObstacleStore store{transaction};
        MUST(answer_obstacle(context, transaction, first, "Chờ dự toán", {}));
        const auto once = MUST(store.find(first.id));
        MUST(ask_again(context, transaction, once, "Bao giờ có?"));
        const auto again = MUST(store.find(first.id));
        MUST(answer_obstacle(context, transaction, again, "Tháng 4", {}));
        auto listed = MUST(store.of_plan({.plan = first.plan}, {}, 10));
        auto rows = MUST(named_obstacles(transaction, std::move(listed), context.today()));
        const auto all =
            MUST(with_answers(transaction, first.plan, std::move(rows), context.today()));
        REQUIRE(all.size() == 2);
        CHECK(all[0].row.listed.obstacle.id == first.id);  // the oldest of the item first
        CHECK(all[0].answer == "Tháng 4");
        CHECK(all[0].answered_by == "Sở Tài chính");
        CHECK(all[1].row.listed.obstacle.id == second.id);
        CHECK(!all[1].answered_at);
    });
}

TEST_CASE("the report on obstacles is for who watches the plan, of what the page shows")
{
    Room room;
    for (auto visitor :
         {room.app.as(Role::coordinator, "STP"), room.app.as(Role::agency_head, "SYT")})
        CHECK(visitor.get(room.file()).status == 403);
    auto coordinator = room.app.as(Role::coordinator, "SNV");
    CHECK(coordinator.get(room.file("?tinh-trang=closed")).status == 409);
    CHECK(coordinator.get(room.file("?nguoi_ky=1")).status == 422);
    CHECK(has(coordinator.get(room.page()), room.file()));
    CHECK(
        has(coordinator.get(room.page("?tinh-trang=answered")), room.file("?tinh-trang=answered")));
    CHECK_FALSE(has(coordinator.get(room.page("?tinh-trang=closed")), room.file()));
    const auto file = coordinator.get(room.file());
    REQUIRE(file.status == 200);
    const auto words = document::testing::printed_words(file.text());
    if (!words) {
        MESSAGE("soffice is not installed: nothing was printed");
        return;
    }
    // Words that no column breaks.
    for (const std::string wanted :
         {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "BÁO CÁO", "Nơi nhận:", "khăn,", "quý"})
        CHECK_MESSAGE(words->find(wanted) != std::string::npos, wanted);
}

}  // namespace caicach::obligation
