#include "notification/rules/rules.hpp"

#include "net/test/mail_host.hpp"
#include "notification/limits.hpp"
#include "personal_data/api.hpp"
#include "post_office.hpp"

namespace caicach::notification
{
namespace
{

using net::testing::MailHost;
using testing::hour;
using testing::in_post_office;
using testing::PostOffice;

Instant at(std::string_view text) { return instant_from_iso(text); }

void refuse_reminders(PostOffice& post, const std::string& address)
{
    auto context = post.office.system_account();
    auto transaction = MUST(context.begin());
    MUST(refuse(context, transaction, address, {.channel = Channel::email, .purpose = "reminder"}));
    MUST(transaction.commit());
}

}  // namespace

TEST_CASE("what is not urgent waits for seven in the morning")
{
    const auto limits = MUST(limits_on(Channel::sms, Date::of(at("2026-03-15T02:00:00.000000Z"))));
    const auto due = [&](std::string_view text) {
        return to_iso(limits.after_quiet_hours(at(text)));
    };
    CHECK(due("2026-03-15T02:00:00.000000Z") == "2026-03-15T02:00:00.000000Z");
    CHECK(due("2026-03-15T13:59:59.000000Z") == "2026-03-15T13:59:59.000000Z");
    CHECK(due("2026-03-15T14:00:00.000000Z") == "2026-03-16T00:00:00.000000Z");
    CHECK(due("2026-03-15T20:00:00.000000Z") == "2026-03-16T00:00:00.000000Z");
    CHECK(due("2026-03-16T00:00:00.000000Z") == "2026-03-16T00:00:00.000000Z");
    const ChannelLimits midday{.quiet_from = 690, .quiet_until = 810};
    CHECK(midday.after_quiet_hours(at("2026-03-15T05:00:00.000000Z")) ==
          at("2026-03-15T06:30:00.000000Z"));
    const auto bell = MUST(limits_on(Channel::in_app, Date::of(at("2026-03-15T02:00:00.000000Z"))));
    CHECK(bell.after_quiet_hours(at("2026-03-15T20:00:00.000000Z")) ==
          at("2026-03-15T20:00:00.000000Z"));
    CHECK(limits_on(Channel::sms, *Date::from_iso("2019-01-01")).error().key ==
          "notification.limits.unknown");
}

TEST_CASE("a reminder posted at night waits, a letter about a password does not")
{
    in_post_office([](PostOffice& post) {
        post.office.clock.pass_seconds(13 * hour);  // 22:00 in Vietnam
        const auto reminder = post.remind(Channel::email);
        CHECK(to_iso(reminder.due_at) == "2026-03-16T00:00:00.000000Z");
        CHECK(post.post().due_at == post.office.clock.now());
        post.run();
        CHECK(post.by_id(reminder.id).attempts == 0);
        post.run(9 * hour);
        CHECK(post.by_id(reminder.id).attempts == 1);
    });
}

TEST_CASE("what waits for the morning is not sent to who refused it overnight, or in a trial")
{
    in_post_office([](PostOffice& post) {
        post.office.clock.pass_seconds(13 * hour);  // 22:00 in Vietnam
        const auto reminder = post.remind(Channel::email);
        const auto other = post.remind(
            Channel::email, [](NewMessage& message) { message.address = "ha@songlam.vn"; });
        refuse_reminders(post, reminder.address);
        post.run(9 * hour);
        CHECK(post.by_id(reminder.id).status == Status::cancelled);
        CHECK(post.by_id(reminder.id).error == "notification.reason.refused");
        CHECK(post.by_id(reminder.id).attempts == 0);
        CHECK(post.by_id(other.id).attempts == 1);
        post.office.services.messaging.is_trial = true;
        post.run(hour);
        CHECK(post.by_id(other.id).error == "notification.reason.trial");
    });
}

TEST_CASE("what was never tried is asked about as well, however it came to wait")
{
    for (const auto* why : {"a breaker", "a channel without a server"}) {
        CAPTURE(why);
        in_post_office([&](PostOffice& post) {
            const bool is_breaker = std::string_view(why) == "a breaker";
            if (is_breaker) {
                for (int at = 0; at < limits::failures_until_open; ++at)
                    static_cast<void>(post.post());
                post.run();
            } else {
                post.office.services.mail.url.clear();
            }
            const auto refused = post.remind(Channel::email);
            const auto wanted = post.remind(
                Channel::email, [](NewMessage& message) { message.address = "ha@songlam.vn"; });
            const auto guest = post.remind(
                Channel::email, [](NewMessage& message) { message.address = "khach@songlam.vn"; });
            post.run();
            for (const auto& one : {refused, wanted, guest}) {
                CHECK(post.by_id(one.id).attempts == 0);
                CHECK(post.by_id(one.id).due_at == one.created_at);
            }
            refuse_reminders(post, refused.address);
            auto& messaging = post.office.services.messaging;
            messaging.is_trial = true;
            messaging.guests = {refused.address, guest.address};
            MailHost host;
            post.office.services.mail.url = host.url();
            post.run(limits::open_seconds + 1);
            post.run(hour);
            CHECK(post.by_id(refused.id).error == "notification.reason.refused");
            CHECK(post.by_id(wanted.id).error == "notification.reason.trial");
            for (const auto& one : {refused, wanted}) {
                CHECK(post.by_id(one.id).status == Status::cancelled);
                CHECK(post.by_id(one.id).attempts == 0);
            }
            CHECK(post.by_id(guest.id).status == Status::sent);
            CHECK(host.letters().size() == 1);
        });
    }
}

TEST_CASE("a trial holds back what was posted the moment before it began, but for its guests")
{
    in_post_office([](PostOffice& post) {
        MailHost host;
        post.office.services.mail.url = host.url();
        const auto letter = post.post();
        const auto guest = post.post("khach@songlam.vn");
        post.office.services.messaging.is_trial = true;
        post.office.services.messaging.guests = {"khach@songlam.vn"};
        post.run();
        CHECK(post.by_id(letter.id).status == Status::cancelled);
        CHECK(post.by_id(letter.id).error == "notification.reason.trial");
        CHECK(post.by_id(guest.id).status == Status::sent);
        CHECK(host.letters().size() == 1);
    });
}

TEST_CASE("what a person sends again does not go to who has refused it since")
{
    in_post_office([](PostOffice& post) {
        const auto reminder = post.remind(
            Channel::email, [](NewMessage& message) { message.address = "khong phai dia chi"; });
        post.run();
        REQUIRE(post.by_id(reminder.id).status == Status::permanent_failure);
        refuse_reminders(post, reminder.address);
        post.office.clock.pass_seconds(1);
        MUST(post.again(post.by_id(reminder.id)));
        post.run();
        CHECK(post.by_id(reminder.id).status == Status::cancelled);
        CHECK(post.by_id(reminder.id).error == "notification.reason.refused");
    });
}

TEST_CASE("one number gets five alike and twenty in all in an hour")
{
    in_post_office([](PostOffice& post) {
        for (int count = 0; count < 5; ++count)
            CHECK(post.remind(Channel::sms).status == Status::created);
        const auto sixth = post.remind(Channel::sms);
        CHECK(sixth.status == Status::cancelled);
        CHECK(sixth.error == "notification.reason.same_too_often");
        const auto another = [&](int number) {
            return post.remind(Channel::sms, [&](NewMessage& message) {
                message.variables.at(1).value = std::to_string(100 + number);
            });
        };
        for (int count = 0; count < 15; ++count) CHECK(another(count).status == Status::created);
        CHECK(another(16).error == "notification.reason.too_often");
        post.office.clock.pass_seconds(hour + 1);
        CHECK(another(16).status == Status::created);
    });
}

TEST_CASE("while it is a trial only guests are written to")
{
    in_post_office([](PostOffice& post) {
        post.office.services.messaging.is_trial = true;
        post.office.services.messaging.guests = {"khach@songlam.vn"};
        CHECK(post.remind(Channel::email).error == "notification.reason.trial");
        const auto guest = post.remind(
            Channel::email, [](NewMessage& message) { message.address = "khach@songlam.vn"; });
        CHECK(guest.status == Status::created);
        CHECK(post.post().status == Status::cancelled);
    });
}

TEST_CASE("who refused a purpose on a channel gets none there, until it is wanted again")
{
    in_post_office([](PostOffice& post) {
        const auto say = [&](auto what, const Refusal& refusal) -> Result<void> {
            auto context = post.office.system_account();
            auto transaction = MUST(context.begin());
            TRY(what(context, transaction, "nga@songlam.vn", refusal));
            return transaction.commit();
        };
        const Refusal reminders{.channel = Channel::email, .purpose = "reminder"};
        MUST(say(refuse, reminders));
        const auto recorded = post.office.remembered.lines.size();
        CHECK(post.office.remembered.lines.back().starts_with("notification.refused"));
        MUST(say(refuse, reminders));
        CHECK(post.office.remembered.lines.size() == recorded);
        CHECK(post.remind(Channel::email).error == "notification.reason.refused");
        CHECK(post.remind(Channel::sms).status == Status::created);
        CHECK(say(refuse, {.channel = Channel::email, .purpose = "account"}).error().key ==
              "notification.purpose.no_refusal");
        CHECK(say(refuse, {.channel = Channel::in_app, .purpose = "reminder"}).error().key ==
              "notification.purpose.no_refusal");
        CHECK(say(refuse, {.channel = Channel::email, .purpose = "nothing"}).error().key ==
              "notification.purpose.unknown");
        MUST(say(want_again, reminders));
        CHECK(post.remind(Channel::email).status == Status::created);
    });
}

TEST_CASE("a reminder reaches a private telephone only where the person gave it and agreed")
{
    in_post_office([](PostOffice& post) {
        const auto root = post.office.agency("Ủy ban nhân dân tỉnh", "provincial_committee");
        const auto account = post.office.account("Bế Thu Nga", root);
        const auto to_account = [&](NewMessage& message) {
            message.address.clear();
            message.account = account;
        };
        post.use_gateway("http://127.0.0.1:9");
        post.give_number(account, "0987 654 321");
        const auto asked = post.remind(Channel::sms, to_account);
        CHECK(asked.address == "84987654321");
        CHECK(asked.error == "notification.reason.no_consent");
        post.give_number(account, "");
        CHECK(post.remind(Channel::sms, to_account).error == "notification.reason.no_address");
        CHECK(post.office.remembered.lines.back().starts_with("notification.number.forgotten"));
    });
}

}  // namespace caicach::notification
