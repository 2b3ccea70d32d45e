#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "database/transaction.hpp"
#include "organisation/api.hpp"

/// Codes that others give to agencies, with days: the electronic identifier (Quyết định
/// 20/2020/QĐ-TTg), the number of the administrative unit. AgencySummary::code is ours, for ever.
namespace caicach::organisation
{

struct OfficialCodeTag;
using OfficialCodeId = Id<OfficialCodeTag>;

/// What its codes are made of: digits, or A–Z, 0–9, - and _ in parts that a full stop parts.
enum class CodeCharacters { digits, parts };

/// Who gives codes: a row of data/reference/organisation_code_systems.csv. Keys in use: electronic,
/// administrative_unit.
struct CodeSystem {
    std::string key{};
    std::string text{};  ///< "Mã định danh điện tử"
    Date valid_from{};   ///< no code is older
    CodeCharacters characters{};
    std::vector<std::pair<std::size_t, std::size_t>> lengths{};  ///< shortest and longest of each
    std::string example{};
    std::string also{};  ///< other titles of its column in a table, folded, parted by |
    std::string source{};

    /// "2, 3, 5" or "3–35": how many characters a code has, for people.
    [[nodiscard]] std::string lengths_text() const;
    /// From when on a code holds in an agency that lives since `life`.
    [[nodiscard]] Date first_day_of(const Validity& life) const;
};
[[nodiscard]] const std::vector<CodeSystem>& code_systems();
[[nodiscard]] const CodeSystem* code_system(std::string_view key);

struct OfficialCode {
    OfficialCodeId id{};
    AgencyId agency{};
    std::string system{};  ///< a CodeSystem's key
    std::string code{};
    Validity validity{};
};
[[nodiscard]] OfficialCode official_code_from(const database::Row& row);

/// As it is stored: "h64.21 " → "H64.21".
[[nodiscard]] std::string official_code_form(std::string_view typed);
/// invalid "organisation.official_code.system_unknown", "….missing", "….malformed".
[[nodiscard]] Result<void> check_official_code(std::string_view system, std::string_view code);

/// All of an agency through time: by system in the order of the file, newest first.
[[nodiscard]] Result<std::vector<OfficialCode>> official_codes_of(
    database::Transaction& transaction, AgencyId agency);

struct NewOfficialCode {
    std::string system{};
    std::string code{};
    Validity validity{};  ///< of an agency that has ended, to its last day at most
};
/// What it bore in that system until then ends the day before; twice the same is once.
/// `require_management` first. invalid: as check_official_code, "….before_system",
/// "….not_alive", "organisation.validity.backwards"; conflict "….taken" (somebody else bears it on
/// one of the days), "….has_other" (the agency has one from a later day on, or beyond the last).
[[nodiscard]] Result<void> add_official_code(Context& context, database::Transaction& transaction,
                                             AgencyId agency, const NewOfficialCode& code);

/// It holds until yesterday; what began today or later is gone as if it had never been. not_found
/// "organisation.official_code.not_found" where it is another agency's or has ended.
[[nodiscard]] Result<void> end_official_code(Context& context, database::Transaction& transaction,
                                             AgencyId agency, OfficialCodeId code);

/// Who is meant on `day` by a code of any system: its bearer, or else who answers then for whom
/// bore it last; nobody where no system knows it.
[[nodiscard]] Result<std::vector<AgencySummary>> agencies_by_any_code(
    database::Transaction& transaction, std::string_view typed, Date day);

}  // namespace caicach::organisation
