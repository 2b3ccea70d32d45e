#include "identity/accounts/own_account_handlers.hpp"
#include "identity/sign_in/sign_in_handlers.hpp"
#include "identity/test/second_factor_fixture.hpp"

/// What a session in the wrong hands is worth, and how it ends.
namespace caicach::identity
{
namespace
{

using testing::Guarded;
using testing::has;
using testing::in_guarded_province;
using testing::post_of;
using testing::token_in;

const std::string linh = "linh@songlam.gov.vn";

/// A person who is signed in, and the same cookie in the hands of a thief.
struct Stolen {
    explicit Stolen(Guarded& in) : guarded(in)
    {
        in.enrolled(in.province.administrator, linh);
        cookie = in.session(in.province.administrator, linh);
    }
    Guarded& guarded;
    std::string cookie{};

    [[nodiscard]] bool opens() const { return guarded.find(cookie).has_value(); }
    Context owner() { return guarded.province.office.person(guarded.province.administrator); }
    /// The owner signs in elsewhere.
    std::string another() { return guarded.session(guarded.province.administrator, linh); }
};

void steal(const std::function<void(Stolen&)>& test)
{
    in_guarded_province([&](Guarded& guarded) {
        Stolen stolen(guarded);
        REQUIRE(stolen.opens());
        test(stolen);
    });
}

}  // namespace

TEST_CASE("a stolen session is dead after half an hour without its owner")
{
    steal([](Stolen& stolen) {
        const auto since = 30;  // that passed while signing in
        stolen.guarded.clock().pass_seconds(limits::session_idle_seconds - since);
        CHECK(stolen.opens());
        stolen.guarded.clock().pass_seconds(1);
        CHECK_FALSE(stolen.opens());
    });
}

TEST_CASE("a stolen session that is kept awake is dead after twelve hours all the same")
{
    steal([](Stolen& stolen) {
        auto& office = stolen.guarded.province.office;
        office.clock.pass_seconds(limits::session_touch_seconds);
        for (std::int64_t passed = limits::session_touch_seconds;
             passed < limits::session_absolute_seconds; passed += limits::session_idle_seconds) {
            const auto session = stolen.guarded.find(stolen.cookie);
            REQUIRE(session);
            MUST(office.gate.touch(*office.services.database, *session, office.clock.now()));
            office.clock.pass_seconds(limits::session_idle_seconds);
        }
        CHECK_FALSE(stolen.opens());
    });
}

TEST_CASE("its owner sees a stolen session in the list, and ends it from another browser")
{
    steal([](Stolen& stolen) {
        const auto mine = stolen.another();
        auto context = stolen.owner();
        const auto page = MUST(show_own_account(
            context, testing::request_of(http::Method::get, own_account_path(), {}, {}, mine)));
        const auto handle =
            token_hash(stolen.cookie).value().substr(0, limits::session_handle_length);
        CHECK(has(page, handle));
        MUST(end_sessions(context,
                          post_of(own_account_path() + "/phien", {{"phien", handle}}, {}, mine)));
        CHECK_FALSE(stolen.opens());
        CHECK(stolen.guarded.find(mine));
    });
}

TEST_CASE("a cookie replayed after signing out is dead")
{
    steal([](Stolen& stolen) {
        auto context = stolen.owner();
        MUST(remove_session(context, post_of(sign_out_path(), {}, {}, stolen.cookie)));
        CHECK_FALSE(stolen.opens());
    });
}

TEST_CASE("changing the password ends a stolen session")
{
    steal([](Stolen& stolen) {
        const auto mine = stolen.another();
        auto context = stolen.owner();
        const auto changed = MUST(change_password(
            stolen.guarded.desk, context,
            post_of(own_account_path() + "/mat-khau",
                    {{"old_password", testing::good_password}, {"password", "mùa gặt tháng mười"}},
                    {}, mine)));
        CHECK(changed.status == 303);
        CHECK_FALSE(stolen.opens());
        CHECK(stolen.guarded.find(mine));
    });
}

TEST_CASE("a new password by slip ends a stolen session before the second step is taken")
{
    steal([](Stolen& stolen) {
        stolen.guarded.take_up(stolen.guarded.province.administrator, linh);
        CHECK_FALSE(stolen.opens());
    });
}

TEST_CASE("moving to another telephone ends a stolen session")
{
    steal([](Stolen& stolen) {
        auto& guarded = stolen.guarded;
        const auto person = guarded.province.administrator;
        const auto mine = stolen.another();
        auto context = stolen.owner();
        const auto begun = MUST(change_own_second_factor(
            guarded.desk, context,
            post_of(own_second_factor_path(),
                    {{"password", testing::good_password}, {"code", guarded.telephone(person)}}, {},
                    mine)));
        const auto step = testing::cookie_in(begun, second_step_cookie);
        const auto enrolled = MUST(enrol_own_telephone(
            context,
            Guarded::with_step(http::Method::post, {{"code", guarded.telephone(person, step)}},
                               step, mine, own_enrolment_path())));
        CHECK_FALSE(stolen.opens());
        CHECK(guarded.find(token_in(enrolled)));
    });
}

TEST_CASE("disabling the account, or taking its second factor away, ends a stolen session")
{
    in_guarded_province([](Guarded& guarded) {
        const auto person = guarded.province.of_health;
        const std::string name = "ca@songlam.gov.vn";
        guarded.enrolled(person, name);
        const auto first = guarded.session(person, name);
        auto context = guarded.province.office.person(guarded.province.administrator);
        {
            auto transaction = MUST(context.begin());
            const auto account = MUST(account_by_id(transaction, person));
            MUST(remove_second_factor(context, transaction, account, *removal_reason("lost")));
            MUST(transaction.commit());
        }
        CHECK_FALSE(guarded.find(first));
        guarded.enrolled(person, name);
        const auto second = guarded.session(person, name);
        CHECK(guarded.find(second));
        auto transaction = MUST(context.begin());
        MUST(disable_account(context, transaction, person));
        MUST(transaction.commit());
        CHECK_FALSE(guarded.find(second));
    });
}

TEST_CASE("the second step begins a session of its own: no cookie from before it opens anything")
{
    in_guarded_province([](Guarded& guarded) {
        const auto person = guarded.province.administrator;
        guarded.enrolled(person, linh);
        const auto step = testing::cookie_in(guarded.sign_in(linh), second_step_cookie);
        // A session that somebody planted in this browser, or a former one.
        const auto planted = guarded.session(person, linh);
        auto context = guarded.province.office.nobody();
        const auto answer = MUST(create_session_by_code(
            guarded.desk, context,
            Guarded::with_step(http::Method::post, {{"code", guarded.telephone(person)}}, step,
                               planted)));
        const auto fresh = token_in(answer);
        CHECK(guarded.find(fresh));
        CHECK(fresh != planted);
        CHECK(fresh != step);
        CHECK_FALSE(guarded.find(planted));
        CHECK_FALSE(guarded.find(step));
    });
}

}  // namespace caicach::identity
