#include <doctest/doctest.h>

#include <array>
#include <functional>
#include <vector>

#include "identity/module.hpp"
#include "identity/testing.hpp"
#include "organisation/module.hpp"
#include "testing/databases.hpp"

namespace caicach::identity
{
namespace
{

using testing::Office;

constexpr Permission edit{.key = "news.edit", .text = "Sửa tin", .roles = {"editor"}};

std::vector<database::Migration> tables()
{
    std::vector<database::Migration> all;
    for (const auto& manifest : {organisation::module(), module()})
        all.insert(all.end(), manifest.migrations().begin(), manifest.migrations().end());
    return all;
}

void in_office(const std::function<void(Office&)>& test)
{
    const auto migrations = tables();
    caicach::testing::each_database(migrations, [&](database::Database& database) {
        Office office(database);
        test(office);
    });
}

}  // namespace

TEST_CASE("a role reaches its own agency and those below it, not a foreign one")
{
    in_office([](Office& office) {
        const auto root = office.agency("Ủy ban nhân dân tỉnh Sông Lam", "provincial_committee");
        const auto own = office.agency("Sở Y tế", "department", root);
        const auto below = office.agency("Trung tâm Y tế Đắk Sim", "public_service_unit", own);
        const auto foreign = office.agency("Sở Tài chính", "department", root);
        const auto editor = office.account("Tạ Minh Khuê", own);
        office.grant(editor, Role::editor, own);
        const auto context = office.person(editor);
        CHECK(context.require(edit, organisation::scope_of(own)));
        CHECK(context.may(edit, organisation::scope_of(below)));
        CHECK(context.may_anywhere(edit));
        const auto refused = context.require(edit, organisation::scope_of(foreign));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Failure::forbidden);
        CHECK_FALSE(context.may(edit, {}));
        CHECK(office.nobody().require(edit, organisation::scope_of(own)).error().kind ==
              Failure::unauthenticated);
        CHECK(office.system_account().may(edit, organisation::scope_of(foreign)));
    });
}

TEST_CASE("a grant on the provincial committee reaches even what stands below nobody")
{
    in_office([](Office& office) {
        const auto root = office.agency("Ủy ban nhân dân tỉnh Sông Lam", "provincial_committee");
        const auto loose = office.agency("Báo Sông Lam", "press");
        const auto editor = office.account("Tạ Minh Khuê", root);
        office.grant(editor, Role::editor, root);
        const auto context = office.person(editor);
        CHECK(context.may(edit, organisation::scope_of(loose)));
        CHECK(context.may(edit, {}));
    });
}

TEST_CASE("a committee that stands below another agency is not the whole province")
{
    in_office([](Office& office) {
        const auto own = office.agency("Sở Y tế");
        const auto foreign = office.agency("Sở Tài chính");
        const auto planted =
            office.agency("Ủy ban nhân dân tỉnh khác", "provincial_committee", own);
        const auto editor = office.account("Tạ Minh Khuê", planted);
        office.grant(editor, Role::editor, planted);
        const auto context = office.person(editor);
        CHECK(context.may(edit, organisation::scope_of(planted)));
        CHECK_FALSE(context.may(edit, organisation::scope_of(own)));
        CHECK_FALSE(context.may(edit, organisation::scope_of(foreign)));
        CHECK_FALSE(context.may(edit, {}));
    });
}

TEST_CASE("questions are answered while the caller holds the writing transaction")
{
    in_office([](Office& office) {
        const auto own = office.agency("Sở Y tế");
        const auto editor = office.account("Tạ Minh Khuê", own);
        office.grant(editor, Role::editor, own);
        auto context = office.person(editor);
        auto transaction = MUST(context.begin());
        CHECK(context.require(edit, organisation::scope_of(own)));
        CHECK(transaction.commit());
    });
}

TEST_CASE("a role granted or revoked holds at the next look, in every process")
{
    in_office([](Office& office) {
        const auto own = office.agency("Sở Y tế");
        const auto editor = office.account("Tạ Minh Khuê", own);
        IdentityAuthority other_process;
        const auto scope = organisation::scope_of(own);
        const auto other_may = [&] {
            auto transaction = MUST(office.services.database->read());
            MUST(other_process.refresh(transaction, Date::of(office.clock.now())));
            return other_process.may({.account = editor}, edit, scope);
        };
        CHECK_FALSE(other_may());
        office.grant(editor, Role::editor, own);
        CHECK(other_may());
        CHECK(office.person(editor).may(edit, scope));
        auto context = office.system_account();
        auto transaction = MUST(context.begin());
        MUST(revoke_role(context, transaction, editor, Role::editor, own));
        MUST(transaction.commit());
        CHECK_FALSE(other_may());
        CHECK_FALSE(office.person(editor).may(edit, scope));
    });
}

TEST_CASE("a new agency below one's own is within reach at the next look")
{
    in_office([](Office& office) {
        const auto own = office.agency("Sở Y tế");
        const auto editor = office.account("Tạ Minh Khuê", own);
        office.grant(editor, Role::editor, own);
        CHECK(office.person(editor).may(edit, organisation::scope_of(own)));
        const auto below = office.agency("Trung tâm Y tế Đắk Sim", "public_service_unit", own);
        CHECK(office.person(editor).may(edit, organisation::scope_of(below)));
    });
}

TEST_CASE("one account is asked about alone, with the answers of the whole picture")
{
    in_office([](Office& office) {
        const auto root = office.agency("Ủy ban nhân dân tỉnh Sông Lam", "provincial_committee");
        const auto own = office.agency("Sở Y tế", "department", root);
        const auto below = office.agency("Trung tâm Y tế Đắk Sim", "public_service_unit", own);
        const auto foreign = office.agency("Sở Tài chính", "department", root);
        const auto loose = office.agency("Báo Sông Lam", "press");
        const auto planted = office.agency("Ủy ban tỉnh khác", "provincial_committee", own);
        const std::array branches{root, own, below, loose, planted, whole_province};
        std::vector<AccountId> people;
        for (const auto branch : branches) {
            people.push_back(office.account("Tạ Minh Khuê", own));
            office.grant(people.back(), Role::editor, branch);
        }
        people.push_back(office.account("Người khác vai trò", own));
        office.grant(people.back(), Role::agency_officer, whole_province);
        people.push_back(office.account("Người đã khóa", own));
        office.grant(people.back(), Role::editor, whole_province);
        auto context = office.system_account();
        auto transaction = MUST(context.begin());
        MUST(disable_account(context, transaction, people.back()));
        const auto whole = MUST(read_access(transaction, context.today()));
        int yes = 0;
        for (const auto person : people) {
            for (const auto agency : {root, own, below, foreign, loose, planted, whole_province}) {
                CAPTURE(person.value);
                CAPTURE(agency.value);
                const auto scope = organisation::scope_of(agency);
                const auto may =
                    MUST(account_may(transaction, person, edit, scope, context.today()));
                CHECK(may == whole.holds(person, edit, scope));
                yes += may ? 1 : 0;
            }
        }
        // Committee and province: all seven; department: three; the other three: their own.
        CHECK(yes == 7 + 3 + 1 + 1 + 1 + 7);
    });
}

TEST_CASE("only the system account makes accounts and grants roles; both are audited")
{
    in_office([](Office& office) {
        const auto own = office.agency("Sở Y tế");
        const auto person = office.account("Tạ Minh Khuê", own);
        office.grant(person, Role::coordinator, whole_province);
        auto context = office.person(person);
        auto transaction = MUST(context.begin());
        const auto refused = create_account(context, transaction, {"Kẻ lạ", own});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Failure::forbidden);
        CHECK_FALSE(grant_role(context, transaction, person, Role::editor, own));
        CHECK_FALSE(revoke_role(context, transaction, person, Role::coordinator, whole_province));
        CHECK_FALSE(disable_account(context, transaction, person));
        const auto& lines = office.remembered.lines;
        REQUIRE(lines.size() >= 2);
        CHECK(lines.at(lines.size() - 2) == "identity.account.created");
        CHECK(lines.back() ==
              R"(identity.role.granted {"after":{"role":"coordinator","branch":0}})");
    });
}

TEST_CASE("an account needs a name and an agency that exists; a role needs an account")
{
    in_office([](Office& office) {
        const auto own = office.agency("Sở Y tế");
        auto context = office.system_account();
        auto transaction = MUST(context.begin());
        CHECK(create_account(context, transaction, {"  ", own}).error().key ==
              "identity.account.name_missing");
        CHECK(create_account(context, transaction, {std::string(121, 'a'), own}).error().field ==
              "name");
        CHECK(create_account(context, transaction, {"Tạ Minh Khuê", {77}}).error().kind ==
              Failure::not_found);
        CHECK(grant_role(context, transaction, {77}, Role::editor, own).error().key ==
              "identity.account.not_found");
    });
}

}  // namespace caicach::identity
