#include <memory>

#include "crypto/crypto.hpp"
#include "json/value.hpp"
#include "net/test/local_server.hpp"
#include "notification/sending/zalo_tokens.hpp"
#include "notification/templates/template_store.hpp"
#include "post_office.hpp"

namespace caicach::notification
{
namespace
{

using net::testing::LocalServer;
using net::testing::ok;
using testing::hour;
using testing::in_post_office;
using testing::PostOffice;

std::string body_of(const std::string& request)
{
    return request.substr(request.find("\r\n\r\n") + 4);
}

/// Gives each refresh token away once, as Zalo does, and takes messages with the newest access.
class Zalo
{
public:
    Zalo() : m_server([this](const std::string& request) { return answer(request); }) {}

    void connect(PostOffice& post)
    {
        post.office.services.messaging.zalo = {.app_id = "4711",
                                               .app_secret = "bi-mat",
                                               .first_refresh_token = "r0",
                                               .token_url = m_server.origin() + "/token",
                                               .message_url = m_server.origin() + "/message"};
        post.office.services.messaging.zalo_budget = {.price = 200, .daily_max = 1'000'000};
    }
    std::vector<std::string> requests() { return m_server.requests(); }

    int renewals{};
    std::string message_error{"0"};
    std::string message_answer{};  ///< instead of Zalo's own, as it comes

private:
    std::string answer(const std::string& request)
    {
        if (request.starts_with("POST /token")) {
            const auto expected = "refresh_token=r" + std::to_string(renewals);
            if (request.find("secret_key: bi-mat") == std::string::npos ||
                body_of(request).find(expected) == std::string::npos)
                return ok(R"({"error":-14014,"error_name":"Invalid refresh token"})");
            ++renewals;
            const auto number = std::to_string(renewals);
            return ok(R"({"access_token":"a)" + number + R"(","refresh_token":"r)" + number +
                      R"(","expires_in":"90000"})");
        }
        if (!message_answer.empty()) return message_answer;
        const bool is_let_in =
            request.find("access_token: a" + std::to_string(renewals)) != std::string::npos;
        const auto error = is_let_in ? message_error : std::string("-124");
        return ok(R"({"error":)" + error + R"(,"message":"x","data":{"msg_id":"m1"}})");
    }

    LocalServer m_server;
};

void approve_form(PostOffice& post)
{
    auto context = post.office.system_account();
    auto transaction = MUST(context.begin());
    const auto before = MUST(current_template(transaction, "reminder.due", Channel::zalo));
    MUST(save_template(context, transaction, before,
                       {.body = before.body, .provider_template = "287311"}));
    MUST(transaction.commit());
}

Message remind(PostOffice& post)
{
    return post.remind(Channel::zalo, [](NewMessage& message) { message.address = "84987654321"; });
}

}  // namespace

TEST_CASE("a form goes to Zalo with its number, its variables and a token that was renewed")
{
    in_post_office([](PostOffice& post) {
        Zalo zalo;
        zalo.connect(post);
        CHECK(remind(post).error == "notification.reason.no_form");
        approve_form(post);
        const auto message = remind(post);
        post.run();
        CHECK(post.by_id(message.id).status == Status::sent);
        CHECK(post.by_id(message.id).reference == "m1");
        REQUIRE(zalo.requests().size() == 2);
        const auto sent = MUST(json::parse(body_of(zalo.requests().back())));
        CHECK(sent["phone"].as_string() == "84987654321");
        CHECK(sent["template_id"].as_string() == "287311");
        CHECK(sent["template_data"]["nguoi"].as_string() == "Bế Thu Nga");
        CHECK(sent["tracking_id"].as_string() == message.code);
        remind(post);
        post.run();
        CHECK(zalo.renewals == 1);
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
            const auto message = remind(post);
            post.run();
            CHECK(post.by_id(message.id).status == status);
        }
    });
}

TEST_CASE("a page where Zalo's answer was expected leaves the message uncertain")
{
    in_post_office([](PostOffice& post) {
        Zalo zalo;
        zalo.connect(post);
        approve_form(post);
        zalo.message_answer = ok("<html>It works!</html>");
        const auto message = remind(post);
        post.run();
        CHECK(post.by_id(message.id).status == Status::uncertain);
        const auto asked = zalo.requests().size();
        post.run(hour);
        CHECK(post.by_id(message.id).status == Status::uncertain);
        CHECK(zalo.requests().size() == asked);
    });
}

}  // namespace caicach::notification
