#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/id.hpp"
#include "base/result.hpp"
#include "calendar/date.hpp"
#include "organisation/ids.hpp"
#include "organisation/letterhead.hpp"
#include "organisation/succession.hpp"

namespace caicach
{
class Context;
namespace database
{
class Transaction;
}
namespace calendar
{
class WorkingDays;
class WorkingTime;
}  // namespace calendar
}  // namespace caicach

/// The directory of agencies as they were on a day: names, kinds, parents, aliases and groups.
/// Every question takes the day it is asked about: pass the day of the document or of the fact.
namespace caicach::organisation
{

/// An agency as permissions and audit see it.
[[nodiscard]] constexpr ScopeId scope_of(AgencyId agency) { return ScopeId{agency.value}; }
/// The way back; only for scopes that scope_of made (0 is the whole province: no agency).
[[nodiscard]] constexpr AgencyId agency_of(ScopeId scope) { return AgencyId{scope.value}; }

/// The first day of the state of today: what has no earlier date known is valid from then on.
[[nodiscard]] Date first_day();

/// The days on which something holds, both ends included; open towards the future without `to`.
struct Validity {
    Date from{first_day()};
    std::optional<Date> to{};

    [[nodiscard]] bool holds_on(Date day) const { return from <= day && (!to || day <= *to); }
};

/// A kind of agency: reference data (data/reference/organisation_kinds.csv), so that the reform of
/// the state needs no new program. Keys in use: provincial_committee, provincial_office,
/// department, provincial_board, vertical, public_service_unit, school, press, party, front,
/// mass_organisation, district_committee, district_unit, commune_committee, enterprise,
/// association, joined_agency, central.
struct Kind {
    std::string key{};
    std::string text{};   ///< "Sở, cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh"
    std::string level{};  ///< "province", "district", "commune", "central" or "outside"
    Validity validity{};  ///< on other days nothing begins to be of this kind
};

/// An agency on a day: what lists and headings need.
struct AgencySummary {
    AgencyId id{};
    std::string code{};        ///< "SNV": short, public, for ever
    std::string slug{};        ///< "so-noi-vu": its page is /co-quan/so-noi-vu, for ever
    std::string name{};        ///< "Sở Nội vụ", as named on that day
    std::string short_name{};  ///< "Sở NV"; equal to `name` where it has none
    std::string kind{};        ///< a Kind's key, of what it was on that day
};

/// A group on a day. Open ones ("các đơn vị liên quan") have no list of members, ever.
struct GroupSummary {
    GroupId id{};
    std::string key{};   ///< "departments", for code and files
    std::string name{};  ///< "Các sở, ban, ngành"
    bool is_open{};
};

/// Who is meant: one agency or one group.
using Target = std::variant<AgencyId, GroupId>;

/// A target with the name to show for it.
struct Match {
    Target target{};
    std::string name{};     ///< the official name on that day
    std::string kind{};     ///< the Kind's key; "group" for groups
    std::string matched{};  ///< the name, short name or alias that was found
};

/// A printed name that nobody bears, or several bear alike, with up to 3 that come nearest.
struct Unresolved {
    std::vector<Match> suggestions{};
};
using Resolution = std::variant<AgencyId, GroupId, Unresolved>;

/// Members of a group on a day, by name; `is_open` says that there is no such list.
struct Members {
    bool is_open{};
    std::vector<AgencySummary> agencies{};
};

/// Not found: Failure::not_found "organisation.agency.not_found". An agency that did not exist on
/// `day` is shown by the name it bore last before that day, or first after it: old work keeps its
/// agency.
[[nodiscard]] Result<AgencySummary> agency_by_id(database::Transaction& transaction, AgencyId id,
                                                 Date day);
[[nodiscard]] Result<AgencySummary> agency_by_code(database::Transaction& transaction,
                                                   std::string_view code, Date day);
[[nodiscard]] Result<AgencySummary> agency_by_slug(database::Transaction& transaction,
                                                   std::string_view slug, Date day);
/// What addresses of working pages name: the agency of that code or slug, or, where they name none,
/// the one acted for. Who asks must still ask whether that agency is within the actor's reach.
[[nodiscard]] Result<AgencySummary> agency_asked(const Context& context,
                                                 database::Transaction& transaction,
                                                 std::string_view code);
[[nodiscard]] Result<AgencySummary> agency_asked_by_slug(const Context& context,
                                                         database::Transaction& transaction,
                                                         std::string_view slug);
/// Who bears on `day` a code that others gave: `system` is a row of
/// data/reference/organisation_code_systems.csv ("electronic", "administrative_unit"). not_found
/// "organisation.official_code.not_found".
[[nodiscard]] Result<AgencySummary> agency_by_official_code(database::Transaction& transaction,
                                                            std::string_view system,
                                                            std::string_view code, Date day);
/// Where people find the agency on `day`, in one line: its address and its hotline. Empty where
/// neither is kept.
[[nodiscard]] Result<std::string> contact_line(database::Transaction& transaction, AgencyId agency,
                                               Date day);
/// Those that exist on `day`, in Vietnamese order of names; all kinds where `kind` is empty.
[[nodiscard]] Result<std::vector<AgencySummary>> agencies_on(database::Transaction& transaction,
                                                             Date day, std::string_view kind = {});

[[nodiscard]] Result<GroupSummary> group_by_id(database::Transaction& transaction, GroupId id);
[[nodiscard]] Result<GroupSummary> group_by_key(database::Transaction& transaction,
                                                std::string_view key);
[[nodiscard]] Result<std::vector<GroupSummary>> groups(database::Transaction& transaction);
[[nodiscard]] Result<Members> members(database::Transaction& transaction, GroupId group, Date day);
/// The name to show for an agency or a group on a day.
[[nodiscard]] Result<std::string> name_of(database::Transaction& transaction, const Target& target,
                                          Date day);

/// For type-ahead: who bears what was typed as an official code, or answers for whom bore it last;
/// then what has words that begin with the words typed, in their order, diacritics and
/// case aside ("so noi" finds "Sở Nội vụ"). Best first; at most `limit` (capped at 50).
[[nodiscard]] Result<std::vector<Match>> search_agencies(database::Transaction& transaction,
                                                         std::string_view typed, Date day,
                                                         int limit = 10);

/// Whom a name as printed in a document of that day means: exactly first, then diacritics, case,
/// punctuation and everyday abbreviations (UBND, HĐND …) aside.
[[nodiscard]] Result<Resolution> resolve_name(database::Transaction& transaction,
                                              std::string_view printed, Date day);

/// Who came after whom, by all decisions recorded: to add figures up as they were then, or by those
/// who answer for them on a day.
[[nodiscard]] Result<Succession> succession(database::Transaction& transaction);

/// Whether `agency` is `branch` or stands below it on `day`.
[[nodiscard]] Result<bool> is_within(database::Transaction& transaction, AgencyId agency,
                                     AgencyId branch, Date day);

/// One way to write one agency or group on a day; all of them are the importer's gazetteer.
struct KnownName {
    std::string text{};
    Target target{};
    std::string name{};  ///< the official name of the target
    std::string kind{};  ///< the Kind's key; "group" for groups
    bool is_official{};  ///< the name itself, not a short name or an alias
};
[[nodiscard]] Result<std::vector<KnownName>> known_names(database::Transaction& transaction,
                                                         Date day);

[[nodiscard]] Result<std::vector<Kind>> kinds(database::Transaction& transaction);

/// Whether the actor may give `agency` other names; without one, make new agencies.
[[nodiscard]] bool may_manage(const Context& context, AgencyId agency = {});
[[nodiscard]] Result<void> require_management(const Context& context, AgencyId agency = {});

/// What a person fills in. `code` may be empty: the slug serves. `require_management` first.
struct NewAgency {
    std::string name{};
    std::string short_name{};
    std::string code{};
    std::string kind{};
    std::optional<AgencyId> parent{};
    Validity validity{};
};
/// invalid: "organisation.name.missing", "….name.too_long", "….kind.unknown", "….kind.not_on_day",
/// "….code.malformed", "….validity.backwards", "….parent.unknown"; conflict:
/// "organisation.name.taken" (somebody bears the name on those days), "organisation.code.taken".
[[nodiscard]] Result<AgencyId> create_agency(Context& context, database::Transaction& transaction,
                                             const NewAgency& agency);

struct NewAlias {
    std::string text{};
    Target target{};
    Validity validity{};
};
/// Makes `text` another name of the target. Twice the same is once. conflict
/// "organisation.alias.taken": on some of those days the text already means somebody else.
[[nodiscard]] Result<void> add_alias(Context& context, database::Transaction& transaction,
                                     const NewAlias& alias);

/// Which way an agency differs from what the rules of a group say.
enum class Membership { excluded, included };
/// Takes an agency out of a group, or puts one in, on some days; the rules stay.
[[nodiscard]] Result<void> set_group_exception(Context& context, database::Transaction& transaction,
                                               GroupId group, AgencyId agency,
                                               Membership membership,
                                               const Validity& validity = {});

/// Told in the transaction that made agencies, or the members of groups, others than before on some
/// days. What was resolved of them is to be resolved anew.
struct DirectoryChanged {
};

/// Asked before an agency that an import made is removed again: whoever holds something of it adds
/// what, in words ("2 tài khoản"), and it stays. Published in the transaction that would remove it.
struct AgencyUsesAsked {
    AgencyId agency{};
    std::vector<std::string>* uses{};
};

/// Which days are worked in the province, as its calendar says now (calendar/working_days.hpp).
[[nodiscard]] Result<calendar::WorkingDays> working_days(database::Transaction& transaction);
/// With the office hours of an agency, the province's where it keeps none of its own
/// (calendar/working_time.hpp); AgencyId{}: those of the province.
[[nodiscard]] Result<calendar::WorkingTime> working_time(database::Transaction& transaction,
                                                         AgencyId agency);

/// An open due date that is another day since the calendar changed.
struct MovedDueDate {
    std::string what{};  ///< "Yêu cầu về dữ liệu cá nhân 7K3Q": in words, nobody's data
    std::string path{};  ///< its page; may be empty
    Date before{};
    Date after{};
};
/// The calendar is another one: whoever keeps open due dates that were counted with it counts them
/// anew, in the same transaction, and adds those that moved; closed ones stay. Shown before it is
/// kept: then the transaction is rolled back.
struct CalendarChanged {
    std::vector<MovedDueDate>* moved{};
};

/// Kinds, groups and the calendar for every province, from data/reference (embedded). Run it at
/// each start: what is there already stays. Texts of the files win over stored ones; rules and
/// aliases are added, never taken away; an alias that means somebody of the province already is
/// passed over, and so is a day off that people changed, removed or wrote themselves.
[[nodiscard]] Result<void> load_reference(Context& context);

/// Agencies of a file like data/sample/province.csv, after the reference data:
///
///     code;name;short_name;kind;parent;valid_from;valid_to;aliases
///
/// Parents (by code) stand above. A second row with the same code is a later name of the agency.
/// Days are ISO; empty means ever since, or still. Aliases are parted by |, with their days where
/// they are others than the agency's: "Sở Cũ@2025-03-01" or "Sở Cũ@2020-01-01..2025-02-28".
/// Agencies whose code is there already are passed over. invalid "text.table.malformed"
/// with line and text: then nothing of the file is kept.
[[nodiscard]] Result<void> seed_sample(Context& context, std::string_view file_text);

/// Their official codes, from one like data/sample/codes.csv, before the decisions that end some:
///
///     agency;system;code;valid_from;valid_to
///
/// Days are ISO; empty means since the system is there, or still. Nothing of the file is kept where
/// one line is refused, or "text.table.malformed".
[[nodiscard]] Result<void> seed_official_codes(Context& context, std::string_view file_text);

/// What became of the agencies of such a file, from one like data/sample/reorganisations.csv:
///
///     day;kind;subject;others;names_to;name;short_name;document
///
/// In the order of the lines, each as `reorganise` does it. Agencies by code; `others` are parted
/// by |, with shares in percent where they take over: "XTT=40|XMT=60". Nothing of the file is kept
/// where one line is refused, or "text.table.malformed".
[[nodiscard]] Result<void> seed_reorganisations(Context& context, std::string_view file_text);

/// What `caicach agency import` tells: how many rows would create or change an agency or leave it,
/// and why others cannot be taken over.
struct ImportReport {
    struct Conflict {
        int row{};             ///< as people see it beside the row
        std::string column{};  ///< the title
        Error error{};
    };
    std::string code{};  ///< of the import, as its page has it; empty: nothing was done
    int created{};
    int changed{};
    int unchanged{};
    std::vector<Conflict> conflicts{};
    std::vector<std::string> unused_columns{};
};
struct ImportFile {
    std::string name{};
    std::string_view bytes{};  ///< CSV, XLSX or ODS; see agency_sheet.hpp
    bool is_dry_run{};
};
/// Takes a table of agencies over as of today, all of it or nothing: with a conflict, or for a dry
/// run, nothing is kept. Fails where the file is no table of agencies.
[[nodiscard]] Result<ImportReport> import_agencies_file(Context& context, const ImportFile& file);

/// Addresses, telephone numbers, contact points of such a file, from today on:
///
///     code;kind;label;value
///
/// Nothing of the file is kept where one line is refused, or "text.table.malformed".
[[nodiscard]] Result<void> seed_contacts(Context& context, std::string_view file_text);

}  // namespace caicach::organisation
