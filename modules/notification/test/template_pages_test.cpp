#include <variant>

#include "notification/templates/template_handlers.hpp"
#include "notification/templates/template_store.hpp"
#include "post_office.hpp"

namespace caicach::notification
{
namespace
{

using testing::in_post_office;
using testing::PostOffice;

constexpr std::string_view sms = "reminder.due.sms";

http::Request asking(std::string_view name, std::vector<http::Field> form = {},
                     std::string_view below = "")
{
    auto request =
        MUST(http::Request::create({.method = form.empty() ? http::Method::get : http::Method::post,
                                    .target = "/mau-tin/" + std::string(name) + std::string(below),
                                    .form = std::move(form)}));
    request.set_path_parameters({{.name = "template", .value = std::string(name)}});
    return request;
}

std::string html_of(const http::Response& page) { return std::get<std::string>(page.body); }

bool has(const http::Response& page, std::string_view words)
{
    return html_of(page).find(words) != std::string::npos;
}

Context administrator(PostOffice& post)
{
    const auto root = post.office.agency("Ủy ban nhân dân tỉnh", "provincial_committee");
    const auto account = post.office.account("Khuất Duy Linh", root);
    post.office.grant(account, identity::Role::administrator, root);
    return post.office.person(account);
}

}  // namespace

TEST_CASE("an administrator sees the templates, looks at a text before saving, and keeps versions")
{
    in_post_office([](PostOffice& post) {
        auto context = administrator(post);
        CHECK(has(MUST(show_templates(context, asking(""))), "/mau-tin/reminder.due.sms"));
        CHECK(has(MUST(show_template(context, asking(sms))), "((nguoi)) ((tom_tat)) ((so_viec))"));
        std::vector<http::Field> form{
            {.name = "version", .value = "0"},
            {.name = "body", .value = "Nhắc ((nguoi)) " + std::string(60, 'a')},
            {.name = "preview", .value = "1"}};
        const auto preview = MUST(post_template(context, asking(sms, form)));
        CHECK(has(preview, "có dấu (UCS-2), 2 đoạn"));
        CHECK(has(preview, "không dấu (GSM-7), 1 đoạn"));
        CHECK_FALSE(has(MUST(show_template(context, asking(sms))), "Các lần sửa"));
        form.pop_back();
        CHECK(MUST(post_template(context, asking(sms, form))).status == 303);
        CHECK(has(MUST(show_template(context, asking(sms))), "Các lần sửa"));
        const auto late = MUST(post_template(context, asking(sms, form)));
        CHECK(late.status == 409);
        CHECK(has(late, "notification.template.changed"));
    });
}

TEST_CASE("what is wrong with a text stands at its field, and a template nobody has is not found")
{
    in_post_office([](PostOffice& post) {
        auto context = administrator(post);
        const auto page = MUST(post_template(
            context,
            asking(sms, {{.name = "version", .value = "0"}, {.name = "body", .value = "((la))"}})));
        CHECK(page.status == 422);
        CHECK(has(page, "notification.template.variable_unknown"));
        for (const auto* name : {"reminder.due", "reminder.due.fax", "khong.co.sms"})
            CHECK(show_template(context, asking(name)).error().kind == Failure::not_found);
    });
}

TEST_CASE("a trial goes to the number typed, and only administrators of the province send one")
{
    in_post_office([](PostOffice& post) {
        auto context = administrator(post);
        const auto trial = [&](Context& by, const std::string& address) {
            return post_trial_message(
                by, asking(sms, {{.name = "address", .value = address}}, "/gui-thu"));
        };
        CHECK(MUST(trial(context, "0987 654 321")).status == 303);
        CHECK(post.newest().address == "84987654321");
        CHECK(post.newest().body.find("[tom_tat]") != std::string::npos);
        CHECK(trial(context, "113").error().field == "address");
        auto nobody = post.office.nobody();
        CHECK(trial(nobody, "0987654321").error().kind == Failure::unauthenticated);
        CHECK(show_templates(nobody, asking("")).error().kind == Failure::unauthenticated);
        CHECK(show_template(nobody, asking(sms)).error().kind == Failure::unauthenticated);
        CHECK(post_template(nobody, asking(sms)).error().kind == Failure::unauthenticated);
    });
}

}  // namespace caicach::notification
