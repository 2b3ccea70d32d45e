#include "identity/test/second_factor_fixture.hpp"

/// What guessing leads to, of codes and of user names.
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

const int per_account = static_cast<int>(http::RatePolicies{}.sign_in_account.rates.front().count);
const int per_address = static_cast<int>(http::RatePolicies{}.sign_in_address.rates.front().count);

/// A code that the telephone does not show.
std::string wrong_of(const std::string& right) { return right == "000000" ? "000001" : "000000"; }

}  // namespace

TEST_CASE("a code is guessed five times, then the password is asked anew")
{
    in_guarded_province([](Guarded& guarded) {
        const auto person = guarded.province.administrator;
        guarded.enrolled(person, linh);
        const auto step = cookie_in(guarded.sign_in(linh), second_step_cookie);
        const auto wrong = wrong_of(guarded.telephone(person));
        for (int at = 1; at < limits::second_step_tries_max; ++at) {
            const auto answer = guarded.type(step, wrong);
            CHECK(answer.status == 422);
            CHECK(has(answer, "identity.second_step.wrong"));
            CHECK(guarded.last_line() == "identity.second_step.refused");
        }
        const auto last = guarded.type(step, wrong);
        CHECK(has(last, "identity.second_step.exhausted"));
        CHECK(has(last, "name=\"password\""));
        CHECK(cookie_in(last, second_step_cookie) == "-");
        // The right code opens nothing there any more; a new sign-in does.
        CHECK(guarded.type(step, guarded.telephone(person)).status == 404);
        const auto anew = cookie_in(guarded.sign_in(linh), second_step_cookie);
        CHECK(guarded.type(anew, guarded.telephone(person)).status == 303);
    });
}

TEST_CASE("who has the password does not guess on by beginning again: the account's failures count")
{
    in_guarded_province([](Guarded& guarded) {
        const auto person = guarded.province.administrator;
        guarded.enrolled(person, linh);
        const auto wrong = wrong_of(guarded.telephone(person));
        std::string step;
        for (int at = 0; at < per_account; ++at) {
            if (at % limits::second_step_tries_max == 0)
                step = cookie_in(guarded.sign_in(linh), second_step_cookie);
            CHECK(guarded.type(step, wrong).status == 422);
        }
        step = cookie_in(guarded.sign_in(linh), second_step_cookie);
        const auto delayed = guarded.type(step, guarded.telephone(person));
        CHECK(delayed.status == 429);
        CHECK(delayed.header("Retry-After") == "30");
        CHECK(token_in(delayed).empty());
        // Never for ever: the person waits and is let in.
        guarded.clock().pass_seconds(31);
        CHECK(guarded.type(step, guarded.telephone(person)).status == 303);
    });
}

TEST_CASE("one address that guesses the codes of many is slowed down")
{
    in_guarded_province([](Guarded& guarded) {
        auto& province = guarded.province;
        std::string last;
        for (int at = 0; at <= per_address; ++at) {
            const auto person = province.with_role("Người " + std::to_string(at), province.health,
                                                   province.health, Role::editor);
            const auto name = "nguoi" + std::to_string(at) + "@songlam.gov.vn";
            last = cookie_in(guarded.take_up(person, name), second_step_cookie);
            const auto status = guarded.type(last, "abcdef").status;
            CHECK(status == (at < per_address ? 422 : 429));
        }
    });
}

TEST_CASE("a second step waits ten minutes, and a made-up cookie leads nowhere")
{
    in_guarded_province([](Guarded& guarded) {
        const auto person = guarded.province.administrator;
        guarded.enrolled(person, linh);
        const auto step = cookie_in(guarded.sign_in(linh), second_step_cookie);
        guarded.clock().pass_seconds(limits::second_step_seconds - 1);
        CHECK(guarded.look(step).status == 200);
        guarded.clock().pass_seconds(1);
        CHECK(guarded.look(step).status == 404);
        CHECK(guarded.type(step, guarded.telephone(person)).status == 404);
        for (const auto& made_up : {std::string{}, std::string("-"), std::string(43, 'a')}) {
            CHECK(guarded.look(made_up).status == 404);
            CHECK(guarded.type(made_up, "123456").status == 404);
        }
    });
}

TEST_CASE("whoever has the password and another page open sees another secret")
{
    in_guarded_province([](Guarded& guarded) {
        const auto person = guarded.province.administrator;
        const auto mine = cookie_in(guarded.take_up(person, linh), second_step_cookie);
        const auto theirs = cookie_in(guarded.sign_in(linh), second_step_cookie);
        CHECK(guarded.look(mine).text() != guarded.look(theirs).text());
        CHECK(guarded.type(theirs, guarded.telephone(person, mine)).status == 422);
        // Once one telephone is enrolled, the other page is over.
        CHECK(guarded.type(mine, guarded.telephone(person, mine)).status == 200);
        CHECK(guarded.look(theirs).status == 404);
    });
}

TEST_CASE("guessing user names tells nothing: unknown, disabled and wrong are answered alike")
{
    in_guarded_province([](Guarded& guarded) {
        auto& province = guarded.province;
        guarded.enrolled(province.administrator, linh);
        guarded.enrolled(province.of_health, "ca@songlam.gov.vn");
        auto context = province.office.system_account();
        auto transaction = MUST(context.begin());
        MUST(disable_account(context, transaction, province.of_health));
        MUST(transaction.commit());
        // What was typed is kept in the form: it alone may differ.
        const auto answer = [&](const std::string& name, const std::string& password) {
            const auto page = guarded.sign_in(name, password);
            CHECK(page.status == 422);
            auto text = page.text();
            for (auto at = text.find(name); at != std::string::npos; at = text.find(name))
                text.erase(at, name.size());
            return text;
        };
        const auto wrong = answer(linh, "sai mật khẩu");
        CHECK(answer("ai@songlam.gov.vn", "sai mật khẩu") == wrong);
        CHECK(answer("ca@songlam.gov.vn", testing::good_password) == wrong);
    });
}

TEST_CASE("an unknown user name costs a hash as a known one does, so that the clock tells nothing")
{
    const PasswordDesk desk(crypto::PasswordHasher({.operations = 2, .memory_bytes = 1 << 20U}));
    const auto hash = MUST(desk.hash("một mật khẩu"));
    const SystemClock clock;
    const auto time_of = [&](const std::optional<std::string>& known) {
        const auto begun = clock.now();
        for (int count = 0; count < 10; ++count) CHECK_FALSE(MUST(desk.matches(known, "sai")));
        return clock.now().microseconds - begun.microseconds;
    };
    const auto known = time_of(hash);
    const auto unknown = time_of(std::nullopt);
    // Without the hash it would be some thousand times quicker.
    CHECK(unknown * 5 > known);
    CHECK(known * 5 > unknown);
}

}  // namespace caicach::identity
