#include "json/value.hpp"
#include "notification/limits.hpp"
#include "notification/sending/zalo_tokens.hpp"
#include "zalo_house.hpp"

namespace caicach::notification
{
namespace
{

using net::testing::ok;
using testing::approve_form;
using testing::body_of;
using testing::hour;
using testing::in_post_office;
using testing::PostOffice;
using testing::remind_by_zalo;
using testing::Zalo;

}  // namespace

TEST_CASE("a form goes to Zalo with its number, its variables and a token that was renewed")
{
    in_post_office([](PostOffice& post) {
        Zalo zalo;
        zalo.connect(post);
        CHECK(remind_by_zalo(post).error == "notification.reason.no_form");
        approve_form(post);
        const auto message = remind_by_zalo(post);
        post.run();
        CHECK(post.by_id(message.id).status == Status::sent);
        CHECK(post.by_id(message.id).reference == "m1");
        REQUIRE(zalo.requests().size() == 2);
        const auto sent = MUST(json::parse(body_of(zalo.requests().back())));
        CHECK(sent["phone"].as_string() == "84987654321");
        CHECK(sent["template_id"].as_string() == "287311");
        CHECK(sent["template_data"]["nguoi"].as_string() == "Bế Thu Nga");
        CHECK(sent["tracking_id"].as_string() == message.code);
        remind_by_zalo(post);
        post.run();
        CHECK(zalo.renewals == 1);
    });
}

TEST_CASE("a form that was approved before there was a variable is not sent it")
{
    in_post_office([](PostOffice& post) {
        Zalo zalo;
        zalo.connect(post);
        const auto save = [&](const std::string& body) {
            auto context = post.office.system_account();
            auto transaction = MUST(context.begin());
            const auto before = MUST(current_template(transaction, "reminder.due", Channel::zalo));
            MUST(save_template(context, transaction, before,
                               {.body = body, .provider_template = "287311"}));
            MUST(transaction.commit());
        };
        const auto sends_summary = [&] {
            remind_by_zalo(post);
            post.run();
            const auto sent = MUST(json::parse(body_of(zalo.requests().back())));
            CHECK(sent["template_data"]["so_viec"].as_string() == "2");
            CHECK(sent["template_data"]["viec"].is_string());
            return sent["template_data"]["tom_tat"].is_string();
        };
        save("Ông/bà có ((so_viec)) việc, hạn gần nhất ((han)). Xem ((trang))");
        CHECK_FALSE(sends_summary());
        save("Ông/bà có ((tom_tat)). Xem ((trang))");
        CHECK(sends_summary());
    });
}

TEST_CASE("a refresh token is used once, its successor kept sealed; a new one of the operator wins")
{
    in_post_office([](PostOffice& post) {
        Zalo zalo;
        zalo.connect(post);
        auto context = post.office.system_account();
        CHECK(MUST(zalo_access_token(context)) == "a1");
        CHECK(MUST(zalo_access_token(context)) == "a1");
        post.office.clock.pass_seconds(25 * hour);
        CHECK(MUST(zalo_access_token(context)) == "a2");
        MUST(drop_zalo_access(context));
        CHECK(MUST(zalo_access_token(context)) == "a3");
        auto transaction = MUST(post.office.services.database->read());
        const auto kept = MUST(
            transaction.one("SELECT refresh_token FROM notification_zalo_token",
                            [](const database::Row& row) { return row.string("refresh_token"); }));
        CHECK(kept.find("r3") == std::string::npos);
        CHECK(kept.size() > 40);
        post.office.services.messaging.zalo.first_refresh_token = "r3";
        CHECK(MUST(zalo_access_token(context)) == "a4");
    });
}

TEST_CASE("a refresh token that is worth nothing stops the channel, and says what to do")
{
    in_post_office([](PostOffice& post) {
        Zalo zalo;
        zalo.connect(post);
        post.office.services.messaging.zalo.first_refresh_token = "old";
        auto context = post.office.system_account();
        CHECK(zalo_access_token(context).error().key == "notification.zalo.token");
        CHECK(zalo_access_token(context).error().key == "notification.zalo.renewing");
    });
}

TEST_CASE("what Zalo answers decides: for good, later, or our own fault")
{
    in_post_office([](PostOffice& post) {
        Zalo zalo;
        zalo.connect(post);
        approve_form(post);
        for (const auto& [code, status] :
             {std::pair("-118", Status::permanent_failure), std::pair("-133", Status::created),
              std::pair("-109", Status::technical_failure)}) {
            CAPTURE(code);
            zalo.message_error = code;
            const auto message = remind_by_zalo(post);
            post.run();
            CHECK(post.by_id(message.id).status == status);
        }
    });
}

TEST_CASE("a lone form that Zalo has no time for waits and goes later: there is no second Zalo")
{
    in_post_office([](PostOffice& post) {
        Zalo zalo;
        zalo.connect(post);
        approve_form(post);
        zalo.message_answer =
            "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        const auto message = remind_by_zalo(post);
        post.run();
        CHECK(post.by_id(message.id).status == Status::created);
        CHECK(post.by_id(message.id).error == "notification.zalo.later");
        zalo.message_answer.clear();
        post.run(limits::retry_seconds + 1);
        CHECK(post.by_id(message.id).status == Status::sent);
        CHECK(post.by_id(message.id).provider == "zalo.main");
    });
}

TEST_CASE("a page where Zalo's answer was expected leaves the message uncertain")
{
    in_post_office([](PostOffice& post) {
        Zalo zalo;
        zalo.connect(post);
        approve_form(post);
        zalo.message_answer = ok("<html>It works!</html>");
        const auto message = remind_by_zalo(post);
        post.run();
        CHECK(post.by_id(message.id).status == Status::uncertain);
        const auto asked = zalo.requests().size();
        post.run(hour);
        CHECK(post.by_id(message.id).status == Status::uncertain);
        CHECK(zalo.requests().size() == asked);
    });
}

}  // namespace caicach::notification
