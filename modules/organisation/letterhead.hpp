#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "calendar/date.hpp"
#include "organisation/ids.hpp"

namespace caicach
{
class Context;
namespace database
{
class Transaction;
}
}  // namespace caicach

/// Part of the module's door (api.hpp includes it): what documents of an agency say of it.
namespace caicach::organisation
{

/// The head of a document of an agency, as Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II,
/// khoản 2 to 4 has it.
struct Letterhead {
    std::string parent{};  ///< "UBND tỉnh Sông Lam"; empty above a People's Committee, and for many
    std::string issuer{};  ///< "Sở Nội vụ"
    std::string mark{};    ///< at the end of the document's number: "SNV", "UBND"
    std::string place{};   ///< "Sông Lam"
};
/// As all of it was called on the day of the document. not_found "organisation.agency.not_found".
[[nodiscard]] Result<Letterhead> letterhead_of(const Context& context,
                                               database::Transaction& transaction, AgencyId agency,
                                               Date day);

/// The unit of administration that a name names: "Ủy ban nhân dân xã Đắk Sim" and "tỉnh Sông Lam"
/// give "Đắk Sim" and "Sông Lam"; "phường 5" stays whole, as numbers do. Pure.
[[nodiscard]] std::string place_in(std::string_view name);

}  // namespace caicach::organisation
