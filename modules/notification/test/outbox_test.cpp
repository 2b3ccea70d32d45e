#include "notification/outbox.hpp"

#include <variant>

#include "net/test/mail_host.hpp"
#include "notification/outbox_handlers.hpp"
#include "post_office.hpp"

namespace caicach::notification
{
namespace
{

using net::testing::MailHost;
using testing::hour;
using testing::in_post_office;
using testing::PostOffice;

http::Request again_request(const std::string& name, const std::string& value)
{
    return MUST(http::Request::create({.method = http::Method::post,
                                       .target = "/thu-gui-di",
                                       .form = {{.name = name, .value = value}}}));
}

}  // namespace

TEST_CASE("a letter waits for a mail server that is away, and its text is kept so long")
{
    in_post_office([](PostOffice& post) {
        CHECK(post.post().status == Status::created);
        post.run();
        CHECK(post.newest().status == Status::created);
        CHECK(post.newest().attempts == 1);
        CHECK(post.newest().error == "net.mail.unreachable");
        CHECK_FALSE(post.newest().body.empty());
        post.run(hour);
        CHECK(post.newest().attempts >= 2);
        CHECK(post.newest().status == Status::created);
    });
}

TEST_CASE("a letter that cannot be sent fails at once, and goes again when a person says so")
{
    in_post_office([](PostOffice& post) {
        const auto letter = post.post("khong phai dia chi");
        CHECK(post.again(letter).error().key == "notification.message.not_stuck");
        post.run();
        CHECK(post.newest().status == Status::permanent_failure);
        CHECK(post.newest().error == "net.mail.malformed");
        CHECK(post.newest().settled_at);
        MUST(post.again(post.newest()));
        CHECK(post.newest().status == Status::created);
        CHECK(post.office.remembered.lines.back().starts_with("notification.message.sent_again"));
        post.run();
        CHECK(post.newest().status == Status::permanent_failure);
    });
}

TEST_CASE("a letter that was being sent when the program ended is never sent by itself again")
{
    in_post_office([](PostOffice& post) {
        post.pretend_sending(post.post());
        post.run();
        CHECK(post.newest().status == Status::sending);
        post.run(hour / 10);
        CHECK(post.newest().status == Status::uncertain);
        CHECK(post.newest().attempts == 0);
        post.run(hour);
        CHECK(post.newest().status == Status::uncertain);
        CHECK(post.newest().can_be_sent_again(post.office.clock.now()));
    });
}

TEST_CASE("the text of a letter is forgotten when it has run out, sent or not")
{
    in_post_office([](PostOffice& post) {
        CHECK(post.post().status == Status::created);
        post.run(24 * hour + 120);
        CHECK(post.newest().status == Status::cancelled);
        CHECK(post.newest().error == "notification.expired");
        CHECK(post.newest().body.empty());
        const auto stuck = post.post("khong phai dia chi");
        post.run();
        post.run(24 * hour + 120);
        CHECK(post.newest().status == Status::permanent_failure);
        CHECK(post.newest().body.empty());
        CHECK(post.again(post.newest()).error().kind == Failure::conflict);
        CHECK(post.again(stuck).error().kind == Failure::conflict);
    });
}

TEST_CASE("a letter is posted with its change or not at all")
{
    in_post_office([](PostOffice& post) {
        {
            auto context = post.office.system_account();
            auto transaction = MUST(context.begin());
            MUST(context.publish(
                transaction, identity::InvitationByMail{.person = "Bế Thu Nga",
                                                        .to = "nga@songlam.example",
                                                        .address = "https://x.example/loi-moi/1",
                                                        .expires = "28/11/2026, 09:00",
                                                        .expires_at = context.now() + hour}));
        }
        CHECK(post.list().empty());
        post.run();
        CHECK(post.list().empty());
    });
}

TEST_CASE("what was settled two years ago is removed, what is younger stays")
{
    in_post_office([](PostOffice& post) {
        const auto old = post.post();
        post.run();
        post.run(24 * hour + 120);
        CHECK(post.by_id(old.id).settled_at);
        post.run(729 * 24 * hour);
        const auto young = post.post();
        post.run(120);
        CHECK(post.list().size() == 2);
        post.run(24 * hour);
        const auto newest = post.post();
        post.run(120);
        const auto left = post.list();
        REQUIRE(left.size() == 2);
        CHECK(left.front().id == newest.id);
        CHECK(left.back().id == young.id);
    });
}

TEST_CASE("who forgot a password gets the way in alone where there is one, else what to do instead")
{
    in_post_office([](PostOffice& post) {
        const auto body_of = [&](identity::ResetAnswer answer) {
            auto context = post.office.system_account();
            auto transaction = MUST(context.begin());
            MUST(context.publish(transaction, identity::PasswordResetAsked{
                                                  .answer = answer,
                                                  .person = "Bế Thu Nga",
                                                  .to = "nga@songlam.example",
                                                  .address = "https://x.example/quen-mat-khau/1",
                                                  .expires = "28/11/2026, 09:00",
                                                  .expires_at = context.now() + hour,
                                                  .provider = "Cổng định danh"}));
            MUST(transaction.commit());
            CHECK(post.newest().address == "nga@songlam.example");
            return post.newest().body;
        };
        const std::string address = "https://x.example/quen-mat-khau/1";
        CHECK(body_of(identity::ResetAnswer::way_in).find(address) != std::string::npos);
        for (const auto& [answer, words] :
             {std::pair(identity::ResetAnswer::at_provider, "bằng Cổng định danh"),
              std::pair(identity::ResetAnswer::never_activated, "giấy mời đã nhận"),
              std::pair(identity::ResetAnswer::disabled, "đang bị khóa")}) {
            const auto body = body_of(answer);
            CHECK(body.find(words) != std::string::npos);
            CHECK(body.find(address) == std::string::npos);
        }
    });
}

TEST_CASE("the owner of an account hears of a new password, when it was and whom to tell")
{
    in_post_office([](PostOffice& post) {
        auto context = post.office.system_account();
        auto transaction = MUST(context.begin());
        MUST(context.publish(transaction,
                             identity::PasswordRenewed{.person = "Bế Thu Nga",
                                                       .to = "nga@songlam.example",
                                                       .at = "28/11/2026, 09:00",
                                                       .expires_at = context.now() + hour}));
        MUST(transaction.commit());
        const auto letter = post.newest();
        CHECK(letter.address == "nga@songlam.example");
        CHECK(letter.body.find("28/11/2026, 09:00") != std::string::npos);
        CHECK(letter.body.find("người quản trị") != std::string::npos);
    });
}

TEST_CASE("only who administers the whole province sees what is sent")
{
    in_post_office([](PostOffice& post) {
        const auto root = post.office.agency("Ủy ban nhân dân tỉnh", "provincial_committee");
        const auto health = post.office.agency("Sở Y tế", "department", root);
        const auto administrator = post.office.account("Khuất Duy Linh", root);
        const auto of_health = post.office.account("Trương Nhã Ca", health);
        post.office.grant(administrator, identity::Role::administrator, root);
        post.office.grant(of_health, identity::Role::administrator, health);
        CHECK(post.post("khong phai dia chi").status == Status::created);
        post.run();
        const auto request = MUST(http::Request::create({.target = "/thu-gui-di"}));
        auto allowed = post.office.person(administrator);
        const auto page = MUST(show_outbox(allowed, request));
        const auto& text = std::get<std::string>(page.body);
        CHECK(text.find("khong phai dia chi") != std::string::npos);
        CHECK(text.find("loi-moi/abc") == std::string::npos);
        CHECK(text.find("Gửi lại") != std::string::npos);
        auto refused = post.office.person(of_health);
        CHECK(show_outbox(refused, request).error().kind == Failure::forbidden);
        CHECK(post_sending_again(refused, request).error().kind == Failure::forbidden);
        MUST(post_sending_again(allowed, again_request("message", post.newest().code)));
        CHECK(post.newest().status == Status::created);
    });
}

TEST_CASE("sent again all at once is only what surely did not go; the rest one by one")
{
    in_post_office([](PostOffice& post) {
        MailHost host;
        post.office.services.mail.url = host.url();
        const auto root = post.office.agency("Ủy ban nhân dân tỉnh", "provincial_committee");
        const auto account = post.office.account("Khuất Duy Linh", root);
        post.office.grant(account, identity::Role::administrator, root);
        auto administrator = post.office.person(account);
        const auto page = [&] {
            const auto request = MUST(http::Request::create({.target = "/thu-gui-di?loc=can-xem"}));
            return std::get<std::string>(MUST(show_outbox(administrator, request)).body);
        };
        const auto all = again_request("all", "1");
        const auto refused = post.post("khong phai dia chi");
        const auto lost = post.post();
        post.pretend_sending(lost);
        post.run(hour / 10);
        REQUIRE(post.by_id(refused.id).status == Status::permanent_failure);
        REQUIRE(post.by_id(lost.id).status == Status::uncertain);
        CHECK(page().find("chưa gửi được") == std::string::npos);
        CHECK(page().find("gửi lại từng tin") != std::string::npos);
        CHECK(page().find("Có thể người nhận đã có tin này") != std::string::npos);
        CHECK(post_sending_again(administrator, all).error().key ==
              "notification.message.none_unsent");
        host.say("MAIL", "550 5.7.1 not your sender");
        const auto ours = post.post();
        const auto other = post.post();
        post.run();
        REQUIRE(post.by_id(ours.id).status == Status::technical_failure);
        CHECK(page().find("Gửi lại 2 tin chưa gửi được") != std::string::npos);
        host.say("MAIL", "");
        MUST(post_sending_again(administrator, all));
        post.run();
        CHECK(post.by_id(ours.id).status == Status::sent);
        CHECK(post.by_id(other.id).status == Status::sent);
        CHECK(post.by_id(refused.id).status == Status::permanent_failure);
        CHECK(post.by_id(lost.id).status == Status::uncertain);
        CHECK(host.letters().size() == 2);
        MUST(post_sending_again(administrator, again_request("message", lost.code)));
        post.run();
        CHECK(post.by_id(lost.id).status == Status::sent);
        CHECK(host.letters().size() == 3);
    });
}

TEST_CASE("what has run out, or another channel took over, is not sent again with the rest")
{
    in_post_office([](PostOffice& post) {
        MailHost host;
        post.office.services.mail.url = host.url();
        host.say("MAIL", "550 5.7.1 not your sender");
        const auto letter = post.post();
        post.run();
        REQUIRE(post.by_id(letter.id).status == Status::technical_failure);
        const auto count = [&] {
            auto transaction = MUST(post.office.services.database->read());
            const auto now = post.office.clock.now();
            const auto found = MUST(unsent_messages(transaction, now, 10));
            CHECK(MUST(unsent_count(transaction, now, 10)) == std::ssize(found));
            return found.size();
        };
        CHECK(count() == 1);
        {
            auto transaction = MUST(post.office.services.database->write());
            MUST(transaction.change("UPDATE notification_message SET handed_to = 'sms'"));
            CHECK(MUST(unsent_count(transaction, post.office.clock.now(), 10)) == 0);
        }
        post.office.clock.pass_seconds(24 * hour);
        CHECK(count() == 0);
    });
}

TEST_CASE("of all messages of a channel with one key there is one, and what it says is the first")
{
    in_post_office([](PostOffice& post) {
        const auto with_key = [](NewMessage& message) { message.key = "tuan 12"; };
        const auto first = post.remind(Channel::email, with_key);
        const auto again = post.remind(Channel::email, with_key);
        CHECK(first.id == again.id);
        CHECK(post.list().size() == 1);
        CHECK(post.remind(Channel::sms, with_key).id != first.id);
        CHECK(first.subject == "Nhắc việc: 2 việc, hạn gần nhất 25/03/2026");
        CHECK(first.body.find("Đăng 01 tin") != std::string::npos);
        CHECK(first.purpose == "reminder");
    });
}

TEST_CASE("what lacks a key, a template, a value or somebody to ring for is refused")
{
    in_post_office([](PostOffice& post) {
        const auto refusal = [&](const NewMessage& message) {
            auto context = post.office.system_account();
            auto transaction = MUST(context.begin());
            return send(context, transaction, message).error().key;
        };
        const NewMessage whole{.channel = Channel::email,
                               .template_key = "reminder.due",
                               .address = "nga@songlam.vn",
                               .key = "k"};
        auto message = whole;
        message.key = "";
        CHECK(refusal(message) == "notification.message.key_missing");
        message.key = std::string(201, 'k');
        CHECK(refusal(message) == "notification.message.key_missing");
        CHECK(refusal(whole) == "notification.template.variable_missing");
        message = whole;
        message.template_key = "no.such";
        CHECK(refusal(message) == "notification.template.unknown");
        message = whole;
        message.channel = Channel::in_app;
        CHECK(refusal(message) == "notification.message.account_missing");
        CHECK(post.list().empty());
    });
}

TEST_CASE("a letter to an account goes to its user name, and none goes to a locked one")
{
    in_post_office([](PostOffice& post) {
        const auto root = post.office.agency("Ủy ban nhân dân tỉnh", "provincial_committee");
        auto context = post.office.system_account();
        auto transaction = MUST(context.begin());
        const auto account = MUST(identity::create_account(
            context, transaction,
            {.name = "Bế Thu Nga", .agency = root, .user_name = "nga@songlam.vn"}));
        MUST(transaction.commit());
        const auto to_account = [&](NewMessage& message) {
            message.address.clear();
            message.account = account;
        };
        CHECK(post.remind(Channel::email, to_account).address == "nga@songlam.vn");
        const auto bell = post.remind(Channel::in_app, to_account);
        CHECK(bell.status == Status::delivered);
        CHECK(bell.path == "/viec");
        CHECK(bell.body == "Đăng 01 tin về cải cách hành chính");
        CHECK(post.remind(Channel::sms, to_account).error == "notification.reason.no_address");
        const auto reaches = [&](Channel channel) {
            auto reading = MUST(context.read());
            return MUST(has_address(reading, account, channel));
        };
        CHECK(reaches(Channel::email));
        CHECK_FALSE(reaches(Channel::sms));
        auto again = MUST(context.begin());
        MUST(identity::disable_account(context, again, account));
        MUST(again.commit());
        CHECK_FALSE(reaches(Channel::email));
        CHECK(reaches(Channel::in_app));
        const auto locked = post.remind(Channel::email, to_account);
        CHECK(locked.status == Status::cancelled);
        CHECK(locked.error == "notification.reason.no_address");
        CHECK(locked.body.empty());
    });
}

}  // namespace caicach::notification
