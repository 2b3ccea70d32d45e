#include <doctest/doctest.h>

#include <algorithm>

#include "obligation/counting.hpp"
#include "obligation/result.hpp"
#include "obligation/testing.hpp"
#include "support/app.hpp"

namespace caicach::obligation
{
namespace
{

using caicach::testing::App;
using caicach::testing::Fields;
using identity::Role;

/// The day of the tests is 15 March 2026: January and February are late, March is open.
struct Room {
    App app{};
    std::vector<Obligation> tasks{};

    Room()
    {
        auto context = app.system_context();
        tasks = testing::obligations_of_articles(context, "SYT", "SNV");
    }

    [[nodiscard]] const Obligation& march() const { return tasks.at(2); }
    [[nodiscard]] std::string path_of(const Obligation& task) const { return "/viec/" + task.code; }
    [[nodiscard]] Obligation now(const Obligation& task)
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(ObligationStore{transaction}.find(task.id));
    }
};

const std::string& page_of(const http::Response& response)
{
    return std::get<std::string>(response.body);
}

bool has(const http::Response& response, std::string_view text)
{
    return page_of(response).find(text) != std::string::npos;
}

const Fields good_result{{"title", "Ba cách nộp hồ sơ"},
                         {"happened_on", "10/03/2026"},
                         {"quantity", "1"},
                         {"link", "https://syt.songlam.gov.vn/bai-1"}};

Fields with(Fields fields, std::string_view name, std::string_view value)
{
    for (auto& [key, kept] : fields)
        if (key == name) kept = value;
    return fields;
}

}  // namespace

TEST_CASE("an officer sees what the agency owes, the late ones first")
{
    Room room;
    auto officer = room.app.as(Role::agency_officer, "SYT");
    const auto inbox = officer.get("/viec");
    CHECK(inbox.status == 200);
    CHECK(has(inbox, "2 việc đã quá hạn"));
    CHECK(has(inbox, "II.1. Đăng tin, bài về cải cách"));
    CHECK(has(inbox, "0/2 tin, bài, quá hạn"));
    CHECK(has(inbox, "Tháng 1/2026"));
    CHECK(!has(inbox, "Tháng 4/2026"));
    const auto later = officer.get("/viec?muc=sap-toi");
    CHECK(has(later, "Tháng 4/2026"));
    CHECK(!has(later, "Tháng 1/2026"));
}

TEST_CASE("the inbox is taken along whole, box by box")
{
    Room room;
    auto officer = room.app.as(Role::agency_officer, "SYT");
    CHECK(has(officer.get("/viec?muc=sap-toi"), "/viec.csv?muc=sap-toi"));
    const auto urgent = officer.get("/viec.csv");
    CHECK(has(urgent, "Tháng 1/2026"));
    CHECK(has(urgent, "Quá hạn"));
    CHECK(!has(urgent, "Tháng 4/2026"));
    CHECK(has(officer.get("/viec.csv?muc=sap-toi"), "Tháng 4/2026"));
    CHECK(!has(officer.get("/viec.csv?muc=da-xong"), "Tháng 1/2026"));
    CHECK(!has(officer.get("/viec.csv?cua-toi=1"), "Tháng 1/2026"));
    CHECK(!has(room.app.as(Role::agency_officer, "STP").get("/viec.csv"), "Tháng 1/2026"));
}

TEST_CASE("the inbox says of what is done whether it was told after its last day only")
{
    Room room;
    auto officer = room.app.as(Role::agency_officer, "SYT");
    const auto both = with(good_result, "quantity", "2");
    CHECK(officer.post(room.path_of(room.march()) + "/ket-qua", both).status == 303);
    CHECK(has(officer.get("/viec?muc=da-xong"), "Tháng 3/2026"));
    CHECK(!has(officer.get("/viec?muc=da-xong"), "áo sau hạn"));
    CHECK(!has(officer.get("/viec.csv?muc=da-xong"), "báo sau hạn"));
    auto january = with(both, "happened_on", "10/01/2026");
    january = with(january, "link", "https://syt.songlam.gov.vn/bai-2");
    CHECK(officer.post(room.path_of(room.tasks.at(0)) + "/ket-qua", january).status == 303);
    const auto done = officer.get("/viec?muc=da-xong");
    CHECK(has(done, "<small>báo sau hạn</small>"));
    CHECK(has(done, "<strong>Báo sau hạn</strong>"));
    CHECK(has(officer.get("/viec.csv?muc=da-xong"), "Hoàn thành đúng hạn, báo sau hạn"));
}

TEST_CASE("another agency's officer sees nothing of it")
{
    Room room;
    auto other = room.app.as(Role::agency_officer, "STP");
    CHECK(!has(other.get("/viec"), "Đăng tin, bài về cải cách"));
    CHECK(other.get(room.path_of(room.march())).status == 404);
    CHECK(other.post(room.path_of(room.march()) + "/ket-qua", good_result).status == 404);
    CHECK(room.now(room.march()).done == 0);
}

TEST_CASE("a result with a link counts at once, and its page says why")
{
    Room room;
    auto officer = room.app.as(Role::agency_officer, "SYT");
    const auto path = room.path_of(room.march());
    CHECK(officer.post(path + "/ket-qua", good_result).status == 303);
    CHECK(room.now(room.march()).done == 1);
    const auto page = officer.get(path);
    CHECK(has(page, "1/2 tin, bài"));
    CHECK(has(page, "Ba cách nộp hồ sơ"));
    CHECK(has(page, "Tính cho II.1 vì cơ quan báo cho chính việc này"));
    CHECK(has(page, "https://syt.songlam.gov.vn/bai-1"));
}

TEST_CASE("the inbox shows one plan alone where its address says so, and keeps that in its boxes")
{
    Room room;
    auto context = room.app.system_context();
    const auto others = testing::obligations_of_articles(context, "SYT", "STP");
    auto reading = MUST(context.read());
    const auto plan = MUST(plan::summary_of(reading, others.front().plan));
    auto officer = room.app.as(Role::agency_officer, "SYT");
    CHECK(has(officer.get("/viec?muc=sap-toi"), room.march().code));
    const auto page = officer.get("/viec?muc=sap-toi&ke-hoach=" + plan.code);
    CHECK_FALSE(has(page, room.march().code));
    CHECK(has(page, others.at(2).code));
    CHECK(has(page, "Chỉ gồm việc theo " + plan.title));
    CHECK(has(page, "/viec?muc=da-xong&amp;ke-hoach=" + plan.code));
    CHECK(officer.get("/viec?ke-hoach=khong-co").status == 404);
}

TEST_CASE("a result with a file is proved by it, for those who may see the work")
{
    Room room;
    auto officer = room.app.as(Role::agency_officer, "SYT");
    const auto path = room.path_of(room.march());
    const auto answer = officer.upload(path + "/ket-qua", "proof", "bài.pdf", "%PDF-1.7\nbài báo",
                                       with(good_result, "link", ""));
    CHECK(answer.status == 303);
    const auto page = officer.get(path);
    CHECK(has(page, "bài.pdf"));
    const auto& html = page_of(page);
    const auto at = html.find("/tep/");
    REQUIRE(at != std::string::npos);
    const auto file = html.substr(at, html.find('"', at) - at);
    CHECK(officer.get(file).status == 200);
    CHECK(room.app.as(Role::overseer, "UBND").get(file).status == 200);
    CHECK(room.app.as(Role::agency_officer, "STP").get(file).status == 404);
}

TEST_CASE("a result without proof, of tomorrow or without a number is refused, and nothing is lost")
{
    Room room;
    auto officer = room.app.as(Role::agency_officer, "SYT");
    const auto path = room.path_of(room.march()) + "/ket-qua";
    const auto without = officer.post(path, with(good_result, "link", ""));
    CHECK(without.status == 422);
    CHECK(has(without, "Chưa có minh chứng"));
    CHECK(has(without, "Ba cách nộp hồ sơ"));
    CHECK(officer.post(path, with(good_result, "happened_on", "16/03/2026")).status == 422);
    CHECK(officer.post(path, with(good_result, "quantity", "0")).status == 422);
    CHECK(officer.post(path, with(good_result, "link", "javascript:alert(1)")).status == 422);
    CHECK(officer.post_without_token(path, good_result).status == 403);
    CHECK(room.now(room.march()).done == 0);
}

TEST_CASE("the coordinator excuses an agency with a reason, and takes it back")
{
    Room room;
    auto coordinator = room.app.as(Role::coordinator, "SNV");
    const auto& january = room.tasks.front();
    const auto path = room.path_of(january);
    CHECK(coordinator.post(path + "/mien", {{"reason", ""}}).status == 422);
    CHECK(coordinator.post(path + "/mien", {{"reason", "Trang đang sửa"}}).status == 303);
    CHECK(state_of(room.now(january), *Date::create(2026, 3, 15)) == State::excused);
    CHECK(coordinator.post(path + "/mien", {{"reason", "Lần nữa"}}).status == 409);
    auto officer = room.app.as(Role::agency_officer, "SYT");
    CHECK(has(officer.get(path), "Trang đang sửa"));
    CHECK(officer.post(path + "/mien", {{"reason", "Tự miễn"}}).status == 403);
    CHECK(coordinator.post(path + "/thoi-mien").status == 303);
    CHECK(coordinator.post(path + "/thoi-mien").status == 409);
    CHECK(state_of(room.now(january), *Date::create(2026, 3, 15)) == State::overdue);
}

TEST_CASE("a code that nothing has is not found")
{
    Room room;
    auto officer = room.app.as(Role::agency_officer, "SYT");
    CHECK(officer.get("/viec/khong-co").status == 404);
    CHECK(officer.post("/viec/khong-co/ket-qua", good_result).status == 404);
}

TEST_CASE("a result chosen for its duty counts once, and keeps the page taken when it was recorded")
{
    App app{{{"province.site", "https://cchc.songlam.example"}}};
    const auto march = [&] {
        auto context = app.system_context();
        auto monthly = plan::testing::activity_of(context, "Báo cáo hồ sơ trễ hạn", "SYT");
        monthly.quotas = {{.count = 1, .per = plan::Period::month, .unit = "báo cáo"}};
        // Where one duty alone asks for a report, the report counts by itself.
        auto yearly = plan::testing::activity_of(context, "Báo cáo kết quả cả năm", "SYT");
        yearly.quotas = {{.count = 1, .per = plan::Period::year, .unit = "báo cáo"}};
        const auto edition = plan::testing::plan_in_force(
            context, {.items = {monthly, yearly}, .coordinator = "SNV"});
        auto transaction = MUST(context.read());
        auto all = MUST(ObligationStore{transaction}.of_plan(edition.plan));
        return *std::ranges::find(all, "2026-03", &Obligation::period);
    }();
    auto officer = app.as(Role::agency_officer, "SYT");
    REQUIRE(officer
                .post("/minh-chung", {{"product", "report"},
                                      {"title", "Báo cáo tháng 3"},
                                      {"happened_on", "10/03/2026"},
                                      {"quantity", "1"},
                                      {"link", "https://cchc.songlam.example/co-quan/so-y-te"}})
                .status == 303);
    const auto page = page_of(officer.get("/viec/" + march.code));
    const auto value = std::string_view{"name=\"fact\" value=\""};
    const auto at = page.find(value);
    REQUIRE(at != std::string::npos);
    const auto fact =
        page.substr(at + value.size(), page.find('"', at + value.size()) - at - value.size());
    const auto path = "/viec/" + march.code + "/chon-ket-qua";
    auto stranger = app.as(Role::agency_officer, "STP");
    CHECK(stranger.post(path, {{"fact", fact}}).status == 404);
    CHECK(officer.post(path, {{"fact", "1"}}).status == 404);
    CHECK(officer.post(path, {{"fact", fact}}).status == 303);
    CHECK(officer.post(path, {{"fact", fact}}).status == 409);
    auto context = app.system_context();
    auto transaction = MUST(context.read());
    CHECK(MUST(ObligationStore{transaction}.find(march.id)).done == 1);
    const auto facts = MUST(evidence::facts_of_object(transaction, fact_source, march.id.value));
    REQUIRE(facts.size() == 1);
    CHECK(MUST(evidence::capture_of(transaction, facts.front().id)));
}

}  // namespace caicach::obligation
