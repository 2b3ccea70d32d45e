#include <doctest/doctest.h>

#include "evidence/testing.hpp"
#include "identity/api.hpp"
#include "obligation/api.hpp"
#include "obligation/draft/draft.hpp"
#include "obligation/result.hpp"
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

constexpr std::int64_t day_seconds = 24L * 3600;

/// Sunday 15 March 2026: January and February of Sở Y tế are late, March is open.
struct Room {
    App app{{{"province.site", "https://cchc.songlam.example"}}};
    std::vector<Obligation> tasks{};
    caicach::testing::Visitor officer;

    using Owed = std::vector<Obligation>(Context&, std::string_view, std::string_view);
    explicit Room(Owed& owed = testing::obligations_of_articles)
        : officer(app.as(Role::agency_officer, "SYT"))
    {
        auto context = app.system_context();
        tasks = owed(context, "SYT", "SNV");
        add_reader(context);
    }

    /// Who has signed in just now: sessions do not last for days.
    [[nodiscard]] caicach::testing::Visitor reader() { return app.as(Role::agency_officer, "SYT"); }
    /// An officer there who has a mailbox.
    static void add_reader(Context& context)
    {
        auto transaction = MUST(context.begin());
        const auto agency =
            MUST(organisation::agency_by_code(transaction, "SYT", context.today())).id;
        const auto account = MUST(identity::create_account(
            context, transaction,
            {.name = "Lục Văn Bách", .agency = agency, .user_name = "bach@songlam.vn"}));
        MUST(identity::grant_role(context, transaction, account, Role::agency_officer, agency));
        MUST(transaction.commit());
    }

    [[nodiscard]] std::string plan_code()
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(plan::summary_of(transaction, tasks.front().plan)).code;
    }
    /// Reminders of 24 March, a week before the last day of March.
    void remind()
    {
        app.clock.pass_seconds(9 * day_seconds);
        auto context = app.system_context();
        MUST(begin_reminding(context));
        app.run_jobs();
    }
    /// Where the letter's link leads.
    [[nodiscard]] std::string link()
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        const auto bodies = MUST(transaction.all(
            "SELECT body FROM notification_message WHERE channel = 'email' ORDER BY id",
            [](const database::Row& row) { return row.string("body"); }));
        REQUIRE(bodies.size() == 1);
        const auto at = bodies.front().find("/tra-loi/");
        REQUIRE(at != std::string::npos);
        return bodies.front().substr(at, bodies.front().find('\n', at) - at);
    }
};

/// A result of a letter's link whose proof is the file that comes with it.
Fields done(std::string happened_on, std::string key = {})
{
    return {{"answer", "done"},
            {"title", "Lớp tập huấn một cửa"},
            {"happened_on", std::move(happened_on)},
            {"quantity", "2"},
            {"key", std::move(key)}};
}

const Fields doing{{"answer", "doing"}, {"text", "Chờ duyệt"}, {"expected_on", "30/03/2026"}};

}  // namespace

TEST_CASE(
    "looking at a letter's link changes nothing; posting there answers, and shows on the page")
{
    Room room;
    room.remind();
    const auto link = room.link();
    auto stranger = room.app.stranger();
    for (int looks = 0; looks < 3; ++looks) {
        const auto page = stranger.get(link);
        CHECK(page.status == 200);
        CHECK(has(page, "II.1. Đăng tin, bài về cải cách"));
        CHECK(has(page, "Trả lời đang làm"));
    }
    const auto& march = room.tasks.at(2);
    CHECK(has(room.reader().get("/viec/" + march.code), "chưa trả lời"));
    CHECK(room.app.nobody().post(link, doing).status == 403);
    CHECK(stranger.post(link, doing).status == 303);
    CHECK(has(room.reader().get("/viec/" + march.code),
              "Đang làm, dự kiến xong 30/03/2026: Chờ duyệt"));
    CHECK(has(stranger.get(link), "Đã ghi nhận trả lời: Đang làm"));
    CHECK(stranger.post(link, doing).status == 409);
}

TEST_CASE("an officer says on the page how far work is, and the last word of the day stands")
{
    Room room;
    const auto& january = room.tasks.at(0);
    const auto page_path = "/viec/" + january.code;
    const auto path = page_path + "/tien-do";
    CHECK(has(room.officer.get(page_path), "Báo tiến độ"));
    CHECK(room.officer.post(path, {{"progress", "Chờ duyệt"}, {"expected_on", "14/03/2026"}})
              .status == 422);
    CHECK(room.officer.post(path, {{"progress", ""}}).status == 422);
    CHECK(room.officer.post(path, {{"progress", "Mới viết"}}).status == 303);
    CHECK(room.officer.post(path, {{"progress", "Chờ duyệt"}, {"expected_on", "30/03/2026"}})
              .status == 303);
    const auto page = room.officer.get(page_path);
    CHECK(has(page, "Đang làm, dự kiến xong 30/03/2026: Chờ duyệt ("));
    CHECK_FALSE(has(page, "Mới viết"));
    // Whoever watches the plan reads it beside what is late.
    auto coordinator = room.app.as(Role::coordinator, "SNV");
    const auto late = coordinator.get("/theo-doi/" + room.plan_code() + "/cham");
    CHECK(has(late, "Dự kiến xong 30/03/2026: Chờ duyệt"));
    CHECK(coordinator.post(path, {{"progress", "Xong rồi"}}).status == 403);
    CHECK(room.app.as(Role::agency_officer, "STP").post(path, {{"progress", "Xong"}}).status ==
          404);
    CHECK(room.officer.post_without_token(path, {{"progress", "Xong"}}).status == 403);
}

TEST_CASE("nothing is said of the progress of what is done or excused")
{
    Room room;
    const auto& january = room.tasks.at(0);
    auto context = room.app.system_context();
    auto transaction = MUST(context.begin());
    MUST(excuse(context, transaction, january, "Mưa lũ"));
    MUST(transaction.commit());
    const auto page_path = "/viec/" + january.code;
    CHECK_FALSE(has(room.officer.get(page_path), "Báo tiến độ"));
    CHECK(room.officer.post(page_path + "/tien-do", {{"progress", "Đang viết"}}).status == 409);
}

TEST_CASE("an answer that lacks something is asked for again, and the link is still good")
{
    Room room;
    room.remind();
    const auto link = room.link();
    auto stranger = room.app.stranger();
    const auto late = stranger.post(
        link, {{"answer", "doing"}, {"text", "Chờ duyệt"}, {"expected_on", "01/03/2026"}});
    CHECK(late.status == 422);
    CHECK(has(late, "Chờ duyệt"));
    const Fields done{{"answer", "done"},
                      {"title", "Ba cách nộp hồ sơ"},
                      {"happened_on", "20/03/2026"},
                      {"quantity", "2"}};
    CHECK(stranger.post(link, done).status == 422);
    auto whole = done;
    whole.emplace_back("link", "https://syt.songlam.gov.vn/bai-1");
    CHECK(stranger.post(link, whole).status == 303);
    CHECK(has(room.reader().get("/viec/" + room.tasks.at(2).code), "Ba cách nộp hồ sơ"));
}

TEST_CASE("a letter's link takes a photo as proof, once however often it is sent")
{
    Room room;
    room.remind();
    const auto link = room.link();
    auto stranger = room.app.stranger();
    const auto page = stranger.get(link);
    CHECK(has(page, "multipart/form-data"));
    CHECK(has(page, "Tệp hoặc ảnh chụp"));
    auto fields = done("20/03/2026", value_in(page, "key"));
    fields.emplace_back("photo_note", "1");
    const auto send = [&](const Fields& sent) {
        return stranger.upload(link, "proof", "ảnh.jpg", evidence::testing::photograph(), sent)
            .status;
    };
    CHECK(send(fields) == 303);
    CHECK(send(fields) == 303);  // whose answer was lost
    CHECK(send(done("20/03/2026", "AAAAAAAAAAAAAAAAAAAAAA")) != 303);
    CHECK(stranger.post(link, doing).status == 409);
    auto context = room.app.system_context();
    auto transaction = MUST(context.read());
    CHECK(MUST(ObligationStore{transaction}.find(room.tasks.at(2).id)).done == 2);
    const auto task = room.reader().get("/viec/" + room.tasks.at(2).code);
    const auto& html = task.text();
    const auto at = html.rfind("/minh-chung/", html.find("Lớp tập huấn một cửa"));
    REQUIRE(at != std::string::npos);
    const auto fact = room.reader().get(html.substr(at, html.find('"', at) - at));
    CHECK(has(fact, "Ảnh chụp lúc 12/03/2026, 08:05"));
    CHECK(has(fact, "Lục Văn Bách"));
    CHECK(has(fact, "ảnh.jpg"));
}

TEST_CASE("a result refused at a letter's link loses neither its words nor its file")
{
    Room room;
    room.remind();
    const auto link = room.link();
    auto stranger = room.app.stranger();
    const auto key = value_in(stranger.get(link), "key");
    const auto refused = stranger.upload(link, "proof", "ảnh.pdf", "%PDF-1.7\nảnh",
                                         done("25/03/2026", key));  // tomorrow
    CHECK(refused.status == 422);
    CHECK(has(refused, "Lớp tập huấn một cửa"));
    CHECK(has(refused, "value=\"25/03/2026\""));
    CHECK(has(refused, "Tệp đã nhận: ảnh.pdf"));
    CHECK(value_in(refused, "key") == key);
    auto again = done("24/03/2026", key);
    again.emplace_back("draft_version", value_in(refused, "draft_version"));
    again.emplace_back("draft_file", value_in(refused, "draft_file"));
    CHECK(stranger.post(link, again).status == 303);
    auto context = room.app.system_context();
    auto transaction = MUST(context.read());
    const auto& march = room.tasks.at(2);
    CHECK(MUST(ObligationStore{transaction}.find(march.id)).done == 2);
    CHECK_FALSE(MUST(draft_of(transaction, march.id, context.now())));
    CHECK(has(room.reader().get("/viec/" + march.code), "Lớp tập huấn một cửa"));
}

TEST_CASE("a letter about an inspection asks whom it looked at, and keeps who was chosen")
{
    Room room{testing::obligations_of_inspections};
    room.remind();
    const auto link = room.link();
    auto stranger = room.app.stranger();
    const auto page = stranger.get(link);
    CHECK(has(page, "<option value=\"so-tu-phap\">Sở Tư pháp</option>"));
    CHECK(!has(page, "value=\"so-y-te\""));
    auto fields = done("20/03/2026", value_in(page, "key"));
    for (const auto& [name, value] :
         Fields{{"states_about", "1"}, {"about", "so-tu-phap"}, {"manner", "planned"}})
        fields.emplace_back(name, value);
    const auto refused = stranger.post(link, fields);  // neither file nor address
    CHECK(refused.status == 422);
    CHECK(has(refused, "value=\"so-tu-phap\" selected"));
    CHECK(has(refused, "value=\"planned\" selected"));
    fields.emplace_back("link", "https://songlam.example/ket-luan");
    CHECK(stranger.post(link, fields).status == 303);
    CHECK(has(room.reader().get("/viec/" + room.tasks.at(2).code),
              "Được kiểm tra: Sở Tư pháp (theo kế hoạch)"));
}

TEST_CASE("a file comes through a letter's link only where it is what results may have")
{
    Room room;
    room.remind();
    const auto link = room.link();
    auto stranger = room.app.stranger();
    const auto program =
        stranger.upload(link, "proof", "chạy.exe", "MZ\x90 chạy", done("20/03/2026"));
    CHECK(program.status == 415);
    CHECK(has(program, "Lớp tập huấn một cửa"));
    CHECK(!has(program, "Tệp đã nhận"));
    CHECK(stranger.post(link, done("20/03/2026")).status == 422);  // neither file nor address
    const auto unknown =
        stranger.upload("/tra-loi/abc", "proof", "ảnh.pdf", "%PDF-1.7\nảnh", done("20/03/2026"));
    CHECK(unknown.status == 404);
    auto context = room.app.system_context();
    auto transaction = MUST(context.read());
    const auto files =
        MUST(transaction.one("SELECT COUNT(*) AS files FROM attachment_file",
                             [](const database::Row& row) { return row.integer("files"); }));
    CHECK(files == 0);
    CHECK(MUST(ObligationStore{transaction}.find(room.tasks.at(2).id)).done == 0);
}

TEST_CASE("what a colleague has begun stays as it is when a letter's result is refused")
{
    Room room;
    room.remind();
    const auto& march = room.tasks.at(2);
    auto colleague = room.reader();
    CHECK(colleague
              .post("/viec/" + march.code + "/nhap", {{"title", "Bản nháp của người khác"},
                                                      {"happened_on", "20/03/2026"},
                                                      {"quantity", "1"},
                                                      {"draft_version", "0"}})
              .status == 303);
    const auto link = room.link();
    auto stranger = room.app.stranger();
    CHECK(!has(stranger.get(link), "Bản nháp của người khác"));
    const auto refused =
        stranger.upload(link, "proof", "ảnh.pdf", "%PDF-1.7\nảnh", done("25/03/2026"));
    CHECK(refused.status == 422);
    CHECK(has(refused, "Hãy chọn lại tệp"));
    CHECK(has(refused, "Lớp tập huấn một cửa"));
    CHECK(!has(refused, "Bản nháp của người khác"));
    CHECK(has(colleague.get("/viec/" + march.code), "Bản nháp của người khác"));
}

TEST_CASE("a link that nobody was sent is not there")
{
    Room room;
    auto stranger = room.app.stranger();
    CHECK(stranger.get("/tra-loi/abc").status == 404);
    CHECK(stranger.post("/tra-loi/abc", doing).status == 404);
}

TEST_CASE("a coordinator nudges from the list of the late, and sees all that was sent")
{
    Room room;
    auto coordinator = room.app.as(Role::coordinator);
    const auto board = "/theo-doi/" + room.plan_code();
    const auto late = coordinator.get(board + "/cham");
    CHECK(has(late, R"(name="only" value="SYT")"));
    CHECK(has(coordinator.get(board + "/nhac-viec"), "Chưa nhắc ai"));
    CHECK(coordinator.post(board + "/nhac-viec", {{"agency", "SYT"}}).status == 303);
    const auto nudged = coordinator.get(board + "/cham");
    CHECK(has(nudged, "Hôm nay đã nhắc ("));
    CHECK_FALSE(has(nudged, R"(name="only" value="SYT")"));
    CHECK(coordinator.post(board + "/nhac-viec", {{"agency", "SYT"}}).status == 409);
    CHECK(coordinator.post(board + "/nhac-viec", {{"agency", "STP"}}).status == 409);
    CHECK(coordinator.post(board + "/nhac-viec", {{"agency", "KHONG"}}).status == 404);
    const auto sent = coordinator.get(board + "/nhac-viec");
    CHECK(has(sent, "Nhắc trực tiếp"));
    CHECK(has(sent, "Sở Y tế"));
    CHECK(has(sent, "chưa trả lời"));
    // The same work of two months is two duties, and they are told apart.
    CHECK(has(sent, "(Tháng 1/2026)"));
    CHECK(has(sent, "(Tháng 2/2026)"));
    const auto file = coordinator.get(board + "/nhac-viec.csv");
    CHECK(has(file, "Nhắc trực tiếp"));
    CHECK(has(file, "(Tháng 1/2026)"));
    CHECK(has(file, "chưa trả lời"));
    CHECK(room.officer.get(board + "/nhac-viec.csv").status == 403);
}

TEST_CASE("officers and inspectors nudge nobody, and officers see no list of reminders")
{
    Room room;
    const auto path = "/theo-doi/" + room.plan_code() + "/nhac-viec";
    CHECK(room.officer.get(path).status == 403);
    CHECK(room.officer.post(path, {{"agency", "SYT"}}).status == 403);
    auto inspector = room.app.as(Role::inspector);
    CHECK(inspector.get(path).status == 200);
    CHECK(inspector.post(path, {{"agency", "SYT"}}).status == 403);
    CHECK_FALSE(has(inspector.get("/theo-doi/" + room.plan_code() + "/cham"), "Nhắc đã chọn"));
}

TEST_CASE("a nudge names whom it means: the chosen, one alone or all, and nobody is refused")
{
    Room room;
    auto coordinator = room.app.as(Role::coordinator);
    const auto board = "/theo-doi/" + room.plan_code();
    const auto nudge = board + "/nhac-viec";
    const auto nobody = coordinator.post(nudge, {{"trang", "1"}});
    CHECK(nobody.status == 422);
    CHECK(has(nobody, "Chưa chọn ai để nhắc"));
    CHECK(has(nobody, "href=\"#agency\""));
    // What is checked beside it is not meant by the button of one agency.
    CHECK(coordinator.post(nudge, {{"agency", "SYT"}, {"only", "STP"}}).status == 409);
    CHECK_FALSE(has(coordinator.get(board + "/cham"), "Hôm nay đã nhắc ("));
    // Who is not late is passed over beside one who is.
    CHECK(coordinator.post(nudge, {{"agency", "STP"}, {"agency", "SYT"}}).status == 303);
    CHECK(has(coordinator.get(board + "/cham"), "Hôm nay không còn cơ quan nào chờ nhắc."));
    CHECK(coordinator.post(nudge, {{"all", "1"}}).status == 422);
    room.app.clock.pass_seconds(day_seconds);
    auto later = room.app.as(Role::coordinator);
    CHECK(has(later.get(board + "/cham"), "Nhắc gần nhất 15/03/2026 ("));
    CHECK(later.post(nudge, {{"all", "1"}}).status == 303);
    CHECK(has(later.get(board + "/cham"), "Hôm nay đã nhắc ("));
}

TEST_CASE("only who may nudge the plan's agencies says to them what is due soon")
{
    Room room;
    const auto path = "/theo-doi/" + room.plan_code() + "/sap-den-han";
    CHECK(room.officer.get(path).status == 403);
    CHECK(room.officer.post(path, {{"only", "SYT"}}).status == 403);
    auto inspector = room.app.as(Role::inspector);
    CHECK(inspector.get(path).status == 200);
    CHECK_FALSE(has(inspector.get(path), "Nhắc tất cả"));
    CHECK(inspector.post(path, {{"only", "SYT"}}).status == 403);
    CHECK(room.app.as(Role::coordinator, "STP").post(path, {{"only", "SYT"}}).status == 403);
    auto coordinator = room.app.as(Role::coordinator);
    CHECK(coordinator.post(path).status == 422);
    CHECK(coordinator.post(path, {{"only", "STP"}}).status == 409);
    CHECK(coordinator.post(path, {{"only", "KHONG"}}).status == 404);
    // In seven days nothing is due: March ends in sixteen.
    const auto week = path + "?den=2026-03-22";
    CHECK(has(coordinator.get(week), "Không có việc nào sắp đến hạn"));
    CHECK(coordinator.post(week, {{"only", "SYT"}}).status == 409);
}

TEST_CASE("what is due soon is nudged before it is late, and nobody is called late")
{
    Room room;
    auto coordinator = room.app.as(Role::coordinator);
    const auto board = "/theo-doi/" + room.plan_code();
    const auto path = board + "/sap-den-han";
    CHECK(has(coordinator.get(board + "/viec?tinh-trang=due_soon"), path));
    CHECK_FALSE(has(coordinator.get(board + "/viec?tinh-trang=overdue"), path));
    const auto before = coordinator.get(path);
    CHECK(has(before, "1 cơ quan, 1 việc chưa đủ mà hạn sắp tới"));
    CHECK(has(before, "(Tháng 3/2026)"));
    CHECK_FALSE(has(before, "(Tháng 2/2026)"));
    CHECK(coordinator.post(path, {{"only", "SYT"}}).status == 303);
    CHECK(has(coordinator.get(path), "Hôm nay đã nhắc ("));
    CHECK(coordinator.post(path, {{"agency", "SYT"}}).status == 409);
    CHECK(has(coordinator.get(board + "/nhac-viec"), "Nhắc trực tiếp việc sắp đến hạn"));
    // What is late may be nudged on the same day: it is other work.
    CHECK(coordinator.post(board + "/nhac-viec", {{"only", "SYT"}}).status == 303);
    auto context = room.app.system_context();
    auto transaction = MUST(context.read());
    const auto bodies = MUST(transaction.all(
        "SELECT subject, body FROM notification_message WHERE template_key = 'reminder.nudge_soon'",
        [](const database::Row& row) { return row.string("subject") + row.string("body"); }));
    REQUIRE(!bodies.empty());
    for (const auto& body : bodies) {
        CHECK(body.find("sắp đến hạn") != std::string::npos);
        CHECK(body.find("chậm") == std::string::npos);
        CHECK(body.find("quá hạn") == std::string::npos);
        CHECK(body.find("(Tháng 3/2026)") != std::string::npos);
    }
}

}  // namespace caicach::obligation
