#include "obligation/role/item_role.hpp"

#include "obligation/test/province.hpp"
#include "obligation/test/shown.hpp"
#include "obligation/testing.hpp"
#include "support/app.hpp"

namespace caicach::obligation
{
namespace
{

using caicach::testing::App;
using caicach::testing::Fields;
using identity::Role;

std::vector<plan::Mention> only(Context& context, std::string_view code)
{
    auto transaction = MUST(context.read());
    const auto agency = MUST(organisation::agency_by_code(transaction, code, context.today()));
    return {{agency.name, agency.id}};
}

/// SYT performs what SNV leads, STC helps with, UBND directs and STP oversees.
plan::Item shared_work(Context& context)
{
    auto item = monthly_articles(context, "SNV", 2);
    item.perform = only(context, "SYT");
    item.support = only(context, "STC");
    item.direct = only(context, "UBND");
    item.oversee = only(context, "STP");
    return item;
}

plan::Item shared_inspection(Context& context)
{
    auto item = shared_work(context);
    item.title = "Kiểm tra cải cách hành chính";
    item.quotas.front().unit = "cuộc";
    return item;
}

std::vector<ItemRole> roles_now(const Province& province, const Obligation& obligation)
{
    auto transaction = MUST(province.context.read());
    return MUST(roles_of(transaction, obligation.plan, obligation.lineage));
}

struct Room {
    App app{};
    std::string plan_code{};
    std::vector<Obligation> tasks{};
    std::string item_path{};

    explicit Room(plan::Item (&work)(Context&) = shared_work)
    {
        auto context = app.system_context();
        const auto edition = plan::testing::plan_in_force(context, {.items = {work(context)}});
        auto transaction = MUST(context.read());
        plan_code = MUST(plan::summary_of(transaction, edition.plan)).code;
        tasks = MUST(ObligationStore{transaction}.of_plan(edition.plan));
        item_path =
            "/viec/theo-doi/" + plan_code + "/" + plan::item_code(tasks.front().lineage.value);
    }
    [[nodiscard]] std::string task_path() const { return "/viec/" + tasks.front().code; }
};

}  // namespace

TEST_CASE("who leads, helps, directs or oversees work is kept beside who owes it")
{
    in_province([](Province& province) {
        auto alone = monthly_articles(province.context, "SYT", 1);
        alone.path = "II.2";
        const auto plan = put_in_force(province, {shared_work(province.context), alone});
        const auto owed = province.obligations(plan);
        REQUIRE(owed.size() == 24);
        const auto is_shared = [](const Obligation& o) { return o.role == plan::Role::perform; };
        const auto shared = *std::ranges::find_if(owed, is_shared);
        const auto own = *std::ranges::find_if_not(owed, is_shared);
        auto roles = roles_now(province, shared);
        REQUIRE(roles.size() == 4);
        std::ranges::sort(roles, {}, &ItemRole::role);
        CHECK(roles[0] == ItemRole{province.agency("SNV"), shared.lineage, plan::Role::lead});
        CHECK(roles[1] == ItemRole{province.agency("STC"), shared.lineage, plan::Role::support});
        CHECK(roles[2] == ItemRole{province.agency("UBND"), shared.lineage, plan::Role::direct});
        CHECK(roles[3] == ItemRole{province.agency("STP"), shared.lineage, plan::Role::oversee});
        // Who leads what nobody else performs owes it.
        CHECK(roles_now(province, own).empty());
    });
}

TEST_CASE("roles follow the plan and the directory: who is named no more sees no more")
{
    in_province([](Province& province) {
        auto item = shared_work(province.context);
        item.support = province.work_of_group("", "departments").perform;
        const auto plan = put_in_force(province, {item});
        const auto owed = province.obligations(plan).front();
        const auto departments = roles_now(province, owed).size() - 3;
        CHECK(departments > 10);
        {
            auto transaction = MUST(province.context.begin());
            auto items = MUST(plan::items_in_force(transaction, plan));
            items.front().oversee.clear();
            MUST(plan::ItemStore{transaction}.save(items.front()));
            MUST(transaction.commit());
        }
        merge(province, "SNV", "STC", day(3, 10));
        generate_anew(province, plan);
        const auto roles = roles_now(province, owed);
        CHECK(roles.size() == departments - 1 + 2);
        CHECK(std::ranges::none_of(roles, [&](const ItemRole& one) {
            return one.agency == province.agency("STP") && one.role == plan::Role::oversee;
        }));
        generate_anew(province, plan);
        CHECK(roles_now(province, owed) == roles);
    });
}

TEST_CASE("the sums of followed items are those of all who owe them")
{
    in_province([](Province& province) {
        const auto plan = put_in_force(province, {shared_work(province.context)});
        publish_article(province, province.agency("SYT"), day(1, 10), 2);
        auto transaction = MUST(province.context.read());
        const auto items =
            MUST(followed_items(transaction, province.agency("STP"), day(3, 15), 10, 0));
        REQUIRE(items.size() == 1);
        CHECK(items.front().work.plan == plan);
        CHECK(items.front().roles == std::vector{plan::Role::oversee});
        CHECK(items.front().sums ==
              Sums{.owed = 12, .in_time = 1, .late = 0, .overdue = 1, .excused = 0});
        CHECK(MUST(followed_items(transaction, province.agency("STP"), day(3, 15), 10, 1)).empty());
        CHECK(MUST(followed_items(transaction, province.agency("SYT"), day(3, 15), 10, 0)).empty());
    });
}

TEST_CASE("agencies with another role of an item see its work and change nothing of it")
{
    Room room;
    for (const auto* code : {"SNV", "STC", "STP"}) {
        auto officer = room.app.as(Role::agency_officer, code);
        const auto page = officer.get(room.task_path());
        CHECK(page.status == 200);
        CHECK(has(page, "Đăng tin, bài cải cách hành chính"));
        CHECK_FALSE(has(page, "Báo kết quả"));
        CHECK_FALSE(has(page, room.task_path() + "/giao"));
        const auto refused = officer.post(
            room.task_path() + "/ket-qua",
            {{"title", "Bài"}, {"quantity", "1"}, {"link", "https://songlam.example/a"}});
        CHECK(refused.status == 403);
    }
    auto stranger = room.app.as(Role::agency_officer, "SGDDT");
    CHECK(stranger.get(room.task_path()).status == 404);
    CHECK(stranger.get(room.item_path).status == 404);
    CHECK(stranger.get(room.item_path + "/bang.csv").status == 404);
}

TEST_CASE("who only helps sees neither files nor people of others; who oversees sees the files")
{
    Room room;
    auto officer = room.app.as(Role::agency_officer, "SYT");
    const auto own = officer.get(room.task_path());
    REQUIRE(officer
                .upload(room.task_path() + "/ket-qua", "proof", "bai-bao.pdf", "%PDF-1.7\nbài báo",
                        {{"title", "Một cửa ở xã"},
                         {"happened_on", "10/01/2026"},
                         {"quantity", "1"},
                         {"link", ""},
                         {"key", value_in(own, "key")},
                         {"draft_version", "0"}})
                .status == 303);
    REQUIRE(officer.post(room.task_path() + "/tien-do", {{"progress", "Còn một bài nữa"}}).status ==
            303);
    auto context = room.app.system_context();
    const auto obstacle = testing::obstacle_of(context, room.tasks.front(), "UBND");
    const auto whole = officer.get(room.task_path());
    for (const auto* text : {"bai-bao.pdf", "Còn một bài nữa", "Chưa có kinh phí in tờ gấp"})
        CHECK(has(whole, text));
    const auto at = whole.text().find("/tep/");
    REQUIRE(at != std::string::npos);
    const auto file = whole.text().substr(at, whole.text().find('"', at) - at);

    auto helper = room.app.as(Role::agency_officer, "STC");
    auto outline = helper.get(room.task_path());
    CHECK(has(outline, "Một cửa ở xã"));
    for (const auto* text : {"bai-bao.pdf", "Còn một bài nữa", "Chưa có kinh phí in tờ gấp"})
        CHECK_FALSE(has(outline, text));
    CHECK(helper.get(file).status == 404);
    CHECK(helper.get(room.task_path() + "/minh-chung.zip").status == 403);
    for (const auto* code : {"SNV", "STP"}) {
        auto reader = room.app.as(Role::agency_officer, code);
        outline = reader.get(room.task_path());
        CHECK(has(outline, "bai-bao.pdf"));
        CHECK_FALSE(has(outline, "Còn một bài nữa"));
        CHECK_FALSE(has(outline, "Chưa có kinh phí in tờ gấp"));
        CHECK(reader.get(file).status == 200);
        CHECK(reader.get(room.task_path() + "/minh-chung.zip").status == 200);
        CHECK(reader.get("/vuong-mac/" + obstacle.code).status == 404);
    }
    // Who is to answer the obstacle reads it here, too.
    CHECK(has(room.app.as(Role::agency_officer, "UBND").get(room.task_path()),
              "Chưa có kinh phí in tờ gấp"));
}

TEST_CASE("who only helps does not read whom an inspection looked at, who oversees does")
{
    Room room{shared_inspection};
    auto officer = room.app.as(Role::agency_officer, "SYT");
    REQUIRE(officer
                .post(room.task_path() + "/ket-qua", {{"title", "Kiểm tra đột xuất"},
                                                      {"happened_on", "10/01/2026"},
                                                      {"quantity", "1"},
                                                      {"link", "https://songlam.example/ket-luan"},
                                                      {"states_about", "1"},
                                                      {"about", "so-cong-thuong"},
                                                      {"draft_version", "0"}})
                .status == 303);
    constexpr std::string_view whom = "Được kiểm tra: Sở Công Thương";
    CHECK(has(officer.get(room.task_path()), whom));
    CHECK(has(room.app.as(Role::agency_officer, "STP").get(room.task_path()), whom));
    const auto outline = room.app.as(Role::agency_officer, "STC").get(room.task_path());
    CHECK(has(outline, "Kiểm tra đột xuất"));
    CHECK_FALSE(has(outline, whom));
}

TEST_CASE("what is followed of plans that are over stands behind a link")
{
    in_province([](Province& province) {
        put_in_force(province, {shared_work(province.context)});
        const auto stp = province.agency("STP");
        auto transaction = MUST(province.context.read());
        const auto followed = [&](Date today, FollowedYears years) {
            return MUST(followed_items(transaction, stp, today, 10, 0, years)).size();
        };
        const auto next_year = *Date::create(2027, 1, 5);
        CHECK(followed(day(3, 15), FollowedYears::running) == 1);
        CHECK(followed(day(3, 15), FollowedYears::earlier) == 0);
        CHECK(followed(next_year, FollowedYears::running) == 0);
        CHECK(followed(next_year, FollowedYears::earlier) == 1);
    });
}

TEST_CASE("what others owe stands in a part of the inbox of its own, never as one's own work")
{
    Room room;
    auto overseer = room.app.as(Role::agency_officer, "STP");
    const auto own = overseer.get("/viec");
    CHECK(has(own, "Theo dõi, phối hợp, chỉ đạo"));
    CHECK(has(own, "Không có việc nào đến hạn"));
    const auto list = overseer.get("/viec/theo-doi");
    CHECK_FALSE(has(list, "Các năm trước"));
    CHECK(has(overseer.get("/viec/theo-doi?nam=truoc"), "Kế hoạch năm nay"));
    CHECK_FALSE(has(overseer.get("/viec/theo-doi?nam=truoc"), room.item_path));
    CHECK(has(list, "II.1. Đăng tin, bài cải cách hành chính"));
    CHECK(has(list, room.item_path));
    CHECK(has(overseer.get("/viec/theo-doi.csv"), "Theo dõi"));
    const auto item = overseer.get(room.item_path);
    CHECK(item.status == 200);
    CHECK(has(item, room.task_path()));
    CHECK(has(item, "Sở Y tế"));
    const auto table = room.item_path + "/bang.csv";
    CHECK(has(overseer.get(table), "Sở Y tế"));
    CHECK_FALSE(has(overseer.get(table + "?tinh-trang=fulfilled_late"), "Sở Y tế"));
    // Who owes it has it in the inbox, and not here.
    auto owing = room.app.as(Role::agency_officer, "SYT");
    CHECK(has(owing.get("/viec/theo-doi"), "Chưa có việc nào"));
    CHECK(owing.get(room.item_path).status == 404);
    CHECK(overseer.get("/viec/theo-doi/" + room.plan_code + "/khong-co").status == 404);
}

TEST_CASE("who helps, owes or has no part urges nobody; who leads, directs or oversees may")
{
    Room room;
    const auto doer = room.app.as(Role::agency_officer, "SYT");
    const auto path = room.item_path + "/nhac";
    const Fields health{{"only", "SYT"}};
    auto helper = room.app.as(Role::agency_head, "STC");
    CHECK(helper.get(room.item_path).status == 200);
    CHECK_FALSE(has(helper.get(room.item_path), "Nhắc tất cả"));
    CHECK(helper.post(path, health).status == 403);
    CHECK(room.app.as(Role::agency_head, "SYT").post(path, health).status == 404);
    CHECK(room.app.as(Role::agency_head, "SGDDT").post(path, health).status == 404);
    CHECK(room.app.as(Role::inspector, "STP").post(path, health).status == 403);
    for (const auto* code : {"SNV", "UBND", "STP"})
        CHECK(has(room.app.as(Role::agency_officer, code).get(room.item_path), "Nhắc tất cả (1)"));
    auto overseer = room.app.as(Role::agency_officer, "STP");
    CHECK(overseer.post(path).status == 422);
    CHECK(overseer.post(path, {{"only", "STC"}}).status == 409);
    CHECK(overseer.post(path, {{"only", "KHONG"}}).status == 404);
}

TEST_CASE("whoever urges, a work is named once a day, and it is said who did")
{
    Room room;
    auto doer = room.app.as(Role::agency_officer, "SYT");
    const auto path = room.item_path + "/nhac";
    auto overseer = room.app.as(Role::agency_officer, "STP");
    // January and February are late, March is due in sixteen days.
    CHECK(has(overseer.get(room.item_path), "2 việc quá hạn"));
    CHECK(overseer.post(path, {{"only", "SYT"}}).status == 303);
    CHECK(has(overseer.get(room.item_path), "Hôm nay đã nhắc (Sở Tư pháp)."));
    const auto task = doer.get(room.task_path());
    CHECK(has(task, "Cơ quan chủ trì, chỉ đạo, theo dõi nhắc"));
    CHECK(has(task, "(Sở Tư pháp)"));
    auto leader = room.app.as(Role::agency_head, "SNV");
    CHECK(has(leader.get(room.item_path), "Hôm nay đã nhắc (Sở Tư pháp)."));
    CHECK(leader.post(path, {{"all", "1"}}).status == 422);
    CHECK(leader.post(path, {{"only", "SYT"}}).status == 409);
    auto coordinator = room.app.as(Role::coordinator);
    const auto board = "/theo-doi/" + room.plan_code;
    CHECK(coordinator.post(board + "/nhac-viec", {{"only", "SYT"}}).status == 409);
    CHECK(has(coordinator.get(board + "/nhac-viec"), "(Sở Tư pháp)"));
    room.app.clock.pass_seconds(24L * 3600);
    auto later = room.app.as(Role::agency_head, "SNV");
    CHECK(has(later.get(room.item_path), "Nhắc gần nhất 15/03/2026 (Sở Tư pháp)."));
    CHECK(later.post(path, {{"all", "1"}}).status == 303);
    CHECK(has(later.get(room.item_path), "Hôm nay đã nhắc (Sở Nội vụ)."));
}

}  // namespace caicach::obligation
