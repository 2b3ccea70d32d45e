#include "notification/outbox.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <utility>
#include <variant>
#include <vector>

#include "identity/module.hpp"
#include "identity/testing.hpp"
#include "jobs/jobs.hpp"
#include "notification/letter_handlers.hpp"
#include "notification/limits.hpp"
#include "notification/module.hpp"
#include "organisation/module.hpp"
#include "testing/databases.hpp"

namespace caicach::notification
{
namespace
{

constexpr std::int64_t hour = 3600;

/// An office with a mail server that does not answer, and a worker that runs what is due.
class PostOffice
{
public:
    explicit PostOffice(database::Database& database)
        : office(database), m_module(module()), m_worker(database, office.clock)
    {
        office.services.mail = {
            .url = "smtp://127.0.0.1:9", .requires_tls = false, .from = "cchc@songlam.example"};
        m_module.subscribe_to(office.events);
        for (const auto& job : m_module.jobs()) {
            m_worker.register_kind(std::string(job.kind), job.limits,
                                   [this, &job](jobs::JobContext& running) {
                                       auto context = office.system_account();
                                       return job.handler(context, running);
                                   });
        }
    }

    Letter post(std::string recipient = "nga@songlam.example")
    {
        auto context = office.system_account();
        auto transaction = MUST(context.begin());
        MUST(post_letter(context, transaction,
                         {.recipient = std::move(recipient),
                          .subject = "Lời mời",
                          .body = "https://cchc.songlam.example/loi-moi/abc",
                          .expires_at = context.now() + 24 * hour}));
        MUST(transaction.commit());
        return newest();
    }
    Letter newest() { return list().front(); }
    std::vector<Letter> list()
    {
        auto transaction = MUST(office.services.database->read());
        return MUST(letters(transaction, {}, 10));
    }
    void run(std::int64_t seconds_later = 0)
    {
        office.clock.pass_seconds(seconds_later);
        m_worker.run_due();
    }
    Result<void> again(const Letter& letter)
    {
        auto context = office.system_account();
        auto transaction = MUST(context.begin());
        TRY(send_again(context, transaction, letter));
        return transaction.commit();
    }
    void pretend(const Letter& letter, std::string_view state)
    {
        auto transaction = MUST(office.services.database->write());
        MUST(transaction.change("UPDATE notification_mail SET state = $2 WHERE id = $1", letter.id,
                                state));
        MUST(transaction.commit());
    }

    identity::testing::Office office;

private:
    Module m_module;
    jobs::Worker m_worker;
};

void in_post_office(const std::function<void(PostOffice&)>& test)
{
    std::vector<database::Migration> migrations(jobs::migrations().begin(),
                                                jobs::migrations().end());
    for (const auto& manifest : {organisation::module(), identity::module(), module()})
        migrations.insert(migrations.end(), manifest.migrations().begin(),
                          manifest.migrations().end());
    caicach::testing::each_database(migrations, [&](database::Database& database) {
        PostOffice post_office(database);
        test(post_office);
    });
}

}  // namespace

TEST_CASE("a letter waits for a mail server that is away, and its text is kept so long")
{
    in_post_office([](PostOffice& post) {
        post.post();
        post.run();
        CHECK(post.newest().state == LetterState::waiting);
        CHECK(post.newest().attempts == 1);
        CHECK(post.newest().error == "net.mail.unreachable");
        CHECK_FALSE(post.newest().body.empty());
        post.run(hour);
        CHECK(post.newest().attempts == 2);
    });
}

TEST_CASE("a letter that cannot be sent fails at once, and goes again when a person says so")
{
    in_post_office([](PostOffice& post) {
        const auto letter = post.post("khong phai dia chi");
        CHECK(post.again(letter).error().key == "notification.letter.not_stuck");
        post.run();
        CHECK(post.newest().state == LetterState::failed);
        CHECK(post.newest().error == "net.mail.malformed");
        CHECK(post.newest().settled_at);
        MUST(post.again(post.newest()));
        CHECK(post.newest().state == LetterState::waiting);
        CHECK(post.office.remembered.lines.back().starts_with("notification.letter.sent_again"));
        post.run();
        CHECK(post.newest().attempts == 2);
    });
}

TEST_CASE("a letter that was being sent when the program ended is never sent by itself again")
{
    in_post_office([](PostOffice& post) {
        post.pretend(post.post(), "sending");
        post.run();
        CHECK(post.newest().state == LetterState::uncertain);
        CHECK(post.newest().attempts == 0);
        post.run(hour);
        CHECK(post.newest().state == LetterState::uncertain);
        CHECK(post.newest().can_be_sent_again(post.office.clock.now()));
    });
}

TEST_CASE("the text of a letter is forgotten when it has run out, sent or not")
{
    in_post_office([](PostOffice& post) {
        post.post();
        post.run(24 * hour);
        CHECK(post.newest().state == LetterState::expired);
        CHECK(post.newest().body.empty());
        const auto stuck = post.post("khong phai dia chi");
        post.run();
        post.run(24 * hour);
        CHECK(post.newest().state == LetterState::failed);
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
            CHECK(post.newest().recipient == "nga@songlam.example");
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
        CHECK(letter.recipient == "nga@songlam.example");
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
        post.post();
        const auto request = MUST(http::Request::create({.target = "/thu-gui-di"}));
        auto allowed = post.office.person(administrator);
        const auto page = MUST(show_letters(allowed, request));
        const auto& text = std::get<std::string>(page.body);
        CHECK(text.find("nga@songlam.example") != std::string::npos);
        CHECK(text.find("loi-moi/abc") == std::string::npos);
        auto refused = post.office.person(of_health);
        CHECK(show_letters(refused, request).error().kind == Failure::forbidden);
        CHECK(post_sending_again(refused, request).error().kind == Failure::forbidden);
    });
}

}  // namespace caicach::notification
