#include <doctest/doctest.h>

#include "obligation/own_plan/own_plan_views.hpp"
#include "obligation/test/shown.hpp"
#include "obligation/testing.hpp"
#include "support/app.hpp"

namespace caicach::obligation
{
namespace
{

using caicach::testing::App;
using caicach::testing::Fields;
using caicach::testing::Visitor;
using identity::Role;

/// SYT owes a plan of its own, and articles, by a plan that SNV coordinates.
struct Office {
    App app{};
    std::vector<Obligation> tasks{};
    std::string plan_code{};

    Office()
    {
        auto context = app.system_context();
        tasks = testing::obligations_of_own_plan(context, "SYT", "SNV");
        auto transaction = MUST(context.read());
        plan_code = MUST(plan::summary_of(transaction, tasks.front().plan)).code;
    }
};

std::string form_path(const Office& office)
{
    return "/viec/" + office.tasks.front().code + "/ke-hoach-rieng";
}

std::string field_of_articles(const Office& office, Element element)
{
    return field_of(office.tasks.back().lineage, element);
}

Fields good(const Office& office)
{
    return {{"form", "embedded"},
            {"title", "Kế hoạch số 15/KH-SYT"},
            {"place", "Mục II, Phụ lục 2"},
            {field_of_articles(office, Element::activity), "Viết 02 tin, bài"},
            {field_of_articles(office, Element::money), "5 triệu đồng"}};
}

/// As the page's own form sends it.
http::Response judge(Visitor& coordinator, const std::string& path, const std::string& what,
                     Fields fields = {})
{
    const auto page = coordinator.get(path);
    fields.emplace_back("version", value_in(page, "version"));
    fields.emplace_back("seen", value_in(page, "seen"));
    return coordinator.post(path + what, fields);
}

std::string sent(Office& office)
{
    auto officer = office.app.as(Role::agency_officer, "SYT");
    const auto answer = officer.upload(form_path(office), "document", "kế hoạch.pdf",
                                       "%PDF-1.7\nkế hoạch", good(office));
    REQUIRE(answer.status == 303);
    return std::string{answer.header("location")};
}

}  // namespace

TEST_CASE("an agency sends its plan, gets it back with reasons, sends it again, and it is accepted")
{
    Office office;
    auto officer = office.app.as(Role::agency_officer, "SYT");
    auto coordinator = office.app.as(Role::coordinator, "SNV");
    CHECK(has(officer.get("/viec/" + office.tasks.front().code), "Gửi kế hoạch riêng"));
    CHECK(has(officer.get(form_path(office)), "II.3. Đăng tin, bài về cải cách"));
    const auto path = sent(office);
    const auto page = officer.get(path);
    CHECK(has(page, "Mục II, Phụ lục 2"));
    CHECK(has(page, "kế hoạch.pdf"));

    const auto own_register = "/theo-doi/" + office.plan_code + "/ke-hoach-rieng";
    CHECK(has(coordinator.get(own_register), "Đã gửi, chờ xem xét"));
    CHECK(judge(coordinator, path, "/tra-lai", {{"reason", ""}}).status == 422);
    CHECK(has(coordinator.get("/thong-bao"), "Có kế hoạch riêng mới gửi"));
    CHECK(judge(coordinator, path, "/tra-lai", {{"reason", "Chưa phân công"}}).status == 303);
    CHECK(has(officer.get("/thong-bao"), "Kế hoạch riêng được trả lại"));
    CHECK(has(officer.get("/thong-bao"), "Sở Nội vụ: Chưa phân công"));
    CHECK(coordinator.post(path + "/chap-nhan", {{"version", "2"}}).status == 409);
    CHECK(has(officer.get(path), "Chưa phân công"));

    // The file that was sent stays where no other is chosen.
    CHECK(has(officer.get(form_path(office)), "Kế hoạch số 15/KH-SYT"));
    CHECK(officer.post(form_path(office), good(office)).status == 303);
    CHECK(judge(coordinator, path, "/chap-nhan").status == 303);
    CHECK(has(officer.get("/thong-bao"), "Kế hoạch riêng được chấp nhận"));
    const auto task = officer.get("/viec/" + office.tasks.front().code);
    CHECK(has(task, "Hoàn thành đúng hạn"));
    CHECK(has(task, "Đã chấp nhận"));
    CHECK(has(coordinator.get(own_register + ".csv"), "Kế hoạch số 15/KH-SYT"));
}

TEST_CASE(
    "what was sent again since it was read is not judged unseen, and the page says what changed")
{
    Office office;
    auto officer = office.app.as(Role::agency_officer, "SYT");
    auto coordinator = office.app.as(Role::coordinator, "SNV");
    const auto path = sent(office);
    const auto read = coordinator.get(path);
    const Fields stale{{"version", value_in(read, "version")}, {"seen", value_in(read, "seen")}};
    auto changed = good(office);
    std::erase_if(changed, [](const auto& field) { return field.first.ends_with("-activity"); });
    changed.push_back({field_of_articles(office, Element::activity), "Viết 03 tin, bài"});
    REQUIRE(officer.post(form_path(office), changed).status == 303);
    const auto refused = coordinator.post(path + "/chap-nhan", stale);
    CHECK(refused.status == 409);
    CHECK(has(refused, "Nội dung đã đổi"));
    CHECK(has(refused, "<li>II.3. Đăng tin, bài về cải cách</li>"));
    CHECK_FALSE(has(refused, "<li>Văn bản:"));
    CHECK(has(refused, "Viết 03 tin, bài"));
    auto with_reason = stale;
    with_reason.push_back({"reason", "Chưa phân công"});
    const auto unreturned = coordinator.post(path + "/tra-lai", with_reason);
    CHECK(unreturned.status == 409);
    CHECK(has(unreturned, "Chưa phân công"));
    CHECK(coordinator.post(path + "/chap-nhan").status >= 400);
    CHECK(has(officer.get("/viec/" + office.tasks.front().code), "Đã gửi, chờ xem xét"));
    CHECK(judge(coordinator, path, "/chap-nhan").status == 303);
}

TEST_CASE("an accepted plan is amended on its page, and the coordinator judges it again")
{
    Office office;
    auto officer = office.app.as(Role::agency_officer, "SYT");
    auto coordinator = office.app.as(Role::coordinator, "SNV");
    const auto path = sent(office);
    CHECK(!has(officer.get(path), "Gửi bản sửa"));
    REQUIRE(judge(coordinator, path, "/chap-nhan").status == 303);
    CHECK(has(officer.get(path), "Gửi bản sửa"));
    CHECK(!has(coordinator.get(path), "Gửi bản sửa"));
    CHECK(has(officer.get(form_path(office)), "Gửi bản sửa"));
    REQUIRE(officer.post(form_path(office), good(office)).status == 303);
    const auto page = coordinator.get(path);
    CHECK(has(page, "Đã gửi bản sửa, chờ xem xét"));
    CHECK(has(page, "Tính đúng hạn theo ngày"));
    CHECK(has(coordinator.get("/thong-bao"), "Có bản sửa của kế hoạch riêng"));
    CHECK(judge(coordinator, path, "/chap-nhan").status == 303);
    CHECK(has(officer.get("/viec/" + office.tasks.front().code), "Hoàn thành đúng hạn"));
}

TEST_CASE("what a plan says of an item stands in words on its page and in the register")
{
    Office office;
    auto officer = office.app.as(Role::agency_officer, "SYT");
    auto coordinator = office.app.as(Role::coordinator, "SNV");
    const auto path = form_path(office);
    auto typed = good(office);
    typed.push_back({field_of_articles(office, Element::time), std::string(600, 'x')});
    auto refused = officer.post(path, typed);
    CHECK(refused.status == 422);
    CHECK(has(refused, "Viết 02 tin, bài"));
    CHECK(has(refused, "#" + field_of_articles(office, Element::time)));
    refused = officer.post(path, {{"form", "filed"},
                                  {"title", "Kế hoạch"},
                                  {field_of_articles(office, Element::money), "5 triệu đồng"}});
    CHECK(refused.status == 422);
    CHECK(has(refused, "chưa nêu hoạt động"));
    CHECK(has(refused, "5 triệu đồng"));

    CHECK(has(officer.get(sent(office)), "Viết 02 tin, bài"));
    const auto contents = "/theo-doi/" + office.plan_code + "/ke-hoach-rieng/noi-dung";
    const auto item = "?muc=" + plan::item_code(office.tasks.back().lineage.value);
    CHECK(has(coordinator.get(contents), contents + item + "\">1</a>"));
    CHECK(has(coordinator.get(contents + item), "5 triệu đồng"));
    CHECK(has(coordinator.get(contents + "?co-quan=SYT"), "Viết 02 tin, bài"));
    CHECK(!has(coordinator.get(contents + "?muc=khong-co&co-quan=khong-co"), "5 triệu đồng"));
    CHECK(has(coordinator.get(contents + ".csv"), "Viết 02 tin, bài"));
    CHECK(coordinator.get(contents + ".xlsx" + item).status == 200);
    CHECK(office.app.as(Role::coordinator, "STP").get(contents).status == 403);
}

TEST_CASE("a plan of one's own that is in force fills the form with its words")
{
    Office office;
    auto context = office.app.system_context();
    const auto linked = testing::plan_made_by(context, "SYT", "Đăng tin, bài về cải cách");
    const auto foreign = testing::plan_made_by(context, "STP", "Đăng tin, bài về cải cách");
    auto officer = office.app.as(Role::agency_officer, "SYT");
    const auto empty = officer.get(form_path(office));
    CHECK(has(empty, "Điền sẵn từ kế hoạch của cơ quan"));
    CHECK(!has(empty, "1. Đăng tin, bài"));
    const auto filled = officer.get(form_path(office) + "?dien-san=" + linked);
    CHECK(has(filled, "Đã điền 1 mục"));
    CHECK(has(filled, "1. Đăng tin, bài về cải cách"));
    CHECK(!has(officer.get(form_path(office) + "?dien-san=" + foreign), "Đã điền"));
}

TEST_CASE("the register leads to the agencies that have no activity for an item")
{
    Office office;
    const auto path = "/theo-doi/" + office.plan_code + "/ke-hoach-rieng";
    auto coordinator = office.app.as(Role::coordinator, "SNV");
    const auto item = plan::item_code(office.tasks.back().lineage.value);
    CHECK(has(coordinator.get(path), path + "?thieu=" + item + "#con-thieu\">1</a>"));
    CHECK(has(coordinator.get(path + "?thieu=" + item), "1 cơ quan chưa có hoạt động cho II.3"));
    CHECK(has(coordinator.get(path + "?tinh-trang=missing"), "Sở Y tế"));
    CHECK(!has(coordinator.get(path + "?tinh-trang=accepted"), "/viec/"));
    CHECK(coordinator.get(path + "?tinh-trang=khong-co&thieu=khong-co").status == 200);
    const auto list = coordinator.get(path + "/con-thieu.csv");
    CHECK(has(list, "II.3. Đăng tin"));
    CHECK(has(list, "Sở Y tế"));
    CHECK(office.app.as(Role::coordinator, "STP").get(path).status == 403);
}

TEST_CASE("a plan without form, title, place or document is refused, and nothing typed is lost")
{
    Office office;
    auto officer = office.app.as(Role::agency_officer, "SYT");
    const auto path = form_path(office);
    const auto paperless = officer.post(path, good(office));
    CHECK(paperless.status == 422);
    CHECK(has(paperless, "Chưa có văn bản"));
    CHECK(has(paperless, "Kế hoạch số 15/KH-SYT"));
    CHECK(officer.post(path, {{"title", "Kế hoạch"}}).status == 422);
    CHECK(officer.post(path, {{"form", "filed"}, {"title", ""}}).status == 422);
    CHECK(officer.post(path, {{"form", "embedded"}, {"title", "Kế hoạch"}}).status == 422);
    const auto other = "/viec/" + office.tasks.back().code + "/ke-hoach-rieng";
    CHECK(officer.post(other, good(office)).status == 409);
}

TEST_CASE("others neither see an own plan nor decide about it")
{
    Office office;
    const auto path = sent(office);
    auto stranger = office.app.as(Role::agency_head, "STP");
    CHECK(stranger.get(path).status == 404);
    CHECK(stranger.get(form_path(office)).status == 404);
    CHECK(office.app.as(Role::agency_head, "SYT").post(path + "/chap-nhan").status == 403);
    CHECK(office.app.as(Role::coordinator, "STP").post(path + "/chap-nhan").status == 404);
    CHECK(office.app.as(Role::overseer, "SNV").get(path).status == 200);
    auto coordinator = office.app.as(Role::coordinator, "SNV");
    CHECK(coordinator.post_without_token(path + "/chap-nhan", {}).status == 403);
    const auto page = coordinator.get(path);
    const auto& html = std::get<std::string>(page.body);
    const auto at = html.find("/tep/");
    REQUIRE(at != std::string::npos);
    const auto file = html.substr(at, html.find('"', at) - at);
    CHECK(coordinator.get(file).status == 200);
    CHECK(stranger.get(file).status == 404);
}

}  // namespace caicach::obligation
