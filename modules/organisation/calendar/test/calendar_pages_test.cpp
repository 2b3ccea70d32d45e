#include <doctest/doctest.h>

#include <functional>

#include "manifest/context.hpp"
#include "organisation/messages.hpp"
#include "organisation/module.hpp"
#include "organisation/testing.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

namespace caicach::organisation
{
namespace
{

using caicach::testing::Desk;
using http::Method;

using Form = std::vector<http::Field>;

void at_a_desk(const std::function<void(Desk&)>& test)
{
    caicach::testing::each_database(testing::migrations(), [&](database::Database& database) {
        Desk desk(database);
        MUST(desk.messages.add(messages::vi));
        auto context = desk.context();
        MUST(load_reference(context));
        test(desk);
    });
}

/// Asks the route as the house does.
Result<http::Response> ask(Context& context, Method method, const std::string& target,
                           Form form = {})
{
    const auto manifest = module();
    const auto request =
        MUST(http::Request::create({.method = method, .target = target, .form = std::move(form)}));
    for (const auto& route : manifest.routes())
        if (route.method == method && route.pattern == request.path())
            return route.handler(context, request);
    return failure(Failure::not_found, "no such route");
}

std::string page(Context& context, const std::string& target)
{
    const auto answer = MUST(ask(context, Method::get, target));
    return answer.text();
}

bool has(std::string_view text, std::string_view what)
{
    return text.find(what) != std::string_view::npos;
}

Form storm()
{
    return {{"from", "1/7/2026"},
            {"to", "2/7/2026"},
            {"kind", "local_off"},
            {"name", "Nghỉ tránh bão"},
            {"source", "Công điện số 3"}};
}

Form with(Form form, std::vector<http::Field> more)
{
    for (auto& field : more) {
        std::erase_if(form, [&](const http::Field& each) { return each.name == field.name; });
        form.push_back(std::move(field));
    }
    return form;
}

/// What a hidden field of the page says.
std::string hidden(std::string_view html, std::string_view name)
{
    const auto at = html.find("name=\"" + std::string(name) + "\" value=\"");
    if (at == std::string_view::npos) return {};
    const auto from = html.find("value=\"", at) + 7;
    return std::string(html.substr(from, html.find('"', from) - from));
}

/// Shows first, then saves what was shown.
http::Response saved(Context& context, const std::string& path, const Form& form)
{
    const auto shown = MUST(ask(context, Method::post, path, form));
    REQUIRE(shown.status == 200);
    REQUIRE(has(shown.text(), "Nếu lưu thì"));
    return MUST(ask(context, Method::post, path,
                    with(form, {{"save", "1"}, {"previewed", hidden(shown.text(), "previewed")}})));
}

}  // namespace

TEST_CASE("anybody reads the year and asks it, nobody else changes it")
{
    at_a_desk([](Desk& desk) {
        auto nobody = desk.context_of_nobody();
        const auto year = page(nobody, "/lich-lam-viec");
        CHECK(has(year, "Lịch làm việc năm 2026"));
        CHECK(has(year, "Tháng 12"));
        CHECK(has(year, "Nghỉ bù Giỗ Tổ Hùng Vương"));
        CHECK(has(year, "thứ Hai – thứ Sáu: 07:00–11:30, 13:30–17:00"));
        CHECK(!has(year, "Thêm ngày"));
        CHECK(has(page(nobody, "/lich-lam-viec?nam=2050"), "Chưa có ngày nào của năm 2050"));
        CHECK(has(page(nobody, "/lich-lam-viec?nam=1"), "năm 2026"));
        CHECK(has(page(nobody, "/lich-lam-viec/ngay.csv"), "Quốc khánh"));
        desk.authority.answer = false;
        auto stranger = desk.context_of({});
        for (const auto* path :
             {"/lich-lam-viec/ngay", "/lich-lam-viec/nhap", "/lich-lam-viec/gio"}) {
            CHECK(ask(stranger, Method::get, path).error().kind == Failure::forbidden);
            CHECK(ask(stranger, Method::post, path, storm()).error().kind == Failure::forbidden);
        }
        CHECK(ask(stranger, Method::post, "/lich-lam-viec/gio/bo").error().kind ==
              Failure::forbidden);
    });
}

TEST_CASE("the calculator says which day is due, and why")
{
    at_a_desk([](Desk& desk) {
        auto nobody = desk.context_of_nobody();
        const auto asked = [&](const std::string& query) {
            return page(nobody, "/lich-lam-viec?tu=24/4/2026&" + query);
        };
        const auto days = asked("gio=16:30&so=4&don_vi=ngay-lam-viec");
        CHECK(has(days, "Đến hạn: hết thứ Ba 05/05/2026."));
        CHECK(has(days, "Nghỉ 27/04/2026: Nghỉ bù Giỗ Tổ Hùng Vương."));
        CHECK(has(asked("gio=16h30&so=1&don_vi=gio"), "Đến hạn: 07:30 thứ Ba 28/04/2026."));
        CHECK(has(asked("so=2&don_vi=ngay"), "Đến hạn: hết thứ Ba 28/04/2026."));
        const auto status = [&](const std::string& query) {
            return MUST(ask(nobody, Method::get, "/lich-lam-viec?" + query)).status;
        };
        CHECK(status("tu=31/2/2026&so=1&don_vi=ngay") == 422);
        CHECK(status("tu=1/3/2026&so=x&don_vi=ngay") == 422);
        CHECK(status("tu=1/3/2026&so=1001&don_vi=ngay") == 422);
        CHECK(status("tu=1/3/2026&so=-1&don_vi=ngay") == 422);
        CHECK(status("tu=1/3/2026&so=1&don_vi=tuan") == 422);
        CHECK(status("tu=1/3/2026&so=1&don_vi=gio&gio=8") == 422);
        CHECK(status("tu=1/3/2026&so=8000&don_vi=gio") == 200);
    });
}

TEST_CASE("a day is shown with what would move before it is saved")
{
    at_a_desk([](Desk& desk) {
        auto context = desk.context_of({});
        const std::string path = "/lich-lam-viec/ngay";
        CHECK(has(page(context, path), "Thêm ngày nghỉ, ngày làm bù"));
        const auto answer = saved(context, path, storm());
        CHECK(answer.status == 303);
        CHECK(has(page(context, "/lich-lam-viec"), "Nghỉ tránh bão"));
        CHECK(has(desk.recorder.lines.back(), "organisation.calendar.day_added"));
    });
}

TEST_CASE("only what was shown is saved")
{
    at_a_desk([](Desk& desk) {
        auto context = desk.context_of({});
        const std::string path = "/lich-lam-viec/ngay";
        const auto blind = MUST(ask(context, Method::post, path, with(storm(), {{"save", "1"}})));
        CHECK(blind.status == 200);
        const auto shown = hidden(blind.text(), "previewed");
        const auto other = with(storm(), {{"to", "3/7/2026"}, {"save", "1"}, {"previewed", shown}});
        CHECK(MUST(ask(context, Method::post, path, other)).status == 200);
        CHECK(!has(page(context, "/lich-lam-viec"), "Nghỉ tránh bão"));
    });
}

TEST_CASE("a day is changed and removed, and a fault stands at its field")
{
    at_a_desk([](Desk& desk) {
        auto context = desk.context_of({});
        const std::string path = "/lich-lam-viec/ngay";
        const auto form = page(context, path + "?sua=2026-04-27");
        CHECK(has(form, "Bỏ khỏi lịch"));
        const Form row{{"first", hidden(form, "first")}, {"version", hidden(form, "version")}};
        CHECK(saved(context, path, with(storm(), row)).status == 303);
        CHECK(!has(page(context, "/lich-lam-viec"), "Nghỉ bù Giỗ Tổ Hùng Vương"));
        // The version of the first page is of another time.
        const auto again = with(storm(), {{"first", "2026-07-01"}, {"version", "1"}});
        CHECK(MUST(ask(context, Method::post, path, again)).status == 409);
        const auto gone = with(again, {{"version", "2"}, {"remove", "1"}});
        CHECK(saved(context, path, gone).status == 303);
        CHECK(!has(page(context, "/lich-lam-viec"), "Nghỉ tránh bão"));
        CHECK(ask(context, Method::get, path + "?sua=2026-07-01").error().kind ==
              Failure::not_found);

        const auto refused = [&](http::Field field) {
            const auto answer =
                MUST(ask(context, Method::post, path, with(storm(), {std::move(field)})));
            return answer.status;
        };
        CHECK(refused({"from", "mai"}) == 422);
        CHECK(refused({"kind", "chơi"}) == 422);
        CHECK(refused({"name", ""}) == 422);
        CHECK(refused({"source", ""}) == 422);
        CHECK(refused({"from", "2026-02-20"}) == 422);
        CHECK(refused({"from", "2026-06-25"}) == 200);
    });
}

TEST_CASE("many days come from a table at once, or none")
{
    at_a_desk([](Desk& desk) {
        auto context = desk.context_of({});
        const std::string path = "/lich-lam-viec/nhap";
        CHECK(has(page(context, path), "dán vào ô dưới"));
        const Form good{
            {"table", "1/7/2026;2/7/2026;Nghỉ riêng của tỉnh;Nghỉ tránh bão;Công điện"}};
        CHECK(saved(context, path, good).status == 303);
        CHECK(has(page(context, "/lich-lam-viec"), "Nghỉ tránh bão"));
        const auto twice = MUST(ask(context, Method::post, path, good));
        CHECK(twice.status == 409);
        CHECK(has(twice.text(), "Ngày đã có trong lịch"));
        CHECK(MUST(ask(context, Method::post, path, {{"table", "gì đó"}})).status == 422);
    });
}

TEST_CASE("tables of hours are added and removed")
{
    at_a_desk([](Desk& desk) {
        auto context = desk.context_of({});
        const auto agency = testing::agency(context, "Sở Nội vụ");
        const std::string path = "/lich-lam-viec/gio";
        CHECK(has(page(context, path), "07:00–11:30, 13:30–17:00"));
        const Form hours{{"agency", "so noi vu"},
                         {"valid_from", "1/6/2026"},
                         {"saturday", "7h30-11h"},
                         {"source", "Quyết định số 9"}};
        CHECK(saved(context, path, hours).status == 303);
        CHECK(has(page(context, "/lich-lam-viec"), "thứ Bảy: 07:30–11:00"));
        const auto status = [&](http::Field field) {
            return MUST(ask(context, Method::post, path, with(hours, {std::move(field)}))).status;
        };
        CHECK(status({"source", "Quyết định số 9"}) == 409);
        CHECK(status({"agency", "Sở Không Có"}) == 422);
        CHECK(status({"saturday", "sáng"}) == 422);
        CHECK(status({"valid_from", ""}) == 422);
        const Form gone{{"agency", std::to_string(agency.value)}, {"valid_from", "2026-06-01"}};
        const auto shown = MUST(ask(context, Method::post, path + "/bo", gone));
        CHECK(has(shown.text(), "Bỏ bảng giờ từ ngày 01/06/2026?"));
        CHECK(MUST(ask(context, Method::post, path + "/bo", with(gone, {{"save", "1"}}))).status ==
              303);
        CHECK(ask(context, Method::post, path + "/bo", gone).error().kind == Failure::not_found);
    });
}

}  // namespace caicach::organisation
