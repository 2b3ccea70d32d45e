#include "organisation/letterhead.hpp"

#include <algorithm>
#include <array>

#include "manifest/context.hpp"
#include "organisation/agency_tree.hpp"
#include "text/text.hpp"

namespace caicach::organisation
{

namespace
{

constexpr std::string_view committee = "Ủy ban nhân dân";
constexpr std::string_view council = "Hội đồng nhân dân";
constexpr std::array<std::string_view, 3> committees{"provincial_committee", "district_committee",
                                                     "commune_committee"};
/// Longer ones before those that begin them.
constexpr std::array<std::string_view, 9> units{
    "thành phố ", "thị xã ", "thị trấn ", "tỉnh ", "huyện ", "quận ", "xã ", "phường ", "đặc khu "};

bool is_committee(const AgencySummary& agency)
{
    return std::ranges::find(committees, agency.kind) != committees.end();
}

/// Khoản 2: the name of the parent is shortened where everybody does so.
std::string shortened(std::string_view name)
{
    return text::replace_all(text::replace_all(name, committee, "UBND"), council, "HĐND");
}

}  // namespace

std::string place_in(std::string_view name)
{
    if (name.starts_with(committee)) name = text::trim(name.substr(committee.size()));
    for (const auto unit : units) {
        if (!name.starts_with(unit)) continue;
        const auto rest = name.substr(unit.size());
        const bool is_numbered = !rest.empty() && rest.front() >= '0' && rest.front() <= '9';
        return std::string(is_numbered ? name : rest);
    }
    // A bare "Ủy ban nhân dân tỉnh" names no place.
    return std::ranges::any_of(units, [&](auto unit) { return text::trim(unit) == name; })
               ? std::string{}
               : std::string(name);
}

Result<Letterhead> letterhead_of(const Context& context, database::Transaction& transaction,
                                 AgencyId agency, Date day)
{
    const auto path = TRY(path_to(transaction, agency, day));
    const auto& own = path.back();
    Letterhead head{.issuer = own.name, .mark = is_committee(own) ? "UBND" : own.code};
    // A People's Committee stands under no other: its own name says where it is.
    if (!is_committee(own) && path.size() > 1) head.parent = shortened(path[path.size() - 2].name);
    const auto nearest = std::find_if(path.rbegin(), path.rend(), is_committee);
    if (nearest != path.rend()) head.place = place_in(nearest->name);
    if (head.place.empty()) head.place = place_in(context.services().province_name);
    return head;
}

}  // namespace caicach::organisation
