#include <algorithm>
#include <array>
#include <utility>

#include "database/transaction.hpp"
#include "identity/api.hpp"
#include "identity/limits.hpp"
#include "identity/sign_in/sign_in_link.hpp"
#include "identity/sql.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

namespace
{

struct Person {
    AccountId account{};
    Role role{};
    std::string name{};
    organisation::AgencyId agency{};
};

struct SamplePerson {
    std::string_view name{};
    organisation::AgencyId agency{};
    Role role{};
    organisation::AgencyId branch{};
};

Result<std::vector<Person>> people_with_roles(database::Transaction& transaction)
{
    const auto read = [](const database::Row& row) {
        const auto role = role_from_key(row.text("role"));
        VERIFY(role);
        return Person{row.id<AccountId>("account_id"), *role, row.string("name"),
                      row.id<organisation::AgencyId>("agency_id")};
    };
    auto people = TRY(transaction.all(sql::people_with_roles, read, limits::sample_links_max));
    std::ranges::stable_sort(people, {}, &Person::role);
    return people;
}

}  // namespace

Result<std::vector<SampleLink>> make_sample_links(Context& context)
{
    if (!context.services().is_sample) return failure(Failure::forbidden, "identity.sample_only");
    auto transaction = TRY(context.begin());
    auto store = SignInLinkStore{transaction};
    TRY(store.remove_all());
    auto people = TRY(people_with_roles(transaction));
    std::vector<SampleLink> links;
    for (auto& person : people) {
        auto agency = TRY(organisation::agency_by_id(transaction, person.agency, context.today()));
        const auto token = TRY(
            store.add(person.account, person.role, context.now() + limits::sample_link_seconds));
        links.push_back({std::string(text_of(person.role)), std::move(person.name),
                         std::move(agency.name), sign_in_path() + "/" + token});
    }
    TRY(context.record(transaction, "identity.sample_links.made", "province", 0));
    TRY(transaction.commit());
    return links;
}

Result<bool> seed_sample_people(Context& context, database::Transaction& transaction,
                                const SampleAgencies& agencies)
{
    const auto any = TRY(transaction.maybe_one(
        sql::any_account, [](const database::Row& row) { return row.integer("id"); }));
    if (any) return false;
    // Invented names. Who coordinates, oversees or administers does so for the whole province.
    const std::array people{
        SamplePerson{"Đàm Thu Hiền", agencies.coordinating, Role::coordinator, whole_province},
        SamplePerson{"Lục Văn Bách", agencies.department, Role::agency_officer,
                     agencies.department},
        SamplePerson{"Tạ Minh Khuê", agencies.publishing, Role::editor, agencies.publishing},
        SamplePerson{"Ngụy Hoài An", agencies.office, Role::overseer, whole_province},
        SamplePerson{"Khuất Duy Linh", agencies.office, Role::administrator, whole_province},
    };
    for (const auto& person : people) {
        const auto account =
            TRY(create_account(context, transaction, {std::string(person.name), person.agency}));
        TRY(grant_role(context, transaction, account, person.role, person.branch));
    }
    return true;
}

}  // namespace caicach::identity
