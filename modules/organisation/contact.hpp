#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "organisation/api.hpp"

/// Where people find an agency: addresses, telephone numbers, sites, contact points in communes and
/// villages. Official ones only: a person's own number is not asked for.
namespace caicach::organisation
{

struct ContactTag;
using ContactId = Id<ContactTag>;

/// What kinds there are, in the order in which they are shown.
struct ContactKind {
    std::string_view key{};   ///< "hotline", for tables and files
    std::string_view text{};  ///< "Đường dây nóng"
    std::string_view hint{};  ///< an example for the form
};
[[nodiscard]] std::span<const ContactKind> contact_kinds();
[[nodiscard]] const ContactKind* contact_kind(std::string_view key);

struct Contact {
    ContactId id{};
    std::string kind{};   ///< a ContactKind's key
    std::string label{};  ///< whose, where: "Bộ phận Một cửa", "Thôn Bản Mới"; may be empty
    std::string value{};
    Validity validity{};
};

/// Where a click on it leads: "tel:…", "mailto:…", the site itself; empty for the rest.
[[nodiscard]] std::string address_of(const Contact& contact);

/// What add_contact refuses of a value, and of whose it is.
[[nodiscard]] Result<void> check_contact(std::string_view kind, std::string_view value);
[[nodiscard]] Result<void> check_contact_label(std::string_view kind, std::string_view label);
/// Parts contact points where a cell of a table holds all of an agency's.
inline constexpr char point_parting = '|';

/// In the order of the kinds.
[[nodiscard]] Result<std::vector<Contact>> contacts_on(database::Transaction& transaction,
                                                       AgencyId agency, Date day);

struct NewContact {
    std::string kind{};
    std::string label{};
    std::string value{};
    Date from{};
};
/// Twice the same is once. `require_management` first. invalid "organisation.contact.kind_unknown",
/// "….value_missing", "….too_long", "….not_a_number" (telephone), "….not_an_address" (e-mail),
/// "….not_a_site"; too many of one agency: "….too_many".
[[nodiscard]] Result<void> add_contact(Context& context, database::Transaction& transaction,
                                       AgencyId agency, const NewContact& contact);

/// It holds until yesterday; what began today is gone as if it had never been. not_found
/// "organisation.contact.not_found" where it is another agency's or has ended.
[[nodiscard]] Result<void> end_contact(Context& context, database::Transaction& transaction,
                                       AgencyId agency, ContactId contact);

}  // namespace caicach::organisation
