#include <variant>

#include "notification/sending/email_carrier.hpp"
#include "notification/sending/unsubscribe_links.hpp"
#include "notification/unsubscribe_handlers.hpp"
#include "post_office.hpp"

namespace caicach::notification
{
namespace
{

using testing::in_post_office;
using testing::PostOffice;

http::Request asking(const std::string& token, http::Method method = http::Method::get,
                     std::vector<http::Field> form = {})
{
    auto request = MUST(http::Request::create(
        {.method = method, .target = unsubscribe_path(token), .form = std::move(form)}));
    request.set_path_parameters({{.name = "token", .value = token}});
    return request;
}

std::string token_for(PostOffice& post, const UnsubscribeLinks::Target& target)
{
    return MUST(UnsubscribeLinks::open(post.office.services)).token(target);
}

}  // namespace

TEST_CASE("a link refuses more of its kind when posted to, not when looked at, and takes it back")
{
    in_post_office([](PostOffice& post) {
        const auto token = token_for(
            post, {.channel = Channel::email, .purpose = "reminder", .address = "nga@songlam.vn"});
        auto nobody = post.office.nobody();
        const auto page = MUST(show_unsubscribing(nobody, asking(token)));
        CHECK(std::get<std::string>(page.body).find("nga@songlam.vn") != std::string::npos);
        CHECK(post.remind(Channel::email).status == Status::created);
        const http::Field one_click{.name = "List-Unsubscribe", .value = "One-Click"};
        const auto done =
            MUST(post_unsubscribing(nobody, asking(token, http::Method::post, {one_click})));
        CHECK(done.status == 200);  // RFC 8058, 3.1: never a redirect
        CHECK(post.remind(Channel::email).error == "notification.reason.refused");
        const auto again = MUST(show_unsubscribing(nobody, asking(token)));
        CHECK(std::get<std::string>(again.body).find("Nhận lại") != std::string::npos);
        const auto wanted = MUST(post_unsubscribing(
            nobody, asking(token, http::Method::post, {{.name = "again", .value = "1"}})));
        CHECK(wanted.status == 303);
        CHECK(post.remind(Channel::email).status == Status::created);
    });
}

TEST_CASE("a link that was changed, or is for what nobody may refuse, does nothing")
{
    in_post_office([](PostOffice& post) {
        auto nobody = post.office.nobody();
        auto token = token_for(
            post, {.channel = Channel::email, .purpose = "account", .address = "nga@songlam.vn"});
        CHECK(post_unsubscribing(nobody, asking(token, http::Method::post)).error().key ==
              "notification.purpose.no_refusal");
        token.back() = token.back() == '0' ? '1' : '0';
        CHECK(show_unsubscribing(nobody, asking(token)).error().kind == Failure::not_found);
        CHECK(post_unsubscribing(nobody, asking(token, http::Method::post)).error().kind ==
              Failure::not_found);
    });
}

TEST_CASE("a letter has a link only where it may be refused and the site can be reached safely")
{
    in_post_office([](PostOffice& post) {
        const auto letter = post.remind(Channel::email);
        const auto link = [&](bool may_refuse) {
            return MUST(UnsubscribeLinks::open(post.office.services)).link(letter, may_refuse);
        };
        CHECK(link(true).empty());
        post.office.services.site = "https://cchc.songlam.vn";
        CHECK(link(true).starts_with("https://cchc.songlam.vn/thong-bao/ngung/"));
        CHECK(link(false).empty());
    });
}

TEST_CASE("a letter that comes back names the one that went")
{
    CHECK(envelope_from("tra-lai@cchc.vn", "K7Q2M4D8PX1") == "tra-lai+K7Q2M4D8PX1@cchc.vn");
    CHECK(envelope_from("", "K7Q2M4D8PX1").empty());
}

}  // namespace caicach::notification
