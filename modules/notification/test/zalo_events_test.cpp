#include "notification/zalo_events.hpp"

#include <fstream>

#include "crypto/crypto.hpp"
#include "crypto/public_code.hpp"
#include "zalo_house.hpp"

namespace caicach::notification
{
namespace
{

using testing::hour;
using testing::in_post_office;
using testing::PostOffice;
using testing::Zalo;

constexpr std::string_view secret = "khoa-bi-mat-cua-OA";

void give_secret(const PostOffice& post)
{
    std::ofstream(post.office.services.data_folder + "/" + std::string(zalo_secret_name))
        << secret << "\n";
}

struct Event {
    std::string name{"user_received_message"};
    std::string tracking_id{};
    std::int64_t age_seconds{};
    std::string app_id{"4711"};
    std::string_view secret_used{secret};
    std::string said_later{};  ///< added to the body after it was signed
    std::string label{"mac="};
};

Result<int> tell(PostOffice& post, const Event& event)
{
    const auto at = post.office.clock.now() + -event.age_seconds;
    const auto timestamp = std::to_string(at.microseconds / 1000);
    auto body = R"({"sender":{"id":"28"},"recipient":{"id":"84987654321"},"event_name":")" +
                event.name + R"(","message":{"delivery_time":")" + timestamp +
                R"(","msg_id":"m1","tracking_id":")" + event.tracking_id + R"("},"app_id":")" +
                event.app_id + R"(","timestamp":")" + timestamp + R"("})";
    const auto mac =
        crypto::sha256_hex(event.app_id + body + timestamp + std::string(event.secret_used));
    auto request =
        MUST(http::Request::create({.method = http::Method::post,
                                    .target = "/zalo/su-kien",
                                    .headers = {{"x-zevent-signature", event.label + mac}},
                                    .body = body + event.said_later}));
    auto nobody = post.office.nobody();
    const auto answer = TRY(take_zalo_event(nobody, request));
    return answer.status;
}

/// One that Zalo took.
Message sent(PostOffice& post)
{
    const auto message = testing::remind_by_zalo(post);
    post.run();
    CHECK(post.by_id(message.id).status == Status::sent);
    return message;
}

void in_zalo_office(const std::function<void(PostOffice&)>& test)
{
    in_post_office([&](PostOffice& post) {
        Zalo zalo;
        zalo.connect(post);
        testing::approve_form(post);
        test(post);
    });
}

}  // namespace

TEST_CASE("what Zalo did not sign, for our application, is not there")
{
    in_zalo_office([](PostOffice& post) {
        const auto message = sent(post);
        const auto refused = [&](Event event) {
            event.tracking_id = message.code;
            const auto answer = tell(post, event);
            CHECK_FALSE(answer);
            if (!answer) CHECK(answer.error().kind == Failure::not_found);
            CHECK(post.by_id(message.id).status == Status::sent);
        };
        refused({});  // no secret was given
        refused({.secret_used = ""});
        give_secret(post);
        refused({.secret_used = "bi-mat"});  // that of the application
        refused({.secret_used = ""});
        refused({.app_id = "4712"});
        refused({.said_later = " "});
        refused({.said_later = "}"});
        refused({.label = "mac=0"});
        post.office.services.messaging.zalo = {};
        refused({});
    });
}

TEST_CASE("a message that reached the telephone is delivered, once, and its text forgotten")
{
    in_zalo_office([](PostOffice& post) {
        give_secret(post);
        const auto first = sent(post);
        const auto second = sent(post);
        CHECK(MUST(tell(post, {.tracking_id = first.code})) == 200);
        CHECK(post.by_id(first.id).status == Status::delivered);
        CHECK(post.by_id(first.id).body.empty());
        CHECK(post.by_id(second.id).status == Status::sent);
        const auto settled = post.by_id(first.id).settled_at;
        post.office.clock.pass_seconds(hour);
        CHECK(MUST(tell(post, {.tracking_id = first.code, .age_seconds = hour})) == 200);
        CHECK(post.by_id(first.id).settled_at == settled);
        CHECK(MUST(tell(post, {.tracking_id = second.code, .label = ""})) == 200);
        CHECK(post.by_id(second.id).status == Status::delivered);
    });
}

TEST_CASE("a lost answer is settled by Zalo's own word; what has not left is not delivered")
{
    in_post_office([](PostOffice& post) {
        Zalo zalo;
        zalo.connect(post);
        testing::approve_form(post);
        give_secret(post);
        zalo.message_answer = net::testing::ok("<html>It works!</html>");
        const auto message = testing::remind_by_zalo(post);
        CHECK(MUST(tell(post, {.tracking_id = message.code})) == 200);
        CHECK(post.by_id(message.id).status == Status::created);
        post.run();
        CHECK(post.by_id(message.id).status == Status::uncertain);
        CHECK(MUST(tell(post, {.tracking_id = message.code})) == 200);
        CHECK(post.by_id(message.id).status == Status::delivered);
    });
}

TEST_CASE(
    "what Zalo tells of others, of something else or of long ago changes nothing, and says so")
{
    in_zalo_office([](PostOffice& post) {
        give_secret(post);
        const auto message = sent(post);
        const auto letter = post.post();
        post.pretend_sending(letter);
        for (const Event& event :
             {Event{.tracking_id = "7KQ2M9XXXX"}, Event{.tracking_id = ""},
              Event{.tracking_id = crypto::make_public_code()}, Event{.tracking_id = letter.code},
              Event{.name = "user_send_text", .tracking_id = message.code},
              Event{.name = "user_seen_message", .tracking_id = message.code},
              Event{.tracking_id = message.code, .age_seconds = 25 * hour},
              Event{.tracking_id = message.code, .age_seconds = -hour}}) {
            CAPTURE(event.name);
            CAPTURE(event.tracking_id);
            CHECK(MUST(tell(post, event)) == 200);
        }
        CHECK(post.by_id(message.id).status == Status::sent);
        CHECK(post.by_id(letter.id).status == Status::sending);
    });
}

}  // namespace caicach::notification
