#include "app/demo/demo_directory.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "app/demo/demo_names.hpp"
#include "identity/api.hpp"

namespace caicach::app
{
namespace
{

constexpr std::array<std::string_view, 2> performing_groups{"departments", "commune_committees"};
constexpr int people_of_the_sample = 5;
constexpr int officers_a_transaction = 500;

Result<void> add_officers(Context& context, DemoChance& chance,
                          const std::vector<organisation::AgencySummary>& agencies, int first,
                          int end)
{
    auto transaction = TRY(context.begin());
    for (int number = first; number < end; ++number) {
        const auto& agency = agencies[static_cast<std::size_t>(number) % agencies.size()];
        const auto account = TRY(identity::create_account(
            context, transaction, {.name = demo_person_name(chance), .agency = agency.id}));
        TRY(identity::grant_role(context, transaction, account, identity::Role::agency_officer,
                                 agency.id));
    }
    return transaction.commit();
}

}  // namespace

Result<std::vector<organisation::AgencySummary>> demo_performers(database::Transaction& transaction,
                                                                 Date day)
{
    std::vector<organisation::AgencySummary> all;
    for (const auto key : performing_groups) {
        const auto group = TRY(organisation::group_by_key(transaction, key));
        auto members = TRY(organisation::members(transaction, group.id, day));
        std::ranges::move(members.agencies, std::back_inserter(all));
    }
    std::ranges::sort(all, {}, &organisation::AgencySummary::code);
    return all;
}

Result<void> add_demo_communes(Context& context, DemoChance& chance, const DemoShape& shape)
{
    auto reading = TRY(context.read());
    const auto known = TRY(demo_performers(reading, shape.until));
    const auto names = demo_commune_names(chance);
    const int missing = shape.agencies - static_cast<int>(known.size());
    if (missing < 0 || std::cmp_greater(missing, names.size())) {
        return failure(Failure::invalid, "app.demo.agencies", "agencies",
                       {std::to_string(known.size()), std::to_string(known.size() + names.size())});
    }
    std::string table{"code;name;short_name;kind;parent;valid_from;valid_to;aliases\n"};
    for (int number = 0; number < missing; ++number) {
        table += fmt::format(
            "XD{0:03};Ủy ban nhân dân xã {1};UBND xã {1};commune_committee;UBND;"
            ";;Xã {1}\n",
            number + 1, names[static_cast<std::size_t>(number)]);
    }
    return organisation::seed_sample(context, table);
}

Result<void> add_demo_officers(Context& context, DemoChance& chance, const DemoShape& shape)
{
    auto reading = TRY(context.read());
    const auto agencies = TRY(demo_performers(reading, shape.until));
    const int count = shape.officers - people_of_the_sample;
    for (int first = 0; first < count; first += officers_a_transaction) {
        TRY(add_officers(context, chance, agencies, first,
                         std::min(first + officers_a_transaction, count)));
    }
    return {};
}

}  // namespace caicach::app
