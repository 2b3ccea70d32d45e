#include <algorithm>

#include "identity/accounts/account_care_handlers.hpp"
#include "identity/test/second_factor_fixture.hpp"

/// A telephone is lost: the ways back in, and those that are none.
namespace caicach::identity
{
namespace
{

using testing::cookie_in;
using testing::Guarded;
using testing::has;
using testing::in_guarded_province;
using testing::token_in;

const std::string ca = "ca@songlam.gov.vn";

Result<http::Response> remove(Guarded& guarded, AccountId by, AccountId account,
                              const std::string& reason = "lost")
{
    auto context = guarded.province.office.person(by);
    const auto code = guarded.province.code_of(account);
    return post_second_factor_removal(
        context, testing::post_of("/tai-khoan/" + code + "/hai-buoc", {{"reason", reason}},
                                  {{"account", code}}));
}

}  // namespace

TEST_CASE("each of the ten recovery codes opens the account once, and how many are left is told")
{
    in_guarded_province([](Guarded& guarded) {
        const auto person = guarded.province.of_health;
        const auto codes = guarded.enrolled(person, ca);
        REQUIRE(codes.size() == 10);
        const auto with = [&](const std::string& code) {
            return guarded.type(cookie_in(guarded.sign_in(ca), second_step_cookie), code);
        };
        for (const auto& code : codes) {
            const auto answer = with(code);
            CHECK(answer.status == 303);
            CHECK(answer.header("Location") == own_second_factor_path());
            CHECK(guarded.find(token_in(answer)));
            CHECK(with(code).status == 422);
        }
        const auto& lines = guarded.province.office.remembered.lines;
        CHECK(std::ranges::count(lines, "identity.recovery_code.used") == 10);
        auto context = guarded.province.office.person(person);
        const auto page = MUST(show_own_second_factor(
            context, testing::request_of(http::Method::get, own_second_factor_path())));
        CHECK(has(page, "còn 0 trên 10"));
    });
}

TEST_CASE("new recovery codes ask password and code, and the old ones die")
{
    in_guarded_province([](Guarded& guarded) {
        const auto person = guarded.province.of_health;
        const auto old = guarded.enrolled(person, ca);
        const auto renew = [&](const std::string& password, const std::string& code) {
            auto context = guarded.province.office.person(person);
            return MUST(change_own_second_factor(
                guarded.desk, context,
                testing::post_of(own_second_factor_path(),
                                 {{"password", password}, {"code", code}, {"viec", "ma"}})));
        };
        CHECK(renew("sai", guarded.telephone(person)).status == 422);
        CHECK(renew(testing::good_password, "").status == 422);
        const auto fresh =
            Guarded::codes_on(renew(testing::good_password, guarded.telephone(person)));
        REQUIRE(fresh.size() == 10);
        CHECK(guarded.last_line() == "identity.recovery_codes.renewed");
        const auto with = [&](const std::string& code) {
            return guarded.type(cookie_in(guarded.sign_in(ca), second_step_cookie), code).status;
        };
        CHECK(with(old.front()) == 422);
        CHECK(with(fresh.front()) == 303);
    });
}

TEST_CASE("a new password by slip still asks for the second factor")
{
    in_guarded_province([](Guarded& guarded) {
        const auto person = guarded.province.of_health;
        guarded.enrolled(person, ca);
        const auto chosen = guarded.take_up(person, ca);
        CHECK(token_in(chosen).empty());
        CHECK(chosen.header("Location") == second_step_path());
        const auto step = cookie_in(chosen, second_step_cookie);
        CHECK_FALSE(has(guarded.look(step), "<svg class=\"qr-code\""));
        CHECK(guarded.type(step, "000000").status == 422);
        CHECK(guarded.type(step, guarded.telephone(person)).status == 303);
    });
}

TEST_CASE("an administrator takes a lost telephone away, with a reason; the person enrols anew")
{
    in_guarded_province([](Guarded& guarded) {
        auto& province = guarded.province;
        const auto person = province.of_health;
        const auto codes = guarded.enrolled(person, ca);
        const auto session = guarded.session(person, ca);
        const auto waiting = cookie_in(guarded.sign_in(ca), second_step_cookie);

        CHECK(MUST(remove(guarded, province.administrator, person, "")).status == 422);
        CHECK(MUST(remove(guarded, province.administrator, person, "made up")).status == 422);
        CHECK(guarded.find(session));
        CHECK(MUST(remove(guarded, province.administrator, person)).status == 303);
        CHECK(guarded.last_line() == R"(identity.second_factor.removed {"reason":"lost"})");
        CHECK_FALSE(guarded.find(session));
        CHECK(guarded.look(waiting).status == 404);

        const auto step = cookie_in(guarded.sign_in(ca), second_step_cookie);
        CHECK(has(guarded.look(step), "<svg class=\"qr-code\""));
        CHECK(guarded.type(step, codes.front()).status == 422);
        CHECK(guarded.type(step, guarded.telephone(person, step)).status == 200);
        CHECK(remove(guarded, province.administrator, province.administrator).error().kind ==
              Failure::conflict);
    });
}

TEST_CASE("it takes two people: nobody removes their own second factor, or that of a mightier one")
{
    in_guarded_province([](Guarded& guarded) {
        auto& province = guarded.province;
        guarded.enrolled(province.administrator, "linh@songlam.gov.vn");
        guarded.enrolled(province.of_health, ca);
        const auto own = remove(guarded, province.of_health, province.of_health);
        REQUIRE_FALSE(own);
        CHECK(own.error().key == "identity.second_factor.own");
        const auto above = remove(guarded, province.of_health, province.administrator);
        REQUIRE_FALSE(above);
        CHECK(above.error().kind == Failure::not_found);
        // Of the same agency, but with a role for the whole province.
        const auto mighty = province.with_role("Người trên", province.health, province.root);
        guarded.enrolled(mighty, "tren@songlam.gov.vn");
        const auto refused = remove(guarded, province.of_health, mighty);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Failure::forbidden);
        const auto step = cookie_in(guarded.sign_in(ca), second_step_cookie);
        CHECK(guarded.type(step, guarded.telephone(province.of_health)).status == 303);
    });
}

TEST_CASE("the last administrator is helped by a command on the machine, and only where it says so")
{
    in_guarded_province([](Guarded& guarded) {
        const auto person = guarded.province.administrator;
        const std::string name = "linh@songlam.gov.vn";
        guarded.enrolled(person, name);
        auto context = guarded.province.office.system_account();
        MUST(make_administrator(context, {.name = "Khuất Duy Linh", .user_name = name}));
        const auto kept = cookie_in(guarded.sign_in(name), second_step_cookie);
        CHECK_FALSE(has(guarded.look(kept), "<svg class=\"qr-code\""));
        MUST(make_administrator(
            context, {.name = "Khuất Duy Linh", .user_name = name, .removes_second_factor = true}));
        const auto step = cookie_in(guarded.sign_in(name), second_step_cookie);
        CHECK(has(guarded.look(step), "<svg class=\"qr-code\""));
        const auto& lines = guarded.province.office.remembered.lines;
        CHECK(std::ranges::count(lines, R"(identity.second_factor.removed {"reason":"command"})") ==
              1);
    });
}

}  // namespace caicach::identity
