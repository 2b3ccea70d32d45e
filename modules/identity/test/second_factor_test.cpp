#include <cstdio>

#include "identity/second_factor/recovery_code.hpp"
#include "identity/second_factor/second_factor_policy.hpp"
#include "identity/test/second_factor_fixture.hpp"

namespace caicach::identity
{
namespace
{

using testing::cookie_in;
using testing::Guarded;
using testing::has;
using testing::in_guarded_province;
using testing::token_in;

const std::string linh = "linh@songlam.gov.vn";

/// On the page of one's own account, in the browser with that session and step.
Result<http::Response> enrolment(Guarded& guarded, const std::string& step, const std::string& code,
                                 const std::string& session)
{
    auto context = guarded.province.office.person(guarded.province.administrator);
    return enrol_own_telephone(context, Guarded::with_step(http::Method::post, {{"code", code}},
                                                           step, session, own_enrolment_path()));
}

http::Response change(Guarded& guarded, testing::Fields form)
{
    auto context = guarded.province.office.person(guarded.province.administrator);
    return MUST(change_own_second_factor(
        guarded.desk, context, testing::post_of(own_second_factor_path(), std::move(form))));
}

}  // namespace

TEST_CASE("the policy names roles, all or none, and a word that it does not know asks all")
{
    CHECK(SecondFactorPolicy("all").roles().size() == roles.size());
    CHECK(SecondFactorPolicy("none").roles().empty());
    const SecondFactorPolicy two("administrator auditor");
    CHECK(two.asks(Role::administrator));
    CHECK(two.asks(Role::auditor));
    CHECK_FALSE(two.asks(Role::editor));
    for (const auto* slip : {"", "administrators", "none adminstrator"})
        CHECK(SecondFactorPolicy(slip).asks(Role::editor));
}

TEST_CASE("a person whose role asks for it sets a telephone up before anything else")
{
    in_guarded_province([](Guarded& guarded) {
        const auto person = guarded.province.administrator;
        const auto chosen = guarded.take_up(person, linh);
        CHECK(chosen.header("Location") == second_step_path());
        CHECK(token_in(chosen).empty());
        const auto step = cookie_in(chosen, second_step_cookie);
        CHECK_FALSE(guarded.find(step));
        const auto page = guarded.look(step);
        CHECK(page.status == 200);
        CHECK(has(page, "<svg class=\"qr-code\""));
        CHECK(guarded.look(step).text() == page.text());

        CHECK(guarded.type(step, "").status == 422);
        const auto wrong = guarded.type(step, "000000");
        CHECK(wrong.status == 422);
        CHECK(has(wrong, "<svg class=\"qr-code\""));
        const auto answer = guarded.type(step, guarded.telephone(person, step));
        CHECK(answer.status == 200);
        CHECK(answer.caching == http::Caching::none);
        CHECK(Guarded::codes_on(answer).size() == limits::recovery_codes);
        const auto session = guarded.find(token_in(answer));
        REQUIRE(session);
        CHECK(session->actor.account == person);
        // The step is over, whoever keeps its cookie.
        CHECK(guarded.look(step).status == 404);
        CHECK(guarded.type(step, guarded.telephone(person)).status == 404);
    });
}

TEST_CASE("password and code sign in; the code leads on to the page asked for")
{
    in_guarded_province([](Guarded& guarded) {
        const auto person = guarded.province.administrator;
        guarded.enrolled(person, linh);
        const auto first = guarded.sign_in(linh);
        CHECK(first.status == 303);
        CHECK(token_in(first).empty());
        const auto step = cookie_in(first, second_step_cookie);
        CHECK_FALSE(has(guarded.look(step), "<svg class=\"qr-code\""));
        const auto code = guarded.telephone(person);
        const auto answer = guarded.type(step, code.substr(0, 3) + " " + code.substr(3));
        CHECK(answer.status == 303);
        CHECK(answer.header("Location") == "/ke-hoach");
        CHECK(guarded.find(token_in(answer)));
        CHECK(guarded.last_line() == "identity.session.created");
    });
}

TEST_CASE("each code is accepted once, also the one that set the telephone up")
{
    in_guarded_province([](Guarded& guarded) {
        const auto person = guarded.province.administrator;
        const auto step = cookie_in(guarded.take_up(person, linh), second_step_cookie);
        const auto code = guarded.telephone(person, step);
        CHECK(guarded.type(step, code).status == 200);
        const auto again = [&](const std::string& typed) {
            return guarded.type(cookie_in(guarded.sign_in(linh), second_step_cookie), typed);
        };
        CHECK(again(code).status == 422);
        guarded.clock().pass_seconds(30);
        const auto next = guarded.telephone(person);
        CHECK(again(next).status == 303);
        CHECK(again(next).status == 422);
        CHECK(guarded.last_line() == "identity.second_step.refused");
    });
}

TEST_CASE("a session that a password alone began serves nobody whose role asks for more")
{
    in_guarded_province([](Guarded& guarded) {
        auto& office = guarded.province.office;
        // As before the setting was changed, or before the person had a role.
        office.services.second_factor_roles = "none";
        const auto token = token_in(guarded.take_up(guarded.province.administrator, linh));
        auto transaction = MUST(office.services.database->read());
        CHECK(MUST(office.gate.find(transaction, token, office.clock.now())));
        CHECK_FALSE(guarded.find(token));
        SessionGate some(office.authority, "editor");
        CHECK(MUST(some.find(transaction, token, office.clock.now())));
    });
}

TEST_CASE("who needs no second factor may have one, and is asked for it from then on")
{
    in_guarded_province([](Guarded& guarded) {
        auto& office = guarded.province.office;
        office.services.second_factor_roles = "none";
        const auto person = guarded.province.administrator;
        const auto session = token_in(guarded.take_up(person, linh));
        const auto elsewhere = token_in(guarded.sign_in(linh));
        CHECK(change(guarded, {{"password", "sai"}, {"viec", "dien-thoai"}}).status == 422);
        const auto begun =
            change(guarded, {{"password", testing::good_password}, {"viec", "dien-thoai"}});
        CHECK(begun.header("Location") == own_enrolment_path());
        const auto step = cookie_in(begun, second_step_cookie);
        // It is no step of a sign-in.
        CHECK(guarded.look(step).status == 404);
        CHECK(MUST(enrolment(guarded, step, "000000", session)).status == 422);
        const auto code = guarded.telephone(person, step);
        const auto answer = MUST(enrolment(guarded, step, code, session));
        CHECK(Guarded::codes_on(answer).size() == limits::recovery_codes);
        // The session goes on under a new token; that of the other browser ends.
        CHECK(guarded.find(token_in(answer)));
        CHECK_FALSE(guarded.find(session));
        auto transaction = MUST(office.services.database->read());
        CHECK_FALSE(MUST(office.gate.find(transaction, elsewhere, office.clock.now())));
        CHECK(guarded.sign_in(linh).header("Location") == second_step_path());
    });
}

TEST_CASE("moving to another telephone asks password and code, and the old one opens nothing more")
{
    in_guarded_province([](Guarded& guarded) {
        const auto person = guarded.province.administrator;
        guarded.enrolled(person, linh);
        const auto session = guarded.session(person, linh);
        const auto& password = testing::good_password;
        CHECK(change(guarded, {{"password", password}, {"viec", "dien-thoai"}}).status == 422);
        CHECK(change(guarded, {{"password", password}, {"code", "000000"}}).status == 422);
        const auto old = guarded.telephone(person);
        const auto begun = change(guarded, {{"password", password}, {"code", old}});
        CHECK(begun.status == 303);
        const auto step = cookie_in(begun, second_step_cookie);
        CHECK(MUST(enrolment(guarded, step, guarded.telephone(person, step), session)).status ==
              200);
        CHECK(enrolment(guarded, step, "000000", session).error().key == "identity.enrolment.over");
    });
}

TEST_CASE("the page to set a telephone up is of the person and the browser that began it")
{
    in_guarded_province([](Guarded& guarded) {
        guarded.province.office.services.second_factor_roles = "none";
        guarded.take_up(guarded.province.administrator, linh);
        const auto step = cookie_in(
            change(guarded, {{"password", testing::good_password}, {"viec", "dien-thoai"}}),
            second_step_cookie);
        const auto page = [&](AccountId account, const std::string& cookie) {
            auto context = guarded.province.office.person(account);
            return show_own_enrolment(context, Guarded::with_step(http::Method::get, {}, cookie, {},
                                                                  own_enrolment_path()));
        };
        CHECK(page(guarded.province.administrator, step));
        CHECK_FALSE(page(guarded.province.of_health, step));
        CHECK_FALSE(page(guarded.province.administrator, ""));
        guarded.clock().pass_seconds(limits::second_step_seconds);
        CHECK_FALSE(page(guarded.province.administrator, step));
    });
}

TEST_CASE("a recovery code is typed as people copy it, and no other text is one")
{
    const auto code = make_recovery_code();
    CHECK(code.size() == limits::recovery_code_length + 5);
    const auto parsed = parse_recovery_code(code);
    REQUIRE(parsed);
    CHECK(parse_recovery_code(" " + *parsed + " ") == parsed);
    CHECK(parse_recovery_code("oil0-0000-0000-0000-0000-0000") == "011000000000000000000000");
    for (const auto* text : {"", "0000", "0000-0000-0000-0000-0000-000U", "123456"})
        CHECK_FALSE(parse_recovery_code(text));
    CHECK_FALSE(parse_recovery_code(std::string(1000, '0')));
    CHECK(make_recovery_code() != code);
}

TEST_CASE("in the database stands no secret, and one moved to another's row opens nothing")
{
    in_guarded_province([](Guarded& guarded) {
        auto context = guarded.province.office.system_account();
        const auto key = MUST(second_factor_key(context));
        const auto mine = guarded.province.administrator;
        const auto sealed = make_secret(key, mine);
        CHECK(MUST(open_secret(key, mine, sealed)).size() == crypto::code_secret_bytes);
        const auto moved = open_secret(key, guarded.province.of_health, sealed);
        REQUIRE_FALSE(moved);
        CHECK(moved.error().key == "identity.second_factor.key_wrong");
        guarded.enrolled(mine, linh);
        CHECK(MUST(find_unreadable_secrets(context)).empty());
        // As after a restore that left the key behind.
        const auto path = guarded.province.office.services.data_folder + "/identity.key";
        REQUIRE(std::remove(path.c_str()) == 0);
        CHECK(MUST(find_unreadable_secrets(context)).size() == 1);
    });
}

}  // namespace caicach::identity
