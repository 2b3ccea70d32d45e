#include "acting_fixture.hpp"
#include "identity/acting/post_handlers.hpp"

namespace caicach::identity
{
namespace
{

using testing::choose;
using testing::day;
using testing::has;
using testing::in_province;
using testing::place;
using testing::post_of;
using testing::Province;
using testing::session_of;
using testing::sign_in;

std::string code_of(Province& province, organisation::AgencyId agency)
{
    auto transaction = MUST(province.office.services.database->read());
    return MUST(organisation::agency_by_id(transaction, agency, day(3, 15))).code;
}

AccountId nurse_of_both(Province& province)
{
    const auto nurse = province.office.account("Mạc Gia Bảo", province.clinic);
    place(province.office, nurse,
          {.agency = province.finance, .title = "Kế toán", .validity = {day(3, 1), day(3, 31)}});
    return nurse;
}

std::vector<Post> posts(Province& province, AccountId account)
{
    auto transaction = MUST(province.office.services.database->read());
    return MUST(posts_of(transaction, account));
}

}  // namespace

TEST_CASE("who has one post has nothing to choose; a new account has its first post")
{
    in_province([](Province& province) {
        const auto nurse = province.office.account("Mạc Gia Bảo", province.clinic);
        REQUIRE(posts(province, nurse).size() == 1);
        CHECK(posts(province, nurse)[0].agency == province.clinic);
        CHECK(posts(province, nurse)[0].validity.from == day(3, 15));
        const auto token = sign_in(province.office, nurse);
        CHECK(session_of(province.office, token).capacities.empty());
    });
}

TEST_CASE("who works for two agencies chooses, and the session acts for the chosen one")
{
    in_province([](Province& province) {
        auto& office = province.office;
        const auto nurse = nurse_of_both(province);
        const auto token = sign_in(office, nurse);
        const auto before = session_of(office, token);
        REQUIRE(before.capacities.size() == 2);
        CHECK(before.capacities[0].is_current);
        CHECK(before.capacities[1].text == "Sở Tài chính – Kế toán");
        CHECK(before.actor.agency == organisation::scope_of(province.clinic));
        const auto answer = MUST(choose(office, token, before.capacities[1].value));
        CHECK(answer.status == 303);
        CHECK(answer.header("location") == "/ke-hoach");
        CHECK(office.remembered.lines.back().starts_with("identity.capacity.chosen"));
        const auto after = session_of(office, token);
        CHECK(after.actor.agency == organisation::scope_of(province.finance));
        CHECK(after.actor.agency_name == "Sở Tài chính");
        CHECK_FALSE(after.actor.on_behalf_of);
        CHECK(after.capacities[1].is_current);
    });
}

TEST_CASE("for whom one acts changes nothing in what one may do: that follows from roles")
{
    in_province([](Province& province) {
        auto& office = province.office;
        const auto nurse = nurse_of_both(province);
        office.grant(nurse, Role::editor, province.clinic);
        const auto token = sign_in(office, nurse);
        const auto code = "co-quan:" + code_of(province, province.finance);
        CHECK(choose(office, token, code));
        const Context context{office.services, session_of(office, token).actor, "req-1"};
        CHECK(context.may(testing::edit_news, organisation::scope_of(province.clinic)));
        CHECK_FALSE(context.may(testing::edit_news, organisation::scope_of(province.finance)));
    });
}

TEST_CASE("an agency where one has no post, and nonsense, cannot be chosen")
{
    in_province([](Province& province) {
        auto& office = province.office;
        const auto token = sign_in(office, nurse_of_both(province));
        const auto root = "co-quan:" + code_of(province, province.root);
        for (const auto& value : {root, std::string("thay:X"), std::string("x")}) {
            const auto refused = choose(office, token, value);
            REQUIRE_FALSE(refused);
            CHECK(refused.error().kind == Failure::forbidden);
        }
        CHECK(choose(office, token, "").error().kind == Failure::invalid);
    });
}

TEST_CASE("a post that is over takes its session back to the person's own agency")
{
    in_province([](Province& province) {
        auto& office = province.office;
        const auto nurse = nurse_of_both(province);
        testing::move_to(office, 3, 31);
        // A quarter of an hour before midnight; the clock begins at nine.
        office.clock.pass_seconds(15 * 3600 - 15 * 60);
        const auto token = sign_in(office, nurse);
        CHECK(choose(office, token, "co-quan:" + code_of(province, province.finance)));
        CHECK(session_of(office, token).actor.agency == organisation::scope_of(province.finance));
        office.clock.pass_seconds(25 * 60);
        const auto session = session_of(office, token);
        CHECK(session.actor.agency == organisation::scope_of(province.clinic));
        CHECK(session.actor.agency_name == "Trung tâm Y tế Đắk Sim");
        CHECK(session.capacities.empty());
    });
}

TEST_CASE("a new post at the same agency ends the one before; the main one can only be replaced")
{
    in_province([](Province& province) {
        const auto nurse = nurse_of_both(province);
        place(province.office, nurse,
              {.agency = province.clinic, .title = "Phó Giám đốc", .validity = {day(3, 20), {}}});
        auto held = posts(province, nurse);
        REQUIRE(held.size() == 3);
        CHECK(held[0].title == "Phó Giám đốc");
        const auto first = std::ranges::find(held, day(3, 15),
                                             [](const Post& post) { return post.validity.from; });
        REQUIRE(first != held.end());
        CHECK(first->validity.to == day(3, 19));
        auto context = province.office.system_account();
        auto transaction = MUST(context.begin());
        CHECK(end_post(context, transaction, nurse, first->id).error().key == "identity.post.main");
        CHECK(end_post(context, transaction, nurse, {77}).error().kind == Failure::not_found);
        const auto second = std::ranges::find(held, province.finance, &Post::agency);
        CHECK(make_post_main(context, transaction, nurse, second->id));
        CHECK(province.office.remembered.lines.back() ==
              R"(identity.post.made_main {"before":{"agency":)" +
                  std::to_string(province.clinic.value) + R"(},"after":{"agency":)" +
                  std::to_string(province.finance.value) + "}}");
        CHECK(end_post(context, transaction, nurse, first->id));
        CHECK(MUST(account_by_id(transaction, nurse)).agency == province.finance);
    });
}

TEST_CASE("administrators place people only between agencies that they administer")
{
    in_province([](Province& province) {
        auto& office = province.office;
        const auto nurse = province.office.account("Mạc Gia Bảo", province.clinic);
        const auto code = province.code_of(nurse);
        const auto ask = [&](AccountId who, organisation::AgencyId agency) {
            auto context = office.person(who);
            return post_post(context, post_of("/x",
                                              {{"agency", code_of(province, agency)},
                                               {"title", "Y tá"},
                                               {"from", "16/03/2026"}},
                                              {{"account", code}}));
        };
        CHECK(ask(province.of_health, province.health)->status == 303);
        CHECK(office.remembered.lines.back().starts_with("identity.post.added"));
        CHECK(ask(province.of_health, province.finance).error().kind == Failure::forbidden);
        CHECK(ask(province.administrator, province.finance)->status == 303);
        CHECK(ask(nurse, province.health).error().kind == Failure::not_found);
        auto context = office.person(province.of_health);
        const auto page = MUST(show_posts(
            context, testing::request_of(http::Method::get, "/x", {}, {{"account", code}})));
        CHECK(has(page, "Sở Tài chính"));
        CHECK(has(page, "Đặt làm chính") == false);
    });
}

TEST_CASE("a post's form says what is wrong with it, and keeps what was typed")
{
    in_province([](Province& province) {
        const auto nurse = province.office.account("Mạc Gia Bảo", province.clinic);
        auto context = province.office.person(province.of_health);
        const auto answer =
            MUST(post_post(context, post_of("/x",
                                            {{"agency", code_of(province, province.health)},
                                             {"title", "Y tá trưởng"},
                                             {"from", "16/03/2026"},
                                             {"to", "15/03/2026"}},
                                            {{"account", province.code_of(nurse)}})));
        CHECK(answer.status == 422);
        CHECK(has(answer, "identity.post.backwards"));
        CHECK(has(answer, "Y tá trưởng"));
        CHECK(posts(province, nurse).size() == 1);
    });
}

}  // namespace caicach::identity
