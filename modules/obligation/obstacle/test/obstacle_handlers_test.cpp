#include <doctest/doctest.h>

#include "obligation/limits.hpp"
#include "obligation/testing.hpp"
#include "support/app.hpp"

namespace caicach::obligation
{
namespace
{

using caicach::testing::App;
using caicach::testing::Fields;
using identity::Role;

/// SYT owes articles by a plan that SNV coordinates; the day is 15 March 2026.
struct Office {
    App app{};
    std::vector<Obligation> tasks{};

    Office()
    {
        auto context = app.system_context();
        tasks = testing::obligations_of_articles(context, "SYT", "SNV");
    }
};

std::string plan_code(Office& office)
{
    auto context = office.app.system_context();
    auto transaction = MUST(context.read());
    return MUST(plan::summary_of(transaction, office.tasks.front().plan)).code;
}

const Fields good{
    {"kind", "money"}, {"problem", "Chưa có kinh phí in tờ gấp"}, {"wish", "Bố trí 20 triệu đồng"}};

Fields with(Fields fields, std::string_view name, std::string_view value)
{
    fields.emplace_back(name, value);
    return fields;
}

bool has(const http::Response& response, std::string_view text)
{
    return std::get<std::string>(response.body).find(text) != std::string::npos;
}

std::string raise_path(const Office& office)
{
    return "/viec/" + office.tasks.at(2).code + "/vuong-mac";
}

/// Raised by the agency's officer; its page.
std::string raised(Office& office, const Fields& fields = good)
{
    auto officer = office.app.as(Role::agency_officer, "SYT");
    const auto answer = officer.post(raise_path(office), fields);
    REQUIRE(answer.status == 303);
    return std::string{answer.header("location")};
}

}  // namespace

TEST_CASE("an obstacle whose form is sent twice is raised once")
{
    Office office;
    auto officer = office.app.as(Role::agency_officer, "SYT");
    const auto page = officer.get(raise_path(office));
    const auto& form = std::get<std::string>(page.body);
    const auto begin = form.find("value=\"", form.find("name=\"key\"")) + 7;
    const auto keyed = with(good, "key", form.substr(begin, form.find('"', begin) - begin));
    const auto path = raised(office, keyed);
    CHECK(raised(office, keyed) == path);
    const auto table = officer.get("/vuong-mac.csv");
    const auto& list = std::get<std::string>(table.body);
    const auto place = list.find("Chưa có kinh phí in tờ gấp");
    REQUIRE(place != std::string::npos);
    CHECK(list.find("Chưa có kinh phí in tờ gấp", place + 1) == std::string::npos);
    CHECK(raised(office, good) != path);
    auto other = keyed;
    other.at(1).second = "Thiếu người";
    const auto refused = officer.post(raise_path(office), other);
    CHECK(refused.status == 409);
    CHECK(has(refused, "Thiếu người"));
}

TEST_CASE("an agency raises an obstacle, the coordinator answers, the agency closes it")
{
    Office office;
    auto officer = office.app.as(Role::agency_officer, "SYT");
    CHECK(has(officer.get(raise_path(office)), "Cơ quan điều phối: Sở Nội vụ"));
    const auto path = raised(office);
    CHECK(has(officer.get("/viec/" + office.tasks.at(2).code), "Chưa có kinh phí in tờ gấp"));
    CHECK(has(officer.get("/vuong-mac"), "Chưa có kinh phí in tờ gấp"));
    CHECK(has(officer.get("/vuong-mac.csv"), "Chưa có kinh phí in tờ gấp"));
    CHECK(!has(officer.get("/vuong-mac.csv?muc=cho-tra-loi"), "Chưa có kinh phí"));
    CHECK(!has(office.app.as(Role::agency_officer, "STP").get("/vuong-mac.csv"), "Chưa có"));

    auto coordinator = office.app.as(Role::coordinator, "SNV");
    CHECK(has(coordinator.get("/vuong-mac?muc=cho-tra-loi"), "Chưa có kinh phí in tờ gấp"));
    CHECK(coordinator.post(path + "/tra-loi", {{"text", ""}}).status == 422);
    CHECK(coordinator.post(path + "/tra-loi", {{"text", "Đã bố trí quý II"}}).status == 303);
    CHECK(coordinator.post(path + "/tra-loi", {{"text", "Lần nữa"}}).status == 409);

    const auto page = officer.get(path);
    CHECK(has(page, "Đã bố trí quý II"));
    CHECK(has(page, "Sở Nội vụ"));
    CHECK(officer.post(path + "/hoi-lai", {{"text", "Vẫn thiếu 5 triệu"}}).status == 303);
    CHECK(has(coordinator.get(path), "Vẫn thiếu 5 triệu"));
    const auto long_words = "Đã đủ, " + std::string(limits::obstacle_length_max, 'a');
    const auto too_long = officer.post(path + "/khep", {{"closing", long_words}});
    CHECK(too_long.status == 422);
    CHECK(has(too_long, "Đã đủ, aaa"));
    CHECK(officer.post(path + "/khep", {{"closing", "Đã đủ"}}).status == 303);
    CHECK(has(officer.get(path), "Đã khép lại"));
    CHECK(officer.post(path + "/khep").status == 409);
}

TEST_CASE("it is put to a named agency, which sees it, answers it, and passes it on")
{
    Office office;
    const auto path = raised(office, with(good, "to", "STC"));
    auto finance = office.app.as(Role::agency_head, "STC");
    CHECK(has(finance.get(path), "Đã chuyển, chờ trả lời"));
    CHECK(finance.post(path + "/chuyen", {{"to", ""}}).status == 422);
    CHECK(finance.post(path + "/chuyen", {{"to", "STC"}}).status == 422);
    CHECK(finance.post(path + "/chuyen", {{"to", "SYT"}}).status == 422);
    const auto unknown =
        finance.post(path + "/chuyen", {{"to", "Sở Không Có"}, {"note", "Đúng ra là của thuế"}});
    CHECK(unknown.status == 422);
    CHECK(has(unknown, "Đúng ra là của thuế"));
    CHECK(finance.post(path + "/chuyen", {{"to", "SNV"}, {"note", "Thuộc điều phối"}}).status ==
          303);
    CHECK(finance.get(path).status == 404);
    CHECK(has(office.app.as(Role::coordinator, "SNV").get(path), "Thuộc điều phối"));
}

TEST_CASE("who waits for a step hears of it, and nobody of their own")
{
    Office office;
    auto coordinator = office.app.as(Role::coordinator, "SNV");
    auto officer = office.app.as(Role::agency_officer, "SYT");
    auto stranger = office.app.as(Role::agency_officer, "STP");
    auto finance = office.app.as(Role::agency_head, "STC");
    const auto path = std::string{officer.post(raise_path(office), good).header("location")};
    CHECK(has(coordinator.get("/thong-bao"), "Có vướng mắc chờ trả lời"));
    CHECK(!has(officer.get("/thong-bao"), "vướng mắc"));
    CHECK(coordinator.post(path + "/chuyen", {{"to", "STC"}}).status == 303);
    CHECK(has(finance.get("/thong-bao"), "Vướng mắc được chuyển tới"));
    CHECK(finance.post(path + "/tra-loi", {{"text", "Đã bố trí quý II"}}).status == 303);
    CHECK(has(officer.get("/thong-bao"), "Đã trả lời vướng mắc"));
    CHECK(has(officer.get("/thong-bao"), "Sở Tài chính: Đã bố trí quý II"));
    CHECK(officer.post(path + "/hoi-lai", {{"text", "Vẫn thiếu 5 triệu"}}).status == 303);
    CHECK(has(finance.get("/thong-bao"), "Vướng mắc được hỏi lại"));
    CHECK(!has(stranger.get("/thong-bao"), "ướng mắc"));
}

TEST_CASE("others neither see an obstacle nor do anything about it")
{
    Office office;
    const auto path = raised(office);
    auto stranger = office.app.as(Role::agency_head, "STP");
    CHECK(stranger.get(path).status == 404);
    CHECK(stranger.post(path + "/tra-loi", {{"text", "Không phải việc tôi"}}).status == 404);
    CHECK(stranger.post(path + "/khep").status == 404);
    CHECK(stranger.post(raise_path(office), good).status == 404);
    // Its own agency asks, and does not answer itself.
    auto head = office.app.as(Role::agency_head, "SYT");
    CHECK(head.post(path + "/tra-loi", {{"text", "Tự trả lời"}}).status == 403);
    CHECK(head.post(path + "/chuyen", {{"to", "STC"}}).status == 403);
    CHECK(office.app.as(Role::overseer, "SNV").get(path).status == 200);
    CHECK(office.app.as(Role::overseer, "SNV").post(path + "/khep").status == 403);
    CHECK(head.post_without_token(path + "/khep", {}).status == 403);
}

TEST_CASE("an obstacle without a kind, a text, or to oneself is refused, and nothing typed is lost")
{
    Office office;
    auto officer = office.app.as(Role::agency_officer, "SYT");
    const auto path = raise_path(office);
    const auto kindless = officer.post(path, {{"problem", "Thiếu người"}});
    CHECK(kindless.status == 422);
    CHECK(has(kindless, "Thiếu người"));
    CHECK(officer.post(path, {{"kind", "money"}, {"problem", "  "}}).status == 422);
    CHECK(officer.post(path, {{"kind", "gold"}, {"problem", "Thiếu"}}).status == 422);
    CHECK(officer.post(path, with(good, "to", "SYT")).status == 422);
    CHECK(officer.post(path, with(good, "to", "Sở Không Có")).status == 422);
    CHECK(!has(officer.get("/vuong-mac"), "Thiếu người"));
}

TEST_CASE("files of an obstacle are for those who see it")
{
    Office office;
    auto officer = office.app.as(Role::agency_officer, "SYT");
    const auto answer =
        officer.upload(raise_path(office), "document", "tờ trình.pdf", "%PDF-1.7\ntờ trình", good);
    REQUIRE(answer.status == 303);
    const auto page = officer.get(std::string{answer.header("location")});
    const auto& html = std::get<std::string>(page.body);
    const auto at = html.find("/tep/");
    REQUIRE(at != std::string::npos);
    const auto file = html.substr(at, html.find('"', at) - at);
    CHECK(officer.get(file).status == 200);
    CHECK(office.app.as(Role::coordinator, "SNV").get(file).status == 200);
    CHECK(office.app.as(Role::agency_officer, "STP").get(file).status == 404);
}

TEST_CASE("who watches the plan sees the obstacles counted, and each count's list")
{
    Office office;
    raised(office);
    raised(office, {{"kind", "people"}, {"problem", "Chưa có người chuyên trách"}});
    const auto path = "/theo-doi/" + plan_code(office) + "/vuong-mac";
    auto coordinator = office.app.as(Role::coordinator, "SNV");
    const auto page = coordinator.get(path);
    CHECK(has(page, "Theo cơ quan"));
    CHECK(has(page, path + "?co-quan=SYT&amp;tinh-trang=open#danh-sach\">2</a>"));
    const auto money = coordinator.get(path + "?loai=money");
    CHECK(has(money, "Chưa có kinh phí in tờ gấp"));
    CHECK(!has(money, "Chưa có người chuyên trách"));
    CHECK(has(money, "Chỉ gồm: Kinh phí"));
    CHECK(has(coordinator.get(path + "?co-quan=STP"), "Không có vướng mắc nào"));
    const auto table = coordinator.get(path + ".csv?loai=people");
    CHECK(has(table, "Chưa có người chuyên trách"));
    CHECK(!has(table, "Chưa có kinh phí in tờ gấp"));
    CHECK(office.app.as(Role::coordinator, "STP").get(path).status == 403);
}

TEST_CASE("the list of the late says who has told of an obstacle")
{
    Office office;
    auto officer = office.app.as(Role::agency_officer, "SYT");
    const auto& january = office.tasks.front();
    CHECK(officer.post("/viec/" + january.code + "/vuong-mac", good).status == 303);
    const auto late =
        office.app.as(Role::coordinator, "SNV").get("/theo-doi/" + plan_code(office) + "/cham");
    CHECK(has(late, "/viec/" + january.code + "#vuong-mac\">1 vướng mắc còn mở</a>"));
}

}  // namespace caicach::obligation
