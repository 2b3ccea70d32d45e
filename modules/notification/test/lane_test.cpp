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

/// The same of text messages.
void use_gateways(PostOffice& post, const std::string& first, const std::string& second)
{
    post.use_gateway(first);
    auto& messaging = post.office.services.messaging;
    messaging.second_sms = messaging.sms;
    messaging.second_sms.url = second + "/cgi-bin/sendsms";
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
        use_gateways(post, first->origin(), second->origin());
        for (int at = 0; at < 20; ++at)
            post.remind(Channel::sms,
                        [&](NewMessage& message) { message = numbered(message, at); });
        post.run();
        CHECK(count_of(post, Status::sent) == 20);
        CHECK(first->requests().size() == 20);
        CHECK(second->requests().size() == 20);
        post.remind(Channel::sms, [&](NewMessage& message) { message = numbered(message, 50); });
        post.run();
        CHECK(count_of(post, Status::sent) == 21);
        CHECK(first->requests().size() == 20);
        CHECK(second->requests().size() == 21);
        is_away = false;
        post.office.clock.pass_seconds(limits::open_seconds);
        for (int at = 20; at < 40; ++at)
            post.remind(Channel::sms,
                        [&](NewMessage& message) { message = numbered(message, at); });
        post.run(1);
        CHECK(first->requests().size() == 40);
        CHECK(count_of(post, Status::sent) == 41);
    });
}

TEST_CASE("a lone letter goes by the second server at once, however long the first one is away")
{
    in_post_office([](PostOffice& post) {
        MailHost first;
        MailHost second;
        use_both(post, first, second);
        const auto goes_by = [&](std::string_view provider) {
            const auto letter = post.post();
            post.run();
            const auto sent = post.by_id(letter.id);
            CHECK(sent.status == Status::sent);
            CHECK(sent.attempts == 1);
            CHECK(sent.provider == provider);
        };
        const auto first_url = post.office.services.mail.url;
        post.office.services.mail.url = "smtp://127.0.0.1:9";
        // Longer apart than any pause of the breaker, so that each begins with the first.
        for (int hours = 0; hours < 7; ++hours) {
            goes_by("email.second");
            post.office.clock.pass_seconds(hour);
        }
        CHECK(second.letters().size() == 7);
        post.office.services.mail.url = first_url;
        for (const auto* refused : {"", "MAIL"}) {
            CAPTURE(refused);
            first.say(refused, "421 4.3.2 not now");
            goes_by("email.second");
            first.say(refused, "");
            post.office.clock.pass_seconds(hour);
        }
        goes_by("email.main");
        CHECK(first.letters().size() == 1);
        CHECK(second.letters().size() == 9);
    });
}

TEST_CASE("a lone text message goes by the second gateway at once, unless the first may have it")
{
    in_post_office([](PostOffice& post) {
        std::string answer = later();
        const auto first = gateway([&](const std::string&) { return answer; });
        const auto second = gateway([](const std::string&) { return accepted(); });
        use_gateways(post, "http://127.0.0.1:9", second->origin());
        const auto outcome = [&](int number) {
            const auto text = post.remind(
                Channel::sms, [&](NewMessage& message) { message = numbered(message, number); });
            post.run();
            return post.by_id(text.id);
        };
        for (int number = 1; number <= 2; ++number) {
            const auto text = outcome(number);
            CHECK(text.status == Status::sent);
            CHECK(text.provider == "sms.second");
            CHECK(text.attempts == 1);
            use_gateways(post, first->origin(), second->origin());
        }
        CHECK(first->requests().size() == 1);
        CHECK(second->requests().size() == 2);
        for (const auto& [said, status] :
             {std::pair(std::string(), Status::uncertain),
              std::pair(std::string("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"),
                        Status::uncertain),
              std::pair(std::string("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"),
                        Status::permanent_failure)}) {
            CAPTURE(said);
            answer = said;
            const auto text = outcome(3);
            CHECK(text.status == status);
            CHECK(text.provider == "sms.main");
        }
        post.run(hour);
        CHECK(second->requests().size() == 2);
    });
}

TEST_CASE("where no provider takes a lone message it waits, though one of them refuses us")
{
    in_post_office([](PostOffice& post) {
        MailHost first;
        MailHost second;
        use_both(post, first, second);
        first.say("MAIL", "451 4.3.0 later");
        for (const auto* answer : {"421 4.3.2 not now", "550 5.7.1 not your sender"}) {
            CAPTURE(answer);
            second.say("MAIL", answer);
            const auto letter = post.post();
            post.run();
            CHECK(post.by_id(letter.id).status == Status::created);
            CHECK(post.by_id(letter.id).attempts == 1);
            CHECK(post.by_id(letter.id).provider == "email.second");
        }
        second.say("MAIL", "");
        post.run(hour);
        CHECK(count_of(post, Status::sent) == 2);
        CHECK(second.letters().size() == 2);
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
        CHECK(second.letters().size() == limits::failures_until_open);
        // The first is left alone now, and the second refuses.
        second.say("MAIL", "550 5.7.1 not your sender");
        const auto letter = post.post();
        post.run();
        CHECK(post.by_id(letter.id).status == Status::created);
        CHECK(post.by_id(letter.id).provider == "email.second");
        first.say("MAIL", "");
        post.run(limits::open_seconds + 1);
        CHECK(post.by_id(letter.id).status == Status::sent);
        CHECK(first.letters().size() == 1);
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
