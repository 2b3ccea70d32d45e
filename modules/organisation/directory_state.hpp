#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "database/transaction.hpp"
#include "organisation/agency_sheet.hpp"
#include "organisation/contact.hpp"
#include "organisation/official_code.hpp"
#include "organisation/registration.hpp"

/// The whole directory in memory, as one day sees it: what a table of agencies is written from and
/// compared with. Six statements, however many agencies there are.
namespace caicach::organisation
{

/// A row of organisation_name or organisation_parent, with its key.
struct StoredName {
    std::int64_t id{};
    DatedName name{};
};
struct StoredParent {
    std::int64_t id{};
    AgencyId parent{};
    Validity validity{};
};

struct KnownAgency {
    AgencyId id{};
    std::string code{};
    Validity life{};
    Date seen_on{};  ///< the day asked about; of one that did not live then, its nearest day
    StoredName name{};
    std::optional<StoredParent> parent{};
    std::optional<Date> next_name{};    ///< another name or kind follows from this day on
    std::optional<Date> next_parent{};  ///< another parent follows
    std::vector<Contact> contacts{};    ///< its own, without a label, and its contact points
    std::vector<OfficialCode> codes{};  ///< all of them, by system, oldest first

    [[nodiscard]] const Contact* contact(std::string_view kind, std::string_view label = {}) const;
    /// The one of that system on `seen_on`; null: none.
    [[nodiscard]] const OfficialCode* official_code(std::string_view system) const;
    /// From which day after `seen_on` it bears another one of that system.
    [[nodiscard]] std::optional<Date> next_official_code(std::string_view system) const;
};

/// A name, or an official code, that somebody bears for some days.
struct BorneName {
    std::string owner{};  ///< the agency's code; "" for a group
    std::string who{};    ///< the owner's name, to tell people
    Validity validity{};
};

class DirectoryState
{
public:
    [[nodiscard]] static Result<DirectoryState> load(database::Transaction& transaction, Date day);

    [[nodiscard]] Date day() const { return m_day; }
    /// By code.
    [[nodiscard]] const std::map<std::string, KnownAgency, std::less<>>& agencies() const
    {
        return m_agencies;
    }
    [[nodiscard]] const KnownAgency* find(std::string_view code) const;
    [[nodiscard]] const KnownAgency* find(AgencyId id) const;
    [[nodiscard]] const Kind* kind(std::string_view key) const;
    [[nodiscard]] std::span<const Kind> kinds() const { return m_kinds; }

    /// Who else is meant by `text` on some of these days, by its spoken form; null: nobody.
    [[nodiscard]] const BorneName* other_bearer(std::string_view text, std::string_view owner,
                                                const Validity& validity) const;
    /// From now on `text` means `borne.owner` too.
    void bear(std::string_view text, BorneName borne);
    /// The same of an official code.
    [[nodiscard]] const BorneName* other_bearer_of_code(const SheetCode& code,
                                                        std::string_view owner,
                                                        const Validity& validity) const;
    void bear_code(const SheetCode& code, BorneName borne);

private:
    Result<void> load_names(database::Transaction& transaction);
    Result<void> load_parents(database::Transaction& transaction);
    Result<void> load_contacts(database::Transaction& transaction);
    Result<void> load_official_codes(database::Transaction& transaction);
    Result<void> load_other_names(database::Transaction& transaction);
    KnownAgency* agency(AgencyId id);

    Date m_day{};
    std::vector<Kind> m_kinds{};
    std::map<std::string, KnownAgency, std::less<>> m_agencies{};
    std::unordered_map<std::int64_t, std::string> m_codes{};
    std::unordered_map<std::string, std::vector<BorneName>> m_names{};  ///< by spoken form
    std::map<std::pair<std::string, std::string>, std::vector<BorneName>> m_official_codes{};
};

}  // namespace caicach::organisation
