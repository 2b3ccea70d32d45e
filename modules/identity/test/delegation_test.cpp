#include "acting_fixture.hpp"
#include "identity/access/identity_authority.hpp"
#include "identity/accounts/account_rows.hpp"
#include "identity/acting/delegation_handlers.hpp"

namespace caicach::identity
{
namespace
{

using testing::day;
using testing::delegate;
using testing::edit_news;
using testing::has;
using testing::in_place_of;
using testing::in_province;
using testing::post_of;
using testing::Province;
using testing::session_of;
using testing::sign_in;

/// An editor of health, and a colleague of the clinic below it.
struct Pair {
    Province& province;
    AccountId editor{
        province.with_role("Tạ Minh Khuê", province.health, province.health, Role::editor)};
    AccountId colleague{province.office.account("Mạc Gia Bảo", province.clinic)};

    [[nodiscard]] NewDelegation wanted() const
    {
        return {.delegator = editor,
                .delegate = colleague,
                .role = Role::editor,
                .branch = province.clinic,
                .from = day(3, 16),
                .to = day(3, 20),
                .document = "Quyết định số 12/QĐ-SYT"};
    }
    [[nodiscard]] bool may(organisation::AgencyId agency) const
    {
        return in_place_of(province.office, colleague, editor)
            .may(edit_news, organisation::scope_of(agency));
    }
    [[nodiscard]] DelegationState state() const
    {
        auto transaction = MUST(province.office.services.database->read());
        const auto today = Date::of(province.office.clock.now());
        const auto access = MUST(read_access(transaction, today));
        const auto all = MUST(delegations_of(transaction, editor));
        REQUIRE(all.given.size() == 1);
        return state_of(all.given[0], access, today);
    }
};

}  // namespace

TEST_CASE("a delegated role holds on its days and its branch, and only on the other's behalf")
{
    in_province([](Province& province) {
        const Pair pair{province};
        MUST(delegate(province.office.person(pair.editor), pair.wanted()));
        CHECK(province.office.remembered.lines.back().starts_with("identity.delegation.made"));
        CHECK(pair.state() == DelegationState::to_come);
        CHECK_FALSE(pair.may(province.clinic));
        testing::move_to(province.office, 3, 16);
        CHECK(pair.may(province.clinic));
        CHECK_FALSE(pair.may(province.health));
        CHECK_FALSE(province.office.person(pair.colleague)
                        .may(edit_news, organisation::scope_of(province.clinic)));
        testing::move_to(province.office, 3, 20);
        CHECK(pair.may(province.clinic));
        CHECK(pair.state() == DelegationState::in_force);
        testing::move_to(province.office, 3, 21);
        CHECK_FALSE(pair.may(province.clinic));
        CHECK(pair.state() == DelegationState::over);
    });
}

TEST_CASE("what no session stands behind may what was delegated, from its first day to its last")
{
    in_province([](Province& province) {
        auto& office = province.office;
        const Pair pair{province};
        const auto id = MUST(delegate(office.person(pair.editor), pair.wanted()));
        const auto may = [&](organisation::AgencyId agency) {
            auto transaction = MUST(office.services.database->read());
            return MUST(account_may(transaction, pair.colleague, edit_news,
                                    organisation::scope_of(agency), Date::of(office.clock.now())));
        };
        CHECK_FALSE(may(province.clinic));
        for (const auto number : {16, 20}) {
            testing::move_to(office, 3, number);
            CHECK(may(province.clinic));
            CHECK_FALSE(may(province.health));
            CHECK_FALSE(may(province.finance));
        }
        testing::move_to(office, 3, 21);
        CHECK_FALSE(may(province.clinic));
        testing::move_to(office, 3, 18);
        CHECK(may(province.clinic));
        // Of more than its giver holds it gives nothing.
        auto context = office.system_account();
        const auto give = [&](organisation::AgencyId branch) {
            auto transaction = MUST(context.begin());
            MUST(transaction.change_one(
                "UPDATE identity_delegation SET branch_id = $2 WHERE id = $1", id, branch));
            MUST(transaction.commit());
        };
        give(whole_province);
        CHECK_FALSE(may(province.clinic));
        give(province.health);
        CHECK(may(province.clinic));
        CHECK(may(province.health));
        MUST(testing::changed(office.person(pair.editor),
                              [&](Context& acting, database::Transaction& transaction) {
                                  return end_delegation(acting, transaction, id);
                              }));
        CHECK_FALSE(may(province.clinic));
    });
}

TEST_CASE("on another's behalf one may what was delegated, and nothing of one's own")
{
    in_province([](Province& province) {
        const Pair pair{province};
        province.office.grant(pair.colleague, Role::editor, province.finance);
        MUST(delegate(province.office.person(pair.editor), pair.wanted()));
        testing::move_to(province.office, 3, 16);
        CHECK_FALSE(pair.may(province.finance));
        CHECK(province.office.person(pair.colleague)
                  .may(edit_news, organisation::scope_of(province.finance)));
        const auto other = province.office.account("Vi Thảo Nhiên", province.clinic);
        CHECK_FALSE(in_place_of(province.office, other, pair.editor)
                        .may(edit_news, organisation::scope_of(province.clinic)));
    });
}

TEST_CASE("the delegate chooses it in the header; when it ends the session is their own again")
{
    in_province([](Province& province) {
        auto& office = province.office;
        const Pair pair{province};
        auto wanted = pair.wanted();
        wanted.from = day(3, 15);
        const auto id = MUST(delegate(office.person(pair.editor), wanted));
        const auto token = sign_in(office, pair.colleague);
        const auto offered = session_of(office, token).capacities;
        REQUIRE(offered.size() == 2);
        CHECK(offered[1].text == "Thay Tạ Minh Khuê – Sở Y tế");
        CHECK(testing::choose(office, token, offered[1].value));
        const auto acting = session_of(office, token).actor;
        CHECK(acting.on_behalf_of == pair.editor);
        CHECK(acting.on_behalf_of_name == "Tạ Minh Khuê");
        CHECK(acting.agency == organisation::scope_of(province.health));
        const auto ended = testing::changed(
            office.person(pair.editor), [&](Context& context, database::Transaction& transaction) {
                return end_delegation(context, transaction, id);
            });
        CHECK(ended);
        CHECK_FALSE(session_of(office, token).actor.on_behalf_of);
        CHECK(session_of(office, token).capacities.empty());
    });
}

TEST_CASE("nobody delegates more than they hold, nor what was delegated to them")
{
    in_province([](Province& province) {
        auto& office = province.office;
        const Pair pair{province};
        auto wider = pair.wanted();
        wider.branch = whole_province;
        CHECK(delegate(office.person(pair.editor), wider).error().key ==
              "identity.delegation.not_held");
        auto other_role = pair.wanted();
        other_role.role = Role::approver;
        CHECK(delegate(office.person(pair.editor), other_role).error().key ==
              "identity.delegation.not_held");
        auto now = pair.wanted();
        now.from = day(3, 15);
        MUST(delegate(office.person(pair.editor), now));
        const auto third = office.account("Vi Thảo Nhiên", province.clinic);
        auto on = pair.wanted();
        on.delegator = pair.colleague;
        on.delegate = third;
        CHECK(delegate(office.person(pair.colleague), on).error().key ==
              "identity.delegation.not_held");
        on.delegator = pair.editor;
        CHECK(delegate(in_place_of(office, pair.colleague, pair.editor), on).error().key ==
              "identity.delegation.again");
    });
}

TEST_CASE("the role of administrator is granted, never delegated")
{
    in_province([](Province& province) {
        auto wanted = Pair{province}.wanted();
        wanted.delegator = province.of_health;
        wanted.role = Role::administrator;
        CHECK(delegate(province.office.person(province.of_health), wanted).error().key ==
              "identity.delegation.role");
    });
}

TEST_CASE("who loses the role loses what they delegated of it, for good")
{
    in_province([](Province& province) {
        auto& office = province.office;
        const Pair pair{province};
        auto wanted = pair.wanted();
        wanted.from = day(3, 15);
        MUST(delegate(office.person(pair.editor), wanted));
        CHECK(pair.may(province.clinic));
        const auto revoke = [&](Context& context, database::Transaction& transaction) {
            return revoke_role(context, transaction, pair.editor, Role::editor, province.health);
        };
        MUST(testing::changed(office.system_account(), revoke));
        CHECK(office.remembered.lines.back().starts_with("identity.role.revoked"));
        CHECK_FALSE(pair.may(province.clinic));
        CHECK(pair.state() == DelegationState::ended);
        office.grant(pair.editor, Role::editor, province.health);
        CHECK_FALSE(pair.may(province.clinic));
    });
}

TEST_CASE("a delegation that another grant still covers outlives the loss of one")
{
    in_province([](Province& province) {
        auto& office = province.office;
        const Pair pair{province};
        office.grant(pair.editor, Role::editor, province.clinic);
        auto wanted = pair.wanted();
        wanted.from = day(3, 15);
        MUST(delegate(office.person(pair.editor), wanted));
        MUST(testing::changed(office.system_account(), [&](Context& context,
                                                           database::Transaction& transaction) {
            return revoke_role(context, transaction, pair.editor, Role::editor, province.health);
        }));
        CHECK(pair.may(province.clinic));
    });
}

TEST_CASE("a disabled account neither gives nor receives any longer")
{
    for (const bool is_delegator : {true, false}) {
        in_province([&](Province& province) {
            auto& office = province.office;
            const Pair pair{province};
            auto wanted = pair.wanted();
            wanted.from = day(3, 15);
            MUST(delegate(office.person(pair.editor), wanted));
            MUST(testing::changed(
                office.system_account(), [&](Context& context, database::Transaction& transaction) {
                    return disable_account(context, transaction,
                                           is_delegator ? pair.editor : pair.colleague);
                }));
            CHECK(pair.state() == DelegationState::ended);
            CHECK_FALSE(pair.may(province.clinic));
            CHECK(delegate(office.system_account(), wanted).error().key ==
                  "identity.delegation.disabled");
        });
    }
}

TEST_CASE("one delegates to colleagues; an administrator for others, within their own branch")
{
    in_province([](Province& province) {
        auto& office = province.office;
        const Pair pair{province};
        auto abroad = pair.wanted();
        abroad.delegate = office.account("Vi Thảo Nhiên", province.finance);
        CHECK(delegate(office.person(pair.editor), abroad).error().key ==
              "identity.delegation.stranger");
        CHECK(delegate(office.person(province.of_health), abroad).error().kind ==
              Failure::forbidden);
        CHECK(delegate(office.person(pair.colleague), pair.wanted()).error().kind ==
              Failure::forbidden);
        CHECK(delegate(office.person(province.of_health), pair.wanted()));
        CHECK(delegate(office.person(province.administrator), abroad));
    });
}

TEST_CASE("a delegation has days to come, a bounded length, a document, and another person")
{
    in_province([](Province& province) {
        const Pair pair{province};
        const auto key_with = [&](const std::function<void(NewDelegation&)>& change) {
            auto wanted = pair.wanted();
            change(wanted);
            const auto refused = delegate(province.office.person(pair.editor), wanted);
            return refused ? std::string{} : refused.error().key;
        };
        using Wanted = NewDelegation;
        CHECK(key_with([](Wanted& one) { one.from = day(3, 14); }) == "identity.delegation.past");
        CHECK(key_with([](Wanted& one) { one.to = day(3, 15); }) ==
              "identity.delegation.backwards");
        CHECK(key_with([](Wanted& one) { one.to = one.from.plus_days(366); }) ==
              "identity.delegation.too_long");
        CHECK(key_with([](Wanted& one) { one.document = "  "; }) ==
              "identity.delegation.document_missing");
        CHECK(key_with([](Wanted& one) { one.delegate = one.delegator; }) ==
              "identity.delegation.self");
        CHECK(key_with([](Wanted& one) { one.to = one.from.plus_days(365); }).empty());
        CHECK(key_with([](Wanted&) {}) == "identity.delegation.already");
    });
}

TEST_CASE("a stranger cannot end a delegation, nor learn that there is one; both sides can")
{
    in_province([](Province& province) {
        auto& office = province.office;
        const Pair pair{province};
        const auto id = MUST(delegate(office.person(pair.editor), pair.wanted()));
        const auto end = [&](AccountId who) {
            auto context = office.person(who);
            return post_delegation_end(context,
                                       post_of("/x", {{"delegation", std::to_string(id.value)}}));
        };
        const auto stranger = office.account("Vi Thảo Nhiên", province.finance);
        CHECK(end(stranger).error().kind == Failure::not_found);
        CHECK(pair.state() == DelegationState::to_come);
        CHECK(end(pair.colleague)->status == 303);
        CHECK(pair.state() == DelegationState::ended);
        CHECK(end(pair.editor)->status == 303);
    });
}

TEST_CASE("who administers a delegate but not what was delegated cannot take the account over")
{
    in_province([](Province& province) {
        auto& office = province.office;
        const auto mighty =
            province.with_role("Hà Thị Mơ", province.health, whole_province, Role::coordinator);
        const auto colleague = office.account("Mạc Gia Bảo", province.clinic);
        const auto id = MUST(delegate(office.person(mighty), {.delegator = mighty,
                                                              .delegate = colleague,
                                                              .role = Role::coordinator,
                                                              .branch = whole_province,
                                                              .from = day(3, 16),
                                                              .to = day(3, 20),
                                                              .document = "QĐ 5"}));
        const auto over = [&] {
            const auto context = office.person(province.of_health);
            auto transaction = MUST(office.services.database->read());
            const auto account = MUST(account_by_id(transaction, colleague));
            return require_over(context, transaction, account).has_value();
        };
        CHECK_FALSE(over());
        MUST(testing::changed(office.person(mighty),
                              [&](Context& context, database::Transaction& transaction) {
                                  return end_delegation(context, transaction, id);
                              }));
        CHECK(over());
    });
}

TEST_CASE("the pages offer colleagues and what is held, take the form, and show what is in force")
{
    in_province([](Province& province) {
        auto& office = province.office;
        const Pair pair{province};
        const auto stranger = office.account("Vi Thảo Nhiên", province.finance);
        auto context = office.person(pair.editor);
        const auto form =
            MUST(show_new_delegation(context, testing::request_of(http::Method::get, "/x")));
        CHECK(has(form, "Mạc Gia Bảo"));
        CHECK_FALSE(has(form, "Vi Thảo Nhiên"));
        CHECK(has(form, "Trung tâm Y tế Đắk Sim"));
        CHECK_FALSE(has(form, "Toàn tỉnh"));
        CHECK(MUST(post_delegation(context, post_of("/x", {{"role", "editor"}}))).status == 422);
        auto transaction = MUST(context.read());
        const auto clinic =
            MUST(organisation::agency_by_id(transaction, province.clinic, day(3, 15))).code;
        const testing::Fields fields{{"delegate", province.code_of(pair.colleague)},
                                     {"role", "editor"},
                                     {"branch", clinic},
                                     {"from", "15/03/2026"},
                                     {"to", "20/03/2026"},
                                     {"document", "Quyết định số 12/QĐ-SYT"}};
        CHECK(MUST(post_delegation(context, post_of("/x", fields))).status == 303);
        const auto list =
            MUST(show_delegations(context, testing::request_of(http::Method::get, "/x")));
        CHECK(has(list, "Đang có hiệu lực"));
        CHECK(has(list, "Mạc Gia Bảo, Trung tâm Y tế Đắk Sim"));
        // Others' delegations are for their administrators.
        const auto of_editor = testing::request_of(
            http::Method::get, "/uy-quyen?nguoi=" + province.code_of(pair.editor));
        auto foreign = office.person(stranger);
        CHECK(show_delegations(foreign, of_editor).error().kind == Failure::not_found);
        auto administrator = office.person(province.of_health);
        CHECK(has(MUST(show_delegations(administrator, of_editor)), "Đang có hiệu lực"));
        CHECK(show_new_delegation(foreign, testing::request_of(http::Method::get, "/x"))
                  .error()
                  .key == "identity.delegation.nothing");
    });
}

}  // namespace caicach::identity
