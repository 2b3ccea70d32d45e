#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <set>

#include "calendar/moment.hpp"
#include "net/test/local_server.hpp"
#include "net/test/mail_host.hpp"
#include "notification/limits.hpp"
#include "post_office.hpp"

namespace caicach::notification
{
namespace
{

using net::testing::LocalServer;
using net::testing::MailHost;
using testing::hour;
using testing::in_post_office;
using testing::PostOffice;

std::string accepted()
{
    return "HTTP/1.1 202 Accepted\r\nContent-Length: 24\r\nConnection: close\r\n\r\n"
           "0: Accepted for delivery";
}

std::string later()
{
    return "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
}

/// A gateway that answers so, as many connections at once as there are.
std::unique_ptr<LocalServer> gateway(std::function<std::string(const std::string&)> answer,
                                     int latency_milliseconds = 0)
{
    return std::make_unique<LocalServer>(std::move(answer), LocalServer::Pace::all_at_once,
                                         latency_milliseconds);
}

std::size_t count_of(PostOffice& post, Status status)
{
    std::size_t count = 0;
    for (const auto& message : post.list())
        if (message.status == status) ++count;
    return count;
}

NewMessage numbered(NewMessage message, int number)
{
    message.address = "8498765" + std::to_string(1000 + number);
    message.priority = Priority::bulk;
    return message;
}

void post_letters(PostOffice& post, int count)
{
    for (int at = 0; at < count; ++at) static_cast<void>(post.post());
}

/// Goes at any hour.
NewMessage urgent(NewMessage message)
{
    message.template_key = "notification.trial";
    return message;
}

/// Letters go to the first; where that fails, to the second.
void use_both(PostOffice& post, const MailHost& first, const MailHost& second)
{
    auto& services = post.office.services;
    services.mail.url = first.url();
    services.messaging.second_mail = services.mail;
    services.messaging.second_mail.url = second.url();
}

}  // namespace

TEST_CASE("a text message reaches the gateway once, without diacritics, and its text is forgotten")
{
    in_post_office([](PostOffice& post) {
        const auto server = gateway([](const std::string&) { return accepted(); });
        post.use_gateway(server->origin());
        post.office.services.messaging.sms.report_url = "http://127.0.0.1:8080";
        const auto posted = post.remind(Channel::sms);
        CHECK(posted.segments == 1);
        post.run();
        const auto sent = post.newest();
        CHECK(sent.status == Status::sent);
        CHECK(sent.provider == "sms.main");
        CHECK(sent.body.empty());
        post.run(hour);
        REQUIRE(server->requests().size() == 1);
        const auto request = server->requests().front();
        CHECK(request.find("to=84987654321") != std::string::npos);
        CHECK(request.find("coding=0") != std::string::npos);
        CHECK(request.find("tinh") != std::string::npos);
        CHECK(request.find("dlr-url=http%3a%2f%2f127.0.0.1%3a8080%2ftin-nhan%2f" + sent.code) !=
              std::string::npos);
    });
}

TEST_CASE("an answer that is lost leaves the message uncertain, and nothing sends it again")
{
    in_post_office([](PostOffice& post) {
        const auto server = gateway([](const std::string&) { return std::string(); });
        post.use_gateway(server->origin());
        post.remind(Channel::sms);
        post.run();
        CHECK(post.newest().status == Status::uncertain);
        CHECK(post.newest().error == "net.answer_lost");
        post.run(hour);
        CHECK(server->requests().size() == 1);
    });
}

TEST_CASE("a machine in between that answers for the gateway leaves the message uncertain")
{
    in_post_office([](PostOffice& post) {
        const auto server = gateway([](const std::string&) {
            return std::string(
                "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        });
        post.use_gateway(server->origin());
        post.remind(Channel::sms);
        post.run();
        CHECK(post.newest().status == Status::uncertain);
        post.run(hour);
        CHECK(server->requests().size() == 1);
    });
}

TEST_CASE("what waited behind an outage does not ring in the night; what is urgent does")
{
    in_post_office([](PostOffice& post) {
        std::atomic<bool> is_away = true;
        const auto server =
            gateway([&](const std::string&) { return is_away ? later() : accepted(); });
        post.use_gateway(server->origin());
        const auto usual = post.remind(Channel::sms);
        const auto alarm = post.remind(Channel::sms, [](NewMessage& message) {
            message = urgent(numbered(message, 1));
            message.priority = Priority::single;
        });
        post.run();
        CHECK(count_of(post, Status::created) == 2);
        is_away = false;
        const auto now = post.office.clock.now();
        const auto tonight = instant_at(Date::of(now), 23 * 60);
        post.office.clock.pass_seconds((tonight.microseconds - now.microseconds) / 1'000'000);
        post.run();
        CHECK(post.by_id(alarm.id).status == Status::sent);
        CHECK(post.by_id(usual.id).status == Status::created);
        CHECK(post.by_id(usual.id).error == "notification.night");
        post.run(12 * hour);
        CHECK(post.by_id(usual.id).status == Status::sent);
    });
}

TEST_CASE("a refusal is for good, and a wrong password is our own fault")
{
    in_post_office([](PostOffice& post) {
        std::string status = "400 Bad Request";
        const auto server = gateway([&](const std::string&) {
            return "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        });
        post.use_gateway(server->origin());
        post.remind(Channel::sms);
        post.run();
        CHECK(post.newest().status == Status::permanent_failure);
        CHECK(post.newest().error == "notification.sms.refused");
        status = "403 Forbidden";
        post.remind(Channel::sms);
        post.run();
        CHECK(post.newest().status == Status::technical_failure);
    });
}

TEST_CASE("a gateway that fails is left alone, and another takes over; later it is tried with one")
{
    in_post_office([](PostOffice& post) {
        std::atomic<bool> is_away = true;
        const auto first =
            gateway([&](const std::string&) { return is_away ? later() : accepted(); });
        const auto second = gateway([](const std::string&) { return accepted(); });
        post.use_gateway(first->origin());
        post.office.services.messaging.second_sms = post.office.services.messaging.sms;
        post.office.services.messaging.second_sms.url = second->origin() + "/cgi-bin/sendsms";
        for (int at = 0; at < 20; ++at)
            post.remind(Channel::sms,
                        [&](NewMessage& message) { message = numbered(message, at); });
        post.run();
        CHECK(count_of(post, Status::sent) == 0);
        post.run(limits::retry_seconds + 1);
        CHECK(count_of(post, Status::sent) == 20);
        CHECK(first->requests().size() == 20);
        CHECK(second->requests().size() == 20);
        is_away = false;
        post.office.clock.pass_seconds(limits::open_seconds);
        for (int at = 20; at < 40; ++at)
            post.remind(Channel::sms,
                        [&](NewMessage& message) { message = numbered(message, at); });
        post.run(1);
        CHECK(first->requests().size() == 40);
        CHECK(count_of(post, Status::sent) == 40);
    });
}

TEST_CASE("a server that lets our sender not send says nothing about the receiver; another sends")
{
    in_post_office([](PostOffice& post) {
        MailHost first;
        MailHost second;
        use_both(post, first, second);
        first.say("MAIL", "550 5.7.1 not your sender");
        post_letters(post, 1);
        post.run();
        CHECK(post.newest().status == Status::sent);
        CHECK(post.newest().provider == "email.second");
        CHECK(second.letters().size() == 1);
        first.say("MAIL", "");
        first.say(".", "554 5.7.1 looks like advertising");
        post_letters(post, 1);
        post.run();
        CHECK(post.newest().provider == "email.second");
        CHECK(second.letters().size() == 2);
        first.say("RCPT", "550 5.1.1 nobody");
        const auto wrong = post.post("khong-ai@songlam.example");
        post.run();
        CHECK(post.by_id(wrong.id).status == Status::permanent_failure);
        CHECK(post.by_id(wrong.id).provider == "email.main");
        CHECK(second.letters().size() == 2);
    });
}

TEST_CASE("a sender that every server refuses is our fault: a dead letter that can be sent again")
{
    in_post_office([](PostOffice& post) {
        MailHost first;
        MailHost second;
        use_both(post, first, second);
        for (auto* host : {&first, &second}) host->say("MAIL", "550 5.7.1 not your sender");
        const auto letter = post.post();
        post.run();
        CHECK(post.newest().status == Status::technical_failure);
        CHECK(post.newest().error == "net.mail.sender_refused");
        CHECK_FALSE(post.newest().body.empty());
        second.say("MAIL", "");
        CHECK(post.again(post.newest()));
        post.run();
        CHECK(post.by_id(letter.id).status == Status::sent);
        CHECK(second.letters().size() == 1);
    });
}

TEST_CASE("what one server refuses waits for another that is away")
{
    in_post_office([](PostOffice& post) {
        MailHost first;
        MailHost second;
        use_both(post, first, second);
        first.say("MAIL", "451 4.3.0 later");
        post_letters(post, limits::failures_until_open);
        post.run();
        CHECK(count_of(post, Status::created) == limits::failures_until_open);
        second.say("MAIL", "550 5.7.1 not your sender");
        first.say("MAIL", "");
        post.run(limits::retry_seconds + 1);
        CHECK(count_of(post, Status::technical_failure) == 0);
        CHECK(second.letters().empty());
        post.run(limits::open_seconds + 1);
        post.run(limits::open_seconds + 1);
        CHECK(count_of(post, Status::sent) == limits::failures_until_open);
        CHECK(first.letters().size() == limits::failures_until_open);
    });
}

TEST_CASE("a receiver's full box is waited for, and does not count against the server")
{
    in_post_office([](PostOffice& post) {
        MailHost host;
        post.office.services.mail.url = host.url();
        host.say("RCPT", "452 4.2.2 the box is full");
        post_letters(post, 2 * limits::failures_until_open);
        post.run();
        host.say("RCPT", "");
        const auto other = post.post();
        post.run();
        CHECK(post.by_id(other.id).status == Status::sent);
        CHECK(count_of(post, Status::created) == 2 * limits::failures_until_open);
    });
}

TEST_CASE("no bound on money, no message; beyond the bound of a day they wait for the morning")
{
    in_post_office([](PostOffice& post) {
        const auto server = gateway([](const std::string&) { return accepted(); });
        post.use_gateway(server->origin());
        for (const auto& [price, daily_max] : {std::pair(300, 0), std::pair(0, 700)}) {
            CAPTURE(price);
            post.office.services.messaging.sms_budget = {.price = price, .daily_max = daily_max};
            post.remind(Channel::sms);
            post.run();
            CHECK(post.newest().status == Status::technical_failure);
            CHECK(post.newest().error == "notification.budget.none");
        }
        CHECK(server->requests().empty());
        post.office.services.messaging.sms_budget = {.price = 300, .daily_max = 700};
        for (int at = 0; at < 3; ++at)
            post.remind(Channel::sms,
                        [&](NewMessage& message) { message = numbered(message, at); });
        post.run();
        CHECK(count_of(post, Status::sent) == 2);
        CHECK(count_of(post, Status::created) == 1);
        post.run(hour);
        CHECK(server->requests().size() == 2);
        post.run(24 * hour);
        CHECK(count_of(post, Status::sent) == 3);
    });
}

TEST_CASE("messages due within the same second leave together when it is over")
{
    in_post_office([](PostOffice& post) {
        const auto server = gateway([](const std::string&) { return accepted(); });
        post.use_gateway(server->origin());
        const auto now = post.office.clock.now();
        REQUIRE(now.microseconds % 1'000'000 == 0);
        for (const std::int64_t fraction : {0, 500'000})
            post.remind(Channel::sms, [&](NewMessage& message) {
                message = urgent(numbered(message, fraction > 0 ? 1 : 0));
                message.send_at = Instant{(now + 5).microseconds + fraction};
            });
        post.run(4);
        CHECK(server->requests().empty());
        post.run(1);
        CHECK(count_of(post, Status::sent) == 1);
        post.run(1);
        CHECK(count_of(post, Status::sent) == 2);
    });
}

TEST_CASE("a crowd of messages leaves many at once, and a single one does not wait for them")
{
    const SystemClock clock;
    in_post_office(
        [](PostOffice& post) {
            constexpr int crowd = 1500;
            std::atomic<int> count = 0;
            std::atomic<int> single_after = 0;
            const auto answer = [&](const std::string& request) {
                const int now = ++count;
                if (request.find("to=84911111111") != std::string::npos) single_after = now;
                return now % 100 == 0 ? later() : accepted();
            };
            const auto server = gateway(answer, 50);
            post.use_gateway(server->origin());
            for (int at = 0; at < crowd; ++at)
                post.remind(Channel::sms,
                            [&](NewMessage& message) { message = urgent(numbered(message, at)); });
            post.remind(Channel::sms, [](NewMessage& message) {
                message = urgent(message);
                message.address = "84911111111";
            });
            const auto begin = std::chrono::steady_clock::now();
            post.run();
            const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
            MESSAGE("messages a second: ", crowd / took.count());
            // The machine of a test may be busy: one after the other would be 20 a second.
            CHECK(crowd / took.count() > 30);
            // After one slice of the crowd's job at most.
            CHECK(single_after > 0);
            CHECK(single_after < crowd);
            CHECK(count_of(post, Status::sent) + count_of(post, Status::created) == crowd + 1);
            CHECK(count_of(post, Status::created) <= crowd / 100 + 1);
        },
        &clock);
}

}  // namespace caicach::notification
