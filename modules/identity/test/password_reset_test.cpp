#include "identity/passwords/password_reset.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "identity/accounts/invitation.hpp"
#include "identity/accounts/own_account_handlers.hpp"
#include "identity/limits.hpp"
#include "identity/oidc/oidc_link_store.hpp"
#include "identity/passwords/password_reset_handlers.hpp"
#include "identity/passwords/password_reset_job.hpp"
#include "identity/test/second_factor_fixture.hpp"
#include "jobs/jobs.hpp"
#include "jobs/worker.hpp"

namespace caicach::identity
{
namespace
{

using testing::cookie_in;
using testing::good_password;
using testing::Guarded;
using testing::has;
using testing::in_guarded_province;
using testing::post_of;
using testing::request_of;
using testing::token_in;

const std::string linh = "linh@songlam.gov.vn";
const std::string site = "https://cchc.songlam.example";
const std::string newer_password = "lúa chín đầy đồng tháng năm";

/// A house that sends letters, and what stands in them.
class Mailroom
{
public:
    explicit Mailroom(Guarded& in) : guarded(in)
    {
        auto& services = guarded.province.office.services;
        services.second_factor_roles = "none";
        services.site = site;
        services.mail = {.url = "smtp://127.0.0.1:9", .from = "cchc@songlam.example"};
        auto& events = guarded.province.office.events;
        events.subscribe<PasswordResetAsked>(
            [this](Context&, database::Transaction&, const PasswordResetAsked& letter) {
                answers.push_back(letter);
                return Result<void>{};
            });
        events.subscribe<PasswordRenewed>(
            [this](Context&, database::Transaction&, const PasswordRenewed& letter) {
                notices.push_back(letter);
                return Result<void>{};
            });
    }

    Guarded& guarded;
    std::vector<PasswordResetAsked> answers{};
    std::vector<PasswordRenewed> notices{};

    /// Asks, as a stranger does; nothing is written to anybody yet.
    http::Response ask(const std::string& user_name)
    {
        auto context = guarded.province.office.nobody();
        return MUST(ask_for_reset(guarded.desk, context,
                                  post_of(forgotten_path(), {{"user_name", user_name}})));
    }
    /// Writes what is due; answers how many jobs there were.
    int run()
    {
        auto& office = guarded.province.office;
        jobs::Worker worker(*office.services.database, office.clock);
        worker.register_kind(std::string(reset_job), {}, [&](jobs::JobContext& job) {
            auto context = office.system_account();
            return run_reset_job(context, job);
        });
        return worker.run_due();
    }
    /// The path of the letter that the owner of the name finds.
    std::string letter_to(const std::string& user_name)
    {
        ask(user_name);
        run();
        REQUIRE(!answers.empty());
        REQUIRE(answers.back().to == user_name);
        return answers.back().address.substr(site.size());
    }
    [[nodiscard]] http::Response look(const std::string& path) const
    {
        auto context = guarded.province.office.nobody();
        return MUST(show_reset(context, request_of(http::Method::get, path, {}, token_of(path))));
    }
    [[nodiscard]] http::Response choose(const std::string& path,
                                        const std::string& password = newer_password) const
    {
        auto context = guarded.province.office.nobody();
        return MUST(accept_reset(
            guarded.desk, context,
            post_of(path, {{"password", password}, {"password_again", password}}, token_of(path))));
    }
    /// Whether that session still is one.
    [[nodiscard]] bool is_in(const std::string& session) const
    {
        auto transaction = MUST(guarded.province.office.services.database->read());
        const auto now = guarded.clock().now();
        return MUST(guarded.province.office.gate.find(transaction, session, now)).has_value();
    }

private:
    static testing::Fields token_of(const std::string& path)
    {
        return {{"token", path.substr(path.rfind('/') + 1)}};
    }
};

void in_mailroom(const std::function<void(Mailroom&)>& test)
{
    in_guarded_province([&](Guarded& guarded) {
        Mailroom mailroom(guarded);
        test(mailroom);
    });
}

bool refuses(const http::Response& answer, std::string_view key)
{
    return answer.status == 404 && has(answer, key) && has(answer, forgotten_path());
}

}  // namespace

TEST_CASE("a name that nobody has, one with a password and a disabled one hear the same at once")
{
    in_mailroom([](Mailroom& mail) {
        auto& province = mail.guarded.province;
        mail.guarded.take_up(province.administrator, linh);
        mail.guarded.take_up(province.of_health, "ca@songlam.gov.vn");
        auto context = province.office.system_account();
        auto transaction = MUST(context.begin());
        MUST(disable_account(context, transaction, province.of_health));
        MUST(transaction.commit());
        for (const auto& name :
             {linh, std::string("ai@songlam.gov.vn"), std::string("ca@songlam.gov.vn")}) {
            const auto before = mail.answers.size();
            const auto answer = mail.ask(name);
            CHECK(answer.status == 303);
            CHECK(answer.header("Location") == "/quen-mat-khau");
            CHECK(cookie_in(answer, "loi-nhan") == cookie_in(mail.ask(linh), "loi-nhan"));
            CHECK(mail.answers.size() == before);  // what differs is not done while they wait
        }
        // A job for each, also for nobody.
        CHECK(mail.run() == 6);
        CHECK(std::ranges::count(mail.answers, ResetAnswer::way_in, &PasswordResetAsked::answer) ==
              4);
        CHECK(std::ranges::count(mail.answers, ResetAnswer::disabled,
                                 &PasswordResetAsked::answer) == 1);
        CHECK(mail.answers.size() == 5);
    });
}

TEST_CASE("the letter's address is looked at often and used once; the owner hears of it")
{
    in_mailroom([](Mailroom& mail) {
        auto& province = mail.guarded.province;
        const auto first = token_in(mail.guarded.take_up(province.administrator, linh));
        const auto slip = province.invitation(province.administrator);
        const auto path = mail.letter_to(linh);
        CHECK(mail.guarded.last_line() == "identity.password_reset.asked");
        for (int at = 0; at < 3; ++at) {
            const auto page = mail.look(path);
            CHECK(page.status == 200);
            CHECK(has(page, linh));
        }
        CHECK(mail.is_in(first));
        CHECK(mail.notices.empty());
        const auto answer = mail.choose(path);
        CHECK(answer.status == 303);
        CHECK(answer.header("Location") == sign_in_path());
        CHECK(token_in(answer).empty());
        CHECK(mail.guarded.last_line() == "identity.password.reset");
        CHECK_FALSE(mail.is_in(first));
        REQUIRE(mail.notices.size() == 1);
        CHECK(mail.notices.back().to == linh);
        CHECK(mail.guarded.sign_in(linh).status == 422);
        CHECK(mail.guarded.sign_in(linh, newer_password).status == 303);
        CHECK(refuses(mail.look(path), "identity.reset.unknown"));
        CHECK(refuses(mail.choose(path), "identity.reset.unknown"));
        auto context = province.office.nobody();
        auto transaction = MUST(context.read());
        CHECK(InvitationStore{transaction}.find(slip.substr(slip.rfind('/') + 1)).error().key ==
              "identity.invitation.unknown");
    });
}

TEST_CASE("a password from a letter still asks for the second factor")
{
    in_mailroom([](Mailroom& mail) {
        auto& guarded = mail.guarded;
        guarded.province.office.services.second_factor_roles = "all";
        guarded.enrolled(guarded.province.administrator, linh);
        CHECK(mail.choose(mail.letter_to(linh)).status == 303);
        const auto answer = guarded.sign_in(linh, newer_password);
        CHECK(token_in(answer).empty());
        const auto step = cookie_in(answer, second_step_cookie);
        CHECK_FALSE(has(guarded.look(step), "<svg class=\"qr-code\""));
        const auto in = guarded.type(step, guarded.telephone(guarded.province.administrator));
        CHECK(guarded.find(token_in(in)));
    });
}

TEST_CASE("programs of the account lose their tokens with the old password")
{
    in_mailroom([](Mailroom& mail) {
        auto& province = mail.guarded.province;
        mail.guarded.take_up(province.administrator, linh);
        auto context = province.office.system_account();
        const auto made = testing::token_of(context, province.administrator, {"plan.read"});
        CHECK(mail.choose(mail.letter_to(linh)).status == 303);
        auto transaction = MUST(context.read());
        CHECK(MUST(ApiTokenStore{transaction}.by_id(made.token.id)).is_revoked);
    });
}

TEST_CASE("the address ends after an hour, with another new password, and with the account")
{
    in_mailroom([](Mailroom& mail) {
        auto& province = mail.guarded.province;
        mail.guarded.take_up(province.administrator, linh);
        const auto late = mail.letter_to(linh);
        province.office.clock.pass_seconds(limits::reset_seconds - 1);
        CHECK(mail.look(late).status == 200);
        province.office.clock.pass_seconds(1);
        CHECK(refuses(mail.look(late), "identity.reset.expired"));
        CHECK(refuses(mail.choose(late), "identity.reset.expired"));

        const auto before_slip = mail.letter_to(linh);
        mail.guarded.take_up(province.administrator, linh);
        CHECK(refuses(mail.choose(before_slip), "identity.reset.unknown"));

        const auto before_disabling = mail.letter_to(linh);
        auto context = province.office.system_account();
        auto transaction = MUST(context.begin());
        MUST(disable_account(context, transaction, province.administrator));
        MUST(transaction.commit());
        CHECK(refuses(mail.look(before_disabling), "identity.link.account_disabled"));
        CHECK(refuses(mail.choose(before_disabling), "identity.link.account_disabled"));
    });
}

TEST_CASE("whoever asks again in somebody's name does not spoil the letter on its way")
{
    in_mailroom([](Mailroom& mail) {
        mail.guarded.take_up(mail.guarded.province.administrator, linh);
        const auto first = mail.letter_to(linh);
        const auto second = mail.letter_to(linh);
        CHECK(first != second);
        CHECK(mail.choose(first).status == 303);
        CHECK(refuses(mail.choose(second), "identity.reset.unknown"));
    });
}

TEST_CASE("a changed user name takes the letters to the old mailbox along")
{
    in_mailroom([](Mailroom& mail) {
        auto& province = mail.guarded.province;
        mail.guarded.take_up(province.administrator, linh);
        const auto path = mail.letter_to(linh);
        auto context = province.office.system_account();
        auto transaction = MUST(context.begin());
        MUST(correct_account(context, transaction, province.administrator,
                             {.user_name = "khuat.linh@songlam.gov.vn"}));
        MUST(transaction.commit());
        CHECK(refuses(mail.look(path), "identity.reset.unknown"));
        // Which field, never what stands in it: the trail keeps no name that was wrong.
        CHECK(province.office.remembered.lines.back() ==
              R"(identity.account.corrected {"changed":["user_name"]})");
    });
}

TEST_CASE("a disabled account gets no way in again by having asked before")
{
    in_mailroom([](Mailroom& mail) {
        auto& province = mail.guarded.province;
        mail.guarded.take_up(province.administrator, linh);
        const auto path = mail.letter_to(linh);
        auto context = province.office.system_account();
        auto transaction = MUST(context.begin());
        MUST(disable_account(context, transaction, province.administrator));
        MUST(reopen_account(context, transaction, province.administrator));
        MUST(transaction.commit());
        CHECK(refuses(mail.look(path), "identity.reset.unknown"));
    });
}

TEST_CASE("who has no password to forget is told what to do instead, and gets no way in")
{
    in_mailroom([](Mailroom& mail) {
        auto& province = mail.guarded.province;
        auto& office = province.office;
        auto context = office.system_account();
        auto transaction = MUST(context.begin());
        const auto invited = MUST(create_account(
            context, transaction, {"Mạc Gia Bảo", province.health, "bao@songlam.gov.vn"}));
        MUST(transaction.commit());
        mail.ask("bao@songlam.gov.vn");
        mail.run();
        REQUIRE(mail.answers.size() == 1);
        CHECK(mail.answers.back().answer == ResetAnswer::never_activated);
        CHECK(mail.answers.back().address.empty());

        office.services.sign_in_provider = {.issuer = "https://sso.songlam.example",
                                            .name = "Cổng định danh"};
        auto linking = MUST(context.begin());
        MUST(OidcLinkStore{linking}.link(invited, "https://sso.songlam.example", "42",
                                         office.clock.now()));
        MUST(linking.commit());
        mail.ask("bao@songlam.gov.vn");
        mail.run();
        CHECK(mail.answers.back().answer == ResetAnswer::at_provider);
        CHECK(mail.answers.back().provider == "Cổng định danh");
        CHECK(mail.answers.back().address.empty());
        // The provider is gone: it is the administrator who helps.
        office.services.sign_in_provider = {};
        mail.ask("bao@songlam.gov.vn");
        mail.run();
        CHECK(mail.answers.back().answer == ResetAnswer::never_activated);
    });
}

TEST_CASE("five letters to one name in half an hour; beyond that nothing is sent, nothing is said")
{
    in_mailroom([](Mailroom& mail) {
        mail.guarded.take_up(mail.guarded.province.administrator, linh);
        for (int at = 0; at < 5; ++at) CHECK(mail.ask(linh).status == 303);
        CHECK(mail.run() == 5);
        CHECK(mail.ask(linh).status == 303);
        CHECK(mail.ask(" LINH@songlam.gov.vn").status == 303);
        CHECK(mail.run() == 0);
        CHECK(mail.ask("khac@songlam.gov.vn").status == 303);
        CHECK(mail.run() == 1);
        mail.guarded.clock().pass_seconds(6 * 60);
        mail.ask(linh);
        CHECK(mail.run() == 1);
    });
}

TEST_CASE("the letter leads to the province's own site, whatever host the request names")
{
    in_mailroom([](Mailroom& mail) {
        mail.guarded.take_up(mail.guarded.province.administrator, linh);
        mail.ask(linh);  // at cchc.songlam.gov.vn, as the test's browser says
        mail.run();
        CHECK(mail.answers.back().address.starts_with(site + "/quen-mat-khau/"));
    });
}

TEST_CASE("a refused choice is shown beside its field and uses nothing up")
{
    in_mailroom([](Mailroom& mail) {
        mail.guarded.take_up(mail.guarded.province.administrator, linh);
        const auto path = mail.letter_to(linh);
        CHECK(mail.choose(path, "ngắn").status == 422);
        CHECK(has(mail.choose(path, "ngắn"), "identity.password.too_short"));
        CHECK(has(mail.choose(path, "Khuất Duy Linh"), "identity.password.context"));
        auto context = mail.guarded.province.office.nobody();
        const auto differs = MUST(accept_reset(
            mail.guarded.desk, context,
            post_of(path, {{"password", newer_password}, {"password_again", good_password}},
                    {{"token", path.substr(path.rfind('/') + 1)}})));
        CHECK(has(differs, "identity.password.differs"));
        CHECK_FALSE(has(differs, newer_password));
        CHECK(mail.choose(path).status == 303);
    });
}

TEST_CASE("what is no user name is said at once; without a mail server the page says whom to ask")
{
    in_mailroom([](Mailroom& mail) {
        const auto malformed = mail.ask("không phải thư");
        CHECK(malformed.status == 422);
        CHECK(has(malformed, "identity.account.user_name_malformed"));
        CHECK(mail.run() == 0);
        mail.guarded.province.office.services.mail = {};
        auto context = mail.guarded.province.office.nobody();
        const auto page = MUST(show_forgotten(context, request_of(http::Method::get, "/")));
        CHECK(has(page, "giấy mời mới"));
        CHECK_FALSE(has(page, "user_name"));
        CHECK(has(mail.ask(linh), "giấy mời mới"));
        CHECK(mail.run() == 0);
    });
}

TEST_CASE("letters that wait while the mail server is switched off are not written")
{
    in_mailroom([](Mailroom& mail) {
        mail.guarded.take_up(mail.guarded.province.administrator, linh);
        mail.ask(linh);
        mail.guarded.province.office.services.mail = {};
        CHECK(mail.run() == 1);
        CHECK(mail.answers.empty());
    });
}

TEST_CASE("changing the password ends letters on their way and tells the owner; the first does not")
{
    in_mailroom([](Mailroom& mail) {
        auto& province = mail.guarded.province;
        const auto session = token_in(mail.guarded.take_up(province.administrator, linh));
        CHECK(mail.notices.empty());
        const auto path = mail.letter_to(linh);
        auto context = province.office.person(province.administrator);
        const auto changed = MUST(change_password(
            mail.guarded.desk, context,
            post_of(own_account_path() + "/mat-khau",
                    {{"old_password", good_password}, {"password", newer_password}}, {}, session)));
        CHECK(changed.status == 303);
        CHECK(mail.notices.size() == 1);
        CHECK(refuses(mail.look(path), "identity.reset.unknown"));
    });
}

}  // namespace caicach::identity
