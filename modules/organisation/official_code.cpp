#include "organisation/official_code.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>

#include "json/value.hpp"
#include "manifest/context.hpp"
#include "organisation/code_systems_file.hpp"
#include "organisation/limits.hpp"
#include "organisation/rows.hpp"
#include "organisation/sql.hpp"
#include "text/number.hpp"
#include "text/table.hpp"
#include "text/text.hpp"

namespace caicach::organisation
{
namespace
{

tl::unexpected<Error> refused(Failure failed, std::string_view what, std::string field,
                              std::vector<std::string> arguments = {})
{
    return failure(failed, "organisation.official_code." + std::string(what), std::move(field),
                   std::move(arguments));
}

/// "5" or "3-35".
std::pair<std::size_t, std::size_t> length_in(std::string_view written)
{
    const auto ends = text::split(written, '-');
    const auto shortest = text::parse_integer(ends.front());
    const auto longest = text::parse_integer(ends.back());
    VERIFY(shortest && longest);
    return {static_cast<std::size_t>(*shortest), static_cast<std::size_t>(*longest)};
}

std::vector<CodeSystem> read_systems()
{
    // Our own file, embedded; the tests read it.
    const auto table = MUST(text::Table::parse(code_systems_file::organisation_code_systems));
    std::vector<CodeSystem> systems;
    for (const auto& row : table.rows()) {
        const auto at = [&](std::string_view column) { return std::string(table.at(row, column)); };
        const auto from = Date::from_iso(at("valid_from"));
        VERIFY(from);
        CodeSystem system{.key = at("key"),
                          .text = at("text"),
                          .valid_from = *from,
                          .characters = at("characters") == "digits" ? CodeCharacters::digits
                                                                     : CodeCharacters::parts,
                          .example = at("example"),
                          .also = at("also"),
                          .source = at("source")};
        for (const auto length : text::list_of(table.at(row, "lengths"), '|'))
            system.lengths.push_back(length_in(length));
        systems.push_back(std::move(system));
    }
    return systems;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool fits(const CodeSystem& system, std::string_view code)
{
    const auto has_length = [&](const auto& length) {
        return length.first <= code.size() && code.size() <= length.second;
    };
    if (std::ranges::none_of(system.lengths, has_length)) return false;
    if (system.characters == CodeCharacters::digits) return std::ranges::all_of(code, is_digit);
    const auto may_stand = [](char c) {
        return is_digit(c) || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
    };
    return std::ranges::all_of(text::split(code, '.'), [&](std::string_view part) {
        return !part.empty() && std::ranges::all_of(part, may_stand);
    });
}

Date end_of(const Validity& validity)
{
    // 31/12/9999: later than any day that a form takes.
    constexpr std::int32_t days_since_1970 = 2'932'896;
    static const auto never = Date::from_days(days_since_1970);
    return validity.to.value_or(never);
}

Result<void> record(Context& context, database::Transaction& transaction, std::string_view action,
                    const OfficialCode& code)
{
    auto detail = json::Value::object()
                      .set("system", code.system)
                      .set("code", code.code)
                      .set("from", code.validity.from.iso());
    if (code.validity.to) detail.set("to", code.validity.to->iso());
    return context.record(transaction, action, "organisation.agency", code.agency.value,
                          json::dump(detail));
}

/// Within the life of the agency, and not before there was such a system.
Result<Validity> days_within(database::Transaction& transaction, AgencyId agency,
                             const NewOfficialCode& code)
{
    const auto& system = *code_system(code.system);
    if (code.validity.from < system.valid_from)
        return refused(Failure::invalid, "before_system", "code_from",
                       {system.text, system.valid_from.vietnamese()});
    const auto life = TRY(transaction.one(sql::agency_row, validity_from, agency));
    if (!life.holds_on(code.validity.from))
        return refused(Failure::invalid, "not_alive", "code_from");
    Validity days{.from = code.validity.from, .to = code.validity.to};
    if (end_of(life) < end_of(days)) days.to = life.to;
    if (days.to && *days.to < days.from)
        return failure(Failure::invalid, "organisation.validity.backwards", "code_to");
    return days;
}

Result<void> require_free(database::Transaction& transaction, const OfficialCode& code)
{
    const auto other = TRY(transaction.maybe_one(sql::official_code_bearers, official_code_from,
                                                 code.system, code.code, code.validity.from,
                                                 end_of(code.validity), code.agency));
    if (!other) return {};
    const auto bearer = TRY(agency_by_id(transaction, other->agency, other->validity.from));
    return refused(Failure::conflict, "taken", "code", {code.code, bearer.name});
}

/// Ends what the agency bore until the day before, where it can.
Result<void> end_former(database::Transaction& transaction, const OfficialCode& former,
                        const OfficialCode& code)
{
    if (former.validity.from < code.validity.from &&
        end_of(former.validity) <= end_of(code.validity))
        return transaction.change_one(sql::end_official_code_row, former.id,
                                      code.validity.from.plus_days(-1));
    return refused(Failure::conflict, "has_other", "code_from",
                   {former.code, former.validity.from.vietnamese()});
}

}  // namespace

std::string CodeSystem::lengths_text() const
{
    std::string told;
    for (const auto& [shortest, longest] : lengths) {
        if (!told.empty()) told += ", ";
        told += std::to_string(shortest);
        if (longest != shortest) told += "–" + std::to_string(longest);
    }
    return told;
}

Date CodeSystem::first_day_of(const Validity& life) const
{
    return std::max(life.from, valid_from);
}

const std::vector<CodeSystem>& code_systems()
{
    static const auto systems = read_systems();
    return systems;
}

const CodeSystem* code_system(std::string_view key)
{
    const auto found = std::ranges::find(code_systems(), key, &CodeSystem::key);
    return found == code_systems().end() ? nullptr : &*found;
}

OfficialCode official_code_from(const database::Row& row)
{
    return {.id = row.id<OfficialCodeId>("id"),
            .agency = row.id<AgencyId>("agency_id"),
            .system = row.string("system"),
            .code = row.string("code"),
            .validity = validity_from(row)};
}

std::string official_code_form(std::string_view typed) { return text::upper(text::squeeze(typed)); }

Result<void> check_official_code(std::string_view system, std::string_view code)
{
    const auto* known = code_system(system);
    if (!known) return refused(Failure::invalid, "system_unknown", "system");
    if (code.empty()) return refused(Failure::invalid, "missing", "code", {known->text});
    if (fits(*known, code)) return {};
    const bool is_number = known->characters == CodeCharacters::digits;
    return refused(Failure::invalid, is_number ? "not_digits" : "malformed", "code",
                   {known->text, known->lengths_text(), known->example});
}

Result<std::vector<OfficialCode>> official_codes_of(database::Transaction& transaction,
                                                    AgencyId agency)
{
    auto codes = TRY(transaction.all(sql::official_codes, official_code_from, agency));
    std::ranges::stable_sort(codes, {}, [](const OfficialCode& code) {
        return code_system(code.system) - code_systems().data();
    });
    return codes;
}

Result<void> add_official_code(Context& context, database::Transaction& transaction,
                               AgencyId agency, const NewOfficialCode& code)
{
    OfficialCode kept{.id = make_id<OfficialCodeId>(),
                      .agency = agency,
                      .system = code.system,
                      .code = official_code_form(code.code)};
    TRY(check_official_code(kept.system, kept.code));
    kept.validity = TRY(days_within(transaction, agency, code));
    const auto all = TRY(official_codes_of(transaction, agency));
    for (const auto& held : all) {
        if (held.system != kept.system || end_of(held.validity) < kept.validity.from ||
            end_of(kept.validity) < held.validity.from)
            continue;
        const bool is_same = held.code == kept.code && held.validity.from <= kept.validity.from &&
                             end_of(held.validity) == end_of(kept.validity);
        if (is_same) return {};
        TRY(end_former(transaction, held, kept));
    }
    TRY(require_free(transaction, kept));
    if (all.size() >= limits::official_codes_max)
        return refused(Failure::invalid, "too_many", "code",
                       {std::to_string(limits::official_codes_max)});
    TRY(transaction.change_one(sql::insert_official_code, kept.id, agency, kept.system, kept.code,
                               kept.validity.from, kept.validity.to));
    return record(context, transaction, "organisation.official_code.added", kept);
}

Result<void> end_official_code(Context& context, database::Transaction& transaction,
                               AgencyId agency, OfficialCodeId code)
{
    const auto today = context.today();
    const auto all = TRY(official_codes_of(transaction, agency));
    const auto found = std::ranges::find(all, code, &OfficialCode::id);
    if (found == all.end() || end_of(found->validity) < today)
        return refused(Failure::not_found, "not_found", {});
    auto ended = *found;
    if (ended.validity.from < today) {
        ended.validity.to = today.plus_days(-1);
        TRY(transaction.change_one(sql::end_official_code_row, code, *ended.validity.to));
    } else {
        TRY(transaction.change_one(sql::delete_official_code_row, code));
    }
    return record(context, transaction, "organisation.official_code.ended", ended);
}

Result<AgencySummary> agency_by_official_code(database::Transaction& transaction,
                                              std::string_view system, std::string_view code,
                                              Date day)
{
    const auto found =
        TRY(transaction.maybe_one(sql::official_code_bearers, official_code_from, system,
                                  official_code_form(code), day, day, AgencyId{}));
    if (!found) return refused(Failure::not_found, "not_found", {});
    return agency_by_id(transaction, found->agency, day);
}

Result<std::vector<AgencySummary>> agencies_by_any_code(database::Transaction& transaction,
                                                        std::string_view typed, Date day)
{
    std::vector<AgencySummary> found;
    const auto code = official_code_form(typed);
    for (const auto& system : code_systems()) {
        // Most of what is typed is a name: it costs no statement.
        if (!fits(system, code) || std::ranges::none_of(code, is_digit)) continue;
        auto bearer = agency_by_official_code(transaction, system.key, code, day);
        if (bearer) {
            found.push_back(std::move(*bearer));
            continue;
        }
        if (bearer.error().kind != Failure::not_found) return tl::unexpected(bearer.error());
        const auto last = TRY(transaction.maybe_one(sql::last_official_code_bearer,
                                                    official_code_from, system.key, code, day));
        if (!last) continue;
        const auto passages = TRY(succession(transaction));
        auto heirs = passages.heirs(last->agency, end_of(last->validity), day);
        std::ranges::stable_sort(heirs, std::greater{}, &Heir::share);
        for (const auto& heir : heirs) {
            auto agency = TRY(agency_by_id(transaction, heir.agency, day));
            found.push_back(std::move(agency));
        }
    }
    return found;
}

}  // namespace caicach::organisation
