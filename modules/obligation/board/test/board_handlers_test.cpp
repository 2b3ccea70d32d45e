#include <doctest/doctest.h>

#include "document/archive.hpp"
#include "document/records.hpp"
#include "obligation/test/shown.hpp"
#include "obligation/testing.hpp"
#include "support/app.hpp"
#include "support/sent_body.hpp"

namespace caicach::obligation
{
namespace
{

using caicach::testing::App;
using identity::Role;
using namespace std::string_literals;

/// SYT owes two articles a month, SNV coordinates; on 15 March January and February are overdue.
struct Room {
    App app{};
    std::vector<Obligation> tasks{};
    plan::PlanSummary plan{};

    Room()
    {
        auto context = app.system_context();
        tasks = testing::obligations_of_articles(context, "SYT", "SNV");
        auto transaction = MUST(context.read());
        plan = MUST(plan::summary_of(transaction, tasks.front().plan));
    }

    [[nodiscard]] std::string board(std::string_view below = {}) const
    {
        return "/theo-doi/" + plan.code + std::string{below};
    }
    [[nodiscard]] std::string public_page() const
    {
        return "/ke-hoach/" + plan.slug + "/thuc-hien";
    }
};

}  // namespace

TEST_CASE("a coordinator sees the plans to watch, and each number leads to its obligations")
{
    Room room;
    auto coordinator = room.app.as(Role::coordinator, "SNV");
    const auto boards = coordinator.get("/theo-doi");
    CHECK(boards.status == 200);
    CHECK(has(boards, room.plan.title));
    CHECK(has(boards, room.board()));
    const auto board = coordinator.get(room.board());
    CHECK(board.status == 200);
    CHECK(has(board, "1 cơ quan còn 2 việc quá hạn"));
    CHECK(has(board, "Sở Y tế"));
    CHECK(has(board, "Tháng 1/2026"));
    CHECK(has(board, "Tỷ lệ đúng hạn"));
    CHECK(has(board, "<title>Tháng 2/2026: 0,0% (0 trong 1 việc)</title>"));
    CHECK(has(board, room.board("/viec?tinh-trang=overdue&amp;co-quan=SYT&amp;da-den-han=1")));
    CHECK(has(board, "còn thiếu 1"));
    const auto list = coordinator.get(room.board("/viec?tinh-trang=overdue&co-quan=SYT"));
    CHECK(has(list, "/viec/" + room.tasks.front().code));
    CHECK(!has(list, "/viec/" + room.tasks.back().code));
    CHECK(coordinator.get("/viec/" + room.tasks.front().code).status == 200);
}

TEST_CASE("the matrix of items shows who owes what, and narrows")
{
    Room room;
    auto overseer = room.app.as(Role::overseer, "SNV");
    const auto items = overseer.get(room.board("/theo-muc"));
    CHECK(items.status == 200);
    CHECK(has(items, "II.1. Đăng tin, bài về cải cách"));
    CHECK(has(items, "0/12"));
    CHECK(has(items, "quá hạn 2"));
    const auto none = overseer.get(room.board("/theo-muc?linh-vuc=procedures"));
    CHECK(has(none, "Không có mục nào như vậy"));
}

TEST_CASE("boards are for who watches the plan: others are refused, each page of them")
{
    Room room;
    auto foreign = room.app.as(Role::coordinator, "STP");
    auto officer = room.app.as(Role::agency_officer, "SYT");
    for (const auto* below : {"", "/theo-muc", "/viec", "/cham", "/cham.docx",
                              "/bang.csv?bang=co-quan", "/bang.xlsx?bang=co-quan"}) {
        CAPTURE(below);
        CHECK(foreign.get(room.board(below)).status == 403);
        CHECK(officer.get(room.board(below)).status == 403);
    }
    CHECK(!has(foreign.get("/theo-doi"), room.plan.title));
    auto coordinator = room.app.as(Role::coordinator, "SNV");
    CHECK(coordinator.get("/theo-doi/khong-co").status == 404);
    CHECK(coordinator.get(room.board("/viec?co-quan=KHONG")).status == 404);
    CHECK(coordinator.get(room.board("/viec?muc=khong-co")).status == 404);
}

TEST_CASE("who may excuse does so for a whole list, after seeing how many; nobody else may")
{
    Room room;
    auto coordinator = room.app.as(Role::coordinator, "SNV");
    const auto path = room.board("/mien?co-quan=SYT&da-den-han=1");
    CHECK(has(coordinator.get(room.board("/viec?co-quan=SYT&da-den-han=1")),
              room.board("/mien?co-quan=SYT&amp;da-den-han=1")));
    auto overseer = room.app.as(Role::overseer, "SNV");
    CHECK(overseer.get(path).status == 403);
    CHECK(overseer.post(path, {{"seen", "x"}, {"reason", "Vì vậy"}}).status == 403);
    CHECK(room.app.as(Role::coordinator, "STP").get(path).status == 403);
    const auto page = coordinator.get(path);
    CHECK(page.status == 200);
    CHECK(has(page, "Miễn 2 việc của 1 cơ quan"));
    const auto seen = value_in(page, "seen");
    CHECK(coordinator.post_without_token(path).status == 403);
    CHECK(coordinator.post(path, {{"seen", seen}, {"reason", ""}}).status == 422);
    const auto stale = coordinator.post(path, {{"seen", "x"}, {"reason", "Cổng hỏng"}});
    CHECK(stale.status == 409);
    CHECK(has(stale, "value=\"Cổng hỏng\""));
    CHECK(coordinator.post(path, {{"seen", seen}, {"reason", "Cổng hỏng"}}).status == 303);
    CHECK(coordinator.post(path, {{"seen", seen}, {"reason", "Cổng hỏng"}}).status == 409);
    CHECK(has(coordinator.get("/viec/" + room.tasks.front().code), "Cổng hỏng"));
    CHECK(has(coordinator.get(path), "Không có việc nào còn phải làm"));
}

TEST_CASE("each table is taken along as CSV and Excel")
{
    Room room;
    auto coordinator = room.app.as(Role::coordinator, "SNV");
    for (const auto* name : {"co-quan", "co-quan-thang", "thang", "linh-vuc", "muc", "co-quan-muc",
                             "nam-truoc", "viec", "cham"}) {
        CAPTURE(name);
        const auto csv = coordinator.get(room.board("/bang.csv?bang=") + name);
        CHECK(csv.status == 200);
        CHECK(csv.type.starts_with("text/csv"));
        const auto xlsx = coordinator.get(room.board("/bang.xlsx?bang=") + name);
        CHECK(xlsx.status == 200);
        CHECK(xlsx.text().starts_with("PK"));
    }
    CHECK(has(coordinator.get(room.board("/bang.csv?bang=co-quan")), "Sở Y tế,2,0,0,2,0,0,0,1"));
    CHECK(coordinator.get(room.board("/bang.csv?bang=khac")).status == 404);
    const auto tasks = coordinator.get(room.board("/bang.xlsx?bang=viec"));
    const auto archive = MUST(document::Archive::open(tasks.text()));
    const auto sheet = MUST(archive.part_or_empty("xl/worksheets/sheet1.xml"));
    CHECK(sheet.find("<v>46053</v>") != std::string::npos);  // 31 January 2026, as Excel counts
    CHECK(sheet.find("31/01/2026") == std::string::npos);
    const auto late =
        MUST(document::read_records(coordinator.get(room.board("/bang.xlsx?bang=cham")).text()));
    CHECK(late.at(1).cells.at(3) == "31/01/2026");
}

TEST_CASE("the list of the late is a page and the draft of a notice")
{
    Room room;
    auto coordinator = room.app.as(Role::coordinator, "SNV");
    const auto page = coordinator.get(room.board("/cham"));
    CHECK(page.status == 200);
    CHECK(has(page, "Sở Y tế"));
    CHECK(has(page, "1 cơ quan, 2 việc quá hạn; tính"));
    CHECK(has(page, "2 việc quá hạn, lâu nhất 43 ngày"));
    CHECK(has(page, "Hạn 28/02/2026, chậm 15 ngày"));
    CHECK(has(page, "không bao giờ bị tính là muộn"));
    CHECK(has(coordinator.get(room.board("/cham?tim=so+y+te")), "Hạn 28/02/2026"));
    const auto other = coordinator.get(room.board("/cham?tim=x%C3%A3"));
    CHECK(has(other, "Không cơ quan chậm nào có tên như vậy"));
    CHECK_FALSE(has(other, "Hạn 28/02/2026"));
    const auto file = coordinator.get(room.board("/cham.docx"));
    CHECK(file.status == 200);
    CHECK(file.text().starts_with("PK"));
    CHECK(coordinator.get(room.board("/cham.docx?nguoi_ky=1")).status == 422);
}

TEST_CASE("a month's late agencies are published by the coordinator alone, and withdrawn again")
{
    Room room;
    auto coordinator = room.app.as(Role::coordinator, "SNV");
    auto overseer = room.app.as(Role::overseer, "SNV");
    auto nobody = room.app.nobody();
    const auto path = room.board("/cham-thang?thang=2026-01");
    const auto everyone = "/ke-hoach/" + room.plan.slug + "/co-quan-cham";
    CHECK(nobody.get(everyone).status == 404);
    const auto page = coordinator.get(path);
    CHECK(page.status == 200);
    CHECK(has(page, "Sở Y tế"));
    const caicach::testing::Fields fields{{"seen", value_in(page, "seen")}, {"days", "30"}};
    CHECK(!has(overseer.get(path), "name=\"seen\""));
    CHECK(overseer.post(path, fields).status == 403);
    CHECK(room.app.as(Role::coordinator, "STP").post(path, fields).status == 403);
    CHECK(coordinator.post_without_token(path).status == 403);
    CHECK(coordinator.post(path, {{"seen", "x"}, {"days", "30"}}).status == 409);
    CHECK(nobody.get(everyone).status == 404);
    CHECK(coordinator.post(path, fields).status == 303);
    const auto shown = nobody.get(everyone);
    CHECK(shown.status == 200);
    CHECK(has(shown, "Sở Y tế"));
    CHECK(!has(shown, "Đăng tin, bài"));
    CHECK(has(nobody.get("/ke-hoach/" + room.plan.slug), everyone));
    CHECK(coordinator.post(path, fields).status == 422);  // why again?
    for (const auto* kind : {"thong-bao", "bao-cao"}) {
        const auto letter =
            coordinator.get(room.board("/cham-thang.docx?thang=2026-01&mau=") + kind);
        CHECK(letter.status == 200);
        CHECK(letter.text().starts_with("PK"));
    }
    CHECK(coordinator.get(room.board("/cham-thang.docx?thang=2026-12")).status == 409);
    CHECK(coordinator.get(room.board("/cham-thang.docx?thang=2026-01&nguoi_ky=1")).status == 422);
    const auto taking = room.board("/cham-thang/van-ban?thang=2026-01");
    CHECK(overseer.post(taking, {{"mau", "bao-cao"}}).status == 403);
    CHECK(coordinator.post(room.board("/cham-thang/van-ban?thang=2026-12")).status == 409);
    CHECK(coordinator.post(taking, {{"mau", "bao-cao"}, {"nguoi_ky", "1"}}).status == 422);
    const caicach::testing::Fields letter{
        {"key", value_in(page, "key")}, {"mau", "bao-cao"}, {"thang", "2026-01"}};
    const auto drafted = coordinator.post(taking, letter);
    CHECK(drafted.status == 303);
    const std::string document{drafted.header("location")};
    CHECK(coordinator.post(taking, letter).header("location") == document);  // sent twice
    CHECK(has(coordinator.get(document), "chưa thực hiện hoặc thực hiện muộn"));
    CHECK(has(coordinator.get(document), "Sở Y tế"));
    CHECK(has(coordinator.get(path), document));
    CHECK(!has(overseer.get(path), document));
    const auto standing = coordinator.get(path);
    const caicach::testing::Fields withdrawal{{"publication", value_in(standing, "publication")},
                                              {"version", value_in(standing, "version")},
                                              {"reason", "Nhầm kỳ"}};
    const auto withdrawing = room.board("/cham-thang/rut?thang=2026-01");
    CHECK(overseer.post(withdrawing, withdrawal).status == 403);
    CHECK(coordinator.post(withdrawing, withdrawal).status == 303);
    CHECK(coordinator.post(withdrawing, withdrawal).status == 409);
    CHECK(nobody.get(everyone).status == 404);
    CHECK(has(coordinator.get(path), "Đã rút: Nhầm kỳ"));
}

TEST_CASE("a board is public only in the parts that its coordinator chose, after a look")
{
    Room room;
    auto coordinator = room.app.as(Role::coordinator, "SNV");
    auto overseer = room.app.as(Role::overseer, "SNV");
    auto nobody = room.app.nobody();
    const auto path = room.public_page();
    const auto form = room.board("/cong-khai");
    const caicach::testing::Fields items{{"phan", "muc"}, {"version", "0"}};
    CHECK(nobody.get(path).status == 404);
    CHECK(overseer.get(form).status == 403);
    CHECK(overseer.post(form, items).status == 403);
    auto stranger = room.app.as(Role::coordinator, "STP");
    CHECK(stranger.get(form).status == 403);
    CHECK(stranger.post(form, items).status == 403);
    CHECK(stranger.post(room.board("/thoi-cong-khai")).status == 403);
    CHECK(coordinator.post_without_token(form, items).status == 403);
    CHECK(coordinator.get(room.board()).status == 200);
    CHECK(!has(coordinator.get(form), "Mọi người sẽ thấy"));
    const auto looked = coordinator.get(form + "?xem=1&phan=linh-vuc");
    CHECK(has(looked, "Theo lĩnh vực cải cách"));
    CHECK(!has(looked, "Cơ quan phải làm"));
    CHECK(nobody.get(path).status == 404);  // looking publishes nothing

    CHECK(coordinator.post(form, items).status == 303);
    const auto page = nobody.get(path);
    CHECK(page.status == 200);
    CHECK(has(page, "II.1. Đăng tin, bài về cải cách"));
    CHECK(!has(page, "Theo lĩnh vực cải cách"));
    CHECK(!has(page, "Sở Y tế"));
    CHECK(has(nobody.get("/ke-hoach/" + room.plan.slug), path));
    CHECK(has(coordinator.get(room.board()), "Ai cũng xem được: theo mục"));

    const caicach::testing::Fields areas{{"phan", "linh-vuc"}, {"version", "0"}};
    const auto stale = coordinator.post(form, areas);
    CHECK(stale.status == 409);
    CHECK(has(stale, "vừa được đổi"));
    CHECK(has(stale, "name=\"phan\" value=\"linh-vuc\""));  // what was chosen stays
    CHECK(has(nobody.get(path), "II.1. Đăng tin"));
    CHECK(coordinator.post(form, {{"phan", "linh-vuc"}, {"version", "1"}}).status == 303);
    CHECK(!has(nobody.get(path), "II.1. Đăng tin"));
    CHECK(has(nobody.get(path), "Theo lĩnh vực cải cách"));

    CHECK(coordinator.post(room.board("/thoi-cong-khai")).status == 303);
    CHECK(nobody.get(path).status == 404);
    CHECK(!has(nobody.get("/ke-hoach/" + room.plan.slug), path));
}

TEST_CASE("an item that is withheld never appears on the public board")
{
    Room room;
    auto coordinator = room.app.as(Role::coordinator, "SNV");
    const auto item = plan::item_code(room.tasks.front().lineage.value);
    const caicach::testing::Fields fields{
        {"phan", "muc"}, {"phan", "linh-vuc"}, {"giu-lai", item}, {"version", "0"}};
    REQUIRE(coordinator.post(room.board("/cong-khai"), fields).status == 303);
    const auto page = room.app.nobody().get(room.public_page());
    CHECK(page.status == 200);
    CHECK(!has(page, "Đăng tin, bài"));
    CHECK(has(page, "Chưa lĩnh vực nào có việc đến hạn"));
    CHECK(has(page, "Không gồm 1 mục"));
}

TEST_CASE("what counts for an item, an agency or a month is packed for who watches the plan")
{
    Room room;
    auto officer = room.app.as(Role::agency_officer, "SYT");
    for (const auto* day : {"10/02/2026", "10/03/2026"}) {
        REQUIRE(officer
                    .post("/minh-chung", {{"product", "article"},
                                          {"title", "Bài ngày "s + day},
                                          {"happened_on", day},
                                          {"quantity", "1"},
                                          {"link", "https://syt.songlam.example/bai"}})
                    .status == 303);
    }
    auto coordinator = room.app.as(Role::coordinator, "SNV");
    const auto manifest_of = [&](const std::string& query) {
        const auto answer = coordinator.get(room.board("/minh-chung.zip") + query);
        REQUIRE(answer.status == 200);
        const auto bytes = caicach::testing::sent_body(answer);
        const auto archive = MUST(document::Archive::open(bytes));
        return MUST(archive.part("manifest.json"));
    };
    const auto all = manifest_of("");
    CHECK(all.find("Bài ngày 10/02/2026") != std::string::npos);
    CHECK(all.find("Bài ngày 10/03/2026") != std::string::npos);
    CHECK(all.find("\"Sở Y tế\"") != std::string::npos);
    const auto march = manifest_of("?thang=2026-03&co-quan=SYT");
    CHECK(march.find("Bài ngày 10/02/2026") == std::string::npos);
    CHECK(march.find("Bài ngày 10/03/2026") != std::string::npos);
    CHECK(manifest_of("?co-quan=STP").find("Bài ngày") == std::string::npos);
    CHECK(has(coordinator.get(room.board("/viec?thang=2026-03")),
              room.board("/minh-chung.zip?thang=2026-03")));
    CHECK(officer.get(room.board("/minh-chung.zip")).status == 403);
}

}  // namespace caicach::obligation
