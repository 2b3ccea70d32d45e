#include "notification/reports.hpp"

#include "net/test/local_server.hpp"
#include "post_office.hpp"

namespace caicach::notification
{
namespace
{

using net::testing::LocalServer;
using testing::in_post_office;
using testing::PostOffice;

Result<void> report(PostOffice& post, const Message& message, const std::string& secret,
                    const std::string& event)
{
    auto request = MUST(http::Request::create(
        {.target = "/tin-nhan/" + message.code + "/" + secret + "?ket-qua=" + event}));
    request.set_path_parameters(
        {{.name = "code", .value = message.code}, {.name = "secret", .value = secret}});
    auto nobody = post.office.nobody();
    TRY(take_report(nobody, request));
    return {};
}

}  // namespace

TEST_CASE("the gateway says what became of a message, with the message's own secret only")
{
    in_post_office([](PostOffice& post) {
        const LocalServer gateway(
            [](const std::string&) { return net::testing::ok("0: Accepted for delivery"); });
        post.use_gateway(gateway.origin());
        const auto first = post.remind(Channel::sms);
        CHECK(report(post, first, "sai", "1").error().kind == Failure::not_found);
        MUST(report(post, first, first.report_secret, "1"));
        CHECK(post.by_id(first.id).status == Status::created);  // it has not left yet
        post.run();
        CHECK(post.by_id(first.id).status == Status::sent);
        CHECK(report(post, first, "sai", "1").error().kind == Failure::not_found);
        CHECK(report(post, first, first.report_secret, "x").error().kind == Failure::invalid);
        MUST(report(post, first, first.report_secret, "8"));
        CHECK(post.by_id(first.id).status == Status::sent);
        MUST(report(post, first, first.report_secret, "1"));
        CHECK(post.by_id(first.id).status == Status::delivered);
        MUST(report(post, first, first.report_secret, "2"));
        CHECK(post.by_id(first.id).status == Status::delivered);
        const auto second = post.remind(Channel::sms);
        post.run();
        MUST(report(post, second, second.report_secret, "16"));
        CHECK(post.by_id(second.id).status == Status::permanent_failure);
        CHECK(post.by_id(second.id).error == "notification.sms.not_delivered");
    });
}

TEST_CASE("a report settles what was uncertain")
{
    in_post_office([](PostOffice& post) {
        const LocalServer gateway([](const std::string&) { return std::string(); });
        post.use_gateway(gateway.origin());
        const auto message = post.remind(Channel::sms);
        post.run();
        CHECK(post.by_id(message.id).status == Status::uncertain);
        MUST(report(post, message, message.report_secret, "1"));
        CHECK(post.by_id(message.id).status == Status::delivered);
    });
}

}  // namespace caicach::notification
