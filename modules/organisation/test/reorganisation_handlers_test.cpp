#include "organisation/reorganisation_handlers.hpp"

#include <doctest/doctest.h>

#include <functional>

#include "organisation/messages.hpp"
#include "organisation/reorganisation.hpp"
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
STC;Sở Tài chính;;department;UBND;;;
SKHDT;Sở Kế hoạch và Đầu tư;Sở KH&ĐT;department;UBND;;;
SYT;Sở Y tế;;department;UBND;;;
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

http::Request get(std::string target)
{
    return MUST(http::Request::create({.target = std::move(target)}));
}

http::Request post(Form form)
{
    return MUST(http::Request::create(
        {.method = http::Method::post, .target = "/co-quan/sap-xep", .form = std::move(form)}));
}

Form merger()
{
    return {{"loai", "merge"},
            {"day", "1/3/2025"},
            {"document", "Nghị quyết số 8/NQ-HĐND"},
            {"subject", "so tai chinh"},
            {"merged", "Sở KH&ĐT"}};
}

Form with(Form form, http::Field field)
{
    for (auto& each : form)
        if (each.name == field.name) each.value = field.value;
    form.push_back(std::move(field));
    return form;
}

bool has(const http::Response& response, std::string_view text)
{
    return response.text().find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("a decision shows what would follow, and is done only when saved")
{
    at_a_desk([](Desk& desk) {
        auto context = desk.context_of({});
        const auto preview = MUST(post_reorganisation(context, post(merger())));
        CHECK(preview.status == 200);
        CHECK(has(preview, "Nếu lưu thì"));
        CHECK(has(preview, "<li>Sở Kế hoạch và Đầu tư</li>"));
        CHECK(has(preview, "name=\"save\""));
        CHECK(has(preview, "value=\"so tai chinh\""));
        CHECK(has(MUST(show_reorganisations(context, get("/co-quan/sap-xep"))),
                  "Chưa ghi quyết định"));

        const auto saved = MUST(post_reorganisation(context, post(with(merger(), {"save", "1"}))));
        CHECK(saved.status == 303);
        auto nobody = desk.context_of_nobody();
        const auto list = MUST(show_reorganisations(nobody, get("/co-quan/sap-xep")));
        CHECK(has(list, "Nghị quyết số 8/NQ-HĐND"));
        CHECK(has(list, "01/03/2025"));
        CHECK(has(list, "nhập vào"));
        CHECK(!has(list, "Ghi một quyết định"));
    });
}

TEST_CASE("a refused decision comes back filled in, with the fault at its field")
{
    at_a_desk([](Desk& desk) {
        auto context = desk.context_of({});
        const auto unknown = MUST(
            post_reorganisation(context, post(with(merger(), {"merged", "Sở Không Có Thật"}))));
        CHECK(unknown.status == 422);
        CHECK(has(unknown, "không chỉ đúng một cơ quan nào"));
        CHECK(has(unknown, "href=\"#merged\""));
        CHECK(has(unknown, "value=\"so tai chinh\""));
        CHECK(!has(unknown, "name=\"save\""));

        const Form split{{"loai", "split"},          {"day", "1/3/2025"},
                         {"document", "QĐ"},         {"subject", "Sở Kế hoạch và Đầu tư"},
                         {"heir_1", "Sở Y tế"},      {"share_1", "60"},
                         {"heir_2", "Sở Tài chính"}, {"share_2", "39,99"}};
        const auto short_of = MUST(post_reorganisation(context, post(split)));
        CHECK(short_of.status == 422);
        CHECK(has(short_of, "Cộng lại phải là 100%"));
        CHECK(has(short_of, "href=\"#share_1\""));
        const auto whole = with(split, {"share_2", "40"});
        CHECK(has(MUST(post_reorganisation(context, post(whole))), "Nếu lưu thì"));
        const auto no_number = with(split, {"share_2", "nhiều"});
        CHECK(has(MUST(post_reorganisation(context, post(no_number))), "không phải là tỷ lệ"));
    });
}

TEST_CASE("there is a form for each kind of decision, and for no other")
{
    at_a_desk([](Desk& desk) {
        auto context = desk.context_of({});
        const auto kinds = MUST(show_new_reorganisation(context, get("/co-quan/sap-xep/moi")));
        for (const auto* kind : {"rename", "merge", "split", "dissolve", "transfer"}) {
            CAPTURE(kind);
            const auto path = "/co-quan/sap-xep/moi?loai=" + std::string(kind);
            CHECK(has(kinds, path));
            CHECK(has(MUST(show_new_reorganisation(context, get(path))), "Có hiệu lực từ ngày"));
        }
        CHECK(
            show_new_reorganisation(context, get("/co-quan/sap-xep/moi?loai=crown")).error().kind ==
            Failure::not_found);
    });
}

TEST_CASE("who does not manage the directory decides nothing")
{
    at_a_desk([](Desk& desk) {
        desk.authority.answer = false;
        auto context = desk.context_of({});
        const auto saved = post(with(merger(), {"save", "1"}));
        CHECK(post_reorganisation(context, saved).error().kind == Failure::forbidden);
        CHECK(post_reorganisation(context, post(merger())).error().kind == Failure::forbidden);
        CHECK(show_new_reorganisation(context, get("/co-quan/sap-xep/moi")).error().kind ==
              Failure::forbidden);
        auto nobody = desk.context_of_nobody();
        CHECK(post_reorganisation(nobody, saved).error().kind == Failure::unauthenticated);
        CHECK(has(MUST(show_reorganisations(nobody, get("/co-quan/sap-xep"))),
                  "Chưa ghi quyết định"));
    });
}

}  // namespace caicach::organisation
