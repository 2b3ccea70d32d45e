#include "identity/accounts/invitation.hpp"
#include "identity/accounts/own_account_handlers.hpp"
#include "identity/limits.hpp"
#include "identity/passwords/password_handlers.hpp"
#include "identity/passwords/password_store.hpp"
#include "identity/sessions/session_beginning.hpp"
#include "identity/sign_in/sign_in_handlers.hpp"
#include "identity/test/accounts_fixture.hpp"

namespace caicach::identity
{
namespace
{

const auto failures_free = http::RatePolicies{}.sign_in_account.rates.front().count;

using testing::has;
using testing::in_province;
using testing::post_of;
using testing::Province;
using testing::request_of;
using testing::token_in;

const std::string good = "chuồn chuồn bay thấp";
const std::string user_name = "linh@songlam.gov.vn";

/// Cheap, so that a test of many passwords takes no minutes.
PasswordDesk cheap_desk()
{
    return PasswordDesk(crypto::PasswordHasher({.operations = 1, .memory_bytes = 16 * 1024}));
}

Result<http::Response> accept(const PasswordDesk& desk, Province& province, const std::string& path,
                              const std::string& name = user_name,
                              const std::string& password = good)
{
    auto context = province.office.nobody();
    return accept_invitation(
        desk, context,
        post_of(path, {{"user_name", name}, {"password", password}, {"password_again", password}},
                {{"token", path.substr(path.rfind('/') + 1)}}));
}

Result<http::Response> look(Province& province, const std::string& path)
{
    auto context = province.office.nobody();
    return show_invitation(context, request_of(http::Method::get, path, {},
                                               {{"token", path.substr(path.rfind('/') + 1)}}));
}

http::Response sign_in(PasswordDesk& desk, Province& province, const std::string& name,
                       const std::string& password, const std::string& target = "/ke-hoach?nam=2")
{
    auto context = province.office.nobody();
    return MUST(create_session_by_password(
        desk, context,
        post_of("/dang-nhap", {{"user_name", name}, {"password", password}, {"tiep", target}})));
}

std::optional<Session> find(Province& province, const std::string& token)
{
    auto transaction = MUST(province.office.services.database->read());
    return MUST(province.office.gate.find(transaction, token, province.office.clock.now()));
}

bool refuses(const Result<http::Response>& answer, std::string_view key)
{
    return answer && answer->status == 404 && token_in(*answer).empty() && has(*answer, key);
}

}  // namespace

TEST_CASE("an invitation is looked at often and used once: user name, password, signed in")
{
    in_province([](Province& province) {
        const auto desk = cheap_desk();
        const auto path = province.invitation(province.administrator);
        for (int at = 0; at < 3; ++at) {
            const auto page = MUST(look(province, path));
            CHECK(page.status == 200);
            CHECK(has(page, "Khuất Duy Linh"));
            CHECK(token_in(page).empty());
        }
        const auto answer = MUST(accept(desk, province, path));
        CHECK(answer.status == 303);
        const auto session = find(province, token_in(answer));
        REQUIRE(session);
        CHECK(session->actor.account == province.administrator);
        const auto& lines = province.office.remembered.lines;
        REQUIRE(lines.size() > 2);
        CHECK(lines.at(lines.size() - 2) == "identity.password.set");
        CHECK(lines.back() == "identity.session.created");
        CHECK(refuses(accept(desk, province, path), "identity.invitation.used"));
        CHECK(refuses(look(province, path), "identity.invitation.used"));
    });
}

TEST_CASE("a newer invitation kills the older; each expires; unknown and disabled say so")
{
    in_province([](Province& province) {
        const auto desk = cheap_desk();
        const auto older = province.invitation(province.of_health);
        const auto newer = province.invitation(province.of_health);
        CHECK(refuses(look(province, older), "identity.invitation.unknown"));
        CHECK(refuses(accept(desk, province, older), "identity.invitation.unknown"));
        CHECK(refuses(look(province, "/loi-moi/" + std::string(43, 'a')),
                      "identity.invitation.unknown"));
        province.office.clock.pass_seconds(3600);
        CHECK(refuses(look(province, newer), "identity.invitation.expired"));
        CHECK(refuses(accept(desk, province, newer), "identity.invitation.expired"));
        const auto last = province.invitation(province.of_health);
        auto context = province.office.system_account();
        auto transaction = MUST(context.begin());
        MUST(disable_account(context, transaction, province.of_health));
        CHECK(invite(context, transaction, province.of_health, 60).error().kind ==
              Failure::conflict);
        MUST(transaction.commit());
        CHECK(refuses(accept(desk, province, last), "identity.link.account_disabled"));
    });
}

TEST_CASE("a refused choice uses nothing up and keeps the user name")
{
    in_province([](Province& province) {
        const auto desk = cheap_desk();
        const auto path = province.invitation(province.administrator);
        const auto refused = [&](const std::string& name, const std::string& password,
                                 std::string_view key) {
            const auto answer = MUST(accept(desk, province, path, name, password));
            CHECK(answer.status == 422);
            CHECK(has(answer, key));
            CHECK(has(answer, "value=\"" + name + "\""));
            CHECK_FALSE(has(answer, "value=\"" + password));
            CHECK(token_in(answer).empty());
        };
        refused(user_name, "ngắn", "identity.password.too_short");
        refused(user_name, "Khuất Duy Linh", "identity.password.context");
        refused("không phải thư", good, "identity.account.user_name_malformed");
        CHECK(MUST(accept(desk, province, path)).status == 303);
        const auto other = province.invitation(province.of_health);
        CHECK(MUST(accept(desk, province, other)).status == 409);
        CHECK(MUST(accept(desk, province, other, "ca@songlam.gov.vn")).status == 303);
    });
}

TEST_CASE(
    "user name and password sign in, in any case of letters, and lead on to the page asked for")
{
    in_province([](Province& province) {
        auto desk = cheap_desk();
        const auto first =
            token_in(MUST(accept(desk, province, province.invitation(province.administrator))));
        const auto answer = sign_in(desk, province, " LINH@songlam.gov.vn ", good);
        CHECK(answer.status == 303);
        CHECK(answer.header("Location") == "/ke-hoach?nam=2");
        const auto token = token_in(answer);
        CHECK(token != first);
        CHECK(find(province, token));
        CHECK(find(province, first));
        for (const auto* target : {"//evil.example/", "https://evil.example", "/\\evil",
                                   "/dang-xuat", "/dang-nhap?tiep=/x", ""})
            CHECK(sign_in(desk, province, user_name, good, target).header("Location") == "/");
    });
}

TEST_CASE("an unknown name, a wrong password and a disabled account hear the same")
{
    in_province([](Province& province) {
        auto desk = cheap_desk();
        MUST(accept(desk, province, province.invitation(province.administrator)));
        const auto wrong = sign_in(desk, province, user_name, "sai hẳn rồi");
        CHECK(wrong.status == 422);
        CHECK(has(wrong, "identity.sign_in.refused"));
        CHECK(has(wrong, user_name));
        CHECK_FALSE(has(wrong, "sai hẳn rồi"));
        CHECK(province.office.remembered.lines.back() == "identity.session.refused");
        auto unknown = sign_in(desk, province, "ai@songlam.gov.vn", "sai hẳn rồi").text();
        unknown.replace(unknown.find("ai@songlam"), 2, "linh");
        CHECK(unknown == wrong.text());
        auto context = province.office.system_account();
        auto transaction = MUST(context.begin());
        MUST(disable_account(context, transaction, province.administrator));
        MUST(transaction.commit());
        CHECK(sign_in(desk, province, user_name, good).text() == wrong.text());
        CHECK(has(sign_in(desk, province, user_name, ""), "identity.sign_in.incomplete"));
    });
}

TEST_CASE("too many failures: 429 says when to come back, the right password too must wait")
{
    in_province([](Province& province) {
        auto desk = cheap_desk();
        MUST(accept(desk, province, province.invitation(province.administrator)));
        for (int at = 0; at < failures_free; ++at)
            CHECK(sign_in(desk, province, user_name, "sai").status == 422);
        const auto delayed = sign_in(desk, province, user_name, good);
        CHECK(delayed.status == 429);
        CHECK(delayed.header("Retry-After") == "30");
        CHECK(has(delayed, user_name));
        province.office.clock.pass_seconds(31);
        CHECK(sign_in(desk, province, user_name, good).status == 303);
    });
}

TEST_CASE("a hash of an older cost is made anew at the next sign-in")
{
    in_province([](Province& province) {
        MUST(accept(cheap_desk(), province, province.invitation(province.administrator)));
        const auto hash = [&] {
            auto transaction = MUST(province.office.services.database->read());
            return MUST(PasswordStore{transaction}.hash_of(province.administrator)).value();
        };
        const auto before = hash();
        PasswordDesk dearer(crypto::PasswordHasher({.operations = 2, .memory_bytes = 32 * 1024}));
        CHECK(sign_in(dearer, province, user_name, good).status == 303);
        CHECK(hash() != before);
        CHECK(sign_in(dearer, province, user_name, good).status == 303);
    });
}

TEST_CASE("changing the password asks the old one and ends the other sessions")
{
    in_province([](Province& province) {
        auto desk = cheap_desk();
        const auto other =
            token_in(MUST(accept(desk, province, province.invitation(province.administrator))));
        const auto mine = token_in(sign_in(desk, province, user_name, good));
        const auto change = [&](const std::string& old, const std::string& fresh) {
            auto context = province.office.person(province.administrator);
            return MUST(
                change_password(desk, context,
                                post_of("/tai-khoan/cua-toi/mat-khau",
                                        {{"old_password", old}, {"password", fresh}}, {}, mine)));
        };
        CHECK(has(change("sai", "mùa gặt tháng mười"), "identity.password.wrong"));
        CHECK(has(change(good, "matkhau123"), "identity.password.common"));
        CHECK(find(province, other));
        CHECK(change(good, "mùa gặt tháng mười").status == 303);
        CHECK(province.office.remembered.lines.back() == "identity.password.changed");
        CHECK(find(province, mine));
        CHECK_FALSE(find(province, other));
        CHECK(sign_in(desk, province, user_name, good).status == 422);
        CHECK(sign_in(desk, province, user_name, "mùa gặt tháng mười").status == 303);
        for (int at = 0; at < failures_free; ++at) change("sai", "x");
        CHECK(change("sai", "x").status == 429);
    });
}

TEST_CASE("a person sees their own sessions and ends them, and nobody else's")
{
    in_province([](Province& province) {
        auto desk = cheap_desk();
        const auto first =
            token_in(MUST(accept(desk, province, province.invitation(province.administrator))));
        const auto mine = token_in(sign_in(desk, province, user_name, good));
        const auto foreign = token_in(MUST(
            accept(desk, province, province.invitation(province.of_health), "ca@songlam.gov.vn")));
        auto context = province.office.person(province.administrator);
        const auto page = MUST(show_own_account(
            context, request_of(http::Method::get, own_account_path(), {}, {}, mine)));
        CHECK(has(page, "Firefox trên Windows"));
        CHECK(has(page, "127.0.0.1"));
        CHECK(has(page, "Phiên này"));
        const auto end = [&](testing::Fields fields) {
            return MUST(end_sessions(
                context, post_of(own_account_path() + "/phien", std::move(fields), {}, mine)));
        };
        const auto handle = [&](const std::string& token) {
            return token_hash(token).value().substr(0, limits::session_handle_length);
        };
        end({{"phien", handle(foreign)}});
        CHECK(find(province, foreign));
        CHECK(end({{"phien", handle(first)}}).status == 303);
        CHECK_FALSE(find(province, first));
        CHECK(province.office.remembered.lines.back() == "identity.session.ended");
        const auto again = token_in(sign_in(desk, province, user_name, good));
        end({});
        CHECK_FALSE(find(province, again));
        CHECK(find(province, mine));
        CHECK(find(province, foreign));
    });
}

TEST_CASE("the sign-in page keeps where one wanted to go, if it is ours")
{
    CHECK(sign_in_path("/soan-ke-hoach?tu=20") == "/dang-nhap?tiep=%2Fsoan-ke-hoach%3Ftu%3D20");
    CHECK(sign_in_path("/") == "/dang-nhap");
    CHECK(sign_in_path("//evil.example") == "/dang-nhap");
}

}  // namespace caicach::identity
