#include <algorithm>

#include "obligation/cascade/part_store.hpp"
#include "obligation/test/province.hpp"
#include "obligation/testing.hpp"
#include "support/app.hpp"

namespace caicach::obligation
{
namespace
{

using caicach::testing::App;
using caicach::testing::Fields;
using identity::Role;

bool has(const http::Response& response, std::string_view text)
{
    return std::get<std::string>(response.body).find(text) != std::string::npos;
}

/// The office of the committee owes two articles a month; the portal is one of its three units.
struct Room {
    App app{};
    std::vector<Obligation> tasks{};

    Room()
    {
        auto context = app.system_context();
        tasks = testing::obligations_of_articles(context, "VPUB", "SNV");
    }

    [[nodiscard]] const Obligation& march() const { return tasks.at(2); }
    [[nodiscard]] std::string form() const { return "/viec/" + march().code + "/giao-tiep"; }

    std::vector<Obligation> parts(const Obligation& whole)
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        std::vector<Obligation> all;
        for (auto& part : MUST(PartStore{transaction}.of(whole.id)))
            all.push_back(std::move(part.obligation));
        return all;
    }
    Obligation part_of(std::string_view code)
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        const auto agency = MUST(organisation::agency_by_code(transaction, code, context.today()));
        const auto all = parts(march());
        const auto found = std::ranges::find(all, agency.id, &Obligation::agency);
        REQUIRE(found != all.end());
        return *found;
    }
    Obligation handed_on(caicach::testing::Visitor& head)
    {
        REQUIRE(head.post(form(), {{"units", "CTTDT"}, {"needed", "1"}}).status == 303);
        return part_of("CTTDT");
    }
};

const Fields good_result{{"title", "Bài về một cửa"},
                         {"happened_on", "02/03/2026"},
                         {"quantity", "1"},
                         {"link", "https://example.vn/bai"}};

std::string version_of(const Obligation& part) { return std::to_string(part.version); }

}  // namespace

TEST_CASE("the head hands work on; the unit sees whose it is, and the head what is done of it")
{
    Room room;
    auto head = room.app.as(Role::agency_head, "VPUB");
    auto unit = room.app.as(Role::agency_officer, "CTTDT");
    CHECK(has(head.get("/viec/" + room.march().code), room.form()));
    CHECK(has(head.get(room.form()), "Cổng Thông tin điện tử"));
    CHECK_FALSE(has(head.get(room.form()), "Sở Y tế"));
    CHECK(head.post(room.form(), {{"units", "CTTDT"},
                                  {"needed", "1"},
                                  {"due_on", "27/03/2026"},
                                  {"note", "Gửi kèm ảnh"}})
              .status == 303);
    const auto part = room.part_of("CTTDT");
    CHECK(part.due_on == *Date::create(2026, 3, 27));
    CHECK(has(unit.get("/viec"), "do Văn phòng"));
    const auto page = unit.get("/viec/" + part.code);
    CHECK(has(page, "Gửi kèm ảnh"));
    CHECK(has(page, "0/2 tin, bài"));
    CHECK(unit.post("/viec/" + part.code + "/ket-qua", good_result).status == 303);
    CHECK(room.part_of("CTTDT").done == 1);
    const auto whole = head.get("/viec/" + room.march().code);
    CHECK(has(whole, "cơ quan đã giao xuống một phần việc này"));
    CHECK(has(whole, part.code));
    CHECK(has(whole, "Đã giao 1 tin, bài cho 1 đơn vị, cả việc cần 2 tin, bài; phần còn lại"));
    // The whole is the head's business: the unit sees its number, not its page.
    CHECK(unit.get("/viec/" + room.march().code).status == 404);
    CHECK(head.get("/viec/" + part.code).status == 200);
}

TEST_CASE("all units at once are those that have no part yet")
{
    Room room;
    auto head = room.app.as(Role::agency_head, "VPUB");
    room.handed_on(head);
    CHECK(has(head.get(room.form()), "Tất cả đơn vị trực thuộc chưa được giao (2)"));
    CHECK(head.post(room.form(), {{"who", "all"}, {"needed", "2"}, {"later", "1"}}).status == 303);
    CHECK(room.parts(room.march()).size() == 3);
    CHECK(room.part_of("CTTDT").needed == 1);
    CHECK(room.parts(room.tasks.at(3)).size() == 2);
    CHECK(has(head.get(room.form()), "Không còn đơn vị nào để giao"));
    CHECK(head.post(room.form(), {{"who", "all"}, {"needed", "2"}}).status == 422);
}

TEST_CASE("a form that is refused says what is wrong and keeps what was typed")
{
    Room room;
    auto head = room.app.as(Role::agency_head, "VPUB");
    const auto nobody = head.post(room.form(), {{"needed", "3"}, {"note", "Gửi kèm ảnh"}});
    CHECK(nobody.status == 422);
    CHECK(has(nobody, "Chưa chọn đơn vị nào"));
    CHECK(has(nobody, "Gửi kèm ảnh"));
    const auto late =
        head.post(room.form(), {{"units", "CTTDT"}, {"needed", "1"}, {"due_on", "02/04/2026"}});
    CHECK(late.status == 422);
    CHECK(has(late, "không được sau hạn của cơ quan, 31/03/2026"));
    CHECK(has(late, "value=\"02/04/2026\""));
    CHECK(head.post(room.form(), {{"units", "SYT"}, {"needed", "1"}}).status == 422);
    CHECK(head.post(room.form(), {{"units", "CTTDT"}, {"needed", "0"}}).status == 422);
    CHECK(room.parts(room.march()).empty());
}

TEST_CASE("each unit may be given a number and a day of its own in one form")
{
    Room room;
    auto head = room.app.as(Role::agency_head, "VPUB");
    const auto nobody = head.post(room.form(), {{"step", "each"}, {"needed", "2"}});
    CHECK(nobody.status == 422);
    CHECK(has(nobody, "Chưa chọn đơn vị nào"));
    const auto rows = head.post(room.form(), {{"step", "each"},
                                              {"units", "CTTDT"},
                                              {"units", "TTCB"},
                                              {"needed", "2"},
                                              {"due_on", "27/03/2026"},
                                              {"note", "Gửi kèm ảnh"}});
    CHECK(rows.status == 200);
    CHECK(has(rows, R"(name="needed-CTTDT" value="2")"));
    CHECK(has(rows, R"(name="due_on-TTCB" value="27/03/2026")"));
    CHECK(has(rows, "Gửi kèm ảnh"));
    CHECK(room.parts(room.march()).empty());
    const Fields good{{"step", "give_each"},  {"listed", "CTTDT"},
                      {"listed", "TTCB"},     {"units", "CTTDT"},
                      {"units", "TTCB"},      {"needed-CTTDT", "3"},
                      {"needed-TTCB", "1"},   {"due_on-CTTDT", "25/03/2026"},
                      {"note", "Gửi kèm ảnh"}};
    CHECK(head.post(room.form(), good).status == 303);
    CHECK(room.part_of("CTTDT").needed == 3);
    CHECK(room.part_of("CTTDT").due_on == *Date::create(2026, 3, 25));
    CHECK(room.part_of("TTCB").needed == 1);
    CHECK(room.part_of("TTCB").due_on == room.march().due_on);
}

TEST_CASE("a fault of one unit stands beside its field, and who is not checked gets nothing")
{
    Room room;
    auto head = room.app.as(Role::agency_head, "VPUB");
    const Fields late{{"step", "give_each"},        {"listed", "CTTDT"},
                      {"listed", "TTCB"},           {"units", "TTCB"},
                      {"needed-TTCB", "4"},         {"needed-CTTDT", "7"},
                      {"due_on-TTCB", "02/04/2026"}};
    const auto refused = head.post(room.form(), late);
    CHECK(refused.status == 422);
    CHECK(has(refused, "href=\"#due_on-TTCB\""));
    CHECK(has(refused, "id=\"loi-due_on-TTCB\""));
    CHECK(has(refused, R"(name="needed-TTCB" value="4")"));
    CHECK(has(refused, R"(name="needed-CTTDT" value="7")"));
    CHECK(has(refused, R"(value="TTCB" id="units-TTCB" checked)"));
    CHECK(has(refused, R"(value="CTTDT" id="units">)"));
    auto none = late;
    none.at(4).second = "0";
    none.back().second = "";
    CHECK(has(head.post(room.form(), none), "href=\"#needed-TTCB\""));
    CHECK(room.parts(room.march()).empty());
    auto good = late;
    good.back().second = "";
    CHECK(head.post(room.form(), good).status == 303);
    CHECK(room.parts(room.march()).size() == 1);
    CHECK(room.part_of("TTCB").needed == 4);
}

TEST_CASE("an agency with more units than a list has room for finds them by name, and gives to all")
{
    Room room;
    {
        auto context = room.app.system_context();
        auto transaction = MUST(context.begin());
        const auto office =
            MUST(organisation::agency_by_code(transaction, "VPUB", context.today())).id;
        for (int number = 1; number <= 300; ++number)
            MUST(organisation::create_agency(context, transaction,
                                             {.name = "Tổ số " + std::to_string(1000 + number),
                                              .code = "TO" + std::to_string(number),
                                              .kind = "public_service_unit",
                                              .parent = office}));
        MUST(transaction.commit());
    }
    auto head = room.app.as(Role::agency_head, "VPUB");
    const auto all = head.get(room.form());
    CHECK(has(all, "Còn 303 đơn vị chưa được giao; ô Đơn vị bên dưới có 300 đơn vị đầu"));
    const auto found = head.get(room.form() + "?tim=to+so+1300");
    CHECK(has(found, "Tổ số 1300"));
    CHECK_FALSE(has(found, "Tổ số 1299"));
    CHECK(has(found, "có 1 đơn vị tìm thấy"));
    CHECK(
        head.post(room.form() + "?tim=to+so+1300", {{"units", "TO300"}, {"needed", "1"}}).status ==
        303);
    const auto each = head.post(room.form(), {{"step", "each"}, {"who", "all"}, {"needed", "1"}});
    CHECK(each.status == 422);
    CHECK(has(each, "nhiều nhất 100 đơn vị"));
    CHECK(head.post(room.form(), {{"who", "all"}, {"needed", "1"}}).status == 303);
    CHECK(room.parts(room.march()).size() == 303);
}

TEST_CASE("only the head of the agency, or who coordinates it, hands on and decides about parts")
{
    Room room;
    auto head = room.app.as(Role::agency_head, "VPUB");
    const Fields fields{{"units", "CTTDT"}, {"needed", "1"}};
    CHECK(room.app.as(Role::agency_officer, "VPUB").post(room.form(), fields).status == 403);
    CHECK(room.app.as(Role::agency_head, "STP").post(room.form(), fields).status == 404);
    CHECK(room.app.as(Role::coordinator, "SNV").post(room.form(), fields).status == 403);
    CHECK(head.post_without_token(room.form(), fields).status == 403);
    CHECK(room.parts(room.march()).empty());
    const auto part = room.handed_on(head);
    const auto path = "/viec/" + part.code;
    auto unit = room.app.as(Role::agency_head, "CTTDT");
    const Fields change{{"version", version_of(part)}, {"needed", "5"}};
    CHECK(unit.get(path + "/phan-giao").status == 403);
    CHECK(unit.post(path + "/phan-giao", change).status == 403);
    CHECK(
        unit.post(path + "/thu-hoi", {{"version", version_of(part)}, {"reason", "Thôi"}}).status ==
        403);
    CHECK(
        head.post("/viec/" + room.march().code + "/thu-hoi", {{"version", "1"}, {"reason", "Thôi"}})
            .status == 409);
    CHECK(room.part_of("CTTDT").needed == 1);
}

TEST_CASE("a part is changed and withdrawn on its page; who comes late is told so")
{
    Room room;
    auto head = room.app.as(Role::agency_head, "VPUB");
    auto part = room.handed_on(head);
    const auto path = "/viec/" + part.code;
    CHECK(has(head.get(path + "/phan-giao"), "Cổng Thông tin điện tử"));
    const Fields change{
        {"version", version_of(part)}, {"needed", "2"}, {"due_on", "30/03/2026"}, {"note", "Hai"}};
    CHECK(head.post(path + "/phan-giao", change).status == 303);
    CHECK(room.part_of("CTTDT").needed == 2);
    CHECK(head.post(path + "/phan-giao", change).status == 409);
    part = room.part_of("CTTDT");
    CHECK(head.post(path + "/thu-hoi", {{"version", version_of(part)}, {"reason", " "}}).status ==
          422);
    CHECK(head.post(path + "/thu-hoi", {{"version", version_of(part)}, {"reason", "Tự làm"}})
              .status == 303);
    CHECK(room.part_of("CTTDT").closing == Closing::closed);
    CHECK(has(room.app.as(Role::agency_officer, "CTTDT").get(path), "Tự làm"));
    CHECK(head.post(path + "/thu-hoi", {{"version", "9"}, {"reason", "Nữa"}}).status == 409);
}

TEST_CASE("the giver's board adds up its units, and the province's board does not know parts")
{
    Room room;
    auto head = room.app.as(Role::agency_head, "VPUB");
    const auto part = room.handed_on(head);
    auto coordinator = room.app.as(Role::coordinator, "SNV");
    auto context = room.app.system_context();
    auto transaction = MUST(context.read());
    const auto plan = MUST(plan::summary_of(transaction, room.march().plan));
    CHECK_FALSE(has(coordinator.get("/theo-doi/" + plan.code), "Cổng Thông tin"));
    CHECK_FALSE(has(coordinator.get("/theo-doi/" + plan.code + "/viec"), "Cổng Thông tin"));
    const auto board = head.get("/viec/da-giao");
    CHECK(has(board, "Cổng Thông tin điện tử"));
    CHECK(has(board, part.code));
    CHECK(has(head.get("/viec/da-giao?don-vi=CTTDT"), "Chỉ gồm phần của"));
    CHECK_FALSE(has(head.get("/viec/da-giao?don-vi=TTCB"), part.code));
    CHECK(has(head.get("/viec/da-giao?nam=2025"), "Chưa giao việc nào trong năm này"));
    CHECK(has(head.get("/viec/da-giao.csv"), "Cổng Thông tin điện tử"));
    CHECK_FALSE(has(room.app.as(Role::agency_head, "SYT").get("/viec/da-giao"), "Cổng Thông tin"));
    CHECK(coordinator.post("/viec/" + part.code + "/mien", {{"reason", "Bão"}}).status == 409);
}

TEST_CASE("who may see an agency sees what it handed on, others do not")
{
    Room room;
    auto head = room.app.as(Role::agency_head, "VPUB");
    const auto part = room.handed_on(head);
    const std::string path{"/viec/da-giao?co-quan=VPUB"};
    CHECK(has(head.get("/viec/" + room.march().code), "/viec/da-giao?co-quan=VPUB"));
    CHECK(has(room.app.as(Role::agency_head, "UBND").get(path), part.code));
    CHECK(room.app.as(Role::agency_head, "SYT").get(path).status == 403);
    CHECK(room.app.as(Role::agency_head, "CTTDT").get("/viec/da-giao.csv?co-quan=VPUB").status ==
          403);
}

TEST_CASE(
    "the page of a part says why it is due that day, and on the page of a fact whose work it is")
{
    Room room;
    auto head = room.app.as(Role::agency_head, "VPUB");
    // 28 March is a Saturday.
    REQUIRE(head.post(room.form(), {{"units", "CTTDT"}, {"needed", "1"}, {"due_on", "28/03/2026"}})
                .status == 303);
    REQUIRE(head.post(room.form(), {{"units", "TTCB"}, {"needed", "1"}}).status == 303);
    auto unit = room.app.as(Role::agency_officer, "CTTDT");
    const auto part = "/viec/" + room.part_of("CTTDT").code;
    CHECK(has(unit.get(part), "Cơ quan giao ghi ngày 28/03/2026."));
    CHECK(has(unit.get(part), "30/03/2026"));
    CHECK(has(head.get("/viec/" + room.part_of("TTCB").code), "Theo hạn của cơ quan giao."));
    REQUIRE(unit.post(part + "/ket-qua", good_result).status == 303);
    auto context = room.app.system_context();
    auto transaction = MUST(context.read());
    const auto counts = MUST(ObligationStore{transaction}.counts(room.part_of("CTTDT").id));
    const auto fact = MUST(evidence::fact_by_id(transaction, counts.at(0).fact));
    CHECK(has(unit.get(evidence::fact_path(fact)), "việc của Văn phòng Ủy ban nhân dân tỉnh"));
}

TEST_CASE("what stands in the way of a part is put to who gave it")
{
    Room room;
    auto head = room.app.as(Role::agency_head, "VPUB");
    const auto part = "/viec/" + room.handed_on(head).code;
    auto unit = room.app.as(Role::agency_officer, "CTTDT");
    CHECK(has(unit.get(part + "/vuong-mac"), "Cơ quan giao: Văn phòng Ủy ban nhân dân tỉnh"));
    REQUIRE(
        unit.post(part + "/vuong-mac", {{"kind", "money"}, {"problem", "Thiếu máy ảnh"}}).status ==
        303);
    CHECK(has(head.get("/vuong-mac?muc=cho-tra-loi"), "Đăng tin, bài về cải cách"));
}

TEST_CASE("a part whose named day is over may be changed, the day left as it stands")
{
    Room room;
    auto head = room.app.as(Role::agency_head, "VPUB");
    REQUIRE(head.post(room.form(), {{"units", "CTTDT"}, {"needed", "1"}, {"due_on", "21/03/2026"}})
                .status == 303);
    // A Saturday: due on Monday the 23rd; a week later that is over.
    room.app.clock.pass_seconds(std::int64_t{8} * 24 * 3600);
    auto later = room.app.as(Role::agency_head, "VPUB");
    const auto part = room.part_of("CTTDT");
    const auto path = "/viec/" + part.code + "/phan-giao";
    const auto with = [&](std::string_view day) {
        return later
            .post(path,
                  {{"version", version_of(part)}, {"needed", "2"}, {"due_on", std::string{day}}})
            .status;
    };
    CHECK(with("20/03/2026") == 422);
    CHECK(with("21/03/2026") == 303);
    CHECK(room.part_of("CTTDT").needed == 2);
    CHECK(room.part_of("CTTDT").due_on == *Date::create(2026, 3, 23));
}

namespace
{

constexpr const char* nudge_units_path = "/viec/da-giao/nhac";

/// The portal's part is due within the week.
Obligation due_soon(Room& room, caicach::testing::Visitor& head)
{
    REQUIRE(head.post(room.form(), {{"units", "CTTDT"}, {"needed", "1"}, {"due_on", "20/03/2026"}})
                .status == 303);
    return room.part_of("CTTDT");
}

std::size_t letters_about(Room& room, std::string_view path)
{
    auto context = room.app.system_context();
    auto transaction = MUST(context.read());
    return MUST(transaction.all(
                    "SELECT id FROM notification_message WHERE path = $1"
                    " AND template_key = 'reminder.nudge_part'",
                    [](const database::Row& row) { return row.integer("id"); }, path))
        .size();
}

}  // namespace

TEST_CASE("only who may hand work on nudges its units, and only units that owe something")
{
    Room room;
    auto head = room.app.as(Role::agency_head, "VPUB");
    const auto part = due_soon(room, head);
    const Fields portal{{"only", "CTTDT"}};
    const auto of_office = std::string{nudge_units_path} + "?co-quan=VPUB";
    CHECK(room.app.as(Role::agency_officer, "VPUB").post(of_office, portal).status == 403);
    CHECK(room.app.as(Role::agency_head, "SYT").post(of_office, portal).status == 403);
    CHECK(room.app.as(Role::overseer, "VPUB").post(of_office, portal).status == 403);
    CHECK_FALSE(has(room.app.as(Role::agency_officer, "VPUB").get("/viec/da-giao"), "Nhắc tất cả"));
    // Nobody works at the portal: it is said, and the giver is not told in its place.
    const auto nobody = head.post(nudge_units_path, portal);
    CHECK(nobody.status == 409);
    CHECK(has(nobody, "Chưa có ai ở nơi ấy có tài khoản"));
    auto unit = room.app.as(Role::agency_head, "CTTDT");
    CHECK(unit.post(of_office, portal).status == 403);
    const auto none = head.post(nudge_units_path);
    CHECK(none.status == 422);
    CHECK(has(none, "Chưa chọn ai để nhắc"));
    CHECK(has(none, "href=\"#agency\""));
    CHECK(head.post(nudge_units_path, {{"only", "KHONG"}}).status == 404);
    const auto without = head.post(nudge_units_path, {{"only", "TTCB"}});
    CHECK(without.status == 409);
    CHECK(has(without, "Không còn việc nào phải làm để nhắc"));
    CHECK(letters_about(room, "/viec/" + part.code) == 0);
}

TEST_CASE("one click nudges a unit about its parts, once a day, and says so where they stand")
{
    Room room;
    auto head = room.app.as(Role::agency_head, "VPUB");
    auto unit = room.app.as(Role::agency_officer, "CTTDT");
    const auto part = due_soon(room, head);
    const auto before = head.get("/viec/da-giao");
    CHECK(has(before, R"(name="only" value="CTTDT")"));
    CHECK(has(before, "1 việc sắp đến hạn"));
    CHECK(has(before, "Chưa nhắc."));
    CHECK(head.post(nudge_units_path, {{"only", "CTTDT"}}).status == 303);
    CHECK(letters_about(room, "/viec/" + part.code) > 0);
    const auto after = head.get("/viec/da-giao");
    CHECK(has(after, "Hôm nay đã nhắc (Văn phòng Ủy ban nhân dân tỉnh)."));
    CHECK_FALSE(has(after, R"(name="only" value="CTTDT")"));
    const auto again = head.post(nudge_units_path, {{"agency", "CTTDT"}});
    CHECK(again.status == 409);
    CHECK(has(again, "Hôm nay đã nhắc rồi"));
    CHECK(has(unit.get("/viec/" + part.code), "Nhắc phần việc đã giao"));
    auto context = room.app.system_context();
    auto transaction = MUST(context.read());
    const auto plan = MUST(plan::summary_of(transaction, room.march().plan));
    auto coordinator = room.app.as(Role::coordinator, "SNV");
    const auto log = coordinator.get("/theo-doi/" + plan.code + "/nhac-viec");
    CHECK(has(log, "Nhắc phần việc đã giao"));
    CHECK(has(log, "(Văn phòng Ủy ban nhân dân tỉnh)"));
    // What was handed on since is named still, and that alone.
    REQUIRE(head.post("/viec/" + room.tasks.at(1).code + "/giao-tiep",
                      {{"units", "CTTDT"}, {"needed", "1"}})
                .status == 303);
    CHECK(has(head.get("/viec/da-giao"), R"(name="only" value="CTTDT")"));
    CHECK(head.post(nudge_units_path, {{"all", "1"}}).status == 303);
    CHECK(head.post(nudge_units_path, {{"agency", "CTTDT"}}).status == 409);
}

TEST_CASE("what is done, withdrawn or due much later is not nudged, and other years' pages ask not")
{
    Room room;
    auto head = room.app.as(Role::agency_head, "VPUB");
    auto unit = room.app.as(Role::agency_officer, "CTTDT");
    room.handed_on(head);
    CHECK_FALSE(has(head.get("/viec/da-giao"), "Đơn vị còn việc quá hạn hoặc sắp đến hạn"));
    CHECK(head.post(nudge_units_path, {{"only", "CTTDT"}}).status == 409);
    CHECK(head.post("/viec/" + room.tasks.at(0).code + "/giao-tiep",
                    {{"units", "CTTDT"}, {"needed", "1"}})
              .status == 303);
    CHECK(has(head.get("/viec/da-giao"), "1 việc quá hạn"));
    CHECK_FALSE(has(head.get("/viec/da-giao?nam=2025"), "1 việc quá hạn"));
    CHECK_FALSE(has(head.get("/viec/da-giao?don-vi=TTCB"), "1 việc quá hạn"));
    const auto january = room.parts(room.tasks.at(0)).front();
    CHECK(head.post("/viec/" + january.code + "/thu-hoi",
                    {{"version", version_of(january)}, {"reason", "Tự làm"}})
              .status == 303);
    CHECK(head.post(nudge_units_path, {{"only", "CTTDT"}}).status == 409);
}

}  // namespace caicach::obligation
