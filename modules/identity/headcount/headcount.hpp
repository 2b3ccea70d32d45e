#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "organisation/api.hpp"

/// How many people an agency has, from which day on: the roster that reach is measured against.
/// Part of the module's door (api.hpp includes it).
namespace caicach::identity
{

/// A kind of staff, as the law of a day has it: a row of data/reference/staff_categories.csv. Keys
/// in use: official, civil_servant, public_employee, contract; party_member, who are counted among
/// those already.
struct StaffCategory {
    std::string key{};
    std::string text{};  ///< "Công chức"
    bool adds{};         ///< to the agency's total
    organisation::Validity validity{};
    std::string source{};
};
/// Each once, by the law of `day`; of days before the first law we know, by that one.
[[nodiscard]] std::vector<StaffCategory> staff_categories_on(Date day);

/// One number as recorded: it holds from its day until the next of the same agency and category.
struct Headcount {
    organisation::AgencyId agency{};
    std::string category{};
    Date from{};
    std::int64_t people{};
    std::string source{};  ///< "Quyết định số 40/QĐ-UBND ngày 05/01/2026"
};

/// Pure. The numbers of one category on `day` by the agencies that have the people then: a decision
/// about agencies carries the numbers of who ended to the heirs, by their shares, until a later
/// number of the heir's own takes the place of the whole.
[[nodiscard]] std::vector<organisation::Total> headcounts_on(
    const organisation::Succession& succession, std::vector<Headcount> recorded, Date day);

/// An agency on a day, in the order of the categories; nothing where no number was recorded.
struct StaffNumber {
    std::string category{};
    std::int64_t people{};
    bool adds{};  ///< to the total, by the law of that day
};
struct AgencyHeadcount {
    organisation::AgencyId agency{};
    std::vector<StaffNumber> numbers{};
    /// Of the categories that add.
    [[nodiscard]] std::int64_t total() const;
    [[nodiscard]] std::int64_t of(std::string_view category) const;
    /// Another agency's people on top.
    void add(const AgencyHeadcount& more);
};

/// Of the agency alone, on the day.
[[nodiscard]] Result<AgencyHeadcount> headcount(database::Transaction& transaction,
                                                organisation::AgencyId agency, Date day);
/// By agency, for all who have a number on the day, in Vietnamese order of their names.
[[nodiscard]] Result<std::vector<AgencyHeadcount>> headcounts(database::Transaction& transaction,
                                                              Date day);
/// Summed over the agency and all that stood below it on the day; agency 0 is the whole province.
[[nodiscard]] Result<AgencyHeadcount> headcount_of_branch(database::Transaction& transaction,
                                                          organisation::AgencyId branch, Date day);
/// The people of `day` by the agencies that answer for them on `as_of`: "as now" for an old day.
[[nodiscard]] Result<std::vector<AgencyHeadcount>> headcounts_as_of(
    database::Transaction& transaction, Date day, Date as_of);

}  // namespace caicach::identity
