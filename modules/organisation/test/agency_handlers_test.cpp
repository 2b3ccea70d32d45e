#include "organisation/agency_handlers.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "database/transaction.hpp"
#include "organisation/agency_list_handlers.hpp"
#include "organisation/agency_tree_handlers.hpp"
#include "organisation/api.hpp"
#include "organisation/messages.hpp"
#include "organisation/testing.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

namespace caicach::organisation
{
namespace
{

using caicach::testing::Desk;

constexpr std::string_view offices = R"(code;name;short_name;kind;parent;valid_from;valid_to;aliases
UBND;Ủy ban nhân dân tỉnh Sông Lam;UBND tỉnh;provincial_committee;;;;
SNV;Sở Nội vụ;SNV;department;UBND;;;Sở Cũ@2020-01-01..2024-12-31
SDTTG;Ban Dân tộc tỉnh;;department;UBND;;2025-02-28;
SDTTG;Sở Dân tộc và Tôn giáo;;department;UBND;2025-03-01;;
SKHDT;Sở Kế hoạch và Đầu tư;Sở KH&ĐT;department;UBND;;2025-02-28;
)";

void at_a_desk(const std::function<void(Desk&)>& test)
{
    caicach::testing::each_database(testing::migrations(), [&](database::Database& database) {
        Desk desk(database);
        MUST(desk.messages.add(messages::vi));
        auto context = desk.context();
        MUST(seed_sample(context, offices));
        test(desk);
    });
}

using Form = std::vector<http::Field>;

http::Request get(std::string target, Form path = {})
{
    auto request = MUST(http::Request::create({.target = std::move(target)}));
    request.set_path_parameters(std::move(path));
    return request;
}

http::Request post(Form form)
{
    return MUST(http::Request::create(
        {.method = http::Method::post, .target = "/co-quan", .form = std::move(form)}));
}

bool has(const http::Response& response, std::string_view text)
{
    return response.text().find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("anybody reads the directory of today")
{
    at_a_desk([](Desk& desk) {
        auto context = desk.context_of_nobody();
        const auto page = MUST(show_agencies(context, get("/co-quan")));
        CHECK(page.status == 200);
        CHECK(has(page, "Sở Nội vụ"));
        CHECK(has(page, "/co-quan/so-noi-vu"));
        CHECK(!has(page, "Sở Kế hoạch và Đầu tư"));
        CHECK(!has(page, "Thêm cơ quan"));
    });
}

TEST_CASE("the directory is searched without diacritics and filtered by kind")
{
    at_a_desk([](Desk& desk) {
        auto context = desk.context_of_nobody();
        const auto found = MUST(show_agencies(context, get("/co-quan?tim=so%20noi")));
        CHECK(has(found, "Sở Nội vụ"));
        CHECK(!has(found, "Sở Dân tộc"));
        const auto filtered = MUST(show_agencies(context, get("/co-quan?loai=department")));
        CHECK(has(filtered, "Sở Dân tộc"));
        CHECK(!has(filtered, "uy-ban-nhan-dan-tinh-song-lam"));
        const auto none = MUST(show_agencies(context, get("/co-quan?tim=%3Cscript%3E")));
        CHECK(has(none, "Không tìm thấy cơ quan nào"));
        CHECK(!has(none, "<script>\""));
        CHECK(has(MUST(show_agencies(context, get("/co-quan?loai=xyz&tu=-1"))), "Sở Nội vụ"));
    });
}

TEST_CASE("the directory is taken along as a table, as it was filtered")
{
    at_a_desk([](Desk& desk) {
        auto context = desk.context_of_nobody();
        const auto page = MUST(show_agencies(context, get("/co-quan?tim=so%20noi&tu=0")));
        CHECK(has(page, "href=\"/co-quan/danh-muc.csv?tim=so%20noi&amp;tu=0\""));
        const auto all = MUST(export_agencies_csv(context, get("/co-quan/danh-muc.csv")));
        CHECK(all.type == "text/csv; charset=utf-8");
        CHECK(all.text().starts_with("\xEF\xBB\xBFMã,Tên,Tên viết tắt,Loại,Mã cấp trên,Từ ngày,"));
        CHECK(has(all, "\r\nSNV,Sở Nội vụ,SNV,"));
        const auto found =
            MUST(export_agencies_csv(context, get("/co-quan/danh-muc.csv?tim=dan toc")));
        CHECK(has(found, "Sở Dân tộc và Tôn giáo"));
        CHECK(!has(found, "Sở Nội vụ"));
    });
}

TEST_CASE("the directory is shown as it was on a day")
{
    at_a_desk([](Desk& desk) {
        auto context = desk.context_of_nobody();
        const auto before = MUST(show_agencies(context, get("/co-quan?ngay=2024-06-01")));
        CHECK(has(before, "Sở Kế hoạch và Đầu tư"));
        CHECK(has(before, "Ban Dân tộc tỉnh"));
        CHECK(!has(before, "Sở Dân tộc và Tôn giáo"));
        CHECK(has(before, "/co-quan/cay?ngay=2024-06-01"));
        const auto file =
            MUST(export_agencies_csv(context, get("/co-quan/danh-muc.csv?ngay=1/6/2024")));
        CHECK(has(file, "Ban Dân tộc tỉnh"));
        CHECK(has(MUST(show_agencies(context, get("/co-quan?ngay=hom+qua"))), "Sở Dân tộc"));
    });
}

TEST_CASE("the tree opens a branch at a time, on any day")
{
    at_a_desk([](Desk& desk) {
        auto context = desk.context_of_nobody();
        const auto top = MUST(show_agency_tree(context, get("/co-quan/cay")));
        CHECK(has(top, "Ủy ban nhân dân tỉnh Sông Lam"));
        CHECK(has(top, "2 đơn vị trực thuộc"));
        CHECK(!has(top, "Sở Nội vụ"));
        const auto branch =
            MUST(show_agency_tree(context, get("/co-quan/cay?goc=uy-ban-nhan-dan-tinh-song-lam")));
        CHECK(has(branch, "(2)</summary>"));
        CHECK(has(branch, "Sở Nội vụ"));
        const auto before = MUST(show_agency_tree(
            context, get("/co-quan/cay?goc=uy-ban-nhan-dan-tinh-song-lam&ngay=2024-06-01")));
        CHECK(has(before, "Sở Kế hoạch và Đầu tư"));
        CHECK(has(before, "(3)</summary>"));
        const auto leaf = MUST(show_agency_tree(context, get("/co-quan/cay?goc=so-noi-vu&tu=x")));
        CHECK(has(leaf, "không có đơn vị trực thuộc"));
        CHECK(!show_agency_tree(context, get("/co-quan/cay?goc=khong-co")));
    });
}

TEST_CASE("the page of an agency tells its names, its parent and its aliases")
{
    at_a_desk([](Desk& desk) {
        auto context = desk.context_of_nobody();
        const auto page =
            MUST(show_agency(context, get("/co-quan/x", {{"agency", "so-dan-toc-va-ton-giao"}})));
        CHECK(has(page, "Ban Dân tộc tỉnh (đến 28/02/2025)"));
        CHECK(has(page, "Sở Dân tộc và Tôn giáo (từ 01/03/2025)"));
        CHECK(has(page, "/co-quan/uy-ban-nhan-dan-tinh-song-lam"));
        const auto home = MUST(show_agency(context, get("/co-quan/x", {{"agency", "so-noi-vu"}})));
        CHECK(has(home, "Sở Cũ (từ 01/01/2020 đến 31/12/2024)"));
        CHECK(!has(home, "<form method=\"post\" action=\"/co-quan"));
        const auto gone =
            MUST(show_agency(context, get("/co-quan/x", {{"agency", "so-ke-hoach-va-dau-tu"}})));
        CHECK(has(gone, "không hoạt động vào hôm nay"));
        CHECK(!show_agency(context, get("/co-quan/x", {{"agency", "khong-co"}})));
    });
}

TEST_CASE("who manages the directory adds an agency")
{
    at_a_desk([](Desk& desk) {
        auto context = desk.context_of({});
        CHECK(has(MUST(show_new_agency(context, get("/co-quan/them-moi"))), "Tên đầy đủ"));
        const auto created = MUST(post_agency(context, post({{"name", "Sở Du lịch"},
                                                             {"kind", "department"},
                                                             {"parent", "so-noi-vu"},
                                                             {"valid_from", "1/3/2026"}})));
        CHECK(created.status == 303);
        CHECK(created.header("location") == "/co-quan/so-du-lich");
        auto transaction = MUST(context.read());
        CHECK(MUST(agency_by_slug(transaction, "so-du-lich", context.today())).code == "SDL");
    });
}

TEST_CASE("a refused agency comes back filled in, with the fault at its field")
{
    at_a_desk([](Desk& desk) {
        auto context = desk.context_of({});
        const auto refused = MUST(post_agency(
            context, post({{"name", "sở nội vụ"}, {"kind", "department"}, {"code", "ABC"}})));
        CHECK(refused.status == 409);
        CHECK(has(refused, "đã là tên của cơ quan khác"));
        CHECK(has(refused, "value=\"ABC\""));
        const auto unnamed = MUST(post_agency(context, post({{"kind", "department"}})));
        CHECK(unnamed.status == 422);
        const auto orphan = MUST(post_agency(
            context, post({{"name", "Sở A"}, {"kind", "department"}, {"parent", "khong-co"}})));
        CHECK(orphan.status == 422);
    });
}

TEST_CASE("who manages the directory adds an alias, and a taken one is refused")
{
    at_a_desk([](Desk& desk) {
        auto context = desk.context_of({});
        const auto added =
            MUST(post_alias(context, post({{"agency", "so-noi-vu"}, {"alias", "Cơ quan A"}})));
        CHECK(added.status == 303);
        CHECK(added.header("location") == "/co-quan/so-noi-vu");
        const auto refused = MUST(post_alias(
            context, post({{"agency", "so-dan-toc-va-ton-giao"}, {"alias", "cơ quan a"}})));
        CHECK(refused.status == 409);
        CHECK(has(refused, "value=\"cơ quan a\""));
        CHECK(!post_alias(context, post({{"agency", "khong-co"}, {"alias", "B"}})));
    });
}

TEST_CASE("who does not manage the directory changes nothing")
{
    at_a_desk([](Desk& desk) {
        desk.authority.answer = false;
        auto context = desk.context_of({});
        const auto form = post({{"name", "Sở Du lịch"}, {"kind", "department"}});
        CHECK(show_new_agency(context, get("/co-quan/them-moi")).error().kind ==
              Failure::forbidden);
        CHECK(post_agency(context, form).error().kind == Failure::forbidden);
        CHECK(post_alias(context, post({{"agency", "so-noi-vu"}, {"alias", "A"}})).error().kind ==
              Failure::forbidden);
        auto nobody = desk.context_of_nobody();
        CHECK(post_agency(nobody, form).error().kind == Failure::unauthenticated);
    });
}

}  // namespace caicach::organisation
